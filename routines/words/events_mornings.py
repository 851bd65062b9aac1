"""What happened in a morning, in words: started, done, changed, left."""

from django.utils.translation import gettext_lazy as _

from routines.words.telling import Telling, Words, told

TELLINGS: dict[str, Telling] = {
    "morning.started": told("sun", _("a start"), _("%(who)s started “%(what)s”.")),
    "morning.done": told(
        "check",
        _("a step done"),
        _("%(who)s has done “%(what)s”."),
        _("%(who)s noted that %(whom)s has done “%(what)s”."),
    ),
    "morning.undone": told(
        "undo",
        _("a step not done yet"),
        _("%(who)s has not done “%(what)s” yet after all."),
        _("%(who)s noted that %(whom)s has not done “%(what)s” yet."),
    ),
    "morning.ticked": told(
        "check",
        _("a small step"),
        _("%(who)s ticked a small step of “%(what)s”."),
        _("%(who)s ticked a small step of “%(what)s” for %(whom)s."),
    ),
    "morning.unfolded": told(
        "list",
        _("showing small steps"),
        _("%(who)s sees the small steps of “%(what)s” again."),
        _("%(who)s shows %(whom)s the small steps of “%(what)s”."),
    ),
    "morning.folded": told(
        "list",
        _("folding small steps"),
        _("%(who)s can do “%(what)s” without its small steps."),
        _("%(who)s noted that %(whom)s can do “%(what)s” without its small steps."),
    ),
    "morning.left": told("door", _("“we’re off”"), _("%(who)s said “we’re off”: “%(what)s” is over.")),
    "morning.back": told("undo", _("“not off yet”"), _("%(who)s said that we are not off yet: “%(what)s” goes on.")),
    "today.asked": told(
        "hand",
        _("a wish for today"),
        _("%(who)s wished something else for today, about “%(what)s”."),
        _("%(who)s wished something else for %(whom)s today, about “%(what)s”."),
    ),
    "today.said": told(
        "hand",
        _("an answer to a wish for today"),
        _("%(who)s answered a wish for today, about “%(what)s”."),
        _("%(who)s answered a wish for today for %(whom)s, about “%(what)s”."),
    ),
    "today.declined": told(
        "hand",
        _("a no to a wish for today"),
        _("“%(what)s” stays as planned today. %(who)s gave the last answer."),
        _("“%(what)s” stays as planned today. %(who)s gave the last answer for %(whom)s."),
    ),
    "today.withdrawn": told(
        "undo", _("taking back a wish for today"), _("%(who)s took back a wish for today, about “%(what)s”.")
    ),
    "today.skipped": told("x", _("leaving a step out"), _("“%(what)s” is left out today. The last yes: %(who)s.")),
    "today.swapped": told(
        "refresh",
        _("a swap"),
        _("There is something else than “%(what)s” today. The last yes: %(who)s."),
    ),
    "today.inserted": told("plus", _("a step put in"), _("“%(what)s” is put in today. The last yes: %(who)s.")),
    "today.moved": told("drag", _("another order"), _("“%(what)s” has another place today. The last yes: %(who)s.")),
    "today.later": told(
        "clock", _("more time on purpose"), _("There is more time for “%(what)s” today. The last yes: %(who)s.")
    ),
}

DONE: dict[str, Words] = {
    "morning": _("Noted."),
    "morning.started": _("Started. Have a good morning."),
    "morning.done": _("Done."),
    "morning.undone": _("Not done yet."),
    "morning.unfolded": _("The small steps are back."),
    "morning.folded": _("Folded. You can do it without."),
    "morning.left": _("You are off. Have a good day."),
    "morning.back": _("The morning goes on."),
    "today.asked": _("Asked. It shows on everybody’s screen."),
    "today.said": _("Said."),
    "today.declined": _("It stays as planned."),
    "today.withdrawn": _("Taken back."),
    "today.skipped": _("Left out today."),
    "today.swapped": _("Swapped for today."),
    "today.inserted": _("Put in for today."),
    "today.moved": _("Moved for today."),
    "today.later": _("There is more time now."),
}
