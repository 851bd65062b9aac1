"""What one reader may see of a household's facts: the lens. What it leaves out leaves no trace, not even in a count."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from routines.rules.lanes import PUSHED
from routines.rules.mirror.facts import HIDDEN, Facts, PickedFact, SaidFact, StepFact

RUNGS, COUNTS, COMMENTS, FEELINGS = "rungs", "counts", "comments", "feelings"
ALL_KINDS = frozenset({RUNGS, COUNTS, COMMENTS, FEELINGS})
# Longer ago than that, a morning can no longer be told of, whatever the clock of its zone: its accounts lie open.
FRESH = timedelta(days=3)

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

    From outside: only the routines and members shared; of a member not shared nothing is left, and where somebody
    shared is spoken of together with them they are HIDDEN. "Pushed" only where its author shared it. Nobody reads
    accounts of mornings that can still be told of except their own, nor what was said on an open question before they
    spoke there themselves; who looks in reads of open questions only what is asked.
    """
    routine, known = _routines(lens), _members(lens)
    steps = tuple(_step(each, known) for each in facts.steps if routine(each))
    spoken = {each.id: frozenset(each.spoken) for each in facts.asked if each.open}
    with_words = COMMENTS in lens.kinds
    return Facts(
        first=facts.first,
        last=facts.last,
        people=tuple(each for each in facts.people if known(each)),
        routines=tuple(each for each in facts.routines if lens.routines is None or each.id in lens.routines),
        steps=steps,
        mornings=tuple(filter(routine, facts.mornings)),
        felt=_felt(lens, facts, with_words),
        again=_again(lens, facts),
        asked=tuple(_asked(each, known) for each in facts.asked if routine(each)),
        said=tuple(
            _said(each, lens, spoken, known, with_words)
            for each in _theirs(facts.said, lens)
            if _may_know(each, lens, spoken)
        ),
        ideas=tuple(
            _entered(each, known) for each in _theirs(facts.ideas, lens) if lens.reader or each.became != "waiting"
        ),
        remarks=_remarks(lens, facts, spoken) if with_words else (),
        overrides=tuple(replace(each, by=_name(each.by, known)) for each in facts.overrides if routine(each)),
        done=_theirs(facts.done, lens),
        picked=tuple(_picked(each, known) for each in facts.picked if routine(each)),
        moved=tuple(replace(each, by=_name(each.by, known)) for each in facts.moved if routine(each)),
    )


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


def _routines(lens: Lens):
    return lambda each: lens.routines is None or each.routine in lens.routines


def _members(lens: Lens):
    return lambda member: lens.members is None or member in lens.members


def _theirs(facts: Iterable[Fact], lens: Lens) -> tuple[Fact, ...]:
    """Return the facts of shared routines that belong to shared members."""
    routine, known = _routines(lens), _members(lens)
    return tuple(each for each in facts if routine(each) and known(each.member))


def _name(member: int | None, known) -> int | None:
    return member if member is None or known(member) else HIDDEN


def _entered(each, known):
    """Return something said with whoever entered it, as far as the reader may know them."""
    return each if each.said_by is None or known(each.said_by) else replace(each, said_by=HIDDEN)


def _step(each: StepFact, known) -> StepFact:
    return replace(each, named=tuple(filter(known, each.named)), doers=tuple(filter(known, each.doers)))


def _felt(lens: Lens, facts: Facts, with_words: bool):
    if FEELINGS not in lens.kinds:
        return ()
    known, seen = _members(lens), []
    for each in _theirs(facts.felt, lens):
        if each.on > lens.today - FRESH and (lens.reader is None or lens.reader not in (each.member, each.said_by)):
            continue
        if lens.reader is None and each.felt == PUSHED and not each.shared:
            continue
        each = each if with_words or not each.words else replace(each, words="")
        seen.append(_entered(each, known))
    return tuple(seen)


def _again(lens: Lens, facts: Facts):
    if FEELINGS not in lens.kinds:
        return ()
    known = _members(lens)
    return tuple(
        _entered(each, known)
        for each in _theirs(facts.again, lens)
        if each.on <= lens.today - FRESH or (lens.reader is not None and lens.reader in (each.member, each.said_by))
    )


def _asked(each, known):
    return replace(
        each,
        by=_name(each.by, known),
        said_by=_name(each.said_by, known),
        decided_by=_name(each.decided_by, known),
        spoken=tuple(filter(known, each.spoken)),
    )


def _may_know(each: SaidFact, lens: Lens, spoken) -> bool:
    """From outside, what was said on an open question is not there yet."""
    return lens.reader is not None or each.question not in spoken


def _said(each: SaidFact, lens: Lens, spoken, known, with_words: bool) -> SaidFact:
    """Return what somebody said, without what is veiled for the reader and without words that are not shared."""
    mine = lens.reader is not None and lens.reader in (each.member, each.said_by)
    if each.question in spoken and not mine and lens.reader not in spoken[each.question]:
        each = replace(each, way="", words="", veiled=True)
    if not with_words:
        each = replace(each, words="")
    return _entered(replace(each, answered_by=_name(each.answered_by, known)), known)


def _remarks(lens: Lens, facts: Facts, spoken):
    known = _members(lens)
    return tuple(
        _entered(each, known)
        for each in _theirs(facts.remarks, lens)
        if each.question not in spoken
        or (lens.reader is not None and lens.reader in (*spoken[each.question], each.member))
    )


def _picked(each: PickedFact, known) -> PickedFact:
    return replace(
        each,
        wished=tuple(filter(known, each.wished)),
        happy=tuple(filter(known, each.happy)),
        waits=tuple((member, wait) for member, wait in each.waits if known(member)),
    )
