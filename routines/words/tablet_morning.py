"""What the tablet says in a morning, and what can be said there with one picture."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from routines.rules.state import Kind
from routines.words.ladder import audience
from routines.words.tablet import PictureWord

# Why something is left out today, for who does not write.
REASONS = (
    PictureWord("tired", "tired-face", pgettext_lazy("why not today", "I am too tired.")),
    PictureWord("ill", "face-with-thermometer", pgettext_lazy("why not today", "I don’t feel well.")),
    PictureWord("scared", "fearful-face", pgettext_lazy("why not today", "I’m scared of it.")),
    PictureWord("time", "hourglass-not-done", pgettext_lazy("why not today", "There is no time.")),
    PictureWord("later", "crescent-moon", pgettext_lazy("why not today", "I’d like to do it another time.")),
    PictureWord("other", "thought-balloon", pgettext_lazy("why not today", "Something else. Please ask me.")),
)

# Those of them the small choose from.
FEW_REASONS = ("tired", "scared", "other")

# "This turned into pushing", as whoever it happened to says it.
SLIP = {
    "small": _("I am being made to"),
    "child": _("I’m being pushed"),
    "teen": _("This turned into pushing"),
    "parent": _("This turned into pushing"),
}


def slip_words(kind: Kind | str, age_band: str) -> str:
    """Return "this turned into pushing", in the words of this age."""
    return str(SLIP[audience(kind, age_band)])
