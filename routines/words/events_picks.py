"""What happened about daily picks, in words; never what somebody tapped."""

from django.utils.translation import gettext_lazy as _

from routines.words.telling import Telling, Words, told

TELLINGS: dict[str, Telling] = {
    "pick.made": told("plus", _("a new pick"), _("%(who)s lets us pick each morning: “%(what)s”.")),
    "pick.changed": told("pencil", _("a change of a pick"), _("%(who)s changed the pick “%(what)s”.")),
    "pick.archived": told("archive", _("putting a pick away"), _("%(who)s put the pick “%(what)s” away.")),
    "pick.restored": told("undo", _("bringing a pick back"), _("%(who)s brought the pick “%(what)s” back.")),
    "pick.option_added": told(
        "plus",
        _("a new thing to pick"),
        _("%(who)s added something to the pick “%(what)s”."),
        _("%(who)s added something for %(whom)s to the pick “%(what)s”."),
    ),
    "pick.option_archived": told(
        "archive", _("putting a thing to pick away"), _("%(who)s put something of the pick “%(what)s” away.")
    ),
    "pick.tapped": told(
        "hand",
        _("a pick"),
        _("%(who)s picked on “%(what)s”."),
        _("%(who)s picked for %(whom)s on “%(what)s”."),
    ),
    "pick.late": told(
        "clock",
        _("a pick that came too late"),
        _("What %(who)s picked on “%(what)s” arrived after it was over. It is kept."),
    ),
    "pick.settled": told("check", _("the end of a pick"), _("“%(what)s” was picked for the day.")),
    "pick.vetoed": told(
        "shield", _("ruling a thing out for the day"), _("%(who)s ruled something out today on “%(what)s”.")
    ),
    "pick.treat": told(
        "heart",
        _("a treat"),
        _("%(who)s has a treat on “%(what)s”: one person’s choice, and no turn is used."),
        _("%(who)s gave %(whom)s a treat on “%(what)s”. No turn is used."),
    ),
    "bundle.proposed": told(
        "hand",
        _("a wish to share turns"),
        _("%(who)s asked whether these share their turns: “%(what)s”."),
        _("%(who)s asked for %(whom)s whether these share their turns: “%(what)s”."),
    ),
    "bundle.said": told(
        "hand",
        _("a yes to sharing turns"),
        _("%(who)s said yes to sharing turns: “%(what)s”."),
        _("%(who)s said yes for %(whom)s to sharing turns: “%(what)s”."),
    ),
    "bundle.agreed": told(
        "check",
        _("the last yes to sharing turns"),
        _("All agreed: “%(what)s” share their turns from the next morning on. %(who)s said yes last."),
        _("All agreed: “%(what)s” share their turns from the next morning on. %(who)s said yes last, for %(whom)s."),
    ),
    "bundle.ended": told(
        "x",
        _("ending shared turns"),
        _("%(who)s wants each with its own turns again: “%(what)s”."),
        _("%(who)s wants each with its own turns again, for %(whom)s: “%(what)s”."),
    ),
}

DONE: dict[str, Words] = {
    "pick": _("Saved."),
    "pick.made": _("It is asked from the next morning on."),
    "pick.archived": _("Put away. Nothing of it is lost."),
    "pick.restored": _("The pick is back."),
    "pick.option_added": _("It is on the list."),
    "pick.option_archived": _("Put away. Nothing of it is lost."),
    "pick.tapped": _("Picked. The others see it when all have picked."),
    "pick.late": _("It came too late, but it is kept."),
    "pick.vetoed": _("Ruled out for today, with its reason."),
    "pick.treat": _("A treat, with its reason."),
    "bundle.proposed": _("Asked. It begins when everybody has said yes."),
    "bundle.said": _("Said."),
    "bundle.agreed": _("Agreed by all. From the next morning on they share their turns."),
    "bundle.ended": _("Each has its own turns again."),
}
