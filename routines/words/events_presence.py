"""Who is here when, and pauses, in words."""

from django.utils.translation import gettext_lazy as _

from routines.words.telling import Telling, Words, told

_BREAK = _("a break")
_END = _("the end of a break")

TELLINGS: dict[str, Telling] = {
    "pause.set": told(
        "pause",
        _BREAK,
        _("%(who)s noted a break for themself."),
        _("%(who)s noted a break for %(whom)s."),
    ),
    "pause.set_for_all": told("pause", _BREAK, _("%(who)s noted a break for everybody.")),
    "pause.ended": told(
        "play",
        _END,
        _("%(who)s ended their own break."),
        _("%(who)s ended the break of %(whom)s."),
    ),
    "pause.ended_for_all": told("play", _END, _("%(who)s ended everybody’s break.")),
    "presence.set": told(
        "calendar",
        _("on which days somebody is here"),
        _("%(who)s said on which days they are here."),
        _("%(who)s said on which days %(whom)s is here."),
    ),
    "presence.here": told(
        "calendar",
        _("a day at home"),
        _("%(who)s said that they are here on a day."),
        _("%(who)s said that %(whom)s is here on a day."),
    ),
    "presence.away": told(
        "calendar",
        _("a day away"),
        _("%(who)s said that they are away on a day."),
        _("%(who)s said that %(whom)s is away on a day."),
    ),
}

DONE: dict[str, Words] = {
    "pause": _("Noted. Nothing is lost: the plan waits."),
    "pause.ended": _("Welcome back."),
    "pause.ended_for_all": _("Welcome back, everybody."),
    "presence": _("Noted."),
}
