from uuid import uuid4

import pytest

from households.pictograms import exists
from routines.models import Routine, Step
from routines.rules.clock import Slot, timetable
from routines.rules.small_steps import LONGEST, MOST, lines
from routines.rules.state import Kind, Person, Rung
from routines.starters import STARTERS, WHO, fitted
from tests.routines.plan.browser import text_of

FAMILIES = {
    "one parent": ["parent"],
    "parent and small child": ["parent", "child"],
    "parent, teen, two small": ["parent", "teen", "child", "child"],
    "parent and teen": ["parent", "teen"],
    "everybody": ["parent", "parent", "teen", "child", "supporter"],
}


def people(kinds):
    return [Person(number, f"P{number}", Kind(kind)) for number, kind in enumerate(kinds, start=1)]


@pytest.mark.parametrize("starter", STARTERS, ids=lambda starter: starter.key)
@pytest.mark.parametrize("kinds", FAMILIES.values(), ids=FAMILIES.keys())
def test_every_beginning_fits_every_family(starter, kinds):
    steps = fitted(starter, people(kinds), 1)
    slots = [Slot(i, s.step.minutes, s.alongside, s.affected) for i, s in enumerate(steps)]
    times = timetable(slots, starter.anchor, starter.at)
    assert times.code in ("ok", "no_time")
    for fit in steps:
        assert fit.affected
        assert (fit.decider == 1) == (fit.step.rung is Rung.CONSULT)


@pytest.mark.parametrize("starter", STARTERS, ids=lambda starter: starter.key)
def test_beginnings_keep_to_the_ladder(starter):
    assert exists(starter.pictogram)
    for step in starter.steps:
        assert exists(step.pictogram)
        assert step.who in WHO
        assert step.why
        assert step.rung is Rung.INFORM or not (step.safety or step.over_to_you)
        assert step.rung is not Rung.CODESIGN or step.limits
        assert step.least is None or step.least <= step.minutes
        small = lines(str(step.small_steps))
        assert len(small) <= MOST
        assert all(len(line) <= LONGEST for line in small)


def test_supporters_are_named_by_nothing():
    for starter in STARTERS:
        for fit in fitted(starter, people(["parent", "supporter"]), 1):
            assert 2 not in fit.affected


def test_a_school_morning_shows_all_four_rungs():
    assert {step.rung for step in STARTERS[0].steps} == set(Rung)


def test_a_beginning_becomes_the_familys_own(maya, morning):
    answer = maya.post("routine_start", starter="school")
    routine = Routine.objects.latest("id")
    assert answer["Location"] == maya.url("routine", routine.id)
    assert routine.title == "School morning"
    steps = {step.title: step for step in Step.objects.filter(routine=routine)}
    own = steps["Your own breakfast"]
    assert list(own.people.values_list("member_id", "part")) == [(morning.leo.id, "affected")]
    assert own.alongside
    assert steps["Get dressed"].decider_id == morning.maya.id
    assert steps["Get dressed"].least == 5
    assert "Socks" in lines(steps["Get dressed"].small_steps)
    assert [e.kind for e in morning.events()][-len(steps) - 1 :] == ["routine.made", *["step.added"] * len(steps)]


def test_the_same_tap_begins_once(maya):
    tap = str(uuid4())
    first = maya.post("routine_start", starter="evening", tap=tap)
    again = maya.post("routine_start", starter="evening", tap=tap)
    assert first["Location"] == again["Location"]
    assert Routine.objects.count() == 2


def test_all_or_nothing(maya, monkeypatch):
    from routines.actions import starter

    def fails(**_about):
        raise RuntimeError

    monkeypatch.setattr(starter, "add_step", fails)
    with pytest.raises(RuntimeError):
        maya.post("routine_start", starter="school")
    assert Routine.objects.count() == 1


def test_an_unknown_beginning_is_not_there(maya):
    assert maya.post("routine_start", starter="nonsense").status_code == 404
    assert maya.post("routine_start").status_code == 404


def test_beginning_with_nothing_leads_to_the_form(maya):
    page = text_of(maya.get("routine_start"))
    assert maya.url("routine_new") in page
    assert "School morning" in page


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_only_parents_begin(browse, who):
    browser = browse(who)
    assert browser.get("routine_start").status_code == 403
    assert browser.post("routine_start", starter="school").status_code == 422
    assert Routine.objects.count() == 1
