"""The sentences of this app: why something was refused, in the words of the person reading it."""

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "parents_only": _("Only a parent or carer can do this. Ask one of them."),
    "own_only": _("You can change your own name, face and colour. For %(name)s, ask a parent."),
    "parents_are_equals": _("%(name)s has a sign-in of their own, so only they can change this."),
    "not_own_kind": _("You cannot change this for yourself. Ask another parent."),
    "child_has_no_sign_in": _("%(name)s signs in with an account, and children do not need one. Choose Teenager."),
    "has_left": _("%(name)s is no longer in this household. Welcome them back first."),
    "is_here": _("%(name)s is here already."),
    "leave_yourself": _("You can leave the household yourself, on its settings page."),
    "parents_stay": _(
        "%(name)s is a parent with a sign-in of their own. Neither of you can remove the other; "
        "each can only leave by themself."
    ),
    "last_parent": _(
        "You are the only parent here who can sign in. Invite another parent first. Then you can leave, "
        "and nobody is locked out."
    ),
    "has_sign_in": _("%(name)s has a sign-in already."),
    "children_need_none": _("Children need no sign-in: they tap with a parent."),
    "colour_taken": _("Somebody else has just taken this colour. Choose another one."),
    "face_taken": _("Somebody else has just taken this face. Choose another one."),
    "house_is_full": _("All twelve colours are taken. When somebody leaves, their colour is free again."),
    "invitation_unknown": _(
        "We do not know this invitation. Check that you have the whole link, or ask for a new one."
    ),
    "invitation_used": _("This invitation has been used already. Each one works once; ask for a new one."),
    "invitation_withdrawn": _("This invitation was taken back. Ask the person who sent it for a new one."),
    "invitation_expired": _("This invitation was good for a week, and that week is over. Ask for a new one."),
    "already_member": _("You are in this household already."),
    "changed_meanwhile": _("Somebody else changed this while you were writing."),
}


def refusal(code: str, params: Mapping[str, object] | None = None) -> str:
    """Return the sentence for a refusal; `params` fill it in (names, never ids)."""
    return str(REFUSALS[code]) % {"name": "", **(params or {})}


def changed_by(name: str, now: str) -> str:
    """Return what to say where somebody else changed the same field: `now` is what is there."""
    words = {"name": name or gettext("Somebody"), "now": now}
    return (
        gettext("%(name)s has changed this to “%(now)s” meanwhile. Yours is kept here: save again to use yours.")
        % words
    )
