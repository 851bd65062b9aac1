"""What the tablet asks after a morning: for the small (read aloud) and for the others."""

from django.utils.translation import gettext_lazy as _

from routines.rules.state import Person
from routines.words.ladder import audience

ASKING = {
    "again": (_("Do you want a morning like this again?"), _("Again like this?")),
    "which": (_("Which one do you want to tell about?"), _("Which step do you want to tell about?")),
    "felt": (_("How was “%(what)s”?"), _("How did “%(what)s” feel?")),
    "hard": (_("What was hard?"), _("What was hard?")),
    "thanks": (_("Who do you want to thank?"), _("Whom do you want to thank?")),
    "sorry": (_("Who do you want to say sorry to?"), _("Whom do you want to say sorry to?")),
    "got_sorry": (_("%(who)s says sorry."), _("%(who)s says sorry.")),
    "got_thanks": (_("%(who)s says thank you."), _("%(who)s says thank you.")),
}

# What goes with it: who asks for it, or that nobody has to.
BESIDE = {
    "which": (_("Tap a picture. Or go on."), _("Tap a picture, or go on.")),
    "felt": (_("Tap how it was."), _("Tap how it felt.")),
    "hard": (_("Tap a picture. Or go on."), _("Tap a picture, or go on.")),
    "thanks": (_("Tap a face. Or go on."), _("Tap a face, or go on.")),
    "sorry": (_("Tap a face. Or go on."), _("Tap a face, or go on.")),
    "got": (_("You can answer. You don’t have to."), _("You can answer. You don’t have to.")),
}


def telling_words(asked: str, person: Person, **about: str) -> str:
    """Return what the tablet asks, in the words of this age; `about` fills the sentence."""
    return _in_words(ASKING[asked], person) % about


def beside_words(what: str, person: Person) -> str:
    """Return what it says beside it, in the words of this age."""
    return _in_words(BESIDE[what], person)


def _in_words(words: tuple, person: Person) -> str:
    small, others = words
    return str(small if audience(person.kind, person.age_band) == "small" else others)
