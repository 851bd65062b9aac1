"""Choosing something else in one's own matter, while the first choice can still be taken back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from households.actor import Actor
from households.models import Event
from routines.actions.settle import choose
from routines.actions.take_back import take_back
from routines.models import Option, Question


def choose_again(
    *, actor: Actor, question_id: int, option_id: int, at: datetime, tap: UUID | None = None
) -> Event | None:
    """Take one's own choice back and choose another idea instead, both or neither.

    Returns None where the question did not end by a choice of this person that still stands, or has no such idea.
    """
    ended = Event.objects.of(actor.household_id).filter(kind="question.own", question_key=question_id)
    event = ended.filter(actor_id=actor.member_id, taken_back_at=None).first()
    wanted = Option.objects.filter(household_id=actor.household_id, question_id=question_id, id=option_id).first()
    if event is None or wanted is None:
        return None
    with transaction.atomic():
        take_back(actor=actor, event_id=event.id, at=at)
        anew = Question.objects.get(household_id=actor.household_id, step_id=event.step_key, closed_at=None)
        same = Option.objects.filter(question_id=anew.id, text=wanted.text, taken_back_at=None).order_by("id").first()
        return choose(actor=actor, question_id=anew.id, option_id=same.id if same else wanted.id, at=at, tap=tap)
