"""Bringing an idea: whatever the rung makes of it, in one tap."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from households.actions.refusal import Refused
from households.actor import Actor
from households.models import Event
from routines.actions.comment import remark
from routines.actions.drawing import keep_drawing, small_png
from routines.actions.option import list_idea
from routines.actions.question import ask
from routines.actions.rung import wish
from routines.actions.stage import Stage, stage
from routines.models import Drawing
from routines.rules.count import option_key
from routines.rules.idea import Becomes, Brings, Way, way
from routines.rules.state import QuestionState

# Each event of a tap that did several things: taking one back takes back all of them.
WHOLE = {"whole": True}


@dataclass(frozen=True, slots=True)
class Idea:
    """What somebody brings: words, a picture, a drawing (as it was sent), or all of them.

    `words` are what was written; `name` is what it is called without any, and `question` what is asked if it has to
    be asked first.
    """

    name: str
    question: str
    pictogram: str
    words: str = ""
    drawing: bytes = b""
    brings: Brings = Brings.IDEA


def bring_idea(
    *,
    actor: Actor,
    step_id: int,
    idea: Idea,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Bring an idea, or something to ask, to a step.

    It becomes what `routines.rules.idea.way` says. Taking the returned event back takes back all that came of it.
    Raises `Refused` for a drawing that cannot be kept, and where the words do not fit.
    """
    packed = packed_drawing(idea)
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, step_id=step_id, talk=True) as scene:
        event, _becomes = bring(scene, idea, packed)
        scene.touch()
        return event


def packed_drawing(idea: Idea) -> bytes:
    """Return an idea's drawing as it is kept, nothing for none; raises `Refused` for one that cannot be."""
    return small_png(idea.drawing) if idea.drawing else b""


def bring(scene: Stage, idea: Idea, packed: bytes, undo: dict | None = None) -> tuple[Event, Becomes]:
    """Bring an idea to the scene's step, and return what became of it; raises `Refused`.

    `packed` is its drawing, made small before; `undo` is what else taking back needs.
    """
    found = way(scene.situation(), idea.brings)
    if found.becomes is Becomes.NOTHING:
        raise Refused(str(found.code), **dict(found.params))
    drawing = keep_drawing(scene, packed) if packed else None
    undo = undo and {**undo, "became": str(found.becomes)}
    return MAKE[found.becomes](scene, idea, drawing, found, undo), found.becomes


def _option(scene: Stage, idea: Idea, drawing: Drawing | None, _found: Way, undo: dict | None) -> Event:
    text = idea.words.strip() or _unlisted(scene, idea, drawing)
    return list_idea(scene, text=text, pictogram=idea.pictogram, drawing=drawing, undo=undo)


def _question_with_idea(scene: Stage, idea: Idea, drawing: Drawing | None, found: Way, _undo: dict | None) -> Event:
    opened = ask(scene, text=idea.question, undo=WHOLE)
    step = scene.step
    scene.question = QuestionState(
        opened.question_key, idea.question, step.rung, affected=step.affected, opened_by=scene.speaker.id
    )
    _option(scene, idea, drawing, found, WHOLE)
    return opened


def _question(scene: Stage, idea: Idea, _drawing: Drawing | None, _found: Way, undo: dict | None) -> Event:
    return ask(scene, text=idea.words.strip() or idea.question, undo=undo)


def _remark(scene: Stage, idea: Idea, drawing: Drawing | None, _found: Way, undo: dict | None) -> Event:
    return remark(scene, text=_told(idea), sticker="" if drawing else idea.pictogram, drawing=drawing, undo=undo)


def _remark_and_wish(scene: Stage, idea: Idea, drawing: Drawing | None, found: Way, _undo: dict | None) -> Event:
    said = _remark(scene, idea, drawing, found, WHOLE)
    wish(scene, to_rung=found.to_rung, reason=_told(idea), undo=WHOLE)
    return said


def _told(idea: Idea) -> str:
    return idea.words.strip() or (idea.name if idea.brings is Brings.IDEA else idea.question)


def _unlisted(scene: Stage, idea: Idea, drawing: Drawing | None) -> str:
    """Return what an idea without words is called: a second drawing is another idea, not the first one again."""
    taken = {option_key(option.text) for option in scene.question.options}
    if drawing is None or option_key(idea.name) not in taken:
        return idea.name
    return next(name for n in range(2, len(taken) + 3) if option_key(name := f"{idea.name} {n}") not in taken)


MAKE = {
    Becomes.OPTION: _option,
    Becomes.QUESTION_WITH_IDEA: _question_with_idea,
    Becomes.QUESTION: _question,
    Becomes.REMARK: _remark,
    Becomes.REMARK_AND_WISH: _remark_and_wish,
}
