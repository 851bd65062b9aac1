"""What people said, ready to be shown: voices, remarks, and the words of each answer."""

from django.utils.translation import gettext_lazy as _

from routines.regions.look import Look
from routines.regions.values import CameFrom, CommentView, Said
from routines.rules.state import CommentState, Kind, LateState, MorningRef, Say, VoiceState
from routines.words.noticing import from_morning

WORDS = {
    "got_it": _("Got it"),
    "question": _("I have a question"),
    "dislike": _("I don’t like it"),
    "choice": _("This one"),
    "yes": _("Yes"),
    "ok": _("OK for now"),
    "unsure": _("Not sure"),
    "no": _("No"),
    "not_ok": _("Not OK"),
    "pass": _("Pass"),
    "did": _("We did"),
    "partly": _("Partly"),
    "didnt": _("We didn’t"),
}


def say_word(say: str) -> str:
    """Return what was said, or what became of it, as people say it."""
    return str(WORDS.get(str(say), ""))


def said_what(way: str, chose: str) -> str:
    """Return what somebody said: the words of what they chose, as far as one may read them, else the word they said."""
    return chose if way == Say.CHOICE else say_word(way)


def said_view(look: Look, voice: VoiceState, options: dict[int, str], *, earlier: bool = False) -> Said:
    """Return one voice; `options` maps option ids to their words."""
    return Said(
        person=look.person(voice.member),
        say=str(voice.say or ""),
        say_word=say_word(voice.say) if voice.say else "",
        option=voice.option,
        option_text=options.get(voice.option, "") if voice.option else "",
        note=voice.note,
        sticker=voice.sticker,
        acted_by=look.maybe(voice.acted_by),
        earlier=earlier,
    )


def late_view(look: Look, late: LateState, options: dict[int, str]) -> Said:
    """Return what was said too late; its question is over, so nothing of it is veiled."""
    return Said(
        person=look.person(late.member),
        say=str(late.say or ""),
        say_word=say_word(late.say) if late.say else "",
        option=late.option,
        option_text=options.get(late.option, "") if late.option else "",
        note=late.note,
        acted_by=look.maybe(late.acted_by),
    )


def comment_view(look: Look, comment: CommentState) -> CommentView:
    """Return one remark."""
    return CommentView(
        id=comment.id,
        person=look.person(comment.member),
        text=comment.text,
        sticker=comment.sticker,
        acted_by=look.maybe(comment.acted_by),
        at=look.when(comment.at),
        drawing=comment.drawing,
    )


def came_from(look: Look, morning: MorningRef | None) -> CameFrom | None:
    """Return the morning a question or a decision came from; a supporter reads which, and does not open it."""
    if morning is None:
        return None
    opens = look.viewer.kind is not Kind.SUPPORTER
    return CameFrom(morning.id if opens else 0, from_morning(morning.on, look.today))
