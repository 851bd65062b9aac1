"""What can be tapped on each kind of question, and who tapped the same, as far as who sits may know."""

from collections.abc import Iterable

from routines.regions.look import Look
from routines.regions.said import say_word
from routines.regions.tablet.values import Choice
from routines.rules.state import OptionState, Person, QuestionState, Rung, Say, VoiceState
from routines.rules.voices import heard, live, sayable
from routines.words.tablet import REPLIES, PictureWord

SAY_PICTURES = {
    Say.GOT_IT: "thumbs-up",
    Say.QUESTION: "red-question-mark",
    Say.DISLIKE: "thumbs-down",
    Say.YES: "thumbs-up",
    Say.OK: "thumbs-sideways",
    Say.UNSURE: "thinking-face",
    Say.NO: "thumbs-down",
}


def option_choices(look: Look, seen: QuestionState, mine: VoiceState | None) -> tuple[Choice, ...]:
    """Return the ideas that can be chosen; `seen` is veiled, so faces are there only for who may see them."""
    return tuple(
        option_choice(
            option,
            faces=look.persons(tuple(v.member for v in heard(seen) if v.option == option.id)),
            mine=mine is not None and mine.option == option.id,
        )
        for option in live(seen)
    )


def option_choice(option: OptionState, faces: tuple[Person, ...] = (), *, mine: bool = False) -> Choice:
    """Return one idea as something to tap."""
    return Choice(
        name="option",
        value=str(option.id),
        text=option.text,
        pictogram=option.pictogram,
        more=option.consequence,
        drawing=option.drawing,
        recording=option.recording,
        faces=faces,
        mine=mine,
    )


def say_choices(look: Look, whole: QuestionState, seen: QuestionState, mine: VoiceState | None) -> tuple[Choice, ...]:
    """Return what can be said here besides choosing an idea or passing."""
    words = (say for say in sayable(whole) if say not in (Say.CHOICE, Say.PASS))
    return tuple(
        Choice(
            name="say",
            value=str(say),
            text=say_label(whole, say),
            pictogram=SAY_PICTURES[say],
            faces=look.persons(tuple(v.member for v in heard(seen) if v.say == say)),
            mine=mine is not None and mine.say == say,
        )
        for say in words
    )


def say_label(question: QuestionState, say: Say) -> str:
    """Return what somebody says, as they say it on this rung."""
    return say_word("not_ok" if say is Say.NO and question.rung is Rung.COPRODUCE else say)


def picture_choices(name: str, words: Iterable[PictureWord], said: str = "") -> tuple[Choice, ...]:
    """Return pictures that stand for words; `said` is what was written down for the one tapped."""
    return tuple(
        Choice(name=name, value=each.name, text=str(each.words), pictogram=each.pictogram, mine=said == str(each.words))
        for each in words
    )


def reply_choices(sticker: str) -> tuple[Choice, ...]:
    """Return the pictures a safety override is answered with."""
    return tuple(
        Choice(
            name="sticker",
            value=each.name,
            text=str(each.words),
            pictogram=each.pictogram,
            mine=each.pictogram == sticker,
        )
        for each in REPLIES
    )
