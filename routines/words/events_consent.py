"""Who may look in, in words: what was offered, given, narrowed and ended, and whose part is not shown."""

from django.utils.translation import gettext_lazy as _

from routines.words.telling import Telling, Words, told

_LOOKING = _("who looks in")

TELLINGS: dict[str, Telling] = {
    "consent.offered": told("link", _LOOKING, _("%(who)s made a way for a facilitator to look in or to ask.")),
    "consent.withdrawn": told("link", _LOOKING, _("%(who)s took a link or code for a facilitator back.")),
    "consent.given": told(
        "people",
        _LOOKING,
        _("%(who)s lets %(what)s look in."),
        _("%(what)s took the link from %(whom)s and looks in now."),
    ),
    "consent.narrowed": told(
        "people",
        _LOOKING,
        _("%(who)s shows %(what)s less."),
        _("The part of %(whom)s is no longer shown to %(what)s."),
    ),
    "consent.ended": told("x", _LOOKING, _("%(what)s no longer looks in: %(who)s ended it.")),
    "consent.left": told("x", _LOOKING, _("%(what)s no longer looks in, by their own choice.")),
    "consent.refused": told("hand", _LOOKING, _("%(who)s said “not my part” to %(what)s.")),
    "consent.allowed": told("check", _LOOKING, _("%(who)s said “my part again” to %(what)s.")),
    "consent.asked": told("question", _LOOKING, _("%(what)s asked to look in.")),
    "consent.request_withdrawn": told("undo", _LOOKING, _("%(what)s no longer asks to look in.")),
    "facilitator.renamed": told("people", _LOOKING, _("A facilitator who looks in is called %(what)s now.")),
    "consent.declined": told("x", _LOOKING, _("%(who)s said no to %(what)s, who asked to look in.")),
}

DONE: dict[str, Words] = {
    "consent.narrowed": _("Not shown any more."),
    "consent.ended": _("Ended. Nothing is shown any more."),
    "consent.refused": _("Your part is not shown any more."),
    "consent.allowed": _("Your part is shown again."),
    "consent.declined": _("Answered: no."),
}
