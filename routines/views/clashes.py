"""Two people changed the same field: who the other was, and all values in words."""

from collections.abc import Mapping
from typing import Any

from households.models import Event
from routines.forms.opened import Clash
from routines.regions.look import Look
from routines.words.fields import field_label, field_words


def clashes(look: Look, conflicts: Mapping[str, tuple[Any, Any, Any]], **about: object) -> list[Clash]:
    """Return conflicts (base, stored, typed) in words; `about` filters the events that tell whose."""
    names = {person.id: person.name for person in look.people}
    events = list(Event.objects.of(look.household_id).filter(**about).latest_first()[:50])
    return [
        Clash(
            field=field,
            label=field_label(field),
            by=next((names.get(e.actor_id, "") for e in events if field in e.changes), ""),
            was=field_words(field, was, names),
            now=field_words(field, now, names),
            typed=field_words(field, typed, names),
        )
        for field, (was, now, typed) in conflicts.items()
    ]
