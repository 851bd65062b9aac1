"""A facilitator's families in words: what each shares, what changed, until when."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from households.rules.consent import COMMENTS, COUNTS, FEELINGS, KINDS, RUNGS, TOGETHER
from routines.rules.state import Rung
from routines.words.days import date_words
from routines.words.ladder import RUNG_NAMES
from routines.words.names import joined

KIND_NAMES = {
    RUNGS: gettext_lazy("rungs and decisions"),
    COUNTS: gettext_lazy("counts"),
    COMMENTS: gettext_lazy("words people wrote"),
    FEELINGS: gettext_lazy("how steps felt"),
    TOGETHER: gettext_lazy("a part in your organisation’s numbers"),
}


def kinds_words(kinds: Iterable[str]) -> str:
    """Return kinds of things as one would say them, in their fixed order."""
    kinds = frozenset(kinds)
    return joined(str(KIND_NAMES[each]) for each in KINDS if each in kinds)


def shared_words(kinds: Iterable[str], routines: int, people: int) -> str:
    """Return what is shared, in short: "Rungs and decisions and counts · 2 routines · 3 people"."""
    words = kinds_words(kinds)
    parts = [
        words[:1].upper() + words[1:],
        ngettext("%(count)s routine", "%(count)s routines", routines) % {"count": routines},
        ngettext("%(count)s person", "%(count)s people", people) % {"count": people} if people else _("nobody’s part"),
    ]
    return " · ".join(filter(None, parts))


def felt_words(n: int, of: int) -> str:
    """Return how often steps felt as planned, in plain counts."""
    return _("felt as planned %(n)s of %(of)s") % {"n": n, "of": of} if of else _("nothing told in these weeks")


def lane_words(rung: Rung, planned: int, felt: int) -> str:
    """Return what a lane of the small drawing says."""
    return _("%(rung)s: planned %(planned)s, felt %(felt)s") % {
        "rung": RUNG_NAMES[rung],
        "planned": planned,
        "felt": felt,
    }


def changed_words(title: str, before: Rung | None, after: Rung | None) -> str:
    """Return what changed last: a move on the ladder, or a decision."""
    if after is None:
        return _("Decided on “%(step)s”") % {"step": title}
    words = _("“%(step)s” climbed to %(rung)s") if after > before else _("“%(step)s” moved down to %(rung)s")
    return words % {"step": title, "rung": RUNG_NAMES[after]}


def until_words(until_on: date, today: date) -> str:
    """Return until when a family shares."""
    if until_on == today:
        return _("until the end of today")
    return _("until %(day)s") % {"day": date_words(until_on, year=until_on.year != today.year)}
