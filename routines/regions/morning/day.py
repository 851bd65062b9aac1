"""A household's day: its routines, who is here for each, its breaks, and how its mornings stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from routines.models import Doing
from routines.models.mornings import head_of, morning_rows
from routines.models.presences import exceptions_of, pauses_of, presences_of
from routines.models.snapshots import RoutineState
from routines.regions.board import times_of
from routines.regions.look import Look
from routines.rules.morning.presence import Away, Pause, away_on, for_today, paused
from routines.rules.morning.state import MorningState
from routines.rules.morning.taps import is_running
from routines.rules.morning.today import Candidate, Standing, today
from routines.rules.state import Kind


@dataclass(frozen=True, slots=True)
class Day:
    """A household's day, read once: its routines, who is away from each, its breaks, and its mornings so far."""

    look: Look
    routines: tuple[RoutineState, ...]
    mornings: tuple[MorningState, ...]
    pauses: tuple[Pause, ...]
    away: dict[int, tuple[Away, ...]] = field(default_factory=dict)

    @property
    def family(self) -> bool:
        """Return whether the viewer is of the family: where its people are is not a supporter's to know."""
        return self.look.viewer.kind is not Kind.SUPPORTER

    def running(self, routine: int | None = None) -> MorningState | None:
        """Return the morning that goes on, of a routine or at all; of several the latest started."""
        found = (each for each in self.mornings if is_running(each, self.look.now))
        return next((each for each in found if routine in (None, each.routine)), None)

    def finished(self, routine: int) -> MorningState | None:
        """Return a routine's morning of today that is over."""
        today = self.look.today
        found = (each for each in self.mornings if each.routine == routine and each.on == today)
        return next((each for each in found if not is_running(each, self.look.now)), None)

    def here_for(self, routine: RoutineState) -> tuple[int, ...]:
        """Return who of those here today has a part in a routine."""
        named = (
            for_today(step.affected, step.doers, self.away.get(routine.id, ()))
            for step in map(self.look.here, routine.steps)
        )
        return tuple(dict.fromkeys(member for each in named if each for member in (*each.affected, *each.helping)))


def day_of(look: Look, routines: Iterable[RoutineState]) -> Day:
    """Return a household's day, with the routines the viewer has to do with. Four queries beside the routines' own."""
    supporter = look.viewer.kind is Kind.SUPPORTER
    seen = tuple(each for each in routines if not supporter or look.visible(each).steps)
    presences, exceptions = presences_of(look.household_id), exceptions_of(look.household_id, look.today, look.today)
    pauses = pauses_of(look.household_id, look.today, look.today)
    here = tuple(person.id for person in look.people if not person.left)
    return Day(
        look=look,
        routines=seen,
        mornings=_mornings(look),
        pauses=pauses,
        away={each.id: away_on(look.today, here, presences, exceptions, pauses, each.id) for each in seen},
    )


def _mornings(look: Look) -> tuple[MorningState, ...]:
    """Return the mornings of today and yesterday; a supporter's are those they have a part in."""
    rows = morning_rows(look.household_id, look.today)
    if look.viewer.kind is Kind.SUPPORTER and rows:
        ids = [row.id for row in rows]
        mine = Doing.objects.filter(household_id=look.household_id, morning_id__in=ids, member_id=look.viewer.id)
        named = set(mine.values_list("morning_id", flat=True))
        rows = [row for row in rows if row.id in named]
    return tuple(head_of(row) for row in rows)


def standings(day: Day) -> tuple[Standing, ...]:
    """Return where each routine stands, the one whose turn it is on top."""
    local = day.look.now.astimezone(ZoneInfo(day.look.time_zone))
    return today((_candidate(day, routine) for routine in day.routines), local)


def _candidate(day: Day, routine: RoutineState) -> Candidate:
    times = times_of(routine)
    return Candidate(
        routine=routine.id,
        weekdays=routine.weekdays,
        start=times.start,
        leave=times.leave,
        running=day.running(routine.id) is not None,
        finished=day.finished(routine.id) is not None,
        paused=paused(day.look.today, day.pauses, routine.id) is not None,
        somebody_here=bool(day.here_for(routine)) or not routine.steps,
    )
