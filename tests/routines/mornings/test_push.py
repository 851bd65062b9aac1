"""What open pages of a running morning are sent, and what they are not."""

import pytest
from django.db import transaction

from households.live import listening
from households.live.change import ANEW, Viewer
from routines.actions.step import archive_step
from routines.actions.take_back import take_back
from routines.regions.push import catch_up, render
from tests.routines.morning import Morning, assembled

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def morning(transactional_db) -> Morning:
    """A family whose changes are committed, so that they are told."""
    return assembled()


def looks(run, who, page="morning", **more) -> Viewer:
    about = {"household_id": who.household_id, "member_id": who.id, "kind": who.kind, "language": "en", **more}
    return Viewer(**about, page=page, morning_id=run.id if page == "morning" else None)


def pushed(viewer, act) -> str:
    """Do something and return what this viewer is sent for it."""
    with listening() as changes:
        act()
    assert len(changes) == 1
    return render(changes[0], [viewer]).get(viewer, "")


def test_a_tap_reaches_everybody_who_looks_on(run, morning):
    html = pushed(looks(run, morning.maya), lambda: run.done(morning.leo, morning.car))
    for region in ("head", "asks", "picks", "cards", "foot", "steps"):
        assert f'hx-target="#morning-{region}"' in html
    assert "Not done yet" not in html.partition(f'id="run-{morning.leo.id}"')[2].partition("</article>")[0]


def test_a_supporter_gets_only_what_names_them(run, morning):
    html = pushed(looks(run, morning.nana), lambda: run.done(morning.leo, morning.car))
    assert "Breakfast" in html
    for hidden in ("Into the car", "Get dressed", "The game"):
        assert hidden not in html


def test_the_neighbours_get_nothing(run, morning):
    claim = looks(run, morning.neighbour, household_id=morning.household.id)
    assert pushed(claim, lambda: run.done(morning.leo, morning.car)) == ""


def test_one_persons_page_gets_one_card(run, morning):
    html = pushed(looks(run, morning.leo, speaker_id=morning.leo.id), lambda: run.done(morning.leo, morning.car))
    assert html.count("<article") == 1


def test_a_wish_shows_on_every_screen(run, morning):
    html = pushed(looks(run, morning.maya), lambda: run.ask(morning.leo, morning.car, "skip", reason="I cycle."))
    assert "Leo would like to leave out “Into the car” today." in html


def test_when_all_are_off_the_page_is_fetched_anew(run, morning):
    assert pushed(looks(run, morning.leo), run.leave) == ANEW


def test_a_start_taken_back_takes_its_page_along(run, morning):
    event = morning.events("morning.started")[0]

    def back():
        take_back(actor=morning.actor(morning.maya), event_id=event.id, at=morning.now)

    assert pushed(looks(run, morning.leo), back) == ANEW


def test_nothing_is_told_that_was_rolled_back(run, morning):
    with listening() as changes, transaction.atomic():
        run.done(morning.leo, morning.car)
        transaction.set_rollback(True)
    assert changes == []


@pytest.mark.parametrize("page", ["home", "today", "history"])
def test_whole_pages_are_left_alone_by_the_many_taps(run, morning, page):
    viewer = looks(run, morning.maya, page)
    assert pushed(viewer, lambda: run.done(morning.leo, morning.car)) == ""
    assert pushed(viewer, lambda: run.ask(morning.maya, morning.car, "skip", reason="We walk.")) == ANEW
    assert pushed(viewer, run.leave) == ANEW


def test_a_screen_that_slept_catches_up(run, morning):
    viewer, since = looks(run, morning.maya), morning.revision
    run.done(morning.leo, morning.car)
    revision, html = catch_up(viewer, since)
    assert revision == morning.revision
    assert 'hx-target="#morning-cards"' in html
    run.leave()
    assert catch_up(viewer, since)[1] == ANEW


@pytest.mark.parametrize("page", ["home", "today", "history"])
def test_a_whole_page_that_slept_is_fetched_anew(run, morning, page):
    since = morning.revision
    run.done(morning.leo, morning.car)
    assert catch_up(looks(run, morning.maya, page), since)[1] == ANEW


def test_a_change_of_the_plan_is_told_too(run, morning):
    def put_away():
        archive_step(actor=morning.actor(morning.maya), step_id=morning.car.id, at=morning.now)

    assert "no longer in the plan" in pushed(looks(run, morning.maya), put_away)
