"""Ideas: proposing one, and ruling one out on grounds of safety."""

from datetime import datetime
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.stage import Stage, stage
from routines.models import Drawing, Option
from routines.rules.ladder import Deed


def propose(
    *,
    actor: Actor,
    question_id: int,
    text: str,
    pictogram: str,
    at: datetime,
    consequence: str = "",
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Add an idea to an open question, with its picture and what happens if it is chosen."""
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, question_id=question_id) as scene:
        event = list_idea(scene, text=text, pictogram=pictogram, consequence=consequence)
        scene.touch()
        return event


def list_idea(
    scene: Stage,
    *,
    text: str,
    pictogram: str,
    consequence: str = "",
    drawing: Drawing | None = None,
    undo: dict | None = None,
) -> Event:
    """Put an idea on the list of the scene's question; raises `Refused`. `undo` is what taking back needs."""
    scene.ask(Deed.PROPOSE, text=text)
    option = Option.objects.create(
        household_id=scene.actor.household_id,
        question_id=scene.question.id,
        text=text.strip(),
        pictogram=pictogram,
        drawing=drawing,
        consequence=consequence.strip(),
        proposed_by_id=scene.speaker.id,
        acted_by_id=scene.acted_by,
        proposed_at=scene.at,
    )
    return scene.record("option.proposed", subject=option.id, changes={"idea": ["", option.text]}, undo=undo)


def veto(
    *,
    actor: Actor,
    question_id: int,
    option_id: int,
    ground: str,
    reason: str,
    at: datetime,
    tap: UUID | None = None,
) -> Event:
    """Rule an idea out on one of the four grounds; it stays visible, crossed out, with the reason."""
    with stage(actor=actor, at=at, tap=tap, question_id=question_id) as scene:
        scene.ask(Deed.VETO, option=option_id, ground=ground, reason=reason)
        Option.objects.filter(household_id=actor.household_id, question_id=question_id, id=option_id).update(
            veto_ground=ground, veto_reason=reason.strip(), vetoed_by=scene.me.id
        )
        text = next(o.text for o in scene.question.options if o.id == option_id)
        event = scene.record(
            "option.vetoed",
            subject=option_id,
            why=reason.strip(),
            changes={"idea": [text, ""], "ground": ["", ground]},
        )
        scene.touch()
        return event
