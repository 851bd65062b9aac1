"""The household whose past is made: its people, its plan, its picks, and who was away when."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Self
from zoneinfo import ZoneInfo

from households.models import Household
from routines.actions.stage import local_date
from routines.models import Picking
from routines.models.picks import members_of, picks_of, sharing
from routines.models.presences import exceptions_of, pauses_of, presences_of
from routines.models.snapshots import RoutineState, family, routine_states
from routines.rules.fair_share import Memory
from routines.rules.morning import presence as rule
from routines.rules.picking.state import PlannedPick
from routines.rules.state import Kind, Person, Rung


@dataclass(slots=True)
class Past:
    """What mornings are made from. `memories` grow with every pick that is settled, in the order of the days."""

    household_id: int
    zone: str
    today: date
    people: tuple[Person, ...]
    routines: tuple[RoutineState, ...]
    picks: tuple[PlannedPick, ...]
    left_out: tuple[str, ...]
    presences: tuple[rule.Presence, ...]
    exceptions: tuple[rule.DayException, ...]
    pauses: tuple[rule.Pause, ...]
    memories: dict[tuple[str, int], Memory] = field(default_factory=dict)

    @classmethod
    def read(cls, household_id: int, now: datetime) -> Self:
        """Read a household as it is now."""
        household = Household.objects.get(id=household_id)
        picks = picks_of(household_id)
        settled = Picking.objects.filter(household_id=household_id, settled_at__isnull=False)
        before = set(settled.values_list("pick_id", flat=True))
        bundled = {pick.bundle for pick in picks if pick.id in before and pick.bundle}
        out = {pick.id for pick in picks if pick.id in before or pick.bundle in bundled}
        return cls(
            household_id=household_id,
            zone=household.time_zone,
            today=local_date(now, household.time_zone),
            people=tuple(person for person in family(household_id, household.people_revision) if not person.left),
            routines=tuple(each for each in routine_states(household_id, now) if each.steps),
            picks=tuple(pick for pick in picks if pick.id not in out and _can_be_picked(pick)),
            left_out=tuple(pick.text for pick in picks if pick.id in out),
            presences=presences_of(household_id),
            exceptions=exceptions_of(household_id, date.min, date.max),
            pauses=pauses_of(household_id, date.min),
        )

    def members_of(self, pick: PlannedPick) -> tuple[int, ...]:
        """Return whose turns are fair in a pick."""
        return members_of(sharing(pick, self.picks), self.people)

    def person(self, member: int) -> Person:
        """Return one of the household's people."""
        return next(person for person in self.people if person.id == member)

    @property
    def family(self) -> tuple[Person, ...]:
        """Return everybody but supporters."""
        return tuple(person for person in self.people if person.kind is not Kind.SUPPORTER)

    def local(self, day: date, hour: int) -> datetime:
        """Return a full hour of a day by the clock at home, in UTC."""
        return datetime.combine(day, time(hour), ZoneInfo(self.zone)).astimezone(UTC)

    def runs(self, routine: RoutineState, day: date) -> bool:
        """Return whether a routine was to be run on a day."""
        return bool(routine.weekdays >> day.weekday() & 1) and rule.paused(day, self.pauses, routine.id) is None

    def away(self, routine: RoutineState, day: date) -> tuple[rule.Away, ...]:
        """Return who was away on a day."""
        here = [person.id for person in self.people]
        return rule.away_on(day, here, self.presences, self.exceptions, self.pauses, routine.id)


def _can_be_picked(pick: PlannedPick) -> bool:
    return len(pick.listed) > 1 and pick.rung >= Rung.CODESIGN and not pick.step_archived
