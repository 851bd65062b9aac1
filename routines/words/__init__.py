"""The rules' reasons in the words of whoever reads them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from routines.rules.state import Kind
from routines.words.coming import COMING
from routines.words.deciding import how_decided
from routines.words.files import FILES
from routines.words.ladder import (
    FELT_NAMES,
    LADDER_WORDS,
    RUNG_NAMES,
    audience,
    rung_name,
    rung_words,
)
from routines.words.morning_refusals import MORNINGS
from routines.words.names import joined
from routines.words.posted import POSTED
from routines.words.refusals import REFUSALS

__all__ = [
    "FELT_NAMES",
    "LADDER_WORDS",
    "RUNG_NAMES",
    "SENTENCES",
    "audience",
    "how_decided",
    "joined",
    "rung_name",
    "rung_words",
    "sentence",
]

SENTENCES = {str(code): words for code, words in (REFUSALS | MORNINGS | COMING | POSTED | FILES).items()}


def sentence(
    code: str,
    params: Mapping[str, Any] | Iterable[tuple[str, Any]] = (),
    reader_kind: Kind | str = Kind.PARENT,
    age_band: str = "",
) -> str:
    """Return a code as a sentence for a reader; `params` as the verdict carries them, or a dict.

    A code without words gets a sentence that still says what to do.
    """
    words = SENTENCES.get(str(code))
    if words is None:
        return _("That did not work. Look at the page again, then try once more.")
    grown_up, child = words
    text = child if audience(reader_kind, age_band) in ("small", "child") else grown_up
    return str(text) % _values(dict(params))


def _values(params: dict[str, Any]) -> dict[str, Any]:
    somebody = _("somebody")
    values = {"names": joined(params.get("names", ())) or somebody, "who": params.get("who")}
    return {**params, **values, "who": values["who"] or somebody}
