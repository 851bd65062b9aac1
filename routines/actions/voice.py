"""Saying something to a question: a choice, a thumb, "got it", a concern, a task, a pass."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from households.actor import Actor
from households.models import Event
from routines.actions.stage import Stage, stage
from routines.models import Question, Voice
from routines.models.snapshots import keep_step
from routines.rules.ladder import Deed
from routines.rules.state import Say, VoiceState
from routines.rules.voices import has_spoken


def say(
    *,
    actor: Actor,
    question_id: int,
    word: Say,
    at: datetime,
    option_id: int | None = None,
    note: str = "",
    sticker: str = "",
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Give a person's voice to an open question, or change it.

    `word` is what is said; a choice names its option. Raises `Refused` by the rules of the rung,
    ValueError for a word that is none.
    """
    word = Say(word)
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, question_id=question_id) as scene:
        scene.ask(Deed.SAY, say=word, option=option_id, note=note)
        given = {
            "say": word.value,
            "option_id": option_id if word is Say.CHOICE else None,
            "note": note.strip(),
            "sticker": sticker,
            "round": scene.question.round,
            "said_by_id": scene.acted_by,
            "said_at": at,
        }
        spoken = next((v for v in scene.question.voices if v.member == scene.speaker.id), None)
        before = _change_voice(scene, spoken, given) if spoken else _write(scene, given)
        kind = "voice.passed" if word == Say.PASS else "voice.changed" if spoken else "voice.said"
        event = _recorded(scene, kind, before)
        if has_spoken(scene.question, scene.speaker.id):
            scene.change.tells("voice")
            scene.change.member_ids.add(scene.speaker.id)
        _remember(scene, given)
        return event


def record_concern(
    *,
    actor: Actor,
    question_id: int,
    text: str,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Record what matters to a person before anything is proposed; empty is "nothing from me"."""
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, question_id=question_id) as scene:
        scene.ask(Deed.CONCERN, text=text)
        given = {"concern": text.strip(), "concern_by_id": scene.acted_by, "concern_at": at}
        return _recorded(scene, "concern.said", _write(scene, given))


def take_task(
    *,
    actor: Actor,
    question_id: int,
    text: str,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Take a task of one's own choosing for a co-produced agreement, or change it."""
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, question_id=question_id) as scene:
        scene.ask(Deed.TAKE_TASK, text=text)
        given = {"task": text.strip(), "task_by_id": scene.acted_by}
        return _recorded(scene, "task.taken", _write(scene, given))


def put_on_table(
    *,
    actor: Actor,
    question_id: int,
    option_id: int,
    at: datetime,
    trial_days: int | None = None,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Put one idea on the table for everybody's yes. What was said to an earlier one stays readable,
    and everybody is asked anew.

    `trial_days` 1 to 3 makes it a trial that all must accept.
    """
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, question_id=question_id) as scene:
        scene.ask(Deed.TABLE, option=option_id, trial_days=trial_days)
        first = scene.question.table is None
        Question.objects.filter(household_id=actor.household_id, id=question_id).update(
            table_id=option_id,
            trial_days=trial_days,
            round=scene.question.round + (0 if first else 1),
        )
        text = next(o.text for o in scene.question.options if o.id == option_id)
        event = scene.record(
            "option.tabled",
            subject=option_id,
            changes={"proposal": ["", text]},
            undo={
                "table": scene.question.table,
                "trial_days": scene.question.trial_days,
                "round": scene.question.round,
            },
        )
        scene.touch()
        return event


def _change_voice(scene: Stage, spoken: VoiceState, given: dict) -> dict:
    """Store another say in the speaker's row and return the one before, known from the scene."""
    with connection.cursor() as cursor:  # by hand: voices are the hot path, and most are said more than once
        cursor.execute(
            f"UPDATE routines_voice SET {', '.join(f'{column} = %s' for column in given)}"  # noqa: S608, named in `say`
            " WHERE household_id = %s AND question_id = %s AND member_id = %s",
            [
                *(given | {"said_at": connection.ops.adapt_datetimefield_value(scene.at)}).values(),
                *(scene.actor.household_id, scene.question.id, scene.speaker.id),
            ],
        )
    was = {
        "say": spoken.say,
        "option_id": spoken.option,
        "note": spoken.note,
        "sticker": spoken.sticker,
        "round": spoken.round,
        "said_by_id": spoken.acted_by,
        "said_at": spoken.at,
    }
    return {"was": _plain(was)}


def _remember(scene: Stage, given: dict) -> None:
    """Keep the step as this voice leaves it, once that is committed.

    Voices are the hot path: nobody needs to read again what is known here.
    """
    voice = VoiceState(
        member=scene.speaker.id,
        say=Say(given["say"]),
        option=given["option_id"],
        note=given["note"],
        sticker=given["sticker"],
        round=given["round"],
        acted_by=given["said_by_id"],
        at=given["said_at"],
    )
    others = tuple(v for v in scene.question.voices if v.member != voice.member)
    question = replace(scene.question, voices=(*others, voice))
    step = replace(scene.step, question=question, revision=scene.change.revision)
    transaction.on_commit(lambda: keep_step(step))


def _write(scene: Stage, given: dict) -> dict:
    """Store part of the speaker's row and return what that part was, for taking back."""
    rows = Voice.objects.filter(
        household_id=scene.actor.household_id,
        question_id=scene.question.id,
        member_id=scene.speaker.id,
    )
    before = rows.values(*given).first()
    if before is None:
        Voice.objects.create(
            household_id=scene.actor.household_id,
            question_id=scene.question.id,
            member_id=scene.speaker.id,
            **given,
        )
        return {"was": None, "fields": list(given)}
    rows.update(**given)
    return {"was": _plain(before)}


def _plain(row: dict) -> dict:
    return {k: v.isoformat() if isinstance(v, datetime) else v for k, v in row.items()}


def _recorded(scene: Stage, kind: str, before: dict) -> Event:
    event = scene.record(kind, undo=before | {"round": scene.question.round})
    scene.touch()
    return event
