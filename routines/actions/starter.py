"""Beginning a routine from a starter, made the family's own."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from households.actor import Actor
from households.models import Household
from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.step import StepDraft, add_step
from routines.models import Routine
from routines.models.snapshots import family
from routines.starters import FittedStep, Starter, fitted


def begin_from_starter(*, actor: Actor, starter: Starter, at: datetime, tap: UUID | None = None) -> Routine:
    """Make a starter's routine with its steps, for the people there are, in the current language.

    All of it is stored or nothing. Raises `Refused`, `Missing` and `AlreadyApplied` as its verbs do.
    """
    with transaction.atomic():
        routine = create_routine(actor=actor, draft=_routine(starter), at=at, tap=tap)
        household = Household.objects.get(id=actor.household_id)
        people = family(actor.household_id, household.people_revision)
        for step in fitted(starter, people, actor.member_id):
            add_step(actor=actor, routine_id=routine.id, draft=_step(step), at=at)
    return routine


def _routine(starter: Starter) -> RoutineDraft:
    return RoutineDraft(str(starter.title), starter.weekdays, starter.anchor, starter.at)


def _step(fit: FittedStep) -> StepDraft:
    step = fit.step
    return StepDraft(
        title=str(step.title),
        minutes=step.minutes,
        pictogram=step.pictogram,
        affected=fit.affected,
        rung=step.rung,
        why=str(step.why),
        limits=str(step.limits),
        alongside=fit.alongside,
        over_to_you=step.over_to_you,
        safety=step.safety,
        decider=fit.decider,
        least=step.least,
        small_steps=str(step.small_steps),
    )
