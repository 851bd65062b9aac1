"""The sentences of this app: why something was refused, in the words of the person reading it."""

from collections.abc import Mapping

from django.utils.translation import gettext, ngettext
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
    "own_part_only": _("Everybody says this for their own part only. Nobody says it for somebody else."),
    "consent_in_the_past": _("This day is over already. Choose today or a later day."),
    "consent_too_long": _("A year is the longest. Choose an earlier day; you can share again when it ends."),
    "consent_no_kind": _("Choose at least one kind of thing that is shown."),
    "consent_no_routine": _("Choose at least one routine."),
    "consent_nobody": _("Choose at least one person whose part is shown."),
    "consent_own_family": _(
        "You are a member of this family, so you see it with your own sign-in. "
        "Nobody looks in at a family they belong to."
    ),
    "consent_over": _("This has ended already. Nothing is shown any more."),
    "consent_offer_unknown": _(
        "We do not know this link. Check that you have all of it, or ask the family for a new one."
    ),
    "consent_offer_used": _("This link has been used already. Each one works once; ask the family for a new one."),
    "consent_offer_withdrawn": _("The family took this link back. They can send you a new one."),
    "consent_offer_expired": _("This link was good for a week, and that week is over. Ask the family for a new one."),
    "consent_offer_stale": _("What this link offered is over by now. Ask the family for a new one."),
    "family_code_unknown": _("This code does not fit. Look at it once more, or ask the family for a new one."),
    "family_code_used": _("This code has been used already. Each one works once; ask the family for a new one."),
    "family_code_wait": _("That was wrong a few times. Try again in %(wait)s."),
    "family_code_wait_all": _(
        "Many wrong codes came in just now. Try again in %(wait)s, or ask the family for a link."
    ),
    "asked_already": _("You have asked this family already. They answer when they have read it."),
    "request_answered": _("This was answered already."),
    "changed_meanwhile": _("Somebody else changed this while you were writing."),
    "not_at_a_tablet": _(
        "Only children and teenagers sit down at a shared tablet. %(name)s has a screen of their own."
    ),
    "pairing_unknown": _(
        "This code does not fit. Look at the other screen once more, or ask a grown-up for a new code."
    ),
    "pairing_expired": _("This code was good for ten minutes, and they are over. Ask a grown-up for a new one."),
    "pairing_used": _("This code has been used already. Each one works once. Ask a grown-up for a new one."),
    "pairing_taken": _("Another tablet was quicker with this code. Ask a grown-up for a new one."),
    "pairing_withdrawn": _("A grown-up took this code back. Ask them for a new one."),
    "pairing_waits": _("No tablet has used this code yet."),
    "digits_six": _("Type the six digits from the other screen."),
    "digits_wait": _("That was wrong a few times. Have a little rest: try again in %(wait)s."),
    "digits_wait_all": _("Many wrong digits came in just now. Try again in %(wait)s, or scan the square picture."),
    "tablet_is_one": _("This tablet belongs to a household already. A parent there can put it away first."),
    "face_not_here": _("This face is not on this tablet. Ask a grown-up if it should be."),
    "code_three": _("Choose three pictures, one after the other."),
    "code_wrong": _("Those were not the right pictures. Try once more."),
    "code_wait": _("Those were not the right pictures. Have a little rest: try again in %(wait)s."),
    "organisation_none": _("You are in no organisation. Found one first, or ask a colleague for a link to theirs."),
    "organisation_one_already": _(
        "You belong to an organisation already. Leave it first, then this link lets you into the other one."
    ),
    "code_locked": _("That was wrong many times. Ask a parent: they can help you choose new pictures."),
}


def refusal(code: str, params: Mapping[str, object] | None = None) -> str:
    """Return the sentence for a refusal; `params` fill it in (names, never ids; `seconds` becomes a wait)."""
    params = params or {}
    return str(REFUSALS[code]) % {"name": "", "wait": wait_words(params.get("seconds", 0)), **params}


def wait_words(seconds: int) -> str:
    """Return a wait in words, never shorter than it is: "30 seconds", "2 minutes"."""
    if seconds < 60:
        return ngettext("%(count)s second", "%(count)s seconds", seconds) % {"count": seconds}
    minutes = -(-seconds // 60)
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}


def changed_by(name: str, now: str) -> str:
    """Return what to say where somebody else changed the same field: `now` is what is there."""
    words = {"name": name or gettext("Somebody"), "now": now}
    return (
        gettext("%(name)s has changed this to “%(now)s” meanwhile. Yours is kept here: save again to use yours.")
        % words
    )
