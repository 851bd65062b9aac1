"""What the tablets of a household are drawn from: its people and routines at one moment, read once for all of them."""

from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from households.live.change import Viewer
from households.models import Household
from routines.models import Picking
from routines.models.cache import Recent
from routines.models.mornings import mornings_around
from routines.models.snapshots import RoutineState, family, routine_states
from routines.regions.board import times_of
from routines.regions.look import NOBODY, Look
from routines.rules.morning.resting import rests_on, tells_of
from routines.rules.morning.state import MorningState
from routines.rules.state import Person, StepState
from routines.rules.tablet import Matter, is_fresh, matters, next_run

_asked: Recent[tuple[Matter, ...]] = Recent(8192)


def forget() -> None:
    """Forget what was asked so far."""
    _asked.clear()


class Room:
    """A household as its tablets look at it. Two queries when nothing changed since it was last read."""

    def __init__(self, household: Household, now: datetime) -> None:
        self.household, self.now = household, now
        self.local = now.astimezone(ZoneInfo(household.time_zone))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Return everybody, those who left included."""
        return family(self.household.id, self.household.people_revision)

    @cached_property
    def routines(self) -> tuple[RoutineState, ...]:
        """Return the routines in use, the one whose morning comes next first."""
        found = routine_states(self.household.id, self.now)
        return tuple(sorted(found, key=self._soon))

    @cached_property
    def mornings(self) -> tuple[MorningState, ...]:
        """Return the mornings of today and yesterday, the latest first."""
        return mornings_around(self.household.id, self.local.date())

    @property
    def morning(self) -> MorningState | None:
        """Return the morning a tablet rests on: one that runs, or that was left a moment ago."""
        return rests_on(self.mornings, self.now)

    @property
    def runs(self) -> bool:
        """Return whether a morning is going on."""
        return self.morning is not None and self.morning.left is None

    @cached_property
    def picks_open(self) -> bool:
        """Return whether something is to be picked in the morning that goes on. One query."""
        if not self.runs:
            return False
        picking = Picking.objects.filter(household_id=self.household.id, morning_id=self.morning.id)
        return picking.filter(settled_at=None, closes_at__gt=self.now).exists()

    @property
    def told_morning(self) -> MorningState | None:
        """Return the morning that can still be told about."""
        return tells_of(self.mornings, self.now)

    def person(self, member_id: int) -> Person | None:
        """Return somebody who is here."""
        return next((each for each in self.people if each.id == member_id and not each.left), None)

    def look(self, person: Person) -> Look:
        """Return how somebody looks at the household."""
        return Look(
            household_id=self.household.id,
            revision=self.household.revision,
            viewer=person,
            people=self.people,
            now=self.now,
            today=self.local.date(),
            time_zone=self.household.time_zone,
        )

    def look_from(self, viewer: Viewer) -> Look | None:
        """Return how who sits looks at the household, or None where they are not here."""
        person = self.person(viewer.member_id)
        return self.look(person) if person else None

    def common_look(self) -> Look:
        """Return how a page that is nobody's own looks at the household."""
        return self.look(NOBODY)

    def matters(self, look: Look) -> tuple[Matter, ...]:
        """Return all that somebody is asked, in the order of their mornings."""
        return tuple(
            matter for routine in self.routines for step in routine.steps for matter in self._matters(look, step)
        )

    def _matters(self, look: Look, step: StepState) -> tuple[Matter, ...]:
        """Ask the rule, once for as long as nothing changed."""
        ended = step.last.decision.at if step.last and step.last.decision else None
        key = (
            step.id,
            step.revision,
            step.archived,
            step.override_until if step.has_override else None,
            is_fresh(ended, look.now),
            look.viewer.id,
            look.today,
            look.people,
        )
        known = _asked.get(key)
        return known if known is not None else _asked.keep(key, matters(look.situation(look.here(step))))

    def _soon(self, routine: RoutineState) -> tuple:
        day = next_run(routine.weekdays, times_of(routine).leave, self.local)
        return (day is None, day or self.local.date(), routine.id)
