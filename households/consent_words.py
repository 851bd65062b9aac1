"""What a family shares with a facilitator, in words: what each kind shows and never shows, and who looks in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from households.rules.consent import COMMENTS, COUNTS, FEELINGS, RUNGS, TOGETHER


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind of thing that is shared: its name, how it stands in a sentence, what it shows and what it never shows.

    `child` is what a child is told, `pictogram` its picture there.
    """

    name: str | Promise
    inside: str | Promise
    shows: str | Promise
    never: str | Promise
    child: str | Promise
    pictogram: str


KINDS: dict[str, KindWords] = {
    RUNGS: KindWords(
        _("Rungs and decisions"),
        _("rungs and decisions"),
        _("It shows which rung each step is on, and what was decided."),
        _("It never shows who said what, nor a question that is still open."),
        _("what we decide together"),
        "handshake",
    ),
    COUNTS: KindWords(
        _("Counts"),
        _("counts"),
        _("It shows how often something happened: ideas tried, views answered, mornings left in time."),
        _("It never shows the words, nor a score or a ranking of people."),
        _("how often things happen"),
        "memo",
    ),
    COMMENTS: KindWords(
        _("Words people wrote"),
        _("words people wrote"),
        _("It shows views, comments and reasons with the name of whoever wrote them."),
        _("It never shows what somebody took back, nor what is still veiled in the family."),
        _("what we write and say"),
        "speech-balloon",
    ),
    FEELINGS: KindWords(
        _("How steps felt"),
        _("how steps felt"),
        _("It shows whether a step felt done for, done with or one’s own, with the name of whoever said so."),
        _("It never shows “pushed”, unless whoever felt it shared that themself."),
        _("how steps feel"),
        "smiling-face-with-smiling-eyes",
    ),
    TOGETHER: KindWords(
        _("A part in numbers of many families"),
        _("numbers of many families"),
        _("Your counts go into sums over at least five families and five people."),
        _("It never shows a number of your family alone."),
        _("numbers of many families together"),
        "house-with-garden",
    ),
}

# What can be opened, as `looked_in(page=…)` names it.
PAGES: dict[str, str | Promise] = {
    "caseload": _("your line in the list of families"),
    "review": _("the overview"),
    "step": _("a step"),
    "mornings": _("the mornings behind a face"),
    "said": _("you said, we did"),
    "questions": _("the questions and answers"),
    "session": _("a review session"),
    "notes": _("their own notes"),
    "report": _("the report"),
    "csv": _("the report as a table (CSV)"),
    "json": _("the report as data (JSON)"),
}


def kind_name(kind: str) -> str:
    """Return what a kind is called."""
    return str(KINDS[kind].name) if kind in KINDS else kind


def page_words(page: str) -> str:
    """Return what a page that was opened is called; one without a name of its own is a page."""
    return str(PAGES.get(page.removeprefix("review_"), _("a page")))


def kinds_inside(kinds: Iterable[str]) -> str:
    """Return kinds as they stand in a sentence, in their fixed order: "rungs and decisions, counts"."""
    return ", ".join(str(words.inside) for kind, words in KINDS.items() if kind in set(kinds))


def day_words(day: date) -> str:
    """Return a consent's last day: "14 March 2027"."""
    return date_format(day, gettext("j F Y"))


def sign(name: str, kinds: Iterable[str], until_on: date) -> str:
    """Return the line that says that somebody looks in, at what, and until when."""
    words = {"name": name, "kinds": kinds_inside(kinds), "day": day_words(until_on)}
    return gettext("%(name)s looks in until %(day)s, at: %(kinds)s") % words


def child_sign(name: str, kinds: Iterable[str]) -> str:
    """Return the same line in words for a child; until when it goes on stands on the page it leads to."""
    told = ", ".join(str(words.child) for kind, words in KINDS.items() if kind in set(kinds))
    return gettext("%(name)s looks in at our mornings and sees: %(kinds)s") % {"name": name, "kinds": told}
