"""Why something is on the agenda of the family meeting, in a sentence."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routines.rules.meeting.facts import Why


def due_words(why: Why | str, *, over: bool = False) -> str:
    """Return why something stands there that was promised by a day; `over` that the day has passed."""
    if why == Why.TRIAL and over:
        return _("The trial is over. Did it work for everybody?")
    return {
        Why.OVERRIDE: _("There was a safety override. Talk about it together."),
        Why.STEP: _("Two safety overrides within two weeks. Talk about the step itself."),
        Why.TRIAL: _("The trial ends. Does it work for everybody?"),
        Why.REVIEW: _("Look at the agreement again. Does it still work?"),
    }.get(why, "")


def asked_words(missing: str) -> str:
    """Return how far an open question is; `missing` are the names of those still to speak."""
    if missing:
        return _("An open question. Still to speak: %(names)s.") % {"names": missing}
    return _("An open question. Everybody has spoken, so it can be settled.")


def felt_words(names: str, planned: str) -> str:
    """Return that a step felt otherwise than planned, and to whom."""
    return _("Planned as %(planned)s. It felt otherwise to %(names)s.") % {"planned": planned, "names": names}


def often_words(days: Sequence[str]) -> str:
    """Return on which days something was so: "Mon, Wed", or from four on "5 times, last on Wed"."""
    if len(days) < 4:
        return ", ".join(dict.fromkeys(days))
    return _("%(n)d times, last on %(day)s") % {"n": len(days), "day": days[-1]}


def wish_words(name: str, rung: str) -> str:
    """Return that somebody asked to climb."""
    return _("%(name)s asked to climb to %(rung)s and waits for an answer.") % {"name": name, "rung": rung}


def idea_words(name: str, step: str) -> str:
    """Return that somebody's idea has not been tried."""
    return _("An idea of %(name)s on “%(step)s”. Something else was chosen, so it was not tried yet.") % {
        "name": name,
        "step": step,
    }


def change_words(name: str, day: str) -> str:
    """Return that somebody wanted to do something differently after a morning."""
    return _("After %(day)s, %(name)s wanted to do this differently. It has not been asked yet.") % {
        "name": name,
        "day": day,
    }


def came_from(day: str) -> str:
    """Return from which morning a question came."""
    return _("It came from the morning of %(day)s.") % {"day": day}


def home_words(things: int, chair: str, *, running: bool) -> str:
    """Return what Home says of the meeting: how much there is to talk about, and who chairs."""
    if running:
        return _("The family meeting is going on: %(chair)s chairs") % {"chair": chair}
    if not things:
        return _("Family meeting: nothing waits, %(chair)s chairs") % {"chair": chair}
    words = ngettext(
        "Family meeting: %(n)d thing, %(chair)s chairs", "Family meeting: %(n)d things, %(chair)s chairs", things
    )
    return words % {"n": things, "chair": chair}
