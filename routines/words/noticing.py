"""How a morning was, in the words and pictures of whoever tells; and where a change came from."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from routines.rules.state import Kind, Rung
from routines.words.ladder import FELT_NAMES, rung_name, rung_words
from routines.words.tablet import PictureWord

# Again like this?
AGAIN = (
    PictureWord("yes", "smiling-face-with-smiling-eyes", pgettext_lazy("again like this", "Yes")),
    PictureWord("maybe", "neutral-face", pgettext_lazy("again like this", "Maybe")),
    PictureWord("no", "worried-face", pgettext_lazy("again like this", "No")),
)

# What was hard, in one picture.
HARD = (
    PictureWord("hourglass-not-done", "hourglass-not-done", gettext_lazy("There was too little time.")),
    PictureWord("zzz", "zzz", gettext_lazy("I was tired.")),
    PictureWord("speaker-high-volume", "speaker-high-volume", gettext_lazy("It was too loud.")),
    PictureWord("angry-face", "angry-face", gettext_lazy("Somebody was cross.")),
    PictureWord("stopwatch", "stopwatch", gettext_lazy("I had to wait.")),
    PictureWord("t-shirt", "t-shirt", gettext_lazy("The clothes.")),
    PictureWord("bowl-with-spoon", "bowl-with-spoon", gettext_lazy("The food.")),
    PictureWord("toothbrush", "toothbrush", gettext_lazy("The bathroom.")),
    PictureWord("teddy-bear", "teddy-bear", gettext_lazy("I wanted to play.")),
    PictureWord("waving-hand", "waving-hand", gettext_lazy("Saying goodbye.")),
    PictureWord("raised-hand", "raised-hand", gettext_lazy("Nobody listened to me.")),
    PictureWord("thought-balloon", "thought-balloon", gettext_lazy("Something else. Please ask me.")),
)

# What a sorry or a thank-you is answered with, if somebody likes to.
ANSWERS = (
    PictureWord("ear", "ear", gettext_lazy("I heard you.")),
    PictureWord("red-heart", "red-heart", gettext_lazy("That’s good.")),
    PictureWord("hourglass-not-done", "hourglass-not-done", gettext_lazy("Not yet.")),
)


@dataclass(frozen=True, slots=True)
class Feel:
    """One way a step can feel: `name` is what is stored, `rung` the rung it is, 0 for those that can only be felt.

    `pictogram` is its picture, `icon` the line icon in its mark.
    """

    name: str
    rung: int
    pictogram: str
    icon: str


# From least say to most, as the ladder stands; the first three leave it to others, the last four share it.
FEELS = (
    Feel("pushed", 0, "tired-face", "hand"),
    Feel("explained", 0, "open-book", "image"),
    Feel("inform", int(Rung.INFORM), "speech-balloon", "speech-lines"),
    Feel("consult", int(Rung.CONSULT), "ear", "ear"),
    Feel("engaged", 0, "handshake", "comment"),
    Feel("codesign", int(Rung.CODESIGN), "memo", "pencil-ruler"),
    Feel("coproduce", int(Rung.COPRODUCE), "heart-hands", "heart-hands"),
)
LITTLE_SAY = 3
FEEL = {each.name: each for each in FEELS}


def felt_name(felt: str) -> str:
    """Return what a feeling is called: a rung's name, or "Engaged", "Explained", "Pushed"."""
    rung = FEEL[felt].rung
    return rung_name(rung) if rung else str(FELT_NAMES[felt])


def felt_words(felt: str, kind: Kind | str, age_band: str = "") -> str:
    """Return a feeling in the words of whoever reads it."""
    rung = FEEL[felt].rung
    return rung_words(Rung(rung) if rung else felt, kind, age_band)


def word_of(said: tuple[PictureWord, ...], name: str) -> PictureWord | None:
    """Return one of some pictures by its name."""
    return next((each for each in said if each.name == name), None)


def hard_words(picture: str) -> str:
    """Return what a picture says was hard; nothing for one that is not among these."""
    known = word_of(HARD, picture)
    return str(known.words) if known else ""


def from_morning(on: date, today: date) -> str:
    """Return where a change came from: "From Tuesday’s morning, 24 November"."""
    day = date_format(on, _("j F Y") if abs((today - on).days) > 300 else _("j F"))
    return _("From %(weekday)s’s morning, %(day)s") % {"weekday": date_format(on, "l"), "day": day}


def how_was(title: str, on: date, today: date) -> str:
    """Return the question how a morning was."""
    days = (today - on).days
    if days == 0:
        return _("How was the morning?")
    if days == 1:
        return _("How was yesterday’s morning?")
    return _("How was “%(title)s” on %(weekday)s?") % {"title": title, "weekday": date_format(on, "l")}


REPAIR_KINDS: dict[str, str | Promise] = {
    "sorry": gettext_lazy("Sorry"),
    "change": gettext_lazy("Try this instead"),
    "thanks": gettext_lazy("Thank you"),
}

REPAIR_PICTURES = {"sorry": "hugging-face", "change": "light-bulb", "thanks": "heart-hands"}
