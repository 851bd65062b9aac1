"""Looks up by its key what a note of a meeting is about, also when it is on no agenda any more."""

import re
from collections.abc import Iterable

from django.db.models import F
from django.db.models.functions import Coalesce

from routines.models.agenda import AgendaItem
from routines.models.morning import MorningStep
from routines.models.question import Option, Question
from routines.models.repair import Repair
from routines.models.rung import ClimbAsk
from routines.models.step import Step

KEY = re.compile(r"([a-z]+-m?)([1-9][0-9]{0,17})")
TITLES = {
    "question-": (Question, F("step__title")),
    "agenda-": (AgendaItem, F("step__title")),
    "felt-": (Step, F("title")),
    "felt-m": (MorningStep, F("title")),
    "wish-": (ClimbAsk, F("step__title")),
    "idea-": (Option, F("text")),
    "repair-": (Repair, Coalesce("step__title", "morning__title")),
}


def thing_title(household_id: int, key: str) -> str | None:
    """Return what a thing on an agenda is called, None where there is no such thing in the household. One query."""
    found = KEY.fullmatch(key)
    if found is None or found[1] not in TITLES:
        return None
    model, title = TITLES[found[1]]
    rows = model.objects.filter(household_id=household_id, id=int(found[2]))
    return rows.values_list(title, flat=True).first()


def items_in(keys: Iterable[str]) -> tuple[int, ...]:
    """Return the ids of the agenda's items among some keys."""
    found = (KEY.fullmatch(key) for key in keys)
    return tuple(int(each[2]) for each in found if each and each[1] == "agenda-")


def agenda_item(household_id: int, key: str) -> AgendaItem | None:
    """Return the item a key names, if it names one that still waits to be talked about."""
    items = AgendaItem.objects.filter(household_id=household_id, id__in=items_in([key]), done_at=None)
    return items.first()
