"""Who is here when: the two weeks somebody lives by, and single days that are otherwise."""

from datetime import date, datetime
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.actions.pause import known
from routines.actions.stage import Stage
from routines.models import Presence, PresenceDay
from routines.models.presences import presences_of
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.presence import EVERY_DAY, here_on, monday, pattern_on, seen_from


def set_presence(
    *, actor: Actor, member_id: int, days: int, from_on: date | None, at: datetime, tap: UUID | None = None
) -> Event | None:
    """Say on which days of two weeks somebody is here, from a day on and until it is said otherwise.

    `days` is a mask of 14 bits: 1 is the Monday of the week of `from_on`, 8192 the Sunday of the week after it. It
    takes the place of whatever was said from that day on. Returns None where nothing changes.
    """
    with morning_stage(actor=actor, at=at, tap=tap) as scene:
        person = known(scene, member_id)
        scene.ask(MorningDeed.PRESENCE, whom=member_id, from_on=from_on)
        before = _days(scene, member_id, from_on)
        later = Presence.objects.filter(
            household_id=scene.household_id, member_id=member_id, replaced_at=None, from_on__gte=from_on
        )
        replaced = list(later.values_list("id", flat=True))
        if before == days and not replaced:
            return None
        later.update(replaced_at=at)
        row = Presence.objects.create(
            household_id=scene.household_id,
            member_id=member_id,
            days=days,
            begins_on=monday(from_on),
            from_on=from_on,
            set_by_id=scene.me.id,
            set_at=at,
        )
        scene.change.tells("morning")
        return scene.record(
            "presence.set",
            member=member_id,
            subject=row.id,
            title=person.name,
            changes={"two_weeks": [before, days], "from_on": ["", from_on.isoformat()]},
            undo={"replaced": replaced},
        )


def set_day(
    *, actor: Actor, member_id: int, on: date | None, here: bool, at: datetime, tap: UUID | None = None
) -> Event | None:
    """Say that somebody is here, or away, on one day. What is as usual needs no row. None where it is so already."""
    with morning_stage(actor=actor, at=at, tap=tap) as scene:
        person = known(scene, member_id)
        scene.ask(MorningDeed.PRESENCE, whom=member_id, from_on=on)
        said = PresenceDay.objects.filter(household_id=scene.household_id, member_id=member_id, on=on)
        usual = here_on(member_id, on, presences_of(scene.household_id))
        before = said.values_list("here", flat=True).first()
        if here == (usual if before is None else before):
            return None
        after = None if here == usual else here
        keep_day(scene, member_id, on, after)
        return scene.record(
            "presence.here" if here else "presence.away",
            member=member_id,
            title=person.name,
            changes={"on": ["", on.isoformat()]},
            undo={"before": before, "after": after},
        )


def keep_day(scene: MorningStage | Stage, member_id: int, on: date, here: bool | None) -> None:
    """Store how one day is otherwise than usual; None for as usual."""
    if here is None:
        PresenceDay.objects.filter(household_id=scene.actor.household_id, member_id=member_id, on=on).delete()
    else:
        PresenceDay.objects.update_or_create(
            household_id=scene.actor.household_id,
            member_id=member_id,
            on=on,
            defaults={"here": here, "set_by_id": scene.me.id, "set_at": scene.at},
        )
    scene.change.tells("morning")


def _days(scene: MorningStage, member_id: int, day: date) -> int:
    """Return the mask that held so far, read from the week of a day on."""
    pattern = pattern_on(member_id, day, presences_of(scene.household_id))
    return seen_from(pattern, day) if pattern else EVERY_DAY
