"""Reads mornings into the frozen values of the rules, each in at most four queries, kept for as long as it is right."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db import connection

from routines.models.cache import Recent
from routines.models.morning import Morning, MorningStep
from routines.models.noticing import Slip
from routines.models.today_ask import TodayAsk
from routines.rules.morning.state import (
    AskVoice,
    DoingState,
    MorningState,
    MorningStepState,
    SlipState,
)
from routines.rules.morning.state import TodayAsk as AskState
from routines.rules.state import Rung

_mornings_read: Recent[MorningState] = Recent(1024)


def forget() -> None:
    """Forget everything read so far: for tests that roll revisions back, and for measuring cold."""
    _mornings_read.clear()


def morning_state(household_id: int, morning_id: int) -> MorningState | None:
    """Return a morning as it is now, or None. One query if it has not changed since it was last read, else three.

    One more each where a wish waits or something slipped.
    """
    row = Morning.objects.of(household_id).filter(id=morning_id).first()
    return _whole(row) if row else None


def mornings_around(household_id: int, today: date) -> tuple[MorningState, ...]:
    """Return the mornings of a local date and of the day before, the latest started first.

    One that began yesterday may still run past midnight. One query, and those of `morning_of` for each.
    """
    return tuple(_whole(row) for row in morning_rows(household_id, today))


def morning_rows(household_id: int, today: date) -> list[Morning]:
    """Return the rows of the mornings of a local date and of the day before, the latest started first. One query."""
    days = (date.fromordinal(today.toordinal() - 1), today)
    return list(Morning.objects.of(household_id).filter(on__in=days).order_by("-started_at", "-id"))


def morning_of(row: Morning) -> MorningState:
    """Return a morning whose row was read already. No query if it has not changed since, else two.

    One more each where a wish waits or something slipped.
    """
    return _whole(row)


def _whole(row: Morning) -> MorningState:
    kept = _mornings_read.get((row.id, row.revision))
    return kept if kept is not None else _mornings_read.keep((row.id, row.revision), _read(row))


# Asked by hand, as every tap asks: most mornings have neither, and building their queries takes longer than asking.
HAS_ANY = (
    "SELECT"
    " EXISTS (SELECT 1 FROM routines_todayask WHERE household_id = %s AND morning_id = %s AND state = 'waiting'),"
    " EXISTS (SELECT 1 FROM routines_slip WHERE household_id = %s AND morning_id = %s AND taken_back_at IS NULL)"
)


def _read(row: Morning) -> MorningState:
    """Read what belongs to a morning; what there is none of, as its row may say already, is not read."""
    has_asks, has_slips = _has_any(row)
    asks = _asks(row) if has_asks else ()
    slips = _slips(row) if has_slips else ()
    return replace(head_of(row), steps=_steps(row), asks=asks, slips=slips)


def _has_any(row: Morning) -> tuple[bool, bool]:
    """Return whether wishes wait in a morning, and whether something slipped."""
    if hasattr(row, "has_asks"):
        return row.has_asks, row.has_slips
    with connection.cursor() as cursor:
        cursor.execute(HAS_ANY, [row.household_id, row.id] * 2)
        return cursor.fetchone()


def head_of(row: Morning) -> MorningState:
    """Return what a morning's own row says, without its steps."""
    return MorningState(
        id=row.id,
        routine=row.routine_id,
        on=row.on,
        zone=row.time_zone,
        started=row.started_at,
        title=row.title,
        started_by=row.started_by_id,
        planned_leave=row.planned_leave_at,
        leave=row.leave_at,
        left=row.left_at,
        left_by=row.left_by_id,
        tells_minutes=row.tells_minutes,
        revision=row.revision,
    )


def _steps(row: Morning) -> tuple[MorningStepState, ...]:
    """Read steps with their people in one query; a step nobody is here for has none."""
    columns = ("member_id", "done_at", "done_by_id", "ticked", "helps", "unfolded", "member__position")
    found: dict[int, tuple[dict, list[DoingState]]] = {}
    rows = MorningStep.objects.filter(household_id=row.household_id, morning_id=row.id)
    people = ("doings__helps", "doings__member__position", "doings__member_id")
    for step in rows.order_by("position", *people).values(*_STEP, *(f"doings__{each}" for each in columns)):
        _values, doings = found.setdefault(step["id"], (step, []))
        if step["doings__member_id"] is not None:
            doings.append(_doing(step))
    return tuple(_step(values, doings) for values, doings in found.values())


_STEP = (
    "id",
    "position",
    "title",
    "pictogram",
    "minutes",
    "least",
    "rung",
    "step_id",
    "alongside",
    "over_to_you",
    "safety",
    "decider_id",
    "small_steps",
    "away",
    "was",
    "reason",
    "skipped_at",
)


def _doing(row: dict) -> DoingState:
    return DoingState(
        member=row["doings__member_id"],
        done_at=row["doings__done_at"],
        done_by=row["doings__done_by_id"],
        ticked=tuple(row["doings__ticked"] or ()),
        helps=row["doings__helps"],
        unfolded=row["doings__unfolded"],
    )


def _step(row: dict, doings: Iterable[DoingState]) -> MorningStepState:
    return MorningStepState(
        id=row["id"],
        position=row["position"],
        title=row["title"],
        pictogram=row["pictogram"],
        minutes=row["minutes"],
        least=row["least"],
        rung=Rung(row["rung"]),
        step=row["step_id"],
        doings=tuple(doings),
        alongside=row["alongside"],
        over_to_you=row["over_to_you"],
        safety=row["safety"],
        decider=row["decider_id"],
        small_steps=tuple(row["small_steps"].splitlines()),
        skipped=row["skipped_at"] is not None,
        reason=row["reason"],
        was=row["was"],
        added=row["step_id"] is None,
        away=tuple(row["away"]),
    )


def _asks(row: Morning) -> tuple[AskState, ...]:
    """Read what waits for an answer with its voices, in one query."""
    rows = TodayAsk.objects.filter(household_id=row.household_id, morning_id=row.id, state=TodayAsk.State.WAITING)
    said = ("voices__member_id", "voices__agrees", "voices__note", "voices__said_by_id")
    found: dict[int, tuple[dict, list[AskVoice]]] = {}
    for ask in rows.order_by("id", "voices__id").values(*_ASK, *said):
        _values, voices = found.setdefault(ask["id"], (ask, []))
        if ask["voices__member_id"] is not None:
            voices.append(AskVoice(*(ask[column] for column in said)))
    return tuple(_ask(values, voices) for values, voices in found.values())


_ASK = (
    "id",
    "kind",
    "asked_by_id",
    "rung",
    "morning_step_id",
    "acted_by_id",
    "reason",
    "title",
    "pictogram",
    "minutes",
    "after_id",
    "asked",
    "deciders",
    "asked_at",
)


def _ask(row: dict, voices: Iterable[AskVoice]) -> AskState:
    return AskState(
        id=row["id"],
        kind=row["kind"],
        by=row["asked_by_id"],
        rung=Rung(row["rung"]),
        step=row["morning_step_id"],
        acted_by=row["acted_by_id"],
        reason=row["reason"],
        title=row["title"],
        pictogram=row["pictogram"],
        minutes=row["minutes"],
        after=row["after_id"],
        asked=tuple(row["asked"]),
        deciders=tuple(row["deciders"]),
        voices=tuple(voices),
        at=row["asked_at"],
    )


def _slips(row: Morning) -> tuple[SlipState, ...]:
    rows = Slip.objects.filter(household_id=row.household_id, morning_id=row.id, taken_back_at=None).order_by("id")
    return tuple(
        SlipState(each.id, each.noticed_by_id, each.at, each.morning_step_id, each.acted_by_id) for each in rows
    )
