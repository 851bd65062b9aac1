"""Ideas: proposing one, and ruling one out on grounds of safety."""

from datetime import datetime
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.stage import stage
from routines.models import Option
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
        scene.ask(Deed.PROPOSE, text=text)
        option = Option.objects.create(
            household_id=actor.household_id,
            question_id=question_id,
            text=text.strip(),
            pictogram=pictogram,
            consequence=consequence.strip(),
            proposed_by_id=scene.speaker.id,
            acted_by_id=scene.acted_by,
            proposed_at=at,
        )
        event = scene.record("option.proposed", subject=option.id, changes={"idea": ["", option.text]})
        scene.touch()
        return event


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
