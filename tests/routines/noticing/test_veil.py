"""What was told shows once one has told; "pushed" and slips leave the family nowhere: page, list, history, change."""

import pytest

from households.access import viewer_of
from households.actions.people import remove_member
from households.live.change import Change
from households.models import Event
from routines.models import Doing, mornings
from routines.regions.push import pusher_at
from tests.routines.plan.browser import text_of

pytestmark = pytest.mark.usefixtures("by_the_clock")

SECRETS = ("I was pressured.", "So loud on the stairs", "Waiting alone")
SLIP = "turned into pushing"


@pytest.fixture
def told(lived):
    """Leo was pushed, twice, says so, and what was hard; Maya noticed a slip. Nana is in breakfast alone."""
    lived.notice(lived.morning.leo, "no", hard="Waiting alone")
    lived.feel(lived.morning.leo, lived.morning.dress, "pushed", words="So loud on the stairs")
    lived.feel(lived.morning.ivy, lived.morning.breakfast, "pushed", words="So loud on the stairs")
    lived.slip(lived.morning.bo, lived.morning.breakfast)
    return lived


def pages(told, browser) -> str:
    """Return all that somebody can open about a morning."""
    opened = [
        browser.get("morning", told.id),
        browser.get("mornings"),
        browser.get("repairs"),
        browser.get("history"),
        browser.get("household"),
        browser.get("routine_changes", told.morning.routine.id),
        browser.get("routine", told.morning.routine.id),
    ]
    return " ".join(text_of(answer) for answer in opened if answer.status_code == 200)


def test_the_family_reads_it_once_they_have_told(told, browse):
    bo_told = pages(told, browse("leo"))
    assert all(secret in bo_told for secret in SECRETS)
    assert SLIP in bo_told


def test_who_has_not_told_sees_who_has(told, browse):
    """Maya entered what Ivy felt, so that she knows; of Leo's she reads only that he told."""
    page = text_of(browse("maya").get("morning", told.id))
    assert "What the others told shows once you have told yours, or passed." in page
    assert "Has told." in page
    assert not any(secret in page.replace("“So loud on the stairs”", "", 1) for secret in SECRETS)


def test_passing_lifts_the_veil(told, browse):
    told.pass_over(told.morning.maya)
    page = text_of(browse("maya").get("morning", told.id))
    assert all(secret in page for secret in SECRETS)


def test_once_the_time_is_over_everybody_reads(told, browse):
    told.until_the_day_after()
    page = text_of(browse("maya").get("morning", told.id))
    assert all(secret in page for secret in SECRETS)


def test_a_parent_without_a_part_waits_for_all(told, browse):
    page = text_of(browse("sam").get("morning", told.id))
    assert "What they told shows once all have told theirs" in page
    assert not any(secret in page for secret in SECRETS)


def test_nothing_for_supporters(told, browse):
    told.notice(told.morning.nana, "yes")
    told.feel(told.morning.ivy, told.morning.breakfast, "pushed", words="Too hot")
    everything = pages(told, browse("nana"))
    assert not any(secret in everything for secret in (*SECRETS, "Too hot", SLIP, "pushed", "Pushed"))
    assert "Slips" not in everything
    assert "how “Breakfast” felt" not in everything


def test_a_supporter_reads_what_was_shared(told, browse, kitchen):
    told.notice(told.morning.nana, "yes")
    told.feel(told.morning.maya, told.morning.breakfast, "pushed", words="I hurried you")
    assert "I hurried you" not in pages(told, browse("nana"))
    told.share(told.morning.maya, told.morning.breakfast)
    page = text_of(browse("nana").get("morning", told.id))
    assert "I hurried you" in page
    assert "I pushed or forced." in page
    told.share(told.morning.maya, told.morning.breakfast, False)
    everything = pages(told, browse("nana"))
    assert "I hurried you" not in everything
    assert "Breakfast” felt" not in everything


def test_a_supporter_without_a_part_finds_no_morning(told, browse):
    Doing.objects.filter(morning_id=told.id, member=told.morning.nana).delete()
    mornings.forget()
    nana = browse("nana")
    assert nana.get("morning", told.id).status_code == 404
    assert nana.get("notice", told.id).status_code == 404
    assert "No morning yet" in text_of(nana.get("mornings"))


def test_nothing_for_the_neighbours(told, browse):
    neighbour = browse("neighbour")
    for name in ("morning", "notice"):
        assert neighbour.get(name, told.id).status_code == 404
        assert neighbour.client.get(f"/h/{told.morning.neighbour.household_id}/m/{told.id}/").status_code == 404


def test_what_happened_never_says_what(told):
    """Every event of noticing, whatever is shown of it: who and about what, never what they told."""
    told.give("sorry", told.morning.maya, told.morning.leo, "Secret words")
    kinds = ("notice.", "feeling.", "slip.", "repair.")
    events = [event for event in Event.objects.of(told.morning.household.id) if event.kind.startswith(kinds)]
    assert len(events) == 5
    for event in events:
        shown = f"{event.kind} {event.title} {event.why} {event.changes}"
        assert not any(secret in shown for secret in (*SECRETS, "Secret words", "pushed", "no ", "hard"))


def test_pushes_say_nothing_of_it(told):
    """Pages that show it are told to fetch themselves anew; no other page gets a byte of it."""
    pusher = pusher_at(told.morning.household.id)
    change = Change(
        household_id=told.morning.household.id,
        revision=pusher.household.revision,
        kinds=frozenset({"history", "morning"}),
        routine_ids=frozenset({told.morning.routine.id}),
        step_ids=frozenset({told.morning.breakfast.id, told.morning.dress.id}),
    )
    for who in (told.morning.maya, told.morning.nana, told.morning.leo):
        for page in ("home", "told", "notice", "mornings", "repairs", "routine", "history"):
            query = {"page": page, "routine": str(told.morning.routine.id), "step": str(told.morning.breakfast.id)}
            html = pusher.regions(viewer_of(told.morning.actor(who), query), change)
            assert not any(secret in html for secret in (*SECRETS, SLIP, "pressured"))


def test_who_left_is_not_waited_for_and_stays_told(told, browse):
    told.notice(told.morning.bo, "yes")
    for each in (told.morning.ivy, told.morning.nana):
        remove_member(actor=told.morning.actor(told.morning.maya), member_id=each.id, at=told.now)
    told.pass_over(told.morning.maya)
    page = text_of(browse("sam").get("morning", told.id))
    assert "Still to tell" not in page
    assert all(secret in page for secret in SECRETS)
    assert "Ivy" in page
