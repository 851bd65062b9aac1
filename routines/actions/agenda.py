"""The family's agenda: what comes back to be talked about, and that it was."""

from datetime import date, datetime
from uuid import UUID

from households.actions.refusal import Missing
from households.actor import Actor
from households.models import Event
from routines.actions.stage import Stage, stage
from routines.models import AgendaItem
from routines.rules.ladder import Deed


def put_on_agenda(scene: Stage, kind: str, due_on: date) -> None:
    """Add one thing to talk about by a date, unless just that is waiting already."""
    AgendaItem.objects.get_or_create(
        household_id=scene.actor.household_id,
        step_id=scene.step.id,
        kind=kind,
        done_at=None,
        due_on=due_on,
        defaults={"added_at": scene.at},
    )
    scene.change.tells("agenda")


def talked_about(*, actor: Actor, item_id: int, at: datetime, why: str = "", tap: UUID | None = None) -> Event | None:
    """Say that the family talked about an item; `why` is what came of it.

    Returns None where somebody said so already.
    """
    items = AgendaItem.objects.filter(household_id=actor.household_id, id=item_id)
    step_id = items.values_list("step_id", flat=True).first()
    if step_id is None:
        raise Missing
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        return tick(scene, item_id, why=why)


def tick(scene: Stage, item_id: int, *, why: str = "", undo: dict | None = None) -> Event | None:
    """Take an item of the scene's step off the agenda; raises `Refused`. `undo` is what taking back needs.

    Returns None where somebody did so already.
    """
    scene.ask(Deed.TALKED_ABOUT)
    items = AgendaItem.objects.filter(household_id=scene.actor.household_id, id=item_id, done_at=None)
    if not items.update(done_at=scene.at, done_by_id=scene.me.id):
        return None
    scene.change.tells("agenda")
    return scene.record("agenda.talked", subject=item_id, why=why.strip(), undo=undo)
