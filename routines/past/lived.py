"""One morning of the past while it is being made: its row, its plan, how quickly it went, and what is told of it."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from django.db.models import Model

from households.models import Event
from routines.actions.start_morning import Planned, leaving_time, planned_for
from routines.models import Doing, Morning, MorningStep
from routines.models.snapshots import RoutineState
from routines.past.household import Past
from routines.rules.clock import Slot, Timetable, on, timetable
from routines.rules.state import Kind


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened, about something whose number is known once it is stored."""

    kind: str
    at: datetime
    actor: int
    subject: Model
    about: dict[str, object]

    def event(self, morning: Morning) -> Event:
        """Return its row."""
        return Event(
            household_id=morning.household_id,
            revision=morning.revision,
            at=self.at,
            kind=self.kind,
            actor_id=self.actor,
            routine_key=morning.routine_id,
            morning_key=morning.id,
            subject_key=self.subject.pk,
            **{"title": morning.title, **self.about},
        )


# At which hour a routine without hours begins.
AFTERNOON = 16


@dataclass(slots=True)
class Lived:
    """A morning in the making, its rows not stored yet. `dice` are its own: a day is the same whatever is around it."""

    past: Past
    routine: RoutineState
    row: Morning
    planned: list[Planned]
    times: Timetable
    pace: float
    dice: Random
    steps: list[MorningStep] = field(default_factory=list)
    doings: list[Doing] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    def at(self, minutes: float) -> datetime:
        """Return a moment so many planned minutes after the start, at the pace of this morning."""
        return self.row.started_at + timedelta(minutes=minutes * self.pace)

    def chance(self, one_in: int) -> bool:
        """Return whether something happens that happens on one of so many mornings."""
        return self.dice.randrange(one_in) == 0

    def taps_for(self, member: int) -> int:
        """Return who taps for somebody: themselves if they can sign in, else whoever began the morning."""
        person = self.past.person(member)
        alone = person.has_account or person.kind is Kind.PARENT
        return member if alone else self.row.started_by_id

    def helper_of(self, member: int) -> int | None:
        """Return who tapped for somebody, None where they tapped for themselves."""
        tapped = self.taps_for(member)
        return None if tapped == member else tapped

    def parts_of(self, member: int) -> list[MorningStep]:
        """Return the steps somebody had a part in, without what was left out."""
        mine = [doing.morning_step for doing in self.doings if doing.member_id == member]
        return [step for step in mine if step.skipped_at is None]

    def people(self) -> list[int]:
        """Return who of the family had a part in it, in the household's order."""
        here = {doing.member_id for doing in self.doings}
        return [person.id for person in self.past.family if person.id in here]

    def record(self, kind: str, at: datetime, actor: int, subject: Model, **about: object) -> None:
        """Remember an event, told as the verbs do, in this morning's name."""
        self.told.append(Told(kind, at, actor, subject, about))

    def history(self) -> list[Event]:
        """Return what happened, in order; what it is about has been stored by now."""
        return [each.event(self.row) for each in sorted(self.told, key=lambda told: told.at)]


def begin(past: Past, routine: RoutineState, day: date, parent: int, revision: int) -> Lived | None:
    """Return the morning of a routine on a day, not stored yet; None where nobody was here for it."""
    here = tuple(person.id for person in past.people)
    planned = planned_for(routine, here, past.away(routine, day))
    if not planned:
        return None
    slots = tuple(Slot(each.step.id, each.step.minutes, each.beside) for each in planned)
    times = timetable(slots, routine.anchor, routine.anchor_time)
    dice = Random(f"{past.household_id} {routine.id} {day}")  # noqa: S311, no secret
    started = _starts(past, day, times, dice)
    leave = leaving_time(routine, times.total_minutes, (day, past.zone, started))
    row = Morning(
        household_id=past.household_id,
        routine_id=routine.id,
        title=routine.title,
        on=day,
        time_zone=past.zone,
        started_at=started,
        started_by_id=parent,
        planned_leave_at=leave,
        leave_at=leave,
        tells_minutes=routine.tells_minutes,
        revision=revision,
    )
    lived = Lived(past, routine, row, planned, times, dice.uniform(0.85, 1.2), dice)
    row.left_at, row.left_by_id = lived.at(times.total_minutes + dice.randrange(1, 5)), parent
    lived.record("morning.started", started, parent, row)
    lived.record("morning.left", row.left_at, parent, row, undo={"asks": []})
    return lived


def _starts(past: Past, day: date, times: Timetable, dice: Random) -> datetime:
    """Return when a morning began: within a few minutes of its plan, in UTC."""
    plan = on(day, past.zone, times)
    begins = plan.start.astimezone(UTC) if plan else past.local(day, AFTERNOON)
    return begins + timedelta(seconds=dice.randrange(-480, 600))
