"""The family's page of who looks in, and the signs elsewhere."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from households.actions.consent_refusals import refuse_part
from households.actions.look_in import looked_in
from households.actions.people import Look, Who, change_member
from households.looking_in import onlooker_of
from households.models import Consent, ConsentRefusal
from routines.regions.looking_in import known
from tests.cast import as_actor, client_of, join
from tests.households.consent.looking import now


def page(morning, member, path=""):
    return client_of(member).get(f"/h/{morning.household.id}/{path}").content.decode()


def post(morning, who, path, **data):
    return client_of(who).post(f"/h/{morning.household.id}/looking-in/{path}", data)


def test_nobody_looks_in(morning):
    assert "Only your family sees your mornings." in page(morning, morning.maya, "looking-in/")
    assert "looking-sign" not in page(morning, morning.maya)


@pytest.mark.parametrize("who", ["maya", "leo", "nana", "sam"])
def test_everybody_sees_the_sign_on_home_and_among_the_people(morning, consent, who):
    member = getattr(morning, who)
    for path in ("", "people"):
        html = page(morning, member, path)
        assert "Ruth looks in until" in html
        assert "rungs and decisions, counts" in html


def test_the_sign_goes_when_the_last_day_is_over(morning, consent):
    Consent.objects.filter(id=consent.id).update(until_on=timezone.localdate() - timedelta(days=1))
    known.forget()
    assert "Ruth looks in" not in page(morning, morning.maya)
    assert "Its last day was" in page(morning, morning.maya, "looking-in/")


def test_a_parent_stops_and_narrows_with_one_tap(morning, consent):
    html = page(morning, morning.sam, "looking-in/")
    assert html.count("Stop sharing") == 2 + 1 + 4  # kinds, routine, people
    post(morning, morning.sam, f"{consent.id}/narrow", kind="counts")
    post(morning, morning.sam, f"{consent.id}/narrow", member=morning.bo.id)
    assert now(consent).kinds == ["rungs"]
    assert morning.bo.id not in now(consent).member_ids
    assert post(morning, morning.sam, f"{consent.id}/end").status_code == 302
    html = page(morning, morning.maya, "looking-in/")
    assert "Ended by Sam on" in html
    assert "Share again" in html
    assert "Ruth looks in until" not in page(morning, morning.maya)


@pytest.mark.parametrize("who", ["maya", "leo", "nana"])
def test_everybody_reads_that_it_goes_back_before_the_day_it_was_given(morning, consent, who):
    html = page(morning, getattr(morning, who), "looking-in/")
    assert "What was written, told and decided before" in html
    assert "is shown, too." in html


def test_nonsense_narrows_nothing(morning, consent):
    post(morning, morning.maya, f"{consent.id}/narrow", kind="everything", member="x", routine="-1")
    assert now(consent).turn == 0


def test_a_teen_reads_what_is_seen_and_says_no(morning, consent):
    html = page(morning, morning.leo, "looking-in/")
    assert "Ruth sees your part" in html
    assert "Stop sharing" not in html
    assert "Make a link" not in html
    post(morning, morning.leo, f"with/{consent.facilitator_id}/part", part="no")
    assert morning.leo.id not in onlooker_of(now(consent)).member_ids
    html = page(morning, morning.leo, "looking-in/")
    assert "My part again" in html
    assert "said no for their own part" in html
    post(morning, morning.leo, f"with/{consent.facilitator_id}/part", part="yes")
    assert morning.leo.id in onlooker_of(now(consent)).member_ids


def test_whose_part_is_not_shared_is_told_so(morning, consent):
    assert "Nothing of yours is shared with Ruth" in page(morning, morning.sam, "looking-in/")


def test_a_supporter_sees_their_own_part_and_nothing_of_the_others(morning, consent):
    html = page(morning, morning.nana, "looking-in/")
    assert "Ruth sees your part" in html
    assert "What they opened" not in html
    assert "Of which routines" not in html
    post(morning, morning.nana, f"with/{consent.facilitator_id}/part", part="no")
    assert ConsentRefusal.objects.get().member_id == morning.nana.id


def test_what_was_opened_stands_there_by_day(morning, consent):
    onlooker = onlooker_of(now(consent))
    for minutes in (50, 20):
        looked_in(onlooker=onlooker, page="review", at=timezone.now() - timedelta(minutes=minutes))
    looked_in(onlooker=onlooker, page="step", at=timezone.now(), step=morning.dress.id, routine=morning.routine.id)
    looked_in(onlooker=onlooker, page="strange", at=timezone.now() - timedelta(days=3))
    html = page(morning, morning.leo, "looking-in/")
    assert "opened a step, “Get dressed”" in html
    assert html.count("opened the overview") == 1
    assert "opened a page" in html


def test_what_was_opened_is_paged(morning, consent):
    onlooker = onlooker_of(now(consent))
    for _ in range(61):
        last = looked_in(onlooker=onlooker, page="review", at=timezone.now())
    html = page(morning, morning.maya, "looking-in/")
    assert f"?before={last.id - 59}#opened" in html
    assert "Newest" in page(morning, morning.maya, f"looking-in/?before={last.id - 59}")


def test_the_history_tells_it(morning, consent):
    refuse_part(actor=as_actor(morning.bo), facilitator_id=consent.facilitator_id, at=timezone.now())
    html = page(morning, morning.maya, "history")
    assert "Ruth took the link from Maya and looks in now." in html
    assert "Bo said “not my part” to Ruth." in html
    assert "shared_kinds" not in html


def test_the_sign_costs_nothing_once_it_was_read(morning, consent):
    household = type(morning.household).objects.get(id=morning.household.id)
    known.who_looks_in(household, timezone.localdate())
    with CaptureQueriesContext(connection) as queries:
        assert known.who_looks_in(household, timezone.localdate())
    assert len(queries) == 0


def test_a_child_who_became_a_teen_finds_their_no_at_their_own_sign_in(morning, consent):
    refuse_part(actor=as_actor(morning.bo), facilitator_id=consent.facilitator_id, at=timezone.now())
    look = Look(morning.bo.name, morning.bo.face, morning.bo.colour)
    change_member(actor=as_actor(morning.maya), member_id=morning.bo.id, who=Who("teen"), look=look, at=timezone.now())
    bo = join(morning.maya, morning.bo)
    assert "My part again" in page(morning, bo, "looking-in/")
