"""The ladder board and the routine's head: where every step stands, and when."""

from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routines.models.snapshots import RoutineState
from routines.regions.look import Look
from routines.regions.values import (
    BoardView,
    CardPerson,
    CardView,
    HeadView,
    Lane,
    LinePoint,
)
from routines.rules.clock import Slot, Timetable, on, timetable
from routines.rules.ladder import Deed, may
from routines.rules.situation import Situation
from routines.rules.state import Rung, StepState
from routines.rules.voices import heard, missing
from routines.rules.weekdays import next_day
from routines.words import rung_name, rung_words
from routines.words.days import clock_words, days_in_words

HIGHEST_FIRST = (Rung.COPRODUCE, Rung.CODESIGN, Rung.CONSULT, Rung.INFORM)


def times_of(routine: RoutineState) -> Timetable:
    """Return a routine's timetable; the routine must hold all its steps, hidden ones too."""
    slots = tuple(Slot(s.id, s.minutes, s.alongside, s.affected) for s in routine.steps)
    return _timetable(slots, routine.anchor, routine.anchor_time)


_timetable = lru_cache(maxsize=1024)(timetable)


def board_view(
    look: Look,
    routine: RoutineState,
    wants: frozenset[int],
    *,
    selected: int | None = None,
    as_list: bool = False,
) -> BoardView:
    """Return the board for one viewer; `wants` are the steps that want something of them."""
    times = times_of(routine)
    visible = look.visible(routine)
    cards = tuple(
        card_view(look, step, column, times, wants=step.id in wants, selected=step.id == selected)
        for column, step in enumerate(visible.steps, start=1)
    )
    return BoardView(
        household_id=look.household_id,
        routine_id=routine.id,
        revision=max([routine.revision, *(step.revision for step in visible.steps)]),
        lanes=tuple(_lane(look, rung) for rung in HIGHEST_FIRST),
        cards=cards,
        line=tuple(LinePoint(card.column, 5 - card.rung) for card in cards),
        as_list=as_list,
        may_order=may_order(look) and len(cards) > 1,
        may_add=bool(may(Deed.ADD_STEP, _plan(look))) and not routine.archived,
    )


def card_view(look: Look, step: StepState, column: int, times: Timetable, *, wants: bool, selected: bool) -> CardView:
    """Return one step's card; `column` counts from 1."""
    asked = step.question
    spoke = {voice.member for voice in heard(asked)} if asked else set()
    to_go = look.persons(missing(asked)) if asked else ()
    return CardView(
        household_id=look.household_id,
        step_id=step.id,
        column=column,
        title=step.title,
        pictogram=step.pictogram,
        rung=step.rung,
        rung_name=str(rung_name(step.rung)),
        minutes=step.minutes,
        start=clock_words(times.starts_at(step.id)),
        alongside=step.alongside,
        people=tuple(
            CardPerson(person, person.id in spoke if asked else None) for person in look.persons(step.affected)
        ),
        names=look.names(look.persons(step.affected)),
        doers=look.persons(step.doers),
        to_go=len(to_go),
        missing_names=look.names(to_go),
        open=asked is not None,
        wants_me=wants,
        selected=selected,
        status=_status(look, step, len(to_go)),
        override=step.has_override,
        over_to_you=step.over_to_you,
    )


def head_view(look: Look, routine: RoutineState, *, as_list: bool = False) -> HeadView:
    """Return a routine's title, days and times."""
    times = times_of(routine)
    may_edit = bool(may(Deed.EDIT_ROUTINE, _plan(look)))
    return HeadView(
        household_id=look.household_id,
        routine_id=routine.id,
        revision=routine.revision,
        title=routine.title,
        days=days_in_words(routine.weekdays),
        leave=clock_words(times.leave),
        start=clock_words(times.start),
        anchor=routine.anchor,
        total_minutes=times.total_minutes,
        note=_note(look, routine, times),
        as_list=as_list,
        may_edit=may_edit,
        may_add=bool(may(Deed.ADD_STEP, _plan(look))) and not routine.archived,
        archived=routine.archived,
    )


def may_order(look: Look) -> bool:
    """Return whether the viewer may put steps in another order."""
    return bool(may(Deed.ORDER_STEPS, _plan(look)))


def _plan(look: Look) -> Situation:
    return Situation(
        today=look.today,
        now=look.now,
        actor=look.viewer,
        speaker=look.viewer,
        members=look.people,
    )


def _lane(look: Look, rung: Rung) -> Lane:
    words = rung_words(rung, look.viewer.kind, look.viewer.age_band)
    return Lane(rung, str(rung_name(rung)), str(words))


def _status(look: Look, step: StepState, to_go: int) -> str:
    """Return where a step stands, in a few words."""
    if step.question:
        if to_go:
            return ngettext("%(n)d voice to go", "%(n)d voices to go", to_go) % {"n": to_go}
        return _("everybody was heard")
    decision = step.last.decision if step.last else None
    if decision is None:
        if step.over_to_you and step.affected:
            return _("over to %(names)s") % {"names": look.names(look.persons(step.affected))}
        return ""
    day = look.day_short(decision.at)
    if decision.trial_until and decision.trial_until >= look.today:
        return _("trying it until %(day)s") % {"day": look.day(decision.trial_until)}
    words = {
        "informed": _("everybody knows, %(day)s"),
        "decided": _("answered %(day)s"),
        "counted": _("voted %(day)s"),
        "agreed": _("agreed %(day)s"),
        "own": _("chosen %(day)s"),
        "unchanged": _("stays as it is, %(day)s"),
    }
    return words[decision.kind] % {"day": day}


def _note(look: Look, routine: RoutineState, times: Timetable) -> str:
    """Return a sentence where times are missing, do not fit, or the clocks change."""
    if times.code != "ok":
        return look.says(str(times.code), dict(times.params))
    day = next_day(routine.weekdays, look.today)
    real = on(day, look.time_zone, times) if day else None
    if real is None or not real.shift_minutes:
        return ""
    return _("The clocks change on %(day)s: start at %(start)s and leave at %(leave)s that morning.") % {
        "day": look.day(day),
        "start": clock_words(real.start),
        "leave": clock_words(real.leave),
    }
