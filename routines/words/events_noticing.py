"""How mornings were noticed and repaired, in words: who told, never what somebody felt.

Sharing that one was pushed reads like any other change of one's account, as only that can be shared. Slips name no step
of the plan, and so stand in no supporter's history.
"""

from django.utils.translation import gettext_lazy as _

from routines.words.telling import Telling, Words, told

TELLINGS: dict[str, Telling] = {
    "notice.told": told(
        "heart",
        _("how a morning was"),
        _("%(who)s told how “%(what)s” was."),
        _("%(who)s told for %(whom)s how “%(what)s” was."),
    ),
    "notice.passed": told(
        "heart",
        _("how a morning was"),
        _("%(who)s told how “%(what)s” was."),
        _("%(who)s told for %(whom)s how “%(what)s” was."),
    ),
    "notice.changed": told(
        "heart",
        _("a change of how a morning was"),
        _("%(who)s told anew how “%(what)s” was."),
        _("%(who)s told anew for %(whom)s how “%(what)s” was."),
    ),
    "feeling.told": told(
        "heart",
        _("how a step felt"),
        _("%(who)s told how “%(what)s” felt."),
        _("%(who)s told for %(whom)s how “%(what)s” felt."),
    ),
    "feeling.changed": told(
        "heart",
        _("a change of how a step felt"),
        _("%(who)s told anew how “%(what)s” felt."),
        _("%(who)s told anew for %(whom)s how “%(what)s” felt."),
    ),
    "slip.noticed": told(
        "info",
        _("noticing a slip"),
        _("%(who)s noticed that “%(what)s” turned into pushing."),
        _("%(who)s noticed for %(whom)s that “%(what)s” turned into pushing."),
    ),
    "slip.withdrawn": told(
        "info",
        _("taking a slip back"),
        _("%(who)s took back that “%(what)s” turned into pushing."),
        _("%(who)s took back for %(whom)s that “%(what)s” turned into pushing."),
    ),
    "repair.sorry": told(
        "heart", _("a sorry"), _("%(who)s said sorry to everybody."), _("%(who)s said sorry to %(whom)s.")
    ),
    "repair.sorry_for": told("heart", _("a sorry"), _("%(who)s said sorry."), _("%(who)s said sorry for %(whom)s.")),
    "repair.thanks": told("heart", _("a thank-you"), _("%(who)s thanked everybody."), _("%(who)s thanked %(whom)s.")),
    "repair.thanks_for": told(
        "heart", _("a thank-you"), _("%(who)s said thanks."), _("%(who)s said thanks for %(whom)s.")
    ),
    "repair.change": told(
        "refresh",
        _("a change to try"),
        _("After a morning, %(who)s wants to try “%(what)s” another way."),
        _("After a morning, %(who)s said for %(whom)s: let us try “%(what)s” another way."),
    ),
    "repair.answered": told(
        "heart",
        _("an answer"),
        _("%(who)s answered a sorry or a thank-you."),
        _("%(who)s answered a sorry or a thank-you for %(whom)s."),
    ),
}

DONE: dict[str, Words] = {
    "notice": _("Told."),
    "notice.passed": _("Passed. You can still tell until tomorrow is over."),
    "notice.changed": _("Changed."),
    "feeling": _("Told."),
    "feeling.changed": _("Changed."),
    "slip.noticed": _("Noticed. This stays in the family."),
    "slip.withdrawn": _("Taken back."),
    "repair.sorry": _("Your sorry is said."),
    "repair.sorry_for": _("Said."),
    "repair.thanks": _("Your thank-you is said."),
    "repair.thanks_for": _("Said."),
    "repair.answered": _("Answered."),
}
