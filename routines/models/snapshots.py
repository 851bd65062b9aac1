"""Reads facts into the frozen values of the rules, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time

from django.db import connection
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from households.models import Member
from routines.models.cache import Recent
from routines.models.decision import Decision
from routines.models.override import Override
from routines.models.question import Option, Question, Voice
from routines.models.recording import Recording
from routines.models.routine import Routine
from routines.models.rung import ClimbAsk
from routines.models.step import Step, StepPerson
from routines.models.talk import overrides_of, with_talk
from routines.rules.clock import Slot
from routines.rules.state import (
    CommentState,
    DecisionState,
    Kind,
    MorningRef,
    OptionState,
    OverrideState,
    Person,
    QuestionState,
    Rung,
    Say,
    StepState,
    TaskState,
    VoiceState,
)

_families: Recent[tuple[Person, ...]] = Recent(2048)
_routines_read: Recent["RoutineState"] = Recent(1024)
_steps_read: Recent[StepState] = Recent(4096)


def forget() -> None:
    """Forget everything read so far: for tests that roll revisions back, and for measuring cold."""
    _families.clear()
    _routines_read.clear()
    _steps_read.clear()


@dataclass(frozen=True, slots=True)
class RoutineState:
    """A routine with its current steps in order."""

    id: int
    title: str
    weekdays: int
    anchor: str
    anchor_time: time | None
    revision: int
    archived: bool
    tells_minutes: bool = True
    steps: tuple[StepState, ...] = ()


def family(household_id: int, people_revision: int) -> tuple[Person, ...]:
    """Return everybody of a household in its own order, those who left included.

    One query, or none if they were read before and have not changed since.
    """
    key = (household_id, people_revision)
    kept = _families.get(key)
    if kept is not None:
        return kept
    members = Member.objects.of(household_id).in_order()
    return _families.keep(key, tuple(person_of(member) for member in members))


def person_of(member: Member) -> Person:
    """Return a member as the rules see them."""
    return Person(
        id=member.id,
        name=member.name,
        kind=Kind(member.kind),
        age_band=member.age_band,
        face=member.face,
        colour=member.colour,
        has_account=member.account_id is not None,
        left=member.left_at is not None,
        position=member.position,
    )


def routine_state(household_id: int, routine_id: int, now: datetime) -> RoutineState | None:
    """Return a routine with all that its board shows, or None.

    Five queries however long it is. If it was read before: one, and five more if a step changed.
    """
    if _routines_read.get(routine_id) is not None:
        known = _known_routine(household_id, routine_id, now)
        if known is not None:
            return known
    rows = list(_steps(household_id, now).filter(routine_id=routine_id).current().in_order())
    routine = rows[0].routine if rows else _empty_routine(household_id, routine_id)
    if routine is None:
        return None
    state = _routines_read.keep(routine_id, _routine(routine))
    return _put_away(replace(state, steps=_with_questions(household_id, rows, now)))


def _known_routine(household_id: int, routine_id: int, now: datetime) -> RoutineState | None:
    """Return a routine read before, if it still is as it was, with the steps that changed read anew."""
    steps = Step.objects.of(household_id).filter(routine_id=routine_id).current().in_order()
    rows = list(steps.values_list("id", "revision", "position", "routine__revision"))
    routine = _routines_read.get(routine_id)
    if not rows or routine is None or rows[0][3] != routine.revision:
        return None
    found = {row[0]: _steps_read.get(row[:2]) for row in rows}
    new = [step_id for step_id, state in found.items() if state is None]
    if new:
        changed = list(_steps(household_id, now).filter(id__in=new))
        found |= {state.id: state for state in _with_questions(household_id, changed, now)}
    placed = tuple(_placed(found[row[0]], row[2], now) for row in rows)
    return _put_away(replace(routine, steps=placed))


def _put_away(routine: RoutineState) -> RoutineState:
    """Return a routine whose steps are put away with it."""
    if not routine.archived:
        return routine
    return replace(routine, steps=tuple(replace(step, archived=True) for step in routine.steps))


def _empty_routine(household_id: int, routine_id: int) -> Routine | None:
    return Routine.objects.of(household_id).filter(id=routine_id).first()


def routine_states(household_id: int, now: datetime) -> tuple[RoutineState, ...]:
    """Return all routines in use with their steps. Six queries however many, two if nothing changed."""
    routines = Routine.objects.of(household_id).current().order_by("id")
    rows = list(_steps(household_id, now).filter(routine__archived_at=None).current().in_order())
    steps: dict[int, list[StepState]] = defaultdict(list)
    for step in _with_questions(household_id, rows, now):
        steps[step.routine].append(step)
    return tuple(replace(_routine(routine), steps=tuple(steps[routine.id])) for routine in routines)


def step_state(household_id: int, step_id: int, now: datetime, *, talk: bool = True) -> StepState | None:
    """Return one step with its question, or None; with `talk` also all that was said on it.

    One query if it was read before and has not changed since, else six; up to four with the talk.
    """
    return _step_by(STEP_KEY, household_id, step_id, now, talk=talk)


def step_asked(household_id: int, question_id: int, now: datetime, *, talk: bool = True) -> StepState | None:
    """Return the step on which a question stands, or None; queries as `step_state`."""
    return _step_by(QUESTION_KEY, household_id, question_id, now, talk=talk)


# Asked by hand, as every tap asks: building this query takes ten times as long as asking it.
STEP_KEY = (
    "SELECT s.id, s.revision, s.position, r.archived_at IS NOT NULL"
    " FROM routines_step s JOIN routines_routine r ON r.id = s.routine_id"
    " WHERE s.household_id = %s AND s.id = %s"
)
QUESTION_KEY = (
    "SELECT s.id, s.revision, s.position, r.archived_at IS NOT NULL"
    " FROM routines_question q JOIN routines_step s ON s.id = q.step_id JOIN routines_routine r ON r.id = s.routine_id"
    " WHERE q.household_id = %s AND q.id = %s"
)


def _step_by(sql: str, household_id: int, number: int, now: datetime, *, talk: bool) -> StepState | None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [household_id, number])
        row = cursor.fetchone()
    if row is None:
        return None
    step_id, revision, position, put_away = row
    known = _steps_read.get((step_id, revision))
    if known is None:
        steps = list(_steps(household_id, now).filter(id=step_id))
        known = _with_questions(household_id, steps, now)[0]
    state = _placed(known, position, now)
    if put_away:
        state = replace(state, archived=True)
    return with_talk(household_id, state, now) if talk else state


def slots(household_id: int, routine_id: int) -> tuple[Slot, ...]:
    """Return what the clock needs of a routine's steps, read anew. Two queries."""
    steps = Step.objects.of(household_id).filter(routine_id=routine_id).current().in_order()
    rows = list(steps.values_list("id", "minutes", "alongside"))
    people = _people(household_id, [row[0] for row in rows])
    return tuple(Slot(*row, tuple(people[row[0]]["affected"])) for row in rows)


def _routine(routine: Routine) -> RoutineState:
    return RoutineState(
        id=routine.id,
        title=routine.title,
        weekdays=routine.weekdays,
        anchor=routine.anchor,
        anchor_time=routine.anchor_time,
        revision=routine.revision,
        archived=routine.archived_at is not None,
        tells_minutes=routine.tells_minutes,
    )


def _steps(household_id: int, now: datetime) -> QuerySet[Step]:
    overrides = Override.objects.filter(
        household_id=household_id, step_id=OuterRef("id"), ended_at=None, expires_at__gt=now
    ).order_by("-id")
    asks = ClimbAsk.objects.filter(
        household_id=household_id, step_id=OuterRef("id"), answered_at=None, taken_back_at=None
    ).order_by("id")
    return (
        Step.objects.of(household_id)
        .select_related("routine")
        .annotate(
            override_until=Subquery(overrides.values("expires_at")[:1]),
            asked_by=Subquery(asks.values("member_id")[:1]),
        )
    )


def _with_questions(household_id: int, steps: list[Step], now: datetime) -> tuple[StepState, ...]:
    """Return the states of steps, reading only those that changed since they were last read."""
    found = {step.id: _steps_read.get((step.id, step.revision)) for step in steps}
    new = [step for step in steps if found[step.id] is None]
    if new:
        for step, state in zip(new, _read(household_id, new, now), strict=True):
            found[step.id] = keep_step(state)
    return tuple(_placed(found[step.id], step.position, now) for step in steps)


def keep_step(state: StepState) -> StepState:
    """Remember a step as it is at its revision, and return it. Only what is committed may be kept."""
    return _steps_read.keep((state.id, state.revision), state)


def kept_step(step_id: int, revision: int, now: datetime) -> StepState | None:
    """Return a step as the change of this revision left it, without its talk, if that is remembered. No query."""
    state = _steps_read.get((step_id, revision))
    return state and _placed(state, state.position, now)


def _placed(state: StepState, position: int, now: datetime) -> StepState:
    """Return a remembered step as it is now: an override ends by the clock, and steps move around it."""
    ruled = state.override_until is not None and state.override_until > now
    override = state.override if ruled else None
    if (state.position, state.has_override, state.override) == (position, ruled, override):
        return state
    return replace(state, position=position, has_override=ruled, override=override)


def _read(household_id: int, steps: list[Step], now: datetime) -> tuple[StepState, ...]:
    """Four queries for any number of steps: people, questions, options, voices.

    Two more for all overrides and their replies together, on the rare day there is one in force.
    """
    ids = [step.id for step in steps]
    people = _people(household_id, ids)
    questions = _questions(household_id, ids)
    asked = [question.id for question in questions]
    options, voices = _options(household_id, asked), _voices(household_id, asked)
    opened, last = {}, {}
    for row in questions:
        affected = people[row.step_id]["affected"]
        state = _question(row, affected, options[row.id], voices[row.id])
        (last if row.closed_at else opened)[row.step_id] = state
    ruled = [step.id for step in steps if step.override_until]
    overrides = overrides_of(household_id, ruled, now) if ruled else {}
    return tuple(
        _step(step, people[step.id], opened.get(step.id), last.get(step.id), overrides.get(step.id)) for step in steps
    )


def _people(household_id: int, step_ids: list[int]) -> dict[int, dict[str, list[int]]]:
    named: dict[int, dict[str, list[int]]] = defaultdict(lambda: {"affected": [], "doer": []})
    rows = (
        StepPerson.objects.filter(household_id=household_id, step_id__in=step_ids)
        .order_by("member__position", "member_id")
        .values_list("step_id", "part", "member_id")
    )
    for step_id, part, member_id in rows:
        named[step_id][part].append(member_id)
    return named


def _questions(household_id: int, step_ids: list[int]) -> list[Question]:
    """Return the open question of each step and the one settled last."""
    settled = Decision.objects.filter(
        household_id=household_id, question__step_id=OuterRef("step_id"), taken_back_at=None
    ).order_by("-id")
    heard = _heard(household_id).filter(question_id=OuterRef("id"), option_id=None)
    return list(
        Question.objects.filter(household_id=household_id, step_id__in=step_ids)
        .filter(Q(closed_at=None) | Q(decision__id=Subquery(settled.values("id")[:1])))
        .annotate(recording_id=Subquery(heard.values("id")[:1]))
        .select_related("decision", "morning")
    )


def _options(household_id: int, question_ids: list[int]) -> dict[int, list[OptionState]]:
    found = defaultdict(list)
    rows = Option.objects.filter(household_id=household_id, question_id__in=question_ids, taken_back_at=None)
    heard = _heard(household_id).filter(option_id=OuterRef("id"))
    for row in rows.annotate(recording_id=Subquery(heard.values("id")[:1])).order_by("id"):
        found[row.question_id].append(
            OptionState(
                id=row.id,
                text=row.text,
                pictogram=row.pictogram,
                consequence=row.consequence,
                by=row.proposed_by_id,
                acted_by=row.acted_by_id,
                at=row.proposed_at,
                veto_ground=row.veto_ground,
                veto_reason=row.veto_reason,
                vetoed_by=row.vetoed_by_id,
                drawing=row.drawing_id,
                recording=row.recording_id,
            )
        )
    return found


def _heard(household_id: int) -> QuerySet[Recording]:
    """Return what a household has recorded and not deleted."""
    return Recording.objects.filter(household_id=household_id, removed_at=None)


def _voices(household_id: int, question_ids: list[int]) -> dict[int, list[Voice]]:
    found = defaultdict(list)
    rows = Voice.objects.filter(household_id=household_id, question_id__in=question_ids)
    for row in rows.order_by(F("said_at").asc(nulls_last=True), "id"):
        found[row.question_id].append(row)
    return found


def _question(row: Question, affected: Iterable[int], options: list[OptionState], voices: list[Voice]) -> QuestionState:
    decision = getattr(row, "decision", None) if row.closed_at else None
    return QuestionState(
        id=row.id,
        text=row.text,
        rung=Rung(row.rung),
        affected=tuple(affected),
        limits=row.limits,
        decider=row.decider_id,
        deadline=row.deadline,
        round=row.round,
        table=row.table_id,
        trial_days=row.trial_days,
        opened_by=row.opened_by_id,
        opened_at=row.opened_at,
        closed=row.closed_at is not None,
        options=tuple(options),
        voices=tuple(_voice(v) for v in voices if v.say),
        concerns=tuple(_concern(v, row.id) for v in voices if v.concern is not None),
        tasks=tuple(TaskState(v.member_id, v.task, v.task_by_id) for v in voices if v.task),
        decision=_decision(decision, options) if decision else None,
        recording=row.recording_id,
        morning=_morning(row),
    )


def _morning(row: Question) -> MorningRef | None:
    """Return the morning a question came from, unless that was taken back."""
    stands = row.morning is not None and row.morning.taken_back_at is None
    return MorningRef(row.morning.id, row.morning.on) if stands else None


def _voice(row: Voice) -> VoiceState:
    return VoiceState(
        member=row.member_id,
        say=Say(row.say),
        option=row.option_id,
        note=row.note,
        sticker=row.sticker,
        round=row.round,
        acted_by=row.said_by_id,
        at=row.said_at,
    )


def _concern(row: Voice, question_id: int) -> CommentState:
    return CommentState(
        id=row.id,
        member=row.member_id,
        text=row.concern,
        kind="concern",
        question=question_id,
        acted_by=row.concern_by_id,
        at=row.concern_at,
    )


def _decision(row: Decision, options: list[OptionState]) -> DecisionState:
    return DecisionState(
        id=row.id,
        kind=row.kind,
        called_rung=Rung(row.called_rung),
        option=row.option_id,
        text=row.text,
        reason=row.reason,
        by=row.decided_by_id,
        at=row.at,
        trial_until=row.trial_until,
        review_on=row.review_on,
        tally=tuple((o.id, row.tally[str(o.id)]) for o in options if str(o.id) in row.tally),
        tie_rule=row.tie_rule,
        turn_member=row.turn_member_id,
    )


def _step(
    row: Step,
    people: dict[str, list[int]],
    question: QuestionState | None,
    last: QuestionState | None,
    override: OverrideState | None,
) -> StepState:
    return StepState(
        id=row.id,
        routine=row.routine_id,
        position=row.position,
        title=row.title,
        minutes=row.minutes,
        pictogram=row.pictogram,
        rung=Rung(row.rung),
        affected=tuple(people["affected"]),
        doers=tuple(people["doer"]),
        why=row.why,
        limits=row.limits,
        alongside=row.alongside,
        over_to_you=row.over_to_you,
        safety=row.safety,
        least=row.least,
        small_steps=row.small_steps,
        decider=row.decider_id,
        revision=row.revision,
        archived=row.archived_at is not None,
        question=question,
        last=last,
        override_until=row.override_until,
        override=override,
        has_asks=row.asked_by is not None,
        asked_by=row.asked_by,
    )
