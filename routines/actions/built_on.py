"""What something later rests on cannot be taken back."""

from households.actions.refusal import Refused
from households.models import Event
from routines.rules.codes import Code


def built_on() -> Refused:
    """Return the refusal for what something later rests on."""
    return Refused(str(Code.OTHERS_BUILT_ON_IT))


def others_since(event: Event, **about: int | None) -> bool:
    """Return whether somebody else has done anything about a routine or a step since an event."""
    later = Event.objects.of(event.household_id).filter(id__gt=event.id, taken_back_at=None, **about)
    return later.exclude(actor_id=event.actor_id).exclude(kind="taken_back").exists()


def closed() -> Refused:
    """Return the refusal for what was said to a question that closed since."""
    return Refused(str(Code.CLOSED))
