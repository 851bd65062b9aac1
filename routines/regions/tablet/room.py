"""What the tablets of a household are drawn from: its people and routines at one moment, read once for all of them."""

from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from households.live.change import Viewer
from households.models import Household
from routines.models.cache import Recent
from routines.models.snapshots import RoutineState, family, routine_states
from routines.regions.board import times_of
from routines.regions.look import NOBODY, Look
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
