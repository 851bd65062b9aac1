"""The family meeting: who may chair it, whose turn it is, and when one begins and ends."""

from collections.abc import Collection, Sequence

from routines.rules.codes import Code
from routines.rules.state import Kind, Person
from routines.rules.verdict import ALLOWED, Verdict, refuse


def may_chair(people: Sequence[Person]) -> tuple[Person, ...]:
    """Return who may chair, in the household's order: parents, teens and children who have not left."""
    return tuple(each for each in people if _family(each) and not each.left)


def next_chair(people: Sequence[Person], last: int | None, away: Collection[int] = ()) -> int | None:
    """Return whose turn it is to chair: who follows whoever chaired the last meeting that was held.

    `people` are all of the household in its order, those who left included, so that a turn is found also after
    somebody who left. Whoever is `away` is skipped; None where nobody is there who could chair.
    """
    ids = [each.id for each in people]
    start = ids.index(last) + 1 if last in ids else 0
    there = {each.id for each in may_chair(people) if each.id not in away}
    return next((each for each in (*ids[start:], *ids[:start]) if each in there), None)


def chair_after(people: Sequence[Person], chair: int, away: Collection[int] = ()) -> int | None:
    """Return to whom a chair passes it on unless somebody else is named; None where nobody else is there."""
    following = next_chair(people, chair, away)
    return None if following == chair else following


def begins(people: Sequence[Person], chair: int | None, *, running: bool) -> Verdict:
    """Return whether a meeting may begin: one at a time, with somebody of the family in the chair."""
    return refuse(Code.MEETING_ON) if running else chairs(people, chair)


def goes_on(*, running: bool) -> Verdict:
    """Return whether something may be done in a meeting: only while it lasts."""
    return ALLOWED if running else refuse(Code.MEETING_OVER)


def chairs(people: Sequence[Person], chair: int | None) -> Verdict:
    """Return whether somebody may chair."""
    return ALLOWED if any(each.id == chair for each in may_chair(people)) else refuse(Code.CHAIR_OF_THE_FAMILY)


def _family(person: Person) -> bool:
    return person.kind is not Kind.SUPPORTER
