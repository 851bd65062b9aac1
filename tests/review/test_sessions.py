"""Reviews held together: an agenda by both sides, one summary, both signatures, and no more once it is over."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from households.actions.refusal import Missing, Refused
from households.models import Consent
from routines.actions import review_family as family
from routines.actions import review_session as theirs
from routines.models import ReviewItem, ReviewSession
from routines.regions.review.scene import review_scene
from routines.regions.review.sessions import session_views, sessions_seen
from tests.cast import client_of
from tests.review.lookers import browser_of, looking_in, onlooker


@pytest.fixture
def session(morning, consent):
    on = morning.today + timedelta(days=3)
    return theirs.plan_session(onlooker=onlooker(consent), on=on, at=morning.now).subject_key


@pytest.fixture
def do(morning, consent, session):
    """Let the facilitator do something in the review."""
    return lambda verb, **about: verb(onlooker=onlooker(consent), session_id=session, at=morning.now, **about)


@pytest.fixture
def they(morning, session):
    """Let somebody of the family do something in the review."""
    return lambda who, verb, **about: verb(actor=morning.actor(who), session_id=session, at=morning.now, **about)


def row() -> ReviewSession:
    return ReviewSession.objects.get()


def address(consent) -> str:
    """Return where the facilitator reads the one review."""
    page = browser_of(consent).get(reverse("review_sessions", args=[consent.key])).content.decode()
    token = page.split(f"/review/{consent.key}/together/")[1].split("/")[0]
    return reverse("review_session", args=[consent.key, token])


def summed_up(do, text="We keep the song.") -> int:
    do(theirs.sum_up, summary=text, version=row().version)
    return row().version


def test_both_sides_write_the_agenda(morning, consent, do, they):
    do(theirs.add_item, text="The car")
    they(morning.leo, family.add_family_item, text="Tuesdays")
    page = browser_of(consent).get(address(consent)).content.decode()
    assert all(each in page for each in ("The car", "from you", "Tuesdays", "from Leo"))
    page = client_of(morning.maya).get(reverse("asked", args=[morning.household.id])).content.decode()
    assert "The car" in page
    assert "Tuesdays" in page


def test_each_takes_off_only_their_own(morning, do, they):
    do(theirs.add_item, text="The car")
    they(morning.leo, family.add_family_item, text="Tuesdays")
    car, tuesdays = ReviewItem.objects.order_by("id").values_list("id", flat=True)
    with pytest.raises(Missing):
        do(theirs.remove_item, item_id=tuesdays)
    for who, item in ((morning.leo, car), (morning.maya, tuesdays)):
        with pytest.raises(Missing):
            they(who, family.remove_family_item, item_id=item)
    do(theirs.remove_item, item_id=car)
    they(morning.leo, family.remove_family_item, item_id=tuesdays)
    assert not ReviewItem.objects.filter(taken_back_at=None).exists()


def test_talked_about_and_not_yet(do):
    do(theirs.add_item, text="The car")
    item = ReviewItem.objects.get()
    do(theirs.tick_item, item_id=item.id)
    assert ReviewItem.objects.get().done_at is not None
    do(theirs.tick_item, item_id=item.id)
    assert ReviewItem.objects.get().done_at is None


def test_who_wrote_meanwhile_keeps_what_they_typed(consent, do):
    stale = row().version
    summed_up(do)
    where = address(consent)
    answer = browser_of(consent).post(where + "summary", {"text": "My long words", "version": stale})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "My long words" in page
    assert "We keep the song." in page
    assert row().summary == "We keep the song."


def test_a_summary_is_signed_by_both(morning, consent, do, they):
    version = summed_up(do)
    do(theirs.sign, version=version)
    they(morning.leo, family.sign_for_family, version=version)
    assert None not in (row().signed_at, row().family_signed_at)
    assert row().family_signed_by_id == morning.leo.id
    page = browser_of(consent).get(address(consent)).content.decode()
    assert "signed by both sides" in page


def test_nobody_signs_what_they_have_not_read(morning, do, they):
    with pytest.raises(Refused) as nothing:
        do(theirs.sign, version=0)
    version = summed_up(do)
    with pytest.raises(Refused) as other:
        they(morning.maya, family.sign_for_family, version=version - 1)
    assert (nothing.value.code, other.value.code) == ("review_nothing_to_sign", "review_changed")


@pytest.mark.parametrize(("who", "error"), [("ivy", Refused), ("nana", Missing)])
def test_children_and_supporters_do_not_sign(morning, do, they, who, error):
    version = summed_up(do)
    with pytest.raises(error):
        they(getattr(morning, who), family.sign_for_family, version=version)


def test_a_changed_summary_is_signed_anew(morning, do, they):
    version = summed_up(do)
    they(morning.maya, family.sign_for_family, version=version)
    assert do(theirs.sum_up, summary="We keep the song.", version=version) is None
    assert row().family_signed_at is not None
    summed_up(do, "We keep it on Fridays.")
    assert (row().signed_at, row().family_signed_at, row().family_signed_by_id) == (None, None, None)


def test_what_both_signed_stays_as_it_is(morning, consent, do, they):
    do(theirs.add_item, text="The car")
    they(morning.leo, family.add_family_item, text="Tuesdays")
    car, tuesdays = ReviewItem.objects.order_by("id").values_list("id", flat=True)
    version = summed_up(do)
    do(theirs.sign, version=version)
    they(morning.maya, family.sign_for_family, version=version)
    for act in (
        lambda: do(theirs.sum_up, summary="We keep it on Fridays.", version=version),
        lambda: do(theirs.sum_up, summary="", version=version),
        lambda: do(theirs.remove_item, item_id=car),
        lambda: do(theirs.tick_item, item_id=car),
        lambda: do(theirs.call_off),
        lambda: they(morning.leo, family.remove_family_item, item_id=tuesdays),
        lambda: they(morning.leo, family.add_family_item, text="More"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "review_signed"
    page = browser_of(consent).get(address(consent)).content.decode()
    assert "We keep the song." in page
    assert "Save the summary" not in page
    asked = client_of(morning.maya).get(reverse("asked", args=[morning.household.id])).content.decode()
    assert "Put it on the list" not in asked


def test_a_summary_is_not_emptied(morning, consent, do, they):
    version = summed_up(do)
    they(morning.maya, family.sign_for_family, version=version)
    answer = browser_of(consent).post(address(consent) + "summary", {"text": " ", "version": version})
    assert answer.status_code == 422
    assert "A summary is not emptied." in answer.content.decode()
    assert row().summary == "We keep the song."
    assert row().family_signed_at is not None


@pytest.mark.parametrize("by_family", [True, False])
def test_called_off_nothing_more_is_done(morning, consent, do, they, by_family):
    if by_family:
        they(morning.leo, family.call_off_for_family)
    else:
        do(theirs.call_off)
    for act in (
        lambda: do(theirs.add_item, text="The car"),
        lambda: do(theirs.sum_up, summary="Words", version=0),
        lambda: they(morning.maya, family.add_family_item, text="Tuesdays"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "review_session_over"
    assert "called off" in browser_of(consent).get(address(consent)).content.decode()


def test_an_ended_consent_ends_what_the_facilitator_does(morning, consent, session):
    looking, where = onlooker(consent), address(consent)
    Consent.objects.filter(id=consent.id).update(ended_at=morning.now, ended_why="ended", ended_by=morning.maya)
    with pytest.raises(Refused) as refused:
        theirs.sum_up(onlooker=looking, session_id=session, summary="Words", version=0, at=morning.now)
    assert refused.value.code == "review_over"
    answer = browser_of(consent).post(where + "summary", {"text": "Half a summary", "version": 0})
    assert answer.status_code == 410
    assert "Half a summary" in answer.content.decode()
    assert row().summary == ""


def test_days_of_signing_are_the_familys(morning, consent, do):
    summed_up(do)
    household = morning.household
    type(household).objects.filter(id=household.id).update(time_zone="Pacific/Auckland")
    ReviewSession.objects.update(signed_at=datetime(2026, 3, 2, 20, 0, tzinfo=UTC))
    scene = review_scene(onlooker(consent), morning.now)
    (view,) = session_views(scene, sessions_seen(scene))
    assert view.signed == "Tuesday 3 March"


def test_another_facilitators_review_is_not_there(morning, session):
    other = looking_in(morning)
    with pytest.raises(Missing):
        theirs.call_off(onlooker=onlooker(other), session_id=session, at=morning.now)
