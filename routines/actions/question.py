"""Opening a question on a step, and beginning it anew when the rung moves."""

from datetime import date, datetime
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.recording import move_recordings
from routines.actions.stage import Stage, stage
from routines.models import Comment, Option, Question, Repair, Step, Voice
from routines.rules.ladder import Deed
from routines.rules.state import Rung


def open_question(
    *,
    actor: Actor,
    step_id: int,
    text: str,
    at: datetime,
    limits: str | None = None,
    decider_id: int | None = None,
    deadline: date | None = None,
    why: str = "",
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Ask something on a step, with the rung it stands on and the limits stated now.

    `limits` None keeps the step's own; `why` is kept on the step (inform cannot do without one);
    `deadline` is the local date from which silence no longer holds the question up.
    """
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, step_id=step_id) as scene:
        event = ask(scene, text=text, limits=limits, decider_id=decider_id, deadline=deadline, why=why)
        scene.touch()
        return event


def ask(
    scene: Stage,
    *,
    text: str,
    limits: str | None = None,
    decider_id: int | None = None,
    deadline: date | None = None,
    why: str = "",
    undo: dict | None = None,
) -> Event:
    """Ask something on the scene's step; raises `Refused`. `undo` is what else taking back needs."""
    limits = scene.step.limits if limits is None else limits.strip()
    decider_id = decider_id or scene.step.decider
    why = why.strip() or scene.step.why
    scene.ask(Deed.OPEN, text=text, limits=limits, decider=decider_id, deadline=deadline, why=why)
    question = Question.objects.create(
        household_id=scene.actor.household_id,
        step_id=scene.step.id,
        text=text.strip(),
        rung=scene.step.rung,
        limits=limits,
        decider_id=decider_id if scene.step.rung == Rung.CONSULT else None,
        deadline=deadline,
        opened_by_id=scene.speaker.id,
        acted_by_id=scene.acted_by,
        opened_at=scene.at,
    )
    undo = dict(undo or {})
    if why != scene.step.why:
        Step.objects.filter(household_id=scene.actor.household_id, id=scene.step.id).update(why=why)
        undo["why"] = [scene.step.why, why]
    return scene.record("question.opened", question=question.id, why=text.strip(), undo=undo)


def close(scene: Stage, at: datetime) -> None:
    """Close the scene's question; what it holds can never be rewritten."""
    Question.objects.filter(household_id=scene.actor.household_id, id=scene.question.id, closed_at=None).update(
        closed_at=at
    )


def restart(scene: Stage, rung: Rung, at: datetime) -> Question:
    """Close the scene's question without a decision and ask it again on a rung.

    The ideas stay, and so do the comments, veiled anew. Voices start afresh, because they were
    given under other rules; a deadline that has come no longer hurries anybody.
    """
    old = question_row(scene, scene.question.id)
    close(scene, at)
    deadline = old.deadline if old.deadline and old.deadline > scene.today else None
    return _ask_anew(scene, old, old.id, rung=rung, at=at, round=1, deadline=deadline)


def reopen(scene: Stage, old: Question, at: datetime, *, ideas_of: int | None = None) -> Question:
    """Ask a closed question again just as it was, with everything said to it.

    `ideas_of` names the question whose ideas and comments are taken up instead of its own: the
    one that followed it.
    """
    new = _ask_anew(scene, old, ideas_of or old.id, rung=old.rung, at=at, round=old.round, deadline=old.deadline)
    ideas = Option.objects.filter(household_id=old.household_id)
    was = dict(ideas.filter(question_id=old.id).values_list("id", "text"))
    now = dict(ideas.filter(question_id=new.id, taken_back_at=None).values_list("text", "id"))
    same = {option_id: now.get(text) for option_id, text in was.items()}
    _bring_voices(old, new, same)
    new.table_id, new.trial_days = same.get(old.table_id), old.trial_days
    new.save(update_fields=["table", "trial_days"])
    return new


def question_row(scene: Stage, question_id: int) -> Question:
    """Return a question of the scene's household as it is stored."""
    return Question.objects.get(household_id=scene.actor.household_id, id=question_id)


def _ask_anew(scene: Stage, old: Question, ideas_of: int, *, rung: int, at: datetime, **columns: object) -> Question:
    """Open a question like an old one, with the ideas and the comments of `ideas_of`, and the morning it came from."""
    new = Question.objects.create(
        household_id=old.household_id,
        step_id=old.step_id,
        text=old.text,
        rung=rung,
        limits=old.limits or scene.step.limits,
        decider_id=_decider(scene, old) if rung == Rung.CONSULT else None,
        opened_by_id=old.opened_by_id,
        acted_by_id=old.acted_by_id,
        opened_at=at,
        morning_id=old.morning_id,
        **columns,
    )
    ideas = Option.objects.filter(household_id=old.household_id, question_id=ideas_of, taken_back_at=None)
    for option in ideas.order_by("id"):
        was = option.id
        _copy(option, new)
        move_recordings(old.household_id, to=new, option_id=was, to_option=option)
    move_recordings(old.household_id, to=new, question_id=ideas_of, option_id=None)
    Comment.objects.filter(household_id=old.household_id, question_id=ideas_of).update(question_id=new.id)
    Repair.objects.filter(household_id=old.household_id, question_id__in=(old.id, ideas_of)).update(question_id=new.id)
    return new


def _decider(scene: Stage, row: Question) -> int:
    """Return who decides a consult: as named before, else the parent or teen who moved it."""
    return row.decider_id or scene.step.decider or scene.me.id


def _bring_voices(old: Question, new: Question, same: dict[int, int | None]) -> None:
    """Copy what everybody said; `same` maps old ideas to new ones."""
    for voice in Voice.objects.filter(household_id=old.household_id, question_id=old.id):
        voice.option_id = same.get(voice.option_id)
        _copy(voice, new)


def _copy(row: Option | Voice, question: Question) -> None:
    row.pk, row.question_id = None, question.id
    row._state.adding = True
    row.save()
