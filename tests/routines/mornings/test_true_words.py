"""What is said when a routine begins and ends is true for every routine: also for an afternoon, and for coming home."""

from datetime import time, timedelta

import pytest

from routines.event_words import done_words
from routines.models import Morning, Routine, mornings
from routines.words.noticing import how_was
from tests.routines.morning import MONDAY
from tests.routines.mornings.run import Run
from tests.routines.plan.browser import text_of


@pytest.fixture
def home(morning):
    """Coming home: it starts at a time, and nobody leaves."""
    Routine.objects.filter(id=morning.routine.id).update(
        title="Coming home", anchor="start", anchor_time=time(16), revision=99
    )
    return Run(morning)


def test_a_routine_that_leaves_says_we_are_off(run, at):
    page = text_of(at(run.family.maya).get(f"/h/{run.family.household.id}/m/{run.id}/"))
    assert "We’re off" in page
    assert done_words(run.leave()) == "You are off. Have a good day."


def test_coming_home_is_done(home, at):
    page = text_of(at(home.family.maya).get(f"/h/{home.family.household.id}/m/{home.id}/"))
    assert "We are done" in page
    assert "We’re off" not in page
    assert done_words(home.leave()) == "All done. Enjoy what comes now."


def copied(morning, routine):
    """Let the same have been lived in another routine."""
    steps = {step: list(step.doings.all()) for step in morning.steps.all()}
    morning.pk, morning.routine, morning.title = None, routine, routine.title
    saved(morning)
    for step, people in steps.items():
        step.pk, step.morning = None, morning
        saved(step)
        for each in people:
            each.pk, each.morning, each.morning_step = None, morning, step
            saved(each)


def saved(row):
    row._state.adding = True
    row.save()


def test_home_names_each_of_several_routines(run, at):
    """Two on one day would read alike."""
    family = run.family
    run.leave()
    second = Routine.objects.create(household=family.household, title="Coming home", revision=1, created_at=MONDAY)
    copied(Morning.objects.get(id=run.id), second)
    page = text_of(at(family.leo).get(f"/h/{family.household.id}/"))
    assert "How was “Coming home”?" in page
    assert "How was “Monday”?" in page
    assert "How was the morning?" not in page


@pytest.mark.parametrize(
    ("days", "named", "words"),
    [
        (0, False, "How was the morning?"),
        (0, True, "How was “Coming home”?"),
        (1, False, "How was yesterday’s morning?"),
        (1, True, "How was “Coming home” yesterday?"),
    ],
)
def test_the_question_names_what_is_no_morning(days, named, words):
    today = MONDAY.date()
    assert how_was("Coming home", today - timedelta(days=days), today, named=named) == words


def test_an_afternoon_is_no_morning(run):
    assert run.state.before_noon
    Morning.objects.filter(id=run.id).update(started_at=MONDAY + timedelta(hours=9), revision=10**6)
    mornings.forget()
    assert not run.state.before_noon
