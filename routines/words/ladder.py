"""The ladder in the words of each age, after Think Local Act Personal's ladder of co-production."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from routines.rules.state import Kind, Rung

RUNG_NAMES = {
    Rung.INFORM: pgettext_lazy("rung", "Inform"),
    Rung.CONSULT: pgettext_lazy("rung", "Consult"),
    Rung.CODESIGN: pgettext_lazy("rung", "Co-design"),
    Rung.COPRODUCE: pgettext_lazy("rung", "Co-produce"),
}

FELT_NAMES = {
    "engaged": pgettext_lazy("felt", "Engaged"),
    "explained": pgettext_lazy("felt", "Explained"),
    "pushed": pgettext_lazy("felt", "Pushed"),
}

# By who reads: "small" is read aloud to somebody of four, "child" is nine.
LADDER_WORDS: dict[Rung | str, dict[str, str | Promise]] = {
    Rung.INFORM: {
        "small": _("I tell you what’s next."),
        "child": _("This is decided. Here’s why."),
        "teen": _("Decided, with reasons. You can challenge it."),
        "parent": _("I decide and explain."),
    },
    Rung.CONSULT: {
        "small": _("You say. Then I pick and tell you why."),
        "child": _("Say what you think. A grown-up decides and answers you."),
        "teen": _("Your view counts; someone else decides and must answer you."),
        "parent": _("I ask before deciding, then report back."),
    },
    Rung.CODESIGN: {
        "small": _("We make the plan."),
        "child": _("We invent it and vote. Grown-ups make it happen."),
        "teen": _("Equal votes on the plan, inside set limits."),
        "parent": _("We plan; I deliver."),
    },
    Rung.COPRODUCE: {
        "small": _("We pick it. We do it."),
        "child": _("We decide together and everyone has a job."),
        "teen": _("Shared decision, shared work; binds adults too."),
        "parent": _("We agree, do and review as equals."),
    },
    "engaged": {
        "small": _("We talked. A bit changed."),
        "child": _("We talked and some of it changed."),
        "teen": _("I shaped parts; they set how much."),
        "parent": _("I listened and let some things change."),
    },
    "explained": {
        "small": _("You showed me."),
        "child": _("They explained it."),
        "teen": _("I was taught, not asked."),
        "parent": _("I explained so they’d understand."),
    },
    "pushed": {
        "small": _("I was made to."),
        "child": _("I had no choice."),
        "teen": _("I was pressured."),
        "parent": _("I pushed or forced."),
    },
}


def rung_name(rung: Rung | int) -> str:
    """Return a rung's name."""
    return str(RUNG_NAMES[Rung(rung)])


def rung_words(rung: Rung | int | str, kind: Kind | str, age_band: str = "") -> str:
    """Return what a rung (or "engaged", "explained", "pushed") means, in a reader's words."""
    key = rung if isinstance(rung, str) else Rung(rung)
    return str(LADDER_WORDS[key][audience(kind, age_band)])


def audience(kind: Kind | str, age_band: str = "") -> str:
    """Return whose words a reader gets: "small", "child", "teen" or "parent".

    Supporters read what teens read: they take part, they do not decide.
    """
    if kind == Kind.CHILD:
        return "small" if age_band == "3-5" else "child"
    return "parent" if kind == Kind.PARENT else "teen"
