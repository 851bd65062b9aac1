"""What a rule answers: allowed or not, and why."""

from dataclasses import dataclass
from typing import Any

from routines.rules.codes import Code


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer with its reason. `params` are pairs of name and value for the sentence."""

    allowed: bool
    code: Code = Code.OK
    params: tuple[tuple[str, Any], ...] = ()

    def __bool__(self) -> bool:
        """Return whether it is allowed."""
        return self.allowed


ALLOWED = Verdict(True)


def allow() -> Verdict:
    """Return the one verdict that says yes."""
    return ALLOWED


def refuse(code: Code, **params: Any) -> Verdict:
    """Return a no with its reason; `params` fill the sentence (names, never ids)."""
    return Verdict(False, code, tuple(params.items()))
