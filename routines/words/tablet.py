"""What can be said on a shared tablet with one picture, and what the tablet says itself."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from routines.rules.state import Kind
from routines.words.ladder import audience


@dataclass(frozen=True, slots=True)
class PictureWord:
    """Something said by tapping one picture: `words` are what is then written down."""

    name: str
    pictogram: str
    words: str | Promise


# What matters to somebody, before anything is proposed.
CONCERNS = (
    PictureWord("time", "hourglass-not-done", _("I need enough time.")),
    PictureWord("calm", "shushing-face", _("I want it to be quiet.")),
    PictureWord("help", "handshake", _("I want somebody to help me.")),
    PictureWord("alone", "flexed-biceps", _("I want to do it myself.")),
    PictureWord("together", "people-hugging", _("I want us to do it together.")),
    PictureWord("warm", "coat", _("I don’t want to be cold.")),
    PictureWord("food", "bowl-with-spoon", _("I want to eat what I like.")),
    PictureWord("play", "teddy-bear", _("I want time to play.")),
    PictureWord("sleep", "zzz", _("I want to sleep long enough.")),
    PictureWord("music", "musical-notes", _("I want music.")),
    PictureWord("cuddle", "hugging-face", _("I want a cuddle first.")),
    PictureWord("scared", "fearful-face", _("I’m scared of it.")),
)

# What would make a proposal OK.
HELPS = (
    PictureWord("time", "hourglass-not-done", _("More time.")),
    PictureWord("help", "handshake", pgettext_lazy("would make it OK", "Help.")),
    PictureWord("quiet", "shushing-face", _("If it is quiet.")),
    PictureWord("clothes", "t-shirt", _("Other clothes.")),
    PictureWord("food", "bowl-with-spoon", _("Other food.")),
    PictureWord("play", "teddy-bear", _("If I can play first.")),
    PictureWord("choose", "raised-hand", _("If I can choose.")),
    PictureWord("together", "people-hugging", _("If we do it together.")),
    PictureWord("later", "alarm-clock", _("If it is later.")),
    PictureWord("music", "musical-notes", _("With music.")),
    PictureWord("cuddle", "hugging-face", _("A cuddle first.")),
    PictureWord("other", "thought-balloon", _("Something else. Please ask me.")),
)

# What somebody takes on for an agreement.
TASKS = (
    PictureWord("table", "lay-table", _("I lay the table.")),
    PictureWord("clear", "fork-and-knife-with-plate", _("I clear the table.")),
    PictureWord("wake", "wake-up", _("I wake everybody up.")),
    PictureWord("bag", "pack-bag", _("I pack the bag.")),
    PictureWord("clothes", "get-dressed", _("I put the clothes out.")),
    PictureWord("shoes", "shoes-coat", _("I bring the shoes and coats.")),
    PictureWord("tidy", "basket", _("I tidy up.")),
    PictureWord("pet", "feed-pet", _("I feed the pet.")),
    PictureWord("music", "musical-notes", _("I choose the music.")),
    PictureWord("time", "stopwatch", _("I watch the time.")),
    PictureWord("remind", "bell", _("I remind everybody.")),
    PictureWord("help", "heart-hands", _("I help.")),
)

# What a safety override is answered with; each is a picture of its own.
REPLIES = (
    PictureWord("thumbs-up", "thumbs-up", _("That’s fine.")),
    PictureWord("red-question-mark", "red-question-mark", _("I don’t understand it.")),
    PictureWord("thumbs-down", "thumbs-down", _("I don’t like it.")),
    PictureWord("crying-face", "crying-face", _("It makes me sad.")),
    PictureWord("angry-face", "angry-face", _("It makes me angry.")),
    PictureWord("worried-face", "worried-face", _("It worries me.")),
)


def picture_words(said: tuple[PictureWord, ...], name: str) -> str:
    """Return what is written down for a picture, nothing for a picture that is not among these."""
    return next((str(each.words) for each in said if each.name == name), "")


# What the tablet asks beside the family's own question: for the small (read aloud) and for the others.
ASKING = {
    "own": (_("This is yours. You choose."), _("This is yours: you choose.")),
    "inform": (_("Listen. Then say what you think."), _("Got it, a question, or don’t you like it?")),
    "pick": (_("Which one do you want?"), _("Choose the one you want.")),
    "thumbs": (_("Do you want this?"), _("Do you want this?")),
    "consent": (_("Is this OK for you?"), _("Is this OK for you?")),
    "concern": (_("What do you want to be good about it?"), _("What matters to you here?")),
    "task": (_("What will you do?"), _("What will you do for it? Choose your job.")),
    "table": (_("Which one shall we ask everybody about?"), _("Which idea shall everybody answer?")),
    "reply": (
        _("A grown-up made a safety rule. What do you think?"),
        _("A grown-up made a safety rule. What do you think?"),
    ),
    "late": (_("They decided while you were away."), _("They decided while you were away.")),
    "no_idea": (_("There is no idea yet. Do you have one?"), _("There is no idea yet. Do you have one?")),
    "help": (_("What would make it OK?"), _("What would make it OK for you?")),
    "daily": (_("Tap all you would like today."), _("Tap all you would like today.")),
    "treat": (_("Today you pick!"), _("Today you pick!")),
}


def asking_words(what: str, kind: Kind | str, age_band: str) -> str:
    """Return what the tablet asks, in the words of this age."""
    small, others = ASKING[what]
    return str(small if audience(kind, age_band) == "small" else others)


# What a child reads who tapped faster than the tablet can keep up with.
TOO_MANY_TAPS = _("That was a lot of taps. Wait a little, then tap again.")
