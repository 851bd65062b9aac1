"""Bundles: picks that share their turns from the next morning on, once everybody who picks there has said yes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.pick_plan import as_rules_see
from routines.actions.stage import Stage, stage
from routines.models import Bundle, BundleVoice, Pick
from routines.models.picks import bundles_of, members_of, picks_of
from routines.rules.morning.deeds import BundleState, MorningDeed, MorningSituation, may_today
from routines.rules.picking.state import PlannedBundle, PlannedPick


def propose_bundle(
    *,
    actor: Actor,
    pick_ids: tuple[int, ...],
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Ask everybody who picks there whether some picks may share their turns. Who asks has said yes.

    A parent who does not pick there may ask, and has no say.
    """
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id) as scene:
        picks = [pick for pick in picks_of(actor.household_id) if pick.id in pick_ids and not pick.step_archived]
        if {pick.id for pick in picks} != set(pick_ids):
            raise Missing
        members = members_of(picks, scene.people)
        _ask(scene, MorningDeed.BUNDLE_PROPOSE, BundleState(members), picks)
        bundle = Bundle.objects.create(household_id=actor.household_id, proposed_by_id=scene.speaker.id, proposed_at=at)
        Pick.objects.of(actor.household_id).filter(id__in=pick_ids).update(bundle=bundle)
        if scene.speaker.id in members:
            _write(scene, bundle.id, agrees=True)
        if members == (scene.speaker.id,):
            return _agree(scene, bundle.id, picks)
        return _record(scene, "bundle.proposed", bundle.id, picks)


def answer_bundle(
    *,
    actor: Actor,
    bundle_id: int,
    agrees: bool,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Say yes or no to sharing turns. One no ends it, the last yes agrees it: it begins with empty jars."""
    with bundle_stage(actor, bundle_id, at, speaker_id, tap) as (scene, bundle, picks):
        members = members_of(picks, scene.people)
        _ask(scene, MorningDeed.BUNDLE_SAY, BundleState(members, bundle.agreed))
        _write(scene, bundle_id, agrees=agrees)
        if not agrees:
            release(scene, bundle_id)
            return _record(scene, "bundle.ended", bundle_id, picks)
        said = {voice.member for voice in bundle.voices if voice.agrees} | {scene.speaker.id}
        if said.issuperset(members):
            return _agree(scene, bundle_id, picks)
        return _record(scene, "bundle.said", bundle_id, picks)


def end_bundle(
    *, actor: Actor, bundle_id: int, at: datetime, speaker_id: int | None = None, tap: UUID | None = None
) -> Event:
    """End sharing turns, or the wish to: each pick goes on where its own turns were."""
    with bundle_stage(actor, bundle_id, at, speaker_id, tap) as (scene, bundle, picks):
        members = members_of(picks, scene.people)
        _ask(scene, MorningDeed.BUNDLE_END, BundleState(members, bundle.agreed))
        release(scene, bundle_id)
        return _record(scene, "bundle.ended", bundle_id, picks)


@contextmanager
def bundle_stage(
    actor: Actor, bundle_id: int, at: datetime, speaker_id: int | None, tap: UUID | None
) -> Iterator[tuple[Stage, PlannedBundle, list[PlannedPick]]]:
    """Begin a change of a bundle that is not over, with its picks; raises `Missing` for an unknown one."""
    if not Bundle.objects.filter(household_id=actor.household_id, id=bundle_id).exists():
        raise Missing
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id) as scene:
        bundle = next((each for each in bundles_of(actor.household_id) if each.id == bundle_id), None)
        if bundle is None:
            _ask(scene, MorningDeed.BUNDLE_END, BundleState((), over=True))
            raise Missing
        picks = [pick for pick in picks_of(actor.household_id, with_archived=True) if pick.id in bundle.picks]
        yield scene, bundle, picks


def _ask(
    scene: Stage, deed: MorningDeed, bundle: BundleState, picks: list[PlannedPick] | tuple[PlannedPick, ...] = ()
) -> None:
    verdict = may_today(
        deed,
        MorningSituation(
            now=scene.at,
            today=scene.today,
            actor=scene.me,
            speaker=scene.speaker,
            members=scene.people,
            bundle=bundle,
            picks=tuple(as_rules_see(pick, scene.people) for pick in picks),
        ),
    )
    if not verdict:
        raise Refused(str(verdict.code), **dict(verdict.params))


def _write(scene: Stage, bundle_id: int, *, agrees: bool) -> None:
    BundleVoice.objects.update_or_create(
        household_id=scene.actor.household_id,
        bundle_id=bundle_id,
        member_id=scene.speaker.id,
        defaults={"agrees": agrees, "said_by_id": scene.acted_by, "said_at": scene.at},
    )


def _agree(scene: Stage, bundle_id: int, picks: list[PlannedPick]) -> Event:
    Bundle.objects.filter(household_id=scene.actor.household_id, id=bundle_id).update(agreed_at=scene.at)
    return _record(scene, "bundle.agreed", bundle_id, picks)


def release(scene: Stage, bundle_id: int) -> None:
    """End a bundle. Each morning's picks count where they did when it began."""
    Pick.objects.of(scene.actor.household_id).filter(bundle_id=bundle_id).update(bundle=None)
    Bundle.objects.filter(household_id=scene.actor.household_id, id=bundle_id).update(ended_at=scene.at)


def _record(scene: Stage, kind: str, bundle_id: int, picks: list[PlannedPick]) -> Event:
    title = " + ".join(pick.text for pick in picks)
    return scene.record(kind, subject=bundle_id, title=title, undo={"picks": [pick.id for pick in picks]})
