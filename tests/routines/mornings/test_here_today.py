"""Somebody falls sick, or comes, while a morning runs: it knows at once, and picks go by the rule of fair turns."""

import pytest

from households.models import Event
from routines.actions.pause import end_pause, set_pause
from routines.actions.presence import set_day
from routines.event_words import done_words
from tests.routines.mornings.run import Run
from tests.routines.verbs.undoing import back


def sick(run, who=None) -> Event:
    family = run.family
    today = family.now.date()
    about = {"kind": "sick", "from_on": today, "until_on": today, "member_id": who and who.id}
    return set_pause(actor=family.actor(family.maya), **about, at=family.now)


def people(run) -> set[int]:
    """Return whom the running morning has a part for."""
    return {doing.member for step in run.state.steps for doing in step.doings}


def test_who_falls_sick_is_out_of_the_running_morning(run):
    ivy, before = run.family.ivy, run.state.revision
    event = sick(run, ivy)
    assert ivy.id not in people(run)
    assert any(ivy.id in step.away for step in run.state.steps)
    assert run.state.revision > before
    assert event.morning_key == run.id
    assert done_words(event).startswith("Noted, also in the morning that runs now: nobody waits for Ivy.")


def test_what_was_done_stays_done(run):
    ivy, dress = run.family.ivy, run.family.dress
    run.done(ivy, dress)
    sick(run, ivy)
    assert run.step(dress).doing(ivy.id).done_at is not None
    assert ivy.id not in run.step(run.family.breakfast).members


@pytest.mark.parametrize("how", ["undo", "ended"])
def test_it_can_be_taken_back_and_ended(run, how):
    family, before = run.family, run.state.steps
    event = sick(run, family.ivy)
    if how == "undo":
        back(family, event)
    else:
        ended = end_pause(actor=family.actor(family.maya), pause_id=event.subject_key, at=family.now)
        assert done_words(ended) == "Welcome back. Ivy has a part in the morning that runs now."
    assert run.state.steps == before


def test_a_day_away_and_here_again(run):
    family, before = run.family, run.state.steps
    about = {"actor": family.actor(family.maya), "member_id": family.ivy.id, "on": family.now.date()}
    set_day(**about, here=False, at=family.now)
    assert family.ivy.id not in people(run)
    set_day(**about, here=True, at=family.now)
    assert run.state.steps == before


def test_who_was_away_at_the_start_may_come(morning):
    about = {"actor": morning.actor(morning.maya), "member_id": morning.ivy.id, "on": morning.now.date()}
    set_day(**about, here=False, at=morning.now)
    run = Run(morning)
    assert morning.ivy.id not in people(run)
    set_day(**about, here=True, at=morning.now)
    assert morning.ivy.id in run.step(morning.dress).affected


def test_a_break_of_everybody_stops_no_morning_that_runs(run):
    before = run.state.steps
    assert sick(run).morning_key is None
    assert run.state.steps == before
