"""What became of a view when its question ended: you said, we did, partly, or did not."""

from dataclasses import dataclass
from datetime import datetime

from routines.rules.state import Rung, Say

DID, PARTLY, DIDNT = "did", "partly", "didnt"
UNCHANGED = "unchanged"
# A news one has heard needs no answer, and neither does a pass.
NEEDS_NONE = frozenset({Say.PASS, Say.GOT_IT})


@dataclass(frozen=True, slots=True)
class Ended:
    """How a question ended: `kind` is a `Decision.Kind`, `option` what was chosen and `author` whose idea that was."""

    kind: str
    called: int
    option: int | None
    author: int | None
    text: str
    reason: str
    by: int | None
    at: datetime


def is_owed(rung: int, member: int, way: str, end: Ended | None) -> bool:
    """Return whether a view is owed an answer: not a pass, and not that of whoever decided alone."""
    if way in NEEDS_NONE:
        return False
    alone = end is not None and (rung <= Rung.CONSULT or end.kind == "own")
    return not (alone and end.by == member)


def answer_to(
    end: Ended | None, given: tuple[str, str] | None, way: str, *, chose: int | None = None
) -> tuple[str, str]:
    """Return what became of a view, and why; two empty words while there is no answer.

    Where somebody answered the person, that is it. Else what was decided is the answer: a vote, an agreement or a
    choice by itself, what one person decided or explained only with its reason.
    """
    if end is None or way in NEEDS_NONE:
        return "", ""
    if given:
        return given
    if end.kind in ("informed", "decided") and not end.reason:
        return "", ""
    return _became(end, way, chose), end.reason


def _became(end: Ended, way: str, chose: int | None) -> str:
    if way == Say.CHOICE:
        return DID if end.option is not None and chose == end.option else DIDNT
    nothing = end.kind == UNCHANGED or (end.option is None and not end.text)
    if way in (Say.YES, Say.OK):
        return DIDNT if nothing else DID
    if way in (Say.NO, Say.DISLIKE):
        return DID if nothing else DIDNT
    return DIDNT if nothing else PARTLY
