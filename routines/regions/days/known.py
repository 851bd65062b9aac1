"""What is known of everybody's days, read once; and what the reader may change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from routines.models.presences import PauseKept, exceptions_of, pauses_kept, presences_of
from routines.regions.look import Look
from routines.rules.morning.deeds import MorningDeed, MorningSituation, offered_today
from routines.rules.morning.planning import for_themselves
from routines.rules.morning.presence import (
    DayException,
    Pause,
    Presence,
    away_by_pattern,
    here_on,
    pause_of,
    paused,
)
from routines.rules.people import is_parent
from routines.rules.state import Kind, Person

WEEKS = 4


@dataclass(frozen=True)
class Known:
    """Patterns, single days and breaks of a household, as one reader looks at them."""

    look: Look
    presences: tuple[Presence, ...]
    exceptions: tuple[DayException, ...]
    kept: tuple[PauseKept, ...]

    @cached_property
    def pauses(self) -> tuple[Pause, ...]:
        """Return the breaks that are not over."""
        return tuple(each.pause for each in self.kept)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Return who is of the household now, the family first."""
        here = (each for each in self.look.people if not each.left)
        return tuple(sorted(here, key=lambda each: each.kind is Kind.SUPPORTER))

    @cached_property
    def shown(self) -> tuple[Person, ...]:
        """Return whose days are shown: the family's, and those of supporters of whom any were said."""
        said = {each.member for each in (*self.presences, *self.exceptions, *self.pauses)}
        return tuple(each for each in self.people if each.kind is not Kind.SUPPORTER or each.id in said)

    def pause_on(self, person: Person, day: date) -> Pause | None:
        """Return the break that holds for somebody on a day in every routine: their own, else everybody's."""
        return pause_of(person.id, day, self.pauses, None) or paused(day, self.pauses, None)

    def place(self, person: Person, day: date) -> str:
        """Return why somebody is not at home on a day, "" if they are."""
        pause = self.pause_on(person, day)
        if pause:
            return pause.kind
        where = away_by_pattern(person.id, day, self.presences, self.exceptions)
        return "other" if where and person.kind is Kind.SUPPORTER else where

    def otherwise(self, person: Person, day: date) -> bool:
        """Return whether a day is other than usual for somebody."""
        usual = here_on(person.id, day, self.presences)
        return here_on(person.id, day, self.presences, self.exceptions) is not usual


def known_days(look: Look, first: date | None = None, last: date | None = None) -> Known:
    """Read everybody's days from one to another, today only unless said. Three queries."""
    first = min(first or look.today, look.today)
    last = max(last or look.today, look.today)
    return Known(
        look,
        presences_of(look.household_id),
        exceptions_of(look.household_id, first, last),
        pauses_kept(look.household_id, first),
    )


def may_say(look: Look, deed: MorningDeed, whom: int | None = None, **about: object) -> bool:
    """Return whether the reader may do one of the deeds of days, about somebody or everybody."""
    situation = MorningSituation(
        now=look.now, today=look.today, actor=look.viewer, speaker=look.viewer, members=look.people, whom=whom, **about
    )
    theirs = deed is MorningDeed.END_PAUSE or for_themselves(situation) is None
    return theirs and bool(offered_today(deed, situation))


def whom_for(look: Look, people: Iterable[Person]) -> tuple[Person, ...]:
    """Return for whom the reader may note a break."""
    return tuple(each for each in people if may_say(look, MorningDeed.PAUSE, each.id))


def for_all(look: Look) -> bool:
    """Return whether the reader may note a break of everybody."""
    return is_parent(look.viewer)


def span(first: date) -> date:
    """Return the last day of the calendar that begins on a day."""
    return first + timedelta(days=7 * WEEKS - 1)
