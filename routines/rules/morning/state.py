"""The values the rules of a morning think with. A morning is one run of a routine on one local date.

It holds a copy of the plan as it was when the morning began, so that a change of the plan pulls nothing away from
under anybody. Members are named by their id, moments are aware and in UTC.
"""

from dataclasses import dataclass
from datetime import date, datetime

from routines.rules.state import Rung


@dataclass(frozen=True, slots=True)
class DoingState:
    """One person's part in one step of a morning. `ticked` are the places of the small steps done so far, from 0.

    `helps` marks somebody who does the step for others and is not affected by it; `unfolded` whether they see its
    small steps.
    """

    member: int
    done_at: datetime | None = None
    done_by: int | None = None
    ticked: tuple[int, ...] = ()
    helps: bool = False
    unfolded: bool = False


@dataclass(frozen=True, slots=True)
class MorningStepState:
    """One step of a morning: what the plan said, and what became of it today.

    `step` is the plan's step, None for one that was put in only today. `minutes` is how long it is to take, `least`
    how short it may become when time is scarce. `small_steps` are what it unfolds into. `skipped` with its `reason`
    is not done today; `was` is what it was called before it was swapped for something else. `away` are people the
    plan names who are not here today.
    """

    id: int
    position: int
    title: str
    pictogram: str
    minutes: int
    least: int
    rung: Rung
    step: int | None = None
    doings: tuple[DoingState, ...] = ()
    alongside: bool = False
    over_to_you: bool = False
    safety: bool = False
    decider: int | None = None
    small_steps: tuple[str, ...] = ()
    skipped: bool = False
    reason: str = ""
    was: str = ""
    added: bool = False
    away: tuple[int, ...] = ()

    @property
    def members(self) -> tuple[int, ...]:
        """Return whose step it is, those who help included."""
        return tuple(doing.member for doing in self.doings)

    @property
    def affected(self) -> tuple[int, ...]:
        """Return those the step is for and who are here today."""
        return tuple(doing.member for doing in self.doings if not doing.helps)

    @property
    def own_matter_of(self) -> int | None:
        """Return whose own matter the step is: handed over, and for one person alone."""
        named = (*self.affected, *self.away)
        return named[0] if self.over_to_you and len(named) == 1 else None

    def doing(self, member: int) -> DoingState | None:
        """Return somebody's part in it, or None."""
        return next((doing for doing in self.doings if doing.member == member), None)


@dataclass(frozen=True, slots=True)
class AskVoice:
    """What somebody said to a change of today: yes, or no with what they would rather."""

    member: int
    agrees: bool
    note: str = ""
    acted_by: int | None = None


@dataclass(frozen=True, slots=True)
class TodayAsk:
    """A change of today that waits for those who have a say in it.

    `kind` is one of "skip", "swap", "insert", "move", "later"; `rung` is that of the step it is about; `asked` are
    those who have a say, `deciders` those who may decide alone (on Inform and Consult).
    """

    id: int
    kind: str
    by: int
    rung: Rung
    step: int | None = None
    acted_by: int | None = None
    reason: str = ""
    title: str = ""
    pictogram: str = ""
    minutes: int = 0
    after: int | None = None
    asked: tuple[int, ...] = ()
    deciders: tuple[int, ...] = ()
    voices: tuple[AskVoice, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MorningState:
    """A whole morning. `on` is its local date, which it keeps also past midnight; `zone` an IANA name.

    `planned_leave` is when the plan wanted to leave, `leave` when that is today (later if that was chosen), both None
    where the routine knows no hours. `left` is when they said "we're off".
    """

    id: int
    routine: int
    on: date
    zone: str
    started: datetime
    title: str = ""
    started_by: int | None = None
    planned_leave: datetime | None = None
    leave: datetime | None = None
    left: datetime | None = None
    left_by: int | None = None
    tells_minutes: bool = True
    revision: int = 0
    steps: tuple[MorningStepState, ...] = ()
    asks: tuple[TodayAsk, ...] = ()
    slips: tuple["SlipState", ...] = ()

    def step(self, step_id: int | None) -> MorningStepState | None:
        """Return one of its steps by the morning's own id, or None."""
        return next((step for step in self.steps if step.id == step_id), None)


@dataclass(frozen=True, slots=True)
class SlipState:
    """Somebody noticed that this turned into pushing. Private to the family."""

    id: int
    by: int
    at: datetime
    step: int | None = None
    acted_by: int | None = None
