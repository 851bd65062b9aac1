"""Reads what a form posted: words, numbers, dates, and who speaks. Nonsense becomes a refusal."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest

from households.actions.refusal import Refused
from households.forms.verb import read_tap
from households.rules import writing

LONGEST = {
    "text": 2000,
    "reason": 500,
    "note": 1000,
    "limits": 2000,
    "why": 2000,
    "consequence": 200,
    "answer": 500,
}


class Posted:
    """What one form posted."""

    def __init__(self, request: HttpRequest) -> None:
        self._data = request.POST

    @property
    def tap(self) -> UUID | None:
        """The client-made UUID of this change."""
        return read_tap(self._data)

    @property
    def speaker(self) -> int | None:
        """Whom the sender speaks for, if for somebody."""
        return self.number("speaker")

    def words(self, name: str, longest: int | None = None) -> str:
        """Return what was written, without space around it; refused if too long or unshowable."""
        text = writing.tidy(self._data.get(name, ""), lines=True)
        longest = longest or LONGEST.get(name, 500)
        if writing.hidden_signs(text):
            raise Refused("hidden_signs", field=name)
        if len(text) > longest:
            raise Refused("too_long", field=name, longest=longest, over=len(text) - longest)
        return text

    def number(self, name: str) -> int | None:
        """Return a number, or None for none or nonsense."""
        text = self._data.get(name, "").strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return all numbers sent under a name, without nonsense."""
        texts = self._data.getlist(name)
        return tuple(int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 19)

    def date(self, name: str) -> date | None:
        """Return a date; nonsense is refused, nothing is None."""
        text = self._data.get(name, "").strip()
        try:
            return date.fromisoformat(text) if text else None
        except ValueError as error:
            raise Refused("not_a_date", field=name) from error

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        """Return a choice, or nothing where it is none of those known."""
        value = self._data.get(name, "")
        return value if value in known else ""

    def raw(self, name: str) -> str:
        """Return exactly what was sent."""
        return self._data.get(name, "")

    def members(self, prefix: str) -> tuple[int, ...]:
        """Return the member ids behind fields named `prefix` and an id."""
        ids = (name.removeprefix(prefix) for name in self._data if name.startswith(prefix))
        return tuple(int(each) for each in ids if each.isascii() and each.isdigit() and len(each) < 19)

    def typed(self) -> tuple[tuple[str, str], ...]:
        """Return everything typed, to be shown again."""
        secret = ("csrfmiddlewaretoken", "tap", "speaker")
        return tuple((name, value) for name, value in self._data.items() if name not in secret)
