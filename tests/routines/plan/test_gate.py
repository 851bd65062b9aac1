"""Who gets in where: every address of the plan, for everybody who has no business there."""

from datetime import timedelta

import pytest

from routines.models import AgendaItem
from routines.urls_plan import plan_urls
from tests.routines.morning import facts

PAGES = {
    "household": (),
    "history": (),
    "pictograms": (),
    "routine_new": (),
    "routine_start": (),
    "routine_edit": ("routine",),
    "routine_changes": ("routine",),
    "step_new": ("routine",),
    "step_edit": ("step",),
}
VERBS = {
    "routine_new": (),
    "routine_start": (),
    "routine_edit": ("routine",),
    "routine_archive": ("routine",),
    "routine_restore": ("routine",),
    "step_new": ("routine",),
    "step_edit": ("step",),
    "step_move": ("step",),
    "step_archive": ("step",),
    "step_restore": ("step",),
    "undo": ("event",),
    "agenda_done": ("item",),
}
ONLY_POSTED = sorted(VERBS.keys() - PAGES.keys())
WITH_ID = sorted((PAGES | VERBS).items() - {(name, ()) for name in PAGES | VERBS})


@pytest.fixture
def ids(morning):
    morning.settle(morning.consented(), by=morning.maya, review_on=morning.today + timedelta(days=7))
    return {
        "routine": morning.routine.id,
        "step": morning.dress.id,
        "event": morning.events("routine.made")[0].id,
        "item": AgendaItem.objects.get().id,
    }


def test_every_address_is_tested():
    assert {each.name for each in plan_urls} == PAGES.keys() | VERBS.keys()


@pytest.mark.parametrize("name", ONLY_POSTED)
def test_verbs_are_not_done_by_looking(name, maya, ids):
    before = facts()
    assert maya.get(name, *(ids[each] for each in VERBS[name])).status_code == 405
    assert facts() == before


@pytest.mark.parametrize("name", sorted(PAGES))
def test_neighbours_find_no_page(name, browse, ids):
    neighbour = browse("neighbour")
    assert neighbour.get(name, *(ids[each] for each in PAGES[name])).status_code == 404


@pytest.mark.parametrize("name", sorted(VERBS))
def test_neighbours_find_no_verb(name, browse, ids):
    before = facts()
    neighbour = browse("neighbour")
    assert neighbour.post(name, *(ids[each] for each in VERBS[name])).status_code == 404
    assert facts() == before


@pytest.mark.parametrize("name", sorted(PAGES))
def test_strangers_are_asked_to_sign_in(name, browse, ids):
    answer = browse(None).get(name, *(ids[each] for each in PAGES[name]))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", sorted(VERBS))
def test_strangers_do_nothing(name, browse, ids):
    before = facts()
    assert browse(None).post(name, *(ids[each] for each in VERBS[name])).status_code == 404
    assert facts() == before


@pytest.mark.parametrize("unknown", [987654321, 10**30])
@pytest.mark.parametrize(("name", "wanted"), WITH_ID)
def test_an_unknown_thing_is_not_there(name, wanted, unknown, maya):
    before = facts()
    answer = maya.get(name, unknown) if name in PAGES else maya.post(name, unknown)
    assert answer.status_code == 404
    assert facts() == before


@pytest.mark.parametrize(("name", "wanted"), WITH_ID)
def test_the_neighbours_things_are_not_there(name, wanted, browse, ids, morning):
    """The neighbour in their own house names a thing of this family."""
    neighbour = browse("neighbour")
    neighbour.household_id = morning.cast.next_door.id
    before = facts()
    thing = ids[wanted[0]]
    answer = neighbour.get(name, thing) if name in PAGES else neighbour.post(name, thing)
    assert answer.status_code == 404
    assert facts() == before
