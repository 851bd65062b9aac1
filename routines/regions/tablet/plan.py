"""The plan as pictures in order, for everybody at the tablet: nothing on it is one person's own."""

from dataclasses import replace

from django.utils.translation import gettext as _

from routines.models.snapshots import RoutineState
from routines.regions.answered import headline
from routines.regions.board import times_of
from routines.regions.look import Look
from routines.regions.tablet.room import Room
from routines.regions.tablet.values import PlanStep, PlanTab, PlanView
from routines.rules.clock import Timetable
from routines.rules.state import Person, StepState
from routines.rules.tablet import next_run, seen_by_all
from routines.words import rung_words
from routines.words.days import clock_words
from routines.words.fields import minutes_words

NO_PICTURE = "sun-with-face"
YOUNGEST = ("3-5", "6-9", "10-12", "")


def plan_view(room: Room, faces: tuple[Person, ...], reader: Person | None, routine_id: int | None) -> PlanView | None:
    """Return a routine as pictures: the one asked for, else the next; None where the household has none.

    `faces` are all who may sit at the tablet: a step somebody of them may not see is not there. `reader` is who
    sits, if somebody does; the words are in their age.
    """
    if not room.routines:
        return None
    look = replace(room.common_look(), viewer=reader or _some_child(faces) or room.common_look().viewer)
    chosen = next((each for each in room.routines if each.id == routine_id), room.routines[0])
    times = times_of(chosen)
    steps = tuple(look.here(step) for step in chosen.steps if seen_by_all(step, faces))
    return PlanView(
        revision=room.household.revision,
        title=chosen.title,
        day=_day(room, chosen),
        leave=clock_words(times.leave),
        steps=tuple(_step(look, step, times) for step in steps),
        tabs=_tabs(room, chosen, faces) if len(room.routines) > 1 else (),
    )


def _some_child(faces: tuple[Person, ...]) -> Person | None:
    """Return the youngest in words: what they understand, all do."""
    return (
        min(faces, key=lambda person: (person.age_band == "", person.age_band == "10-12", person.age_band))
        if faces
        else None
    )


def _day(room: Room, routine: RoutineState) -> str:
    day = next_run(routine.weekdays, times_of(routine).leave, room.local)
    if day is None:
        return ""
    ahead = (day - room.local.date()).days
    near = {0: _("Today"), 1: _("Tomorrow")}
    return near.get(ahead) or room.common_look().day(day)


def _tabs(room: Room, chosen: RoutineState, faces: tuple[Person, ...]) -> tuple[PlanTab, ...]:
    return tuple(
        PlanTab(routine.id, routine.title, _picture(routine, faces), routine.id == chosen.id)
        for routine in room.routines
    )


def _picture(routine: RoutineState, faces: tuple[Person, ...]) -> str:
    return next((step.pictogram for step in routine.steps if seen_by_all(step, faces)), NO_PICTURE)


def _step(look: Look, step: StepState, times: Timetable) -> PlanStep:
    people, decided = look.persons(step.affected), headline(look, step.last) if step.last else ""
    words = _rung_words(look, step)
    start = clock_words(times.starts_at(step.id))
    parts = (step.title + ".", look.names(people) and look.names(people) + ".", decided or words)
    return PlanStep(
        title=step.title,
        pictogram=step.pictogram,
        rung=step.rung,
        rung_words=words,
        people=people,
        doers=look.persons(step.doers),
        start=start,
        minutes=step.minutes,
        minutes_words=minutes_words(step.minutes),
        decided=decided,
        over_to_you=step.over_to_you,
        say=" ".join(part for part in parts if part),
    )


def _rung_words(look: Look, step: StepState) -> str:
    if step.own_matter_of is not None:
        return _("%(who)s chooses this.") % {"who": look.person(step.own_matter_of).name}
    return rung_words(step.rung, look.viewer.kind, look.viewer.age_band)
