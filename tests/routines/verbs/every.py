"""Every verb of a routine, ready to be done: what it needs beforehand, by whom, on what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta
from inspect import signature
from typing import Any

from households.models import Member
from routines.actions.agenda import talked_about
from routines.actions.comment import comment
from routines.actions.idea import Idea, bring_idea
from routines.actions.late import keep_late, see_late
from routines.actions.option import propose, veto
from routines.actions.override import end_override, override, reply
from routines.actions.question import open_question
from routines.actions.recording import record_line, remove_recording
from routines.actions.routine import (
    RoutineDraft,
    archive_routine,
    create_routine,
    edit_routine,
    restore_routine,
)
from routines.actions.rung import answer_ask, ask_climb, climb, step_down
from routines.actions.settle import Ending, choose, close_unchanged, settle
from routines.actions.step import (
    StepDraft,
    add_step,
    archive_step,
    edit_step,
    move_step,
    restore_step,
)
from routines.actions.take_back import take_back
from routines.actions.voice import put_on_table, record_concern, say, take_task
from routines.models import AgendaItem, ClimbAsk
from routines.rules.state import Rung, Say

VERBS: dict[str, Callable[[Any], "Ready"]] = {}
FOR_SOMEBODY: list[str] = []


@dataclass
class Ready:
    """A verb that can be done now. `step` is the step it changes, None for one that is new."""

    verb: Callable
    doer: Member
    about: dict[str, Any]
    step: int | None

    def do(self, **otherwise):
        return self.verb(**{**self.about, **otherwise})


def of(verb: Callable) -> Callable:
    """Register what makes a verb ready: a function of a morning to doer, details and step."""

    def register(prepare: Callable) -> Callable:
        def ready(morning) -> Ready:
            return Ready(verb, *prepare(morning))

        VERBS[verb.__name__] = ready
        if "speaker_id" in signature(verb).parameters:
            FOR_SOMEBODY.append(verb.__name__)
        return ready

    return register


@of(open_question)
def _open(m):
    return m.maya, {"step_id": m.dress.id, "text": "How?"}, m.dress.id


@of(propose)
def _propose(m):
    question = m.ask(m.dress)
    return m.leo, {"question_id": question, "text": "Music", "pictogram": "play"}, m.dress.id


@of(say)
def _say(m):
    question = m.ask(m.car)
    return m.leo, {"question_id": question, "word": Say.GOT_IT}, m.car.id


@of(record_concern)
def _concern(m):
    question = m.ask(m.breakfast)
    return m.maya, {"question_id": question, "text": "Warm, please"}, m.breakfast.id


@of(take_task)
def _task(m):
    question = m.consented()
    return m.maya, {"question_id": question, "text": "I cook"}, m.breakfast.id


@of(put_on_table)
def _table(m):
    question, _option = m.proposal()
    other = m.idea(question, "Toast")
    return m.maya, {"question_id": question, "option_id": other}, m.breakfast.id


@of(keep_late)
def _late(m):
    question, music, _pyjamas = m.consulted()
    m.settle(question, option=music, reason="Most.", answers=m.answers(m.leo, m.ivy, m.bo))
    return m.leo, {"question_id": question, "word": Say.CHOICE, "option_id": music}, m.dress.id


@of(see_late)
def _see_late(m):
    kept = _late(m).do(actor=m.actor(m.leo), at=m.now)
    return m.leo, {"late_id": kept.subject_key}, m.dress.id


@of(veto)
def _veto(m):
    question = m.ask(m.dress)
    m.idea(question, "One")
    option = m.idea(question, "Two")
    about = {"question_id": question, "option_id": option, "ground": "health", "reason": "It is cold."}
    return m.maya, about, m.dress.id


@of(settle)
def _settle(m):
    question, *_ = m.voted(maya="one", leo="one", ivy="one", bo="two")
    return m.leo, {"question_id": question, "ending": Ending()}, m.game.id


@of(choose)
def _choose(m):
    question = m.ask(m.own, by=m.leo)
    option = m.idea(question, "Toast", m.leo)
    return m.leo, {"question_id": question, "option_id": option}, m.own.id


@of(close_unchanged)
def _unchanged(m):
    question, first = m.proposal()
    m.table(question, first, trial=1)
    m.table(question, first, trial=2)
    for each in (m.maya, m.ivy, m.bo):
        m.say(question, each, "no")
    return m.maya, {"question_id": question}, m.breakfast.id


@of(comment)
def _comment(m):
    return m.leo, {"step_id": m.dress.id, "text": "Why so early?"}, m.dress.id


@of(bring_idea)
def _bring(m):
    idea = Idea(name="Music", question="What do we do?", pictogram="musical-notes")
    return m.leo, {"step_id": m.game.id, "idea": idea}, m.game.id


@of(record_line)
def _record(m):
    question = m.ask(m.dress)
    return m.maya, {"question_id": question, "data": b"OggS line", "content_type": "audio/ogg"}, m.dress.id


@of(remove_recording)
def _remove_recording(m):
    made = _record(m).do(actor=m.actor(m.maya), at=m.now)
    return m.maya, {"recording_id": made.subject_key}, m.dress.id


@of(climb)
def _climb(m):
    return m.maya, {"step_id": m.car.id, "to_rung": Rung.CONSULT}, m.car.id


@of(step_down)
def _step_down(m):
    about = {"step_id": m.dress.id, "to_rung": Rung.INFORM, "reason": "Ice outside."}
    return m.maya, about, m.dress.id


@of(ask_climb)
def _ask_climb(m):
    about = {"step_id": m.car.id, "to_rung": Rung.CODESIGN, "reason": "More fun."}
    return m.leo, about, m.car.id


@of(answer_ask)
def _answer_ask(m):
    _ask_climb(m).do(actor=m.actor(m.leo), at=m.now)
    ask = ClimbAsk.objects.get()
    about = {"step_id": m.car.id, "ask_id": ask.id, "granted": False, "answer": "Next week."}
    return m.maya, about, m.car.id


@of(override)
def _override(m):
    about = {
        "step_id": m.dress.id,
        "ground": "health",
        "reason": "Ten below zero.",
        "expires_at": m.now + timedelta(hours=9),
    }
    return m.maya, about, m.dress.id


@of(reply)
def _reply(m):
    _override(m).do(actor=m.actor(m.maya), at=m.now)
    return m.leo, {"step_id": m.dress.id, "text": "Fine."}, m.dress.id


@of(end_override)
def _end_override(m):
    _override(m).do(actor=m.actor(m.maya), at=m.now)
    return m.maya, {"step_id": m.dress.id}, m.dress.id


@of(talked_about)
def _talked(m):
    _override(m).do(actor=m.actor(m.maya), at=m.now)
    return m.leo, {"item_id": AgendaItem.objects.get().id}, None


@of(take_back)
def _take_back(m):
    question = m.ask(m.car)
    event = m.say(question, m.leo, "got_it")
    return m.leo, {"event_id": event.id}, m.car.id


@of(add_step)
def _add_step(m):
    draft = StepDraft("Wake up", 5, "play", (m.leo.id,))
    return m.maya, {"routine_id": m.routine.id, "draft": draft}, None


@of(edit_step)
def _edit_step(m):
    draft = StepDraft("Into the blue car", 5, "play", (m.leo.id,))
    about = {"step_id": m.car.id, "draft": draft, "base": {"title": "Into the car"}}
    return m.maya, about | {"base": base_of(m, m.car)}, m.car.id


def base_of(m, step) -> dict:
    """Return what a form of the step shows when it is opened."""
    from routines.actions.step import values_of

    return values_of(m.state(step))


@of(move_step)
def _move_step(m):
    return m.maya, {"step_id": m.car.id, "to_index": 2}, m.car.id


@of(archive_step)
def _archive_step(m):
    return m.maya, {"step_id": m.car.id}, m.car.id


@of(restore_step)
def _restore_step(m):
    _archive_step(m).do(actor=m.actor(m.maya), at=m.now)
    return m.maya, {"step_id": m.car.id}, m.car.id


@of(create_routine)
def _create_routine(m):
    return m.maya, {"draft": RoutineDraft("Saturday", 32, "start", time(9))}, None


@of(edit_routine)
def _edit_routine(m):
    draft = RoutineDraft("Weekdays", 31, "leave", time(8, 20))
    base = {"title": "Monday", "weekdays": 31, "anchor": "leave", "anchor_time": time(8, 20)}
    return m.maya, {"routine_id": m.routine.id, "draft": draft, "base": base}, None


@of(archive_routine)
def _archive_routine(m):
    return m.maya, {"routine_id": m.routine.id}, None


@of(restore_routine)
def _restore_routine(m):
    _archive_routine(m).do(actor=m.actor(m.maya), at=m.now)
    return m.maya, {"routine_id": m.routine.id}, None


# Those of other rooms of the family's life register themselves.
from tests.routines.verbs import of_days, of_meetings, of_mornings, of_noticing, of_picks, of_reviews  # noqa: E402, F401
