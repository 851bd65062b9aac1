"""Taking back what was said: a voice, a concern, a task, an idea, a veto, a remark."""

from dataclasses import replace
from datetime import datetime

from households.models import Event
from routines.actions.built_on import built_on, closed
from routines.actions.stage import Stage
from routines.models import Comment, Option, Question, Voice
from routines.rules.state import QuestionState
from routines.rules.voices import heard

EMPTY = {
    "say": "",
    "option_id": None,
    "note": "",
    "sticker": "",
    "round": 1,
    "said_by_id": None,
    "said_at": None,
    "concern": None,
    "concern_by_id": None,
    "concern_at": None,
    "task": "",
    "task_by_id": None,
}


def _voice(scene: Stage, event: Event) -> None:
    """Put the speaker's row back to what it was, if they said nothing of the kind since."""
    _open_still(scene, event)
    was = event.undo["was"] or {field: EMPTY[field] for field in event.undo["fields"]}
    family = event.kind.partition(".")[0] + "."
    again = _since(event, member_id=event.member_id, kind__startswith=family)
    if again or _rests_on(scene.question, event, was):
        raise built_on()
    rows = Voice.objects.filter(
        household_id=event.household_id,
        question_id=event.question_key,
        member_id=event.member_id,
    )
    rows.update(**{field: _moment(field, value) for field, value in was.items()})
    rows.filter(say="", concern=None, task="").delete()


def _since(event: Event, **about: object) -> bool:
    """Return whether the same happened again to the question later, and that stands."""
    later = Event.objects.of(event.household_id).filter(
        question_key=event.question_key, id__gt=event.id, taken_back_at=None
    )
    return later.filter(**about).exists()


def _rests_on(question: QuestionState, event: Event, was: dict) -> bool:
    """Return whether another proposal, or the one on the table, came after what was said."""
    if event.kind == "concern.said":
        return was["concern"] is None and question.table is not None
    if event.kind == "task.taken":
        return False
    gone = was["option_id"] is not None and was["option_id"] not in _ids(question)
    return gone or question.round != event.undo["round"]


def _idea(scene: Stage, event: Event) -> None:
    _open_still(scene, event)
    question, option_id = scene.question, event.subject_key
    left = tuple(option for option in question.options if option.id != option_id)
    tabled = _since(event, kind="option.tabled", subject_key=option_id)
    ruled_out = any(o.veto_ground for o in question.options if o.id == option_id)
    if ruled_out or tabled or _loses_voices(question, replace(question, options=left)):
        raise built_on()
    Option.objects.filter(household_id=event.household_id, id=option_id).update(taken_back_at=scene.at)


def _veto(scene: Stage, event: Event) -> None:
    _open_still(scene, event)
    question, option_id = scene.question, event.subject_key
    back = tuple(
        replace(option, veto_ground="", veto_reason="") if option.id == option_id else option
        for option in question.options
    )
    if _loses_voices(question, replace(question, options=back)):
        raise built_on()
    Option.objects.filter(household_id=event.household_id, id=option_id).update(
        veto_ground="", veto_reason="", vetoed_by=None
    )


def _loses_voices(before: QuestionState, after: QuestionState) -> bool:
    """Return whether a voice that counts now would no longer fit."""
    return not {voice.member for voice in heard(before)} <= {voice.member for voice in heard(after)}


def _tabled(scene: Stage, event: Event) -> None:
    _open_still(scene, event)
    question, was = scene.question, event.undo
    answered = any(voice.round == question.round for voice in question.voices)
    earlier_gone = was["table"] is not None and was["table"] not in _ids(question)
    if answered or earlier_gone or _since(event, kind="option.tabled"):
        raise built_on()
    Question.objects.filter(household_id=event.household_id, id=event.question_key).update(
        table_id=was["table"], trial_days=was["trial_days"], round=was["round"]
    )


def _remark(scene: Stage, event: Event) -> None:
    Comment.objects.filter(household_id=event.household_id, id=event.subject_key).update(taken_back_at=scene.at)


def _ids(question: QuestionState) -> set[int]:
    return {option.id for option in question.options}


def _open_still(scene: Stage, event: Event) -> None:
    if scene.question is None or scene.question.id != event.question_key:
        raise closed()


def _moment(field: str, value: object) -> object:
    is_moment = field.endswith("_at") and isinstance(value, str)
    return datetime.fromisoformat(value) if is_moment else value


SAID = {
    "voice.said": _voice,
    "voice.changed": _voice,
    "voice.passed": _voice,
    "concern.said": _voice,
    "task.taken": _voice,
    "option.proposed": _idea,
    "option.vetoed": _veto,
    "option.tabled": _tabled,
    "comment.said": _remark,
    "override.replied": _remark,
}
