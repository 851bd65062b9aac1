"""What explains a round, in values without words: who got what, what decided, and the jars to look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from routines.rules.fair_share.decision import follow, limit
from routines.rules.fair_share.pouring import Scale, Stage, stages
from routines.rules.fair_share.values import DecidedBy, Member, Memory, Option, Outcome

NOTHING = Fraction()


@dataclass(frozen=True, slots=True)
class JarStory:
    """One member's jar, in cups: `before`, what was `poured` in, what was `taken` out, and so `after`."""

    member: Member
    took_part: bool
    fan: bool
    before: Fraction
    poured: Fraction
    taken: Fraction
    after: Fraction

    @property
    def full(self) -> Fraction:
        """Return how full it was between pouring in and taking out."""
        return self.before + self.poured


@dataclass(frozen=True, slots=True)
class Miss:
    """Somebody who took part and did not get their wish, and how many contested rounds `running` that makes.

    `bound` tells whether the story's limit holds for them: absences void it.
    """

    member: Member
    running: int
    bound: bool


@dataclass(frozen=True, slots=True)
class Waited:
    """Whose wait settled a tie: each of them waited longest, or else they waited longer `together`."""

    members: tuple[Member, ...]
    together: bool


@dataclass(frozen=True, slots=True)
class Story:
    """All that explains an outcome.

    `emptiest` is the fan whose jar was emptier than that of anybody else who took part, if there is one.
    `level` is what the winner's fans reach; `runner_up`, with its own level, is the next best option, a tied
    one first, None where no other was wanted. `waited` is there where the longest wait settled a tie.
    `first_time` tells whether the winner had never been chosen. `misses` are this round's, the longest first;
    `limit` is for as many members as there are.

    `jars` are in the order of members, `stages` is how the cup was poured (none where no jar moved), and
    `scale` is for drawing all jars and levels of the story.
    """

    outcome: Outcome
    emptiest: Member | None
    level: Fraction
    runner_up: Option | None
    runner_up_level: Fraction
    waited: Waited | None
    first_time: bool
    misses: tuple[Miss, ...]
    limit: int
    jars: tuple[JarStory, ...]
    stages: tuple[Stage, ...]
    scale: Scale

    @property
    def all_took_part(self) -> bool:
        """Return whether every member took part."""
        return len(self.outcome.taps) == len(self.jars)


def tell(before: Memory, outcome: Outcome, after: Memory) -> Story:
    """Return the story of an outcome, from the memories before and after it."""
    before = follow(before, after.members)
    jars = _jars(before, outcome, after)
    levels = dict(outcome.levels)
    runner_up = _runner_up(outcome)
    heights = [height for jar in jars for height in (jar.before, jar.full, jar.after)]
    return Story(
        outcome=outcome,
        emptiest=_emptiest(jars),
        level=levels[outcome.winner],
        runner_up=runner_up,
        runner_up_level=levels.get(runner_up, NOTHING),
        waited=_waited(outcome, dict(before.waits)) if outcome.decided_by is DecidedBy.LONGEST_WAIT else None,
        first_time=outcome.winner not in dict(before.last_chosen),
        misses=_misses(outcome, after),
        limit=limit(len(jars)),
        jars=jars,
        stages=stages({jar.member: jar.before for jar in jars if jar.fan}) if outcome.contested else (),
        scale=Scale.over([*heights, *levels.values()]),
    )


def _jars(before: Memory, outcome: Outcome, after: Memory) -> tuple[JarStory, ...]:
    part = Fraction(1, len(outcome.taps)) if outcome.contested else NOTHING
    participants, fans = outcome.participants, outcome.fans
    full, poured = dict(before.jars), dict(outcome.pour)
    return tuple(
        JarStory(
            member=member,
            took_part=member in participants,
            fan=member in fans,
            before=full[member],
            poured=poured.get(member, NOTHING),
            taken=part if member in participants else NOTHING,
            after=jar,
        )
        for member, jar in after.jars
    )


def _emptiest(jars: tuple[JarStory, ...]) -> Member | None:
    taking_part = [jar for jar in jars if jar.took_part]
    lowest = min((jar.before for jar in taking_part), default=None)
    emptiest = [jar for jar in taking_part if jar.before == lowest]
    return emptiest[0].member if len(emptiest) == 1 and emptiest[0].fan else None


def _runner_up(outcome: Outcome) -> Option | None:
    """Return the option that came next; the first listed where several did."""
    others = [(level, option) for option, level in outcome.levels if option != outcome.winner]
    if not others or not outcome.taps:
        return None
    nearest = min(level for level, _ in others)
    return next(option for level, option in others if level == nearest)


def _waited(outcome: Outcome, waits: Mapping[Member, int]) -> Waited:
    """Return whose wait it was; options that were wanted by as long a wait as the winner are no rivals."""
    lists = {
        option: sorted((waits[member] for member in outcome.fans_of(option)), reverse=True) for option in outcome.tied
    }
    mine = lists[outcome.winner]
    rivals = [theirs for theirs in lists.values() if theirs != mine]
    together = any(theirs[0] == mine[0] for theirs in rivals)
    longest = (member for member in outcome.fans if waits[member] == mine[0])
    return Waited(outcome.fans if together else tuple(longest), together)


def _misses(outcome: Outcome, after: Memory) -> tuple[Miss, ...]:
    if not outcome.contested:
        return ()
    waits = dict(after.waits)
    losers = [member for member in outcome.participants if member not in outcome.fans]
    misses = [Miss(member, waits[member], member not in after.unbound) for member in losers]
    return tuple(sorted(misses, key=lambda miss: -miss.running))
