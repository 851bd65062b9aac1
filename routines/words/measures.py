"""The honest measures in words: what each is called, by which rule it was counted, and its counts."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from routines.rules.mirror.facts import HIDDEN
from routines.rules.mirror.measure import Measure, MeasureKey, Tally
from routines.words.fractions import fraction_words

NAMES = {
    MeasureKey.FELT_AS_PLANNED: gettext_lazy("Felt as planned"),
    MeasureKey.VIEWS_ANSWERED: gettext_lazy("Views that got an answer"),
    MeasureKey.IDEAS: gettext_lazy("What became of ideas"),
    MeasureKey.STARTERS: gettext_lazy("Who started"),
    MeasureKey.SHARE_OF_VOICE: gettext_lazy("Share of voice"),
    MeasureKey.OVERRIDES: gettext_lazy("Safety overrides talked about"),
    MeasureKey.OWN_TASKS: gettext_lazy("Did what they chose to do"),
    MeasureKey.CHANGED: gettext_lazy("“Not like this again” that led to a change"),
    MeasureKey.FAIR_TURNS: gettext_lazy("Fair turns"),
    MeasureKey.INDEPENDENCE: gettext_lazy("Did by themselves what was handed over"),
    MeasureKey.LEFT_IN_TIME: gettext_lazy("Left by the agreed time"),
}

RULES = {
    MeasureKey.FELT_AS_PLANNED: gettext_lazy(
        "Counts how often a step felt to somebody like the rung it stood on that morning, of all times somebody told "
        "how it felt. Each person’s account of each step counts once. It does not know what nobody told."
    ),
    MeasureKey.VIEWS_ANSWERED: gettext_lazy(
        "Counts what people said on questions, what matters to them, their ideas and wishes, and how much of it got an "
        "answer with a reason; where all vote or agree, the result is the answer. Passing, “got it”, and what somebody "
        "said who then decided themselves, need none. It does not know what was answered at the table."
    ),
    MeasureKey.IDEAS: gettext_lazy(
        "Counts the ideas each person brought, also those somebody entered for them: tried if it was chosen, partly if "
        "it was answered so, not if it was not chosen, waiting while the question is open. It does not know ideas that "
        "were never entered."
    ),
    MeasureKey.STARTERS: gettext_lazy(
        "Counts the questions each person opened. One that somebody opened in their name is theirs, and is named again "
        "apart. It does not know who had the thought first."
    ),
    MeasureKey.SHARE_OF_VOICE: gettext_lazy(
        "Counts answers to questions, concerns, ideas, wishes, remarks and opened questions that people entered "
        "themselves; what was entered for them stands apart, and passing does not count. An equal share is all of it "
        "divided by the people the steps name and those who brought something. It does not know how long anybody "
        "spoke, or who listened."
    ),
    MeasureKey.OVERRIDES: gettext_lazy(
        "Counts the safety overrides, and how many of them the family ticked off as talked about afterwards. It does "
        "not know how the talk went."
    ),
    MeasureKey.OWN_TASKS: gettext_lazy(
        "Counts the mornings on which somebody had a task they chose in an agreement, and on how many it was ticked as "
        "done, by whomever. Skipped steps and days away do not count. It does not know what was done and never ticked."
    ),
    MeasureKey.CHANGED: gettext_lazy(
        "Counts the mornings of which somebody said “not like this again”, and how many of them somebody brought a "
        "change from. A morning counts once. It does not know whether the change helped."
    ),
    MeasureKey.FAIR_TURNS: gettext_lazy(
        "Counts the picks in which some got their wish and some did not, and in how many something they had tapped "
        "won. A share gap is the picks somebody was entitled to, by how many wished the same, minus those they were "
        "happy with; below 1 is within one decision of fair. The longest wait holds if all take part each time. Own "
        "ideas are those somebody brought of all that were on the list, each once; ruled out counts each time a parent "
        "ruled one of them out on grounds of safety. It does not know how much a wish was worth to somebody."
    ),
    MeasureKey.INDEPENDENCE: gettext_lazy(
        "Counts the steps handed over to somebody with “over to you”, and how many they did and ticked themselves. "
        "Skipped steps and days away do not count. It does not know who helped without ticking."
    ),
    MeasureKey.LEFT_IN_TIME: gettext_lazy(
        "Counts the mornings with a time to leave on which somebody said “we’re off”, and how many of them were by the "
        "time agreed in the end, to the minute. Lateness chosen on purpose is agreed. It does not know mornings "
        "without a tap."
    ),
}

# What is left out for somebody who looks in from outside.
THEIRS = gettext_lazy("Here it counts only people whose part is shared.")
SETTLED = gettext_lazy("Here it counts only people whose part is shared, and no question that is still open.")
LEFT_OUT = {
    MeasureKey.FELT_AS_PLANNED: gettext_lazy(
        "Here it counts only people whose part is shared. It leaves out mornings of the last three days, and what "
        "stays in the family unless whoever felt it shares it."
    ),
    MeasureKey.VIEWS_ANSWERED: SETTLED,
    MeasureKey.IDEAS: SETTLED,
    MeasureKey.STARTERS: SETTLED,
    MeasureKey.SHARE_OF_VOICE: SETTLED,
    MeasureKey.OVERRIDES: gettext_lazy("Here it counts only steps that are shared."),
    MeasureKey.OWN_TASKS: THEIRS,
    MeasureKey.CHANGED: gettext_lazy(
        "Here it counts only people whose part is shared, and no morning of the last three days."
    ),
    MeasureKey.FAIR_TURNS: THEIRS,
    MeasureKey.INDEPENDENCE: THEIRS,
    MeasureKey.LEFT_IN_TIME: gettext_lazy("Here it counts only routines that are shared."),
}

EVERYBODY = {
    MeasureKey.OVERRIDES: gettext_lazy("Talked about"),
    MeasureKey.CHANGED: gettext_lazy("Mornings that led to a change"),
    MeasureKey.LEFT_IN_TIME: gettext_lazy("Mornings"),
}

BECAME = {
    "tried": gettext_lazy("tried"),
    "partly": gettext_lazy("partly"),
    "not": gettext_lazy("not"),
    "waiting": gettext_lazy("still waiting"),
}


def measure_name(key: MeasureKey) -> str:
    """Return what a measure is called."""
    return str(NAMES[key])


def measure_rule(key: MeasureKey) -> str:
    """Return the rule by which a measure was counted, and what it does not know."""
    return str(RULES[key])


def left_out(key: MeasureKey) -> str:
    """Return what a measure leaves out for somebody who looks in from outside."""
    return str(LEFT_OUT[key])


def app_not_kitchen() -> str:
    """Return what stands beside all measures."""
    return _("These count what happened in the app. They do not hear the kitchen.")


def together_words() -> str:
    """Return what stands beside a measure that is no one person's where one person's view was asked for."""
    return _("This one counts everybody together: it is no one person’s.")


def tally_words(measure: Measure, tally: Tally, names: Mapping[int, str]) -> tuple[str, str]:
    """Return what a count is of, and the count; `names` are of those the reader may know.

    A percentage is told only where there are enough to speak of one.
    """
    return _label(measure, tally, names), _figure(tally)


def _label(measure: Measure, tally: Tally, names: Mapping[int, str]) -> str:
    part = _part(tally.part)
    if tally.part == "equal":
        return part
    who = _who(measure, tally, names)
    words = _("%(who)s: %(part)s") % {"who": who, "part": part} if part else who
    return _("%(about)s – %(words)s") % {"about": tally.about, "words": words} if tally.about else words


def _who(measure: Measure, tally: Tally, names: Mapping[int, str]) -> str:
    if tally.member is None:
        return str(EVERYBODY.get(measure.key, _("Everybody")))
    if tally.member == HIDDEN:
        return _("Somebody")
    return names.get(tally.member, "") or _("Somebody")


def _part(part: str) -> str:
    words = {
        **BECAME,
        "entered": _("entered for them"),
        "equal": _("An equal share would be"),
        "happy": _("got their wish"),
        "agreed": _("all agreed"),
        "waits": _("missed running, by now"),
        "longest": _("missed running, at most"),
        "gap": _("share gap"),
        "listed": _("own ideas on the list"),
        "ruled_out": _("own ideas ruled out"),
    }
    return str(words.get(part, ""))


def _figure(tally: Tally) -> str:
    if tally.exact is not None:
        return FIGURES.get(tally.part, fraction_words)(tally.exact)
    if tally.limit is not None:
        return _("%(n)s, limit %(limit)s") % {"n": tally.n, "limit": tally.limit}
    if tally.of is None:
        return str(tally.n)
    counted = _("%(n)s of %(of)s") % {"n": tally.n, "of": tally.of}
    if tally.percent is None:
        return counted
    return _("%(counted)s (%(percent)s%%)") % {"counted": counted, "percent": tally.percent}


def _gap(value: Fraction) -> str:
    words = fraction_words(value)
    return _("%(gap)s, within one decision of fair") % {"gap": words} if abs(value) < 1 else words


def _equal(value: Fraction) -> str:
    """Return an equal share, to one decimal where it is no whole number."""
    if value.denominator == 1:
        return ngettext("%(n)s entry each", "%(n)s entries each", value.numerator) % {"n": value.numerator}
    return _("about %(n)s entries each") % {"n": number_format(round(float(value), 1), 1)}


FIGURES: dict[str, Callable[[Fraction], str]] = {"gap": _gap, "equal": _equal}
