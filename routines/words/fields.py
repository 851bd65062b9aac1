"""What changed, field by field, in words: "Minutes: 5 → 10"."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from django.conf import settings
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from households.consent_words import kinds_inside
from households.models import Member
from households.pictograms import PICTOGRAMS
from routines.models import Option, Pause, Routine
from routines.rules.state import Rung
from routines.words.days import clock_words, date_words, days_in_words, two_weeks_in_words
from routines.words.ladder import rung_name
from routines.words.names import joined

LABELS = {
    "title": _("Title"),
    "weekdays": _("Days"),
    "anchor": _("Which time is fixed"),
    "anchor_time": _("Time"),
    "tells_minutes": _("Saying how early or late we were"),
    "minutes": _("How long"),
    "least": _("At least, when time is scarce"),
    "small_steps": _("Small steps"),
    "pictogram": _("Picture"),
    "why": _("Why"),
    "limits": _("What is fixed"),
    "alongside": _("At the same time as the step before"),
    "over_to_you": _("Over to you"),
    "safety": _("A matter of safety"),
    "decider": _("Who decides"),
    "affected": _("Who it is for"),
    "doers": _("Who does it"),
    "place": _("Place in the order"),
    "rung": _("Rung"),
    "name": _("Name"),
    "kind": _("Who they are"),
    "age_band": _("Age"),
    "face": _("Face"),
    "colour": _("Colour"),
    "time_zone": _("Clock"),
    "language": _("Language"),
    "decision": _("Settled"),
    "trial_until": _("Tried until"),
    "review_on": _("We look at it again on"),
    "ground": _("Ground"),
    "idea": _("Idea"),
    "text": _("What is picked"),
    "until": _("Picking ends"),
    "picked": _("Picked"),
    "proposal": _("Proposal"),
    "hidden": _("Faces it does not show"),
    "text_size": _("Size of the words"),
    "reads_aloud": _("Reading everything aloud"),
    "helper": _("Helped by"),
    "today": _("Wished for today"),
    "instead": _("Instead"),
    "together": _("Done together"),
    "pause": _("Break"),
    "routine": _("Routine"),
    "from_on": _("From"),
    "until_on": _("Until"),
    "on": _("Day"),
    "two_weeks": _("Days here"),
    "to": pgettext_lazy("who gets something", "To"),
    "shared_kinds": _("What is shown"),
    "shared_of": _("Whose part"),
    "shared_until": _("Until"),
}


TODAY = {
    "skip": _("leave it out"),
    "swap": _("something else instead"),
    "insert": _("put something in"),
    "move": _("another place"),
    "later": _("more time"),
}


def field_label(field: str) -> str:
    """Return what a field is called."""
    return str(LABELS.get(field, field))


def field_words(field: str, value: Any, names: Mapping[int, str]) -> str:
    """Return a field's value in words; `names` maps member ids to names. Nothing is "", mostly."""
    if value is None or value in ("", []):
        return _nothing(field, value)
    say = SAYING.get(field)
    return say(value, names) if say else str(value)


def minutes_words(minutes: int) -> str:
    """Return a length: "1 minute", "25 minutes"."""
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}


def _nothing(field: str, value: Any) -> str:
    if field == "anchor_time":
        return gettext("no time yet")
    if field == "until":
        return gettext("when its step begins")
    if field == "least":
        return gettext("half of them")
    if field in ("affected", "doers", "decider", "hidden"):
        return gettext("nobody")
    return ""


def _choice(choices: type) -> Callable[[Any, Mapping], str]:
    return lambda value, _names: str(dict(choices.choices).get(value, value))


def _names(value: list[int], names: Mapping[int, str]) -> str:
    return joined(names.get(each, "") for each in value)


def _picture(value: str, _names: Mapping) -> str:
    known = PICTOGRAMS.get(value)
    return str(known.label) if known else value


def _lines(value: str, _names: Mapping) -> str:
    return ", ".join(value.splitlines())


def _yes_or_no(value: bool, _names: Mapping) -> str:
    return gettext("yes") if value else gettext("no")


def _time(value: str | time, _names: Mapping) -> str:
    return clock_words(value if isinstance(value, time) else time.fromisoformat(value))


def _day(value: str, _names: Mapping) -> str:
    return date_words(date.fromisoformat(value))


SAYING: dict[str, Callable[[Any, Mapping], str]] = {
    "weekdays": lambda value, _names: days_in_words(value),
    "anchor": _choice(Routine.Anchor),
    "anchor_time": _time,
    "until": _time,
    "tells_minutes": _yes_or_no,
    "minutes": lambda value, _names: minutes_words(value),
    "least": lambda value, _names: minutes_words(value),
    "small_steps": _lines,
    "pictogram": _picture,
    "face": _picture,
    "alongside": _yes_or_no,
    "over_to_you": _yes_or_no,
    "safety": _yes_or_no,
    "decider": lambda value, names: names.get(value, ""),
    "helper": lambda value, names: names.get(value, ""),
    "to": lambda value, names: names.get(value, ""),
    "affected": _names,
    "doers": _names,
    "hidden": _names,
    "rung": lambda value, _names: rung_name(Rung(value)),
    "kind": _choice(Member.Kind),
    "age_band": _choice(Member.AgeBand),
    "text_size": _choice(Member.TextSize),
    "reads_aloud": _yes_or_no,
    "colour": _choice(Member.Colour),
    "language": lambda value, _names: dict(settings.LANGUAGES).get(value, value),
    "pause": _choice(Pause.Kind),
    "from_on": _day,
    "until_on": _day,
    "on": _day,
    "two_weeks": lambda value, _names: two_weeks_in_words(value),
    "trial_until": _day,
    "review_on": _day,
    "ground": _choice(Option.Ground),
    "today": lambda value, _names: str(TODAY.get(value, value)),
    "together": _names,
    "shared_kinds": lambda value, _names: kinds_inside(value),
    "shared_of": _names,
    "shared_until": _day,
}
