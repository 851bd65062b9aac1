"""The family's meetings on Sunday evenings: whoever's turn it is chairs."""

from routines.actions.meeting import begin_meeting, end_meeting, note
from routines.demo.beginning import half_term
from routines.demo.days import FOURTH
from routines.demo.telling import Telling
from routines.models import AgendaItem


def first_meeting(telling: Telling, day: int) -> None:
    """Maya chairs: getting dressed felt otherwise than planned."""
    telling.days.on(day, "18:00")
    _held(
        telling,
        {
            f"felt-{telling.steps['dress']}": "Two of us were pushed into their clothes. We get up earlier.",
            f"felt-{telling.steps['coffee']}": "Nobody had noticed. We think about it.",
        },
    )


def second_meeting(telling: Telling, day: int) -> None:
    """Leo chairs: counting, and half-term."""
    telling.days.on(day, "17:30")
    _held(
        telling,
        {
            f"felt-{telling.steps['car']}": "Counting out loud is pushing. Maya says what the clock says instead.",
            f"felt-{telling.steps['breakfast']}": "Four minutes sitting down. Next week five.",
        },
    )
    half_term(telling, FOURTH)


def third_meeting(telling: Telling, day: int) -> None:
    """Ivy chairs: breakfast is looked at again, as was agreed."""
    telling.days.on(day, "17:30")
    review = AgendaItem.objects.get(household_id=telling.family.maya.household_id, kind="review", done_at=None)
    _held(
        telling,
        {
            f"agenda-{review.id}": "It stays as it is. Bo pours, and wipes.",
            f"felt-{telling.steps['game']}": "Later on purpose was better than late.",
        },
    )


def _held(telling: Telling, notes: dict[str, str]) -> None:
    maya = telling.family.maya
    meeting = begin_meeting(**telling.by(maya)).subject_key
    for key, text in notes.items():
        note(**telling.by(maya), meeting_id=meeting, key=key, text=text)
    end_meeting(**telling.by(maya), meeting_id=meeting)
