"""Taking back in tests, and what the family sees before and after."""

from routines.actions.take_back import take_back, takes_back
from tests.routines.verbs.picture import picture


def back(morning, event, by=None, **later):
    """Take an event back in the next second, or some time later."""
    morning.pass_time(**later)
    doer = by or next(each for each in [*morning.cast.family, morning.sam] if each.id == event.actor_id)
    return take_back(actor=morning.actor(doer), event_id=event.id, at=morning.now)


def seen(morning):
    return picture(morning.household.id, morning.now)


def latest(morning):
    """Return the last event that can be taken back."""
    return next(event for event in reversed(morning.events()) if takes_back(event.kind))
