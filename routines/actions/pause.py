"""Breaks: a time without mornings, for everybody or one person, of all routines or one; and that it is over."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.models import Pause, Routine
from routines.models.presences import pause_value
from routines.rules.codes import Code
from routines.rules.morning.deeds import MorningDeed
from routines.rules.state import Person


def set_pause(
    *,
    actor: Actor,
    kind: str,
    from_on: date | None,
    at: datetime,
    until_on: date | None = None,
    member_id: int | None = None,
    routine_id: int | None = None,
    note: str = "",
    tap: UUID | None = None,
) -> Event | None:
    """Note a break from a day on, until its last day or until somebody ends it.

    `kind` is "holiday", "sick" or "other"; without `member_id` it is everybody's, without `routine_id` of all routines.
    Returns None where the same is noted already. Breaks may overlap: all of them hold.
    """
    with morning_stage(actor=actor, at=at, tap=tap) as scene:
        person = known(scene, member_id)
        scene.ask(MorningDeed.PAUSE, whom=member_id, kind=kind, from_on=from_on, until_on=until_on, text=note)
        routine = _routine(scene, routine_id)
        about = {"member_id": member_id, "routine_id": routine_id, "kind": kind}
        if _noted(scene, from_on, until_on, about):
            return None
        row = Pause.objects.create(
            household_id=scene.household_id,
            from_on=from_on,
            until_on=until_on,
            note=note.strip(),
            set_by_id=scene.me.id,
            set_at=at,
            **about,
        )
        return _record(scene, "set", row, person, routine, changes=_said(row, routine), why=row.note)


def end_pause(*, actor: Actor, pause_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """End a break: mornings are back from today on. One that has not begun, or began today, never was."""
    with morning_stage(actor=actor, at=at, tap=tap) as scene:
        row = Pause.objects.filter(household_id=scene.household_id, id=pause_id).select_related("routine").first()
        if row is None:
            raise Missing
        scene.ask(MorningDeed.END_PAUSE, pause=None if row.taken_back_at else pause_value(row))
        never_was = row.from_on >= scene.today
        ends = {"taken_back_at": at} if never_was else {"until_on": scene.today - timedelta(days=1)}
        Pause.objects.filter(household_id=scene.household_id, id=pause_id).update(**ends)
        undo = {"until_on": row.until_on and row.until_on.isoformat()}
        return _record(scene, "ended", row, known(scene, row.member_id), row.routine, undo=undo)


def known(scene: MorningStage, member_id: int | None) -> Person | None:
    """Return somebody of this household, gone or not; nobody for no id, and `Missing` for a stranger's."""
    if member_id is None:
        return None
    found = next((person for person in scene.people if person.id == member_id), None)
    if found is None:
        raise Missing
    return found


def _routine(scene: MorningStage, routine_id: int | None) -> Routine | None:
    if routine_id is None:
        return None
    routine = Routine.objects.of(scene.household_id).filter(id=routine_id).first()
    if routine is None:
        raise Missing
    if routine.archived_at:
        raise Refused(str(Code.ARCHIVED))
    return routine


def _noted(scene: MorningStage, from_on: date, until_on: date | None, about: dict) -> bool:
    """Return whether just such a break covers all of these days already: the same tap on another screen."""
    lasting = Q(until_on=None) if until_on is None else Q(until_on=None) | Q(until_on__gte=until_on)
    return Pause.objects.of(scene.household_id).filter(lasting, from_on__lte=from_on, **about).exists()


def _said(row: Pause, routine: Routine | None) -> dict[str, list]:
    said = {"pause": row.kind, "from_on": row.from_on.isoformat()}
    if row.until_on:
        said["until_on"] = row.until_on.isoformat()
    if routine:
        said["routine"] = routine.title
    return {field: ["", value] for field, value in said.items()}


def _record(
    scene: MorningStage, what: str, row: Pause, person: Person | None, routine: Routine | None, **about: object
) -> Event:
    scene.change.tells("morning")
    return scene.record(
        f"pause.{what}" if person else f"pause.{what}_for_all",
        member=person.id if person else None,
        routine=routine.id if routine else None,
        subject=row.id,
        title=_title(person, routine),
        **about,
    )


def _title(person: Person | None, routine: Routine | None) -> str:
    if routine:
        return routine.title
    return person.name if person else ""
