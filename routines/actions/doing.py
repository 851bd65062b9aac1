"""Doing a step of a morning: done, not done after all, small steps, and how far it unfolds."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing
from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.actions.picking import settle_due
from routines.actions.today_apply import withdraw_about
from routines.models import Doing, Unfolding
from routines.rules.morning.blocks import doings
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.state import DoingState
from routines.rules.morning.taps import moment_of
from routines.rules.people import may_act_for


def mark_done(
    *,
    actor: Actor,
    morning_id: int,
    morning_step_id: int,
    at: datetime,
    age: float = 0,
    together: bool = False,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Mark a step as done for a person, or `together` for all in it the actor may tap for.

    `age` is how many seconds ago it was tapped, as a tablet without a net measured it. Returns None where it was done
    already: two devices finishing the same step are one finish.
    """
    with _scene(actor, at, tap, speaker_id, morning_id, morning_step_id) as scene:
        scene.ask(MorningDeed.DONE)
        settle_due(scene)
        who = _together(scene) if together else (_own(scene),)
        undone = [each for each in who if each.done_at is None]
        if not undone:
            return None
        members = [each.member for each in undone]
        _rows(scene, members).update(done_at=moment_of(scene.morning, at, age), done_by_id=scene.me.id)
        if all(each.done_at or each.member in members for each in doings(scene.step)):
            withdraw_about(scene, scene.step)
        scene.touch()
        return scene.record(
            "morning.done",
            subject=scene.step.id,
            changes={"together": ["", members]} if len(members) > 1 else {},
            undo={"members": members},
        )


def mark_undone(
    *,
    actor: Actor,
    morning_id: int,
    morning_step_id: int,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Say that a step is not done after all. Returns None where it was not."""
    with _scene(actor, at, tap, speaker_id, morning_id, morning_step_id) as scene:
        scene.ask(MorningDeed.UNDONE)
        doing = _own(scene)
        if doing.done_at is None:
            return None
        _rows(scene, [doing.member]).update(done_at=None, done_by_id=None)
        scene.touch()
        return scene.record(
            "morning.undone",
            subject=scene.step.id,
            undo={"member": doing.member, "done_at": doing.done_at.isoformat(), "done_by": doing.done_by},
        )


def tick(
    *,
    actor: Actor,
    morning_id: int,
    morning_step_id: int,
    place: int,
    done: bool,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Tick a small step off, or take the tick away; `place` counts from 0. Returns None where it is so already."""
    with _scene(actor, at, tap, speaker_id, morning_id, morning_step_id) as scene:
        scene.ask(MorningDeed.TICK, place=place)
        doing = _own(scene)
        if (place in doing.ticked) == done:
            return None
        ticked = sorted({*doing.ticked, place} if done else {*doing.ticked} - {place})
        _rows(scene, [doing.member]).update(ticked=ticked)
        scene.touch()
        return scene.record(
            "morning.ticked",
            subject=scene.step.id,
            undo={"member": doing.member, "place": place, "done": done},
        )


def unfold(
    *,
    actor: Actor,
    morning_id: int,
    morning_step_id: int,
    unfolded: bool,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Show a step's small steps to a person, or fold them: they can do it without. Remembered for other mornings."""
    with _scene(actor, at, tap, speaker_id, morning_id, morning_step_id) as scene:
        scene.ask(MorningDeed.UNFOLD)
        doing = _own(scene)
        if doing.unfolded == unfolded:
            return None
        _rows(scene, [doing.member]).update(unfolded=unfolded)
        said = _remember(scene, unfolded)
        scene.touch()
        kind = "morning.unfolded" if unfolded else "morning.folded"
        return scene.record(kind, subject=scene.step.id, undo={"said": said})


def _scene(actor, at, tap, speaker_id, morning_id, morning_step_id):
    return morning_stage(
        actor=actor,
        at=at,
        tap=tap,
        speaker_id=speaker_id,
        morning_id=morning_id,
        morning_step_id=morning_step_id,
    )


def _own(scene: MorningStage) -> DoingState:
    """Return the speaker's part in the step; the rule has made sure that there is one."""
    doing = scene.step.doing(scene.speaker.id)
    if doing is None:
        raise Missing
    return doing


def _together(scene: MorningStage) -> tuple[DoingState, ...]:
    """Return the parts of all in the step whom the actor may tap for."""
    people = {person.id: person for person in scene.people if not person.left}
    return tuple(each for each in doings(scene.step) if may_act_for(scene.me, people[each.member]))


def _rows(scene: MorningStage, members: Iterable[int]):
    return Doing.objects.filter(
        household_id=scene.household_id, morning_step_id=scene.step.id, member_id__in=list(members)
    )


def _remember(scene: MorningStage, unfolded: bool) -> bool | None:
    """Keep it for other mornings, and return what was kept before; a step put in today has no other mornings."""
    if scene.step.step is None:
        return None
    kept = Unfolding.objects.filter(
        household_id=scene.household_id, step_id=scene.step.step, member_id=scene.speaker.id
    )
    said = kept.values_list("unfolded", flat=True).first()
    Unfolding.objects.update_or_create(
        household_id=scene.household_id,
        step_id=scene.step.step,
        member_id=scene.speaker.id,
        defaults={"unfolded": unfolded},
    )
    return said
