"""The values the rules of picks think with."""

from dataclasses import dataclass
from datetime import datetime, time

from routines.rules.state import Rung

# What a picking that is settled without Fair Share is called.
TREAT = "treat"
SKIPPED = "skipped"
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class PickOptionState:
    """One thing that can be picked; `ground` is filled where a parent ruled it out today, with a reason."""

    id: int
    text: str
    pictogram: str = ""
    drawing: int | None = None
    by: int = 0
    acted_by: int | None = None
    ground: str = ""
    reason: str = ""
    ruled_out_by: int | None = None


@dataclass(frozen=True, slots=True)
class BallotState:
    """What one person tapped, and when; nothing is a pass. `acted_by` tapped it for them."""

    member: int
    options: tuple[int, ...]
    at: datetime
    acted_by: int | None = None


@dataclass(frozen=True, slots=True)
class PickingState:
    """A pick on one morning.

    `members` are all whose turns are fair here, those away today included; `asked` those of them who are here, and so
    waited for; `guests` those whose taps only break ties. `listed` is what could be picked when it was settled.
    `bundle` is the memory it counts in, None for the pick's own. `step` and `routine` are the plan's. With `treat_for`
    it is one person's choice, which no memory counts.
    """

    id: int
    pick: int
    step: int
    routine: int
    morning: int
    text: str
    closes_at: datetime
    members: tuple[int, ...] = ()
    asked: tuple[int, ...] = ()
    guests: tuple[int, ...] = ()
    options: tuple[PickOptionState, ...] = ()
    ballots: tuple[BallotState, ...] = ()
    late: tuple[BallotState, ...] = ()
    bundle: int | None = None
    skipped: bool = False
    settled_at: datetime | None = None
    winner: int | None = None
    kind: str = ""
    decided_by: str = ""
    listed: tuple[int, ...] = ()
    treat_for: int | None = None
    treat_reason: str = ""

    @property
    def live(self) -> tuple[int, ...]:
        """Return what can be tapped."""
        return tuple(option.id for option in self.options if not option.ground)

    @property
    def memory(self) -> tuple[str, int]:
        """Return which memory it counts in."""
        return ("bundle", self.bundle) if self.bundle else ("pick", self.pick)

    @property
    def moment(self) -> tuple[int, datetime | None, tuple[str, int]]:
        """Return which one it is, when it was settled, and the memory it counts in."""
        return self.id, self.settled_at, self.memory

    def ballot(self, member: int) -> BallotState | None:
        """Return what somebody tapped in time, or None."""
        return next((ballot for ballot in self.ballots if ballot.member == member), None)


@dataclass(frozen=True, slots=True)
class PlannedOption:
    """One thing that can be picked, as it is planned."""

    id: int
    text: str
    pictogram: str = ""
    drawing: int | None = None
    by: int = 0
    acted_by: int | None = None
    archived: bool = False


@dataclass(frozen=True, slots=True)
class PlannedPick:
    """A pick of the plan.

    `affected` are all its step names, guests included; `step_archived` says that the step, or its routine, was put
    away. `bundle` is that whose memory it counts in, `proposed` one that waits to be agreed. `options` are all there
    ever were, in listed order.
    """

    id: int
    step: int
    routine: int
    text: str
    until: time | None = None
    affected: tuple[int, ...] = ()
    options: tuple[PlannedOption, ...] = ()
    bundle: int | None = None
    proposed: int | None = None
    made_by: int = 0
    archived: bool = False
    step_archived: bool = False
    step_title: str = ""
    step_pictogram: str = ""
    rung: Rung = Rung.CODESIGN

    @property
    def listed(self) -> tuple[PlannedOption, ...]:
        """Return what can be picked now."""
        return tuple(option for option in self.options if not option.archived)

    @property
    def memory(self) -> tuple[str, int]:
        """Return which memory it counts in now."""
        return ("bundle", self.bundle) if self.bundle else ("pick", self.id)


@dataclass(frozen=True, slots=True)
class BundleVoiceState:
    """What somebody said to sharing turns."""

    member: int
    agrees: bool
    acted_by: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedBundle:
    """Picks that share their turns, or are asked to: `agreed` once all have said yes."""

    id: int
    by: int
    picks: tuple[int, ...]
    voices: tuple[BundleVoiceState, ...] = ()
    agreed: bool = False
    over: bool = False
