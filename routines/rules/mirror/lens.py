"""What one reader may see of a household's facts: the lens. What it leaves out leaves no trace, not even in a count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from routines.rules.lanes import PUSHED
from routines.rules.mirror.facts import (
    HIDDEN,
    AgainFact,
    AskedFact,
    Facts,
    FeltFact,
    IdeaFact,
    MorningFact,
    MovedFact,
    OverrideFact,
    PickedFact,
    RemarkFact,
    SaidFact,
    StepFact,
)

RUNGS, COUNTS, COMMENTS, FEELINGS = "rungs", "counts", "comments", "feelings"
ALL_KINDS = frozenset({RUNGS, COUNTS, COMMENTS, FEELINGS})
# Longer ago than that, a morning can no longer be told of, whatever the clock of its zone: its accounts lie open.
FRESH = timedelta(days=3)
PASS = "pass"  # noqa: S105

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Lens:
    """Who reads. `reader` is the member who does, None for somebody outside the household.

    `members`, `routines` and `kinds` are what is shared with them; None for members and routines: everybody's, all.
    """

    today: date
    reader: int | None = None
    members: frozenset[int] | None = None
    routines: frozenset[int] | None = None
    kinds: frozenset[str] = ALL_KINDS


def through(lens: Lens, facts: Facts) -> Facts:
    """Return the facts a reader may see, as if there were no others.

    From outside: only the routines and members shared, and no step that is for nobody but people not shared. Of a
    member not shared nothing is left; where somebody shared is spoken of together with them they are HIDDEN, and their
    words are gone, wherever they have got to: a wish that became a move's reason, an idea that was decided. "Pushed"
    only where its author shared it. Nobody reads accounts of mornings that can still be told of except their own, nor
    what was said on an open question before they spoke there themselves; to who looks in there are no open questions.
    Rungs, words and what is only there to be counted go with their kinds: without words nobody is told who said what,
    nor any reason.
    """
    sight = _Sight(lens, facts)
    return Facts(
        first=facts.first,
        last=facts.last,
        people=tuple(filter(sight.knows, facts.people)),
        routines=tuple(each for each in facts.routines if sight.in_routine(each.id)),
        steps=tuple(sight.step(each) for each in facts.steps if sight.on(each.routine, each.id)),
        mornings=tuple(sight.morning(each) for each in facts.mornings if sight.in_routine(each.routine)),
        felt=sight.felt(facts.felt),
        again=sight.again(facts.again),
        asked=tuple(map(sight.asked, filter(sight.may_hear_of, sight.shared(facts.asked))))
        if sight.knows_steps
        else (),
        said=tuple(map(sight.said, filter(sight.may_know, sight.theirs(facts.said)))) if sight.hears else (),
        ideas=tuple(map(sight.idea, filter(sight.may_know, sight.theirs(facts.ideas)))) if sight.hears else (),
        remarks=tuple(map(sight.remark, filter(sight.may_read, sight.theirs(facts.remarks)))) if sight.hears else (),
        overrides=tuple(map(sight.override, sight.shared(facts.overrides))) if sight.knows_steps else (),
        done=tuple(sight.theirs(facts.done)) if sight.counts else (),
        picked=tuple(sight.picks(facts.picked)) if sight.counts else (),
        moved=tuple(map(sight.moved, sight.shared(facts.moved))) if sight.plans else (),
    )


class _Sight:
    """A lens held before one household's facts."""

    def __init__(self, lens: Lens, facts: Facts) -> None:
        self.lens = lens
        self.plans, self.counts = RUNGS in lens.kinds, COUNTS in lens.kinds
        self.reads, self.feels = COMMENTS in lens.kinds, FEELINGS in lens.kinds
        self.knows_steps, self.hears = self.plans or self.counts, self.counts or self.reads
        self.spoken: Mapping[int, frozenset[int]] = {
            each.id: frozenset(each.spoken) for each in facts.asked if each.open
        }
        self.gone = frozenset(each.id for each in facts.steps if each.named and not any(map(self.knows, each.named)))

    def knows(self, member: int) -> bool:
        return self.lens.members is None or member in self.lens.members

    def name(self, member: int | None) -> int | None:
        return member if member is None or self.knows(member) else HIDDEN

    def in_routine(self, routine: int) -> bool:
        return self.lens.routines is None or routine in self.lens.routines

    def on(self, routine: int, step: int) -> bool:
        return self.in_routine(routine) and step not in self.gone

    def mine(self, *members: int | None) -> bool:
        return self.lens.reader is not None and self.lens.reader in members

    def shared(self, facts: Iterable[Fact]) -> Iterable[Fact]:
        """Return the facts of shared routines and steps."""
        return (each for each in facts if self.on(each.routine, each.step))

    def theirs(self, facts: Iterable[Fact]) -> Iterable[Fact]:
        """Return the facts of shared routines and steps that belong to shared members."""
        return (each for each in self.shared(facts) if self.knows(each.member))

    def words_of(self, words: str, *members: int | None) -> str:
        """Return words, unless they are of somebody not shared."""
        return words if all(each is None or self.knows(each) for each in members) else ""

    def reason_of(self, words: str, *members: int | None) -> str:
        """Return why something was so: a reason is words somebody wrote, and beside the plan."""
        return self.words_of(words, *members) if self.plans and self.reads else ""

    def step(self, each: StepFact) -> StepFact:
        named, doers = tuple(filter(self.knows, each.named)), tuple(filter(self.knows, each.doers))
        if not self.plans:
            return replace(each, rung=None, over_to_you=False, named=named, doers=doers)
        return replace(each, named=named, doers=doers) if (named, doers) != (each.named, each.doers) else each

    def morning(self, each: MorningFact) -> MorningFact:
        return each if self.counts else replace(each, leave=None, left=None)

    def felt(self, facts: Iterable[FeltFact]) -> tuple[FeltFact, ...]:
        if not self.feels:
            return ()
        open_on, outside = self.lens.today - FRESH, self.lens.reader is None
        seen = []
        for each in self.theirs(facts):
            if each.on > open_on and not self.mine(each.member, each.said_by):
                continue
            if outside and each.felt == PUSHED and not each.shared:
                continue
            seen.append(self._felt(each))
        return tuple(seen)

    def _felt(self, each: FeltFact) -> FeltFact:
        said_by, words = self.name(each.said_by), each.words if self.reads else ""
        rung = each.rung if self.plans else None
        if (said_by, words, rung) == (each.said_by, each.words, each.rung):
            return each
        return replace(each, said_by=said_by, words=words, rung=rung)

    def again(self, facts: Iterable[AgainFact]) -> tuple[AgainFact, ...]:
        if not self.feels:
            return ()
        open_on = self.lens.today - FRESH
        return tuple(
            replace(each, said_by=self.name(each.said_by), changed_by=tuple(filter(self.knows, each.changed_by)))
            for each in facts
            if self.in_routine(each.routine)
            and self.knows(each.member)
            and (each.on <= open_on or self.mine(each.member, each.said_by))
        )

    def asked(self, each: AskedFact) -> AskedFact:
        """Return a question; who looks in learns nothing of who has spoken on it."""
        seen = replace(
            each,
            text=self.words_of(each.text, each.by),
            by=self.name(each.by),
            said_by=self.name(each.said_by),
            decided=self.words_of(each.decided, *each.decided_of),
            decided_of=tuple(filter(self.knows, each.decided_of)),
            decided_by=self.name(each.decided_by),
            reason=self.reason_of(each.reason, each.decided_by),
            spoken=() if self.lens.reader is None else tuple(filter(self.knows, each.spoken)),
        )
        if self.plans:
            return seen
        nothing = {"rung": None, "called": None, "decided_by": None, "decided_of": ()}
        return replace(seen, text="", ending="", decided="", reason="", **nothing)

    def may_hear_of(self, each: AskedFact) -> bool:
        """From outside, a question that is still open is not there yet."""
        return self.lens.reader is not None or not each.open

    def may_know(self, each: SaidFact | IdeaFact) -> bool:
        """From outside, what was said on an open question is not there yet."""
        return self.lens.reader is not None or each.question not in self.spoken

    def may_read(self, each: RemarkFact) -> bool:
        """A remark on an open question is read by whoever spoke there, and by who wrote it."""
        if each.question not in self.spoken or self.mine(each.member, each.said_by):
            return True
        return self.lens.reader is not None and self.lens.reader in self.spoken[each.question]

    def said(self, each: SaidFact) -> SaidFact:
        """Return what somebody said, without what is veiled for the reader and without words that are not shared.

        A veiled voice may be a pass: it is owed an answer like any other, so that nobody can tell. Without words
        nobody is told who said what; then it is there to be counted alone.
        """
        seen = replace(
            each,
            said_by=self.name(each.said_by),
            chose=self.words_of(each.chose, each.chose_of),
            chose_of=self.name(each.chose_of),
            answered_by=self.name(each.answered_by),
            because=self.reason_of(each.because, each.answered_by),
        )
        if not self.reads:
            way, nobody = each.way if each.way == PASS else "", {"chose_of": None, "answered_by": None}
            return replace(seen, way=way, words="", chose="", **nobody, answered_on=None, silent=True)
        if self._veiled(each):
            return replace(seen, way="", words="", chose="", chose_of=None, owed=True, veiled=True)
        return seen

    def _veiled(self, each: SaidFact) -> bool:
        """Ideas are seen by everybody at once, as everywhere in the product."""
        if each.kind == "idea" or each.question not in self.spoken or self.mine(each.member, each.said_by):
            return False
        return self.lens.reader not in self.spoken[each.question]

    def idea(self, each: IdeaFact) -> IdeaFact:
        return replace(each, said_by=self.name(each.said_by), text=each.text if self.reads else "")

    def remark(self, each: RemarkFact) -> RemarkFact:
        return replace(each, said_by=self.name(each.said_by), text=each.text if self.reads else "")

    def override(self, each: OverrideFact) -> OverrideFact:
        ground = each.ground if self.plans else ""
        return replace(each, by=self.name(each.by), reason=self.reason_of(each.reason, each.by), ground=ground)

    def moved(self, each: MovedFact) -> MovedFact:
        """Return a move; a reason that was somebody's wish is their words, whoever moved the step."""
        reason = self.reason_of(each.reason, *(each.reason_of or (each.by,)))
        whose = tuple(filter(self.knows, each.reason_of)) if reason else ()
        return replace(each, by=self.name(each.by), reason=reason, reason_of=whose)

    def picks(self, facts: Iterable[PickedFact]) -> Iterable[PickedFact]:
        """Return picks as if only those shared had ideas, ruled one out and tapped.

        There are no waits, which rest on everybody's taps.
        """
        for each in self.shared(facts):
            if self.lens.members is None:
                yield each
                continue
            taps = tuple((member, options) for member, options in each.taps if self.knows(member))
            listed = tuple((option, member) for option, member in each.listed if self.knows(member))
            theirs = frozenset(option for option, _member in listed)
            gone = tuple((option, by) for option, by in each.ruled_out if option in theirs and self.knows(by))
            if taps:
                yield replace(each, taps=taps, listed=listed, ruled_out=gone, waits=(), limit=0)


def narrowed(facts: Facts, *, routine: int | None = None, step: int | None = None, member: int | None = None) -> Facts:
    """Return the facts of one routine, one step, one person, as a reader filters what they may see anyway."""

    def fits(each) -> bool:
        return (routine is None or each.routine == routine) and (step is None or getattr(each, "step", step) == step)

    def theirs(each) -> bool:
        return fits(each) and (member is None or each.member == member)

    return replace(
        facts,
        routines=tuple(each for each in facts.routines if routine is None or each.id == routine),
        steps=tuple(each for each in facts.steps if fits(each) and (step is None or each.id == step)),
        mornings=tuple(filter(fits, facts.mornings)),
        felt=tuple(filter(theirs, facts.felt)),
        again=tuple(filter(theirs, facts.again)),
        asked=tuple(filter(fits, facts.asked)),
        said=tuple(filter(theirs, facts.said)),
        ideas=tuple(filter(theirs, facts.ideas)),
        remarks=tuple(filter(theirs, facts.remarks)),
        overrides=tuple(filter(fits, facts.overrides)),
        done=tuple(filter(theirs, facts.done)),
        picked=tuple(filter(fits, facts.picked)),
        moved=tuple(filter(fits, facts.moved)),
    )
