"""Fair turns."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from routines.rules.mirror.facts import Facts, PickedFact, once
from routines.rules.mirror.measure import Measure, MeasureKey, Tally


def fair_turns(facts: Facts) -> Measure:
    """Count for each pick, and each person who took part or had an idea on its list, how its turns fell in the period.

    "happy": contested picks in which something they had tapped won, of those they took part in. Contested is a pick in
    which some got their wish and some did not. "agreed": those in which all got theirs. "waits": how many contested
    ones running they have missed by now, beside the limit for when all take part each time. "longest": the most they
    missed running within the period. "gap": what they were entitled to (see `PickedFact.due`) minus the happy ones;
    below 1 for all is within one decision of fair. Beside it stands what turns cannot mend: "listed", their own ideas
    of all that were on its list, each once, and "ruled_out", how often a parent ruled one of theirs out. People stand
    in their fixed order, whoever had less.
    """
    picks: dict[int, list[PickedFact]] = defaultdict(list)
    for each in once(facts.picked):
        picks[each.pick].append(each)
    return Measure(
        MeasureKey.FAIR_TURNS,
        tuple(
            tally
            for _, picked in sorted(picks.items())
            for member in facts.people
            for tally in _turns(member, sorted(picked, key=lambda each: (each.on, each.id)))
        ),
    )


def _turns(member: int, picked: Sequence[PickedFact]) -> Iterator[Tally]:
    mine = [each for each in picked if member in each.wished]
    about = picked[-1].text
    if mine:
        yield from _fallen(member, mine, picked[-1], about)
    authors = {option: author for each in picked for option, author in each.listed}
    own = sum(author == member for author in authors.values())
    if own or (mine and authors):
        yield Tally(own, len(authors), member, "listed", about)
    gone = sum(authors.get(option) == member for each in picked for option, _by in each.ruled_out)
    if gone:
        yield Tally(gone, None, member, "ruled_out", about)


def _fallen(member: int, mine: Sequence[PickedFact], latest: PickedFact, about: str) -> Iterator[Tally]:
    """Yield how turns fell to somebody in the picks they took part in."""
    contested = [each for each in mine if each.contested]
    happy = sum(member in each.happy for each in contested)
    yield Tally(happy, len(contested), member, "happy", about)
    yield Tally(sum(each.wished == each.happy for each in mine), None, member, "agreed", about)
    waits = dict(latest.waits)
    if member in waits:
        yield Tally(waits[member], None, member, "waits", about, limit=latest.limit or None)
    if contested:
        yield Tally(_longest(member, contested), None, member, "longest", about)
        gap = sum((each.due(member) for each in contested), Fraction()) - happy
        yield Tally(0, None, member, "gap", about, exact=gap)


def _longest(member: int, contested: Sequence[PickedFact]) -> int:
    """Return the most contested picks running without their wish."""
    longest = running = 0
    for each in contested:
        running = 0 if member in each.happy else running + 1
        longest = max(longest, running)
    return longest
