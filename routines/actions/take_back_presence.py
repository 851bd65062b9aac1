"""Taking back breaks, and who is here when."""

from datetime import date

from households.models import Event
from routines.actions.built_on import built_on
from routines.actions.presence import keep_day
from routines.actions.stage import Stage
from routines.models import Pause, Presence, PresenceDay

# Today's pages and tablets, and all pages that say who is here.
SHOWN = ("morning", "told")


def _pause_set(scene: Stage, event: Event) -> None:
    """Take a break away again, unless somebody has ended it since."""
    until = event.changes.get("until_on", ["", None])[1]
    pauses = Pause.objects.of(event.household_id).filter(id=event.subject_key, until_on=until)
    if not pauses.update(taken_back_at=scene.at):
        raise built_on()
    scene.change.tells(*SHOWN)


def _pause_ended(scene: Stage, event: Event) -> None:
    """Let a break go on as it was."""
    Pause.objects.filter(household_id=event.household_id, id=event.subject_key).update(
        until_on=event.undo["until_on"], taken_back_at=None
    )
    scene.change.tells(*SHOWN)


def _presence_set(scene: Stage, event: Event) -> None:
    """Bring back the weeks somebody lived by before, unless others were said since."""
    patterns = Presence.objects.filter(household_id=event.household_id)
    made = patterns.filter(id=event.subject_key, replaced_at=None)
    since = patterns.filter(member_id=event.member_id, id__gt=event.subject_key, replaced_at=None)
    if since.exists() or not made.update(replaced_at=scene.at):
        raise built_on()
    patterns.filter(id__in=event.undo["replaced"]).update(replaced_at=None)
    scene.change.tells(*SHOWN)


def _day_said(scene: Stage, event: Event) -> None:
    """Bring back what was said of a day before, unless it was said anew since."""
    on = date.fromisoformat(event.changes["on"][1])
    said = PresenceDay.objects.filter(household_id=event.household_id, member_id=event.member_id, on=on)
    if said.values_list("here", flat=True).first() != event.undo["after"]:
        raise built_on()
    keep_day(scene, event.member_id, on, event.undo["before"])
    scene.change.tells(*SHOWN)


PRESENCE = {
    "pause.set": _pause_set,
    "pause.set_for_all": _pause_set,
    "pause.ended": _pause_ended,
    "pause.ended_for_all": _pause_ended,
    "presence.set": _presence_set,
    "presence.here": _day_said,
    "presence.away": _day_said,
}
