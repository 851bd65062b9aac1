"""What can be said to a question, and which voices still fit what is asked."""

from routines.rules.state import OptionState, QuestionState, Rung, Say, VoiceState

ANSWERS_TO_NEWS = (Say.GOT_IT, Say.QUESTION, Say.DISLIKE, Say.PASS)
THUMBS = (Say.YES, Say.UNSURE, Say.NO, Say.PASS)
CHOICES = (Say.CHOICE, Say.PASS)
CONSENT = (Say.YES, Say.OK, Say.NO, Say.PASS)
NO_IDEA_YET = (Say.PASS,)


def live(question: QuestionState) -> tuple[OptionState, ...]:
    """Return the options not ruled out, in listed order."""
    return tuple(option for option in question.options if not option.veto_ground)


def live_ids(question: QuestionState) -> tuple[int, ...]:
    """Return the ids of the options not ruled out, in listed order."""
    return tuple(option.id for option in live(question))


def tabled(question: QuestionState) -> OptionState | None:
    """Return the proposal on the table, unless it was ruled out."""
    return next((each for each in live(question) if each.id == question.table), None)


def sayable(question: QuestionState) -> tuple[Say, ...]:
    """Return what can be said now: it depends on the rung and on how many ideas there are."""
    if question.rung is Rung.INFORM:
        return ANSWERS_TO_NEWS
    if question.rung is Rung.COPRODUCE:
        return CONSENT if tabled(question) else ()
    return (NO_IDEA_YET, THUMBS)[len(live(question))] if len(live(question)) < 2 else CHOICES


def fits(voice: VoiceState, question: QuestionState) -> bool:
    """Return whether a voice still answers what is asked.

    It stops to when an idea joins the only one (thumbs no longer say which), when the chosen idea
    was ruled out, when another proposal came on the table, and, for "no idea yet", when there are
    ideas. A voice whose content is veiled is known to fit: `veil` drops those that do not.
    """
    if question.rung is Rung.COPRODUCE and voice.round != question.round:
        return False
    if voice.say is None:
        return True
    if voice.say is Say.CHOICE and voice.option not in live_ids(question):
        return False
    return voice.say in sayable(question) and not _passed_before_ideas(voice, question)


def heard(question: QuestionState) -> tuple[VoiceState, ...]:
    """Return the voices that count: of people the question is asked of, and still fitting."""
    return tuple(voice for voice in question.voices if voice.member in question.affected and fits(voice, question))


def missing(question: QuestionState) -> tuple[int, ...]:
    """Return the members whose voice is still missing."""
    spoken = {voice.member for voice in heard(question)}
    return tuple(member for member in question.affected if member not in spoken)


def has_spoken(question: QuestionState, member: int) -> bool:
    """Return whether somebody has spoken or passed, in a way that still fits."""
    return any(voice.member == member for voice in heard(question))


def concerned(question: QuestionState) -> tuple[int, ...]:
    """Return who has said what matters to them, "nothing from me" included."""
    given = {concern.member for concern in question.concerns}
    return tuple(member for member in question.affected if member in given)


def to_answer(question: QuestionState, by: int) -> tuple[int, ...]:
    """Return whose voice must get an answer from `by` before the question can be settled.

    On inform those with a question or a dislike; on consult everybody who did not pass, also those
    whose words no longer fit: they were said. Nobody answers themselves.
    """
    silent = {Say.PASS, Say.GOT_IT} if question.rung is Rung.INFORM else {Say.PASS}
    if question.rung > Rung.CONSULT:
        return ()
    return tuple(
        voice.member
        for voice in question.voices
        if voice.member in question.affected and voice.member != by and voice.say not in silent
    )


def _passed_before_ideas(voice: VoiceState, question: QuestionState) -> bool:
    if voice.say is not Say.PASS or question.rung not in (Rung.CONSULT, Rung.CODESIGN):
        return False
    times = [option.at for option in question.options]
    if not times or voice.at is None or None in times:
        return False
    return voice.at < min(times)
