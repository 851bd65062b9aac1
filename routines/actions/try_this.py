"""Try this instead: what somebody would do otherwise after a morning becomes whatever the step's rung makes of it."""

from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.idea import WHOLE, Idea, bring, packed_drawing
from routines.actions.stage import Stage, stage
from routines.models import Question, Repair
from routines.models.mornings import morning_state
from routines.rules.idea import Becomes
from routines.rules.morning.blocks import part
from routines.rules.morning.deeds import MorningDeed, MorningSituation, may_today
from routines.rules.morning.state import MorningState, MorningStepState

NO_PICTURE = "thought-balloon"
# Of these there is a question, which the next revision of the plan comes from.
ASKED = (Becomes.OPTION, Becomes.QUESTION_WITH_IDEA, Becomes.QUESTION)


def try_this(
    *,
    actor: Actor,
    morning_id: int,
    morning_step_id: int,
    idea: Idea,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Bring an idea to a step of a morning that is in the plan; what is asked with it says which morning it came from.

    Returns the event of the idea; taking that back takes back all of it. Raises `Refused` by the rules, and where the
    rung lets nothing become of it.
    """
    morning, step = _found(actor.household_id, morning_id, morning_step_id)
    packed = packed_drawing(idea)
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, step_id=step.step, talk=True) as scene:
        _ask(scene, morning, step, idea)
        scene.came_from = morning_id
        event, becomes = bring(scene, idea, packed, WHOLE)
        question = event.question_key if becomes in ASKED else None
        _repair(scene, step, idea, question)
        scene.touch()
        return event


def lived_step(household_id: int, morning_id: int, step_id: int | None, member_id: int) -> int | None:
    """Return a morning's own id of a step of the plan in which somebody had a part, or None."""
    morning = morning_state(household_id, morning_id)
    steps = morning.steps if morning and step_id else ()
    return next((step.id for step in steps if step.step == step_id and part(step, member_id)), None)


def _found(household_id: int, morning_id: int, morning_step_id: int) -> tuple[MorningState, MorningStepState]:
    """Return a morning and its step; one put in only that day has no place in the plan to try something."""
    morning = morning_state(household_id, morning_id)
    step = morning and morning.step(morning_step_id)
    if step is None or step.step is None:
        raise Missing
    return morning, step


def _ask(scene: Stage, morning: MorningState, step: MorningStepState, idea: Idea) -> None:
    situation = MorningSituation(
        now=scene.at,
        today=scene.today,
        actor=scene.me,
        speaker=scene.speaker,
        members=scene.people,
        morning=morning,
        step=step,
        text=idea.words.strip() or idea.name,
    )
    verdict = may_today(MorningDeed.TRY_THIS, situation)
    if not verdict:
        raise Refused(str(verdict.code), **dict(verdict.params))


def _repair(scene: Stage, step: MorningStepState, idea: Idea, question: int | None) -> None:
    """Remember it among the family's repairs. A question that was open before says its morning too, if it has none."""
    household_id = scene.actor.household_id
    repair = Repair.objects.create(
        household_id=household_id,
        morning_id=scene.came_from,
        morning_step_id=step.id,
        step_id=step.step,
        kind=Repair.Kind.CHANGE,
        by_id=scene.speaker.id,
        acted_by_id=scene.acted_by,
        text=idea.words.strip() or idea.name,
        pictogram=idea.pictogram or NO_PICTURE,
        at=scene.at,
        question_id=question,
    )
    asked = Question.objects.filter(household_id=household_id, id=question, morning=None)
    linked = question is not None and asked.update(morning_id=scene.came_from) > 0
    scene.record("repair.change", subject=repair.id, undo={**WHOLE, "linked": question if linked else None})
