"""Who has a routine open right now."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from households.live.presence import here
from routines.regions.look import Look
from routines.regions.values import PresenceView


def presence_view(look: Look, routine_id: int) -> PresenceView:
    """Return who is here, the viewer always among them, and which members are not."""
    present = {look.viewer.id, *here(look.household_id, routine_id)}
    around = [person for person in look.people if not person.left]
    count = sum(person.id in present for person in around)
    words = ngettext("%(n)d here now", "%(n)d here now", count) % {"n": count}
    return PresenceView(
        here=tuple(person for person in around if person.id in present),
        away=tuple(person for person in around if person.id not in present),
        sentence=_("Only you here now") if count == 1 else words,
    )
