"""What a measure is: plain counts and the rule by which they were counted. No score, no order of people."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

# Below so many things a part of a whole is told in counts alone.
FEW = 5


class MeasureKey(StrEnum):
    """The honest measures."""

    FELT_AS_PLANNED = "felt_as_planned"
    VIEWS_ANSWERED = "views_answered"
    IDEAS = "ideas"
    STARTERS = "starters"
    SHARE_OF_VOICE = "share_of_voice"
    OVERRIDES = "overrides"
    OWN_TASKS = "own_tasks"
    CHANGED = "changed"
    FAIR_TURNS = "fair_turns"
    INDEPENDENCE = "independence"
    LEFT_IN_TIME = "left_in_time"


@dataclass(frozen=True, slots=True)
class Tally:
    """One count of a measure: `n`, of `of` where it is part of a whole, or beside the `limit` it cannot pass.

    Where it is no whole number, `exact` is what was counted.

    `member` is whose it is (None: everybody's, 0: of people not shared), `part` which part of the measure ("tried",
    "for_others", …), `about` what it is about where that has a name of its own (a pick's text).
    """

    n: int
    of: int | None = None
    member: int | None = None
    part: str = ""
    about: str = ""
    limit: int | None = None
    exact: Fraction | None = None

    @property
    def percent(self) -> int | None:
        """Return the part in whole percent, None where there are too few to speak of percent."""
        return round(100 * self.n / self.of) if self.of is not None and self.of >= FEW else None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a period: the count for everybody first, if there is one, then the parts, then people's own.

    `hours` is the median time to an answer, where the measure has one. `has` is whether there was anything to count.
    Where one person's was asked for, `member` is whose the counts are; or they are `together`, everybody's all the
    same, because the measure is no one person's.
    """

    key: MeasureKey
    tallies: tuple[Tally, ...] = ()
    hours: float | None = None
    member: int | None = None
    together: bool = False

    @property
    def has(self) -> bool:
        """Return whether anything was counted."""
        return any(each.n or each.of or each.exact for each in self.tallies)

    @property
    def whole(self) -> Tally | None:
        """Return the count for everybody, or for the one person asked for, where the measure has one."""
        plain = (each for each in self.tallies if not each.part and not each.about)
        return next((each for each in plain if each.member == self.member), None)
