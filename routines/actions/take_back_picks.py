"""Taking back what was done about picks: in the plan, on a morning until its reveal, and about sharing turns."""

from datetime import time

from households.actions.refusal import Refused
from households.models import Event
from routines.actions.built_on import built_on
from routines.actions.pick_bundle import release
from routines.actions.pick_plan import tell_mornings, values_of
from routines.actions.picking import settle_picks, tell_picks
from routines.actions.routine import plain
from routines.actions.stage import Stage
from routines.models import Ballot, Bundle, BundleVoice, Pick, Picking, PickOption, PickVeto
from routines.models.pickings import picking_state, unsettled
from routines.models.picks import bundles_of, pick_of
from routines.rules.codes import Code
from routines.rules.morning.picks import LEAST_LIVE
from routines.rules.picking.state import PickingState


def _made(scene: Stage, event: Event) -> None:
    """Put a new pick away, unless a morning has asked it or somebody has added to it."""
    options = PickOption.objects.filter(household_id=event.household_id, pick_id=event.subject_key)
    if _asked_since(event) or options.exclude(proposed_by_id=event.actor_id).exists():
        raise built_on()
    _plan(event).update(archived_at=scene.at)


def _changed(scene: Stage, event: Event) -> None:
    stored = {field: plain(value) for field, value in values_of(_planned(event)).items()}
    if any(stored[field] != after for field, (_before, after) in event.changes.items()):
        raise built_on()
    before = {field: value for field, (value, _after) in event.changes.items()}
    if before.get("until"):
        before["until"] = time.fromisoformat(before["until"])
    _plan(event).update(**before)
    tell_mornings(scene, event.subject_key)


def _archived(scene: Stage, event: Event) -> None:
    if _planned(event).step_archived:
        raise built_on()
    _plan(event).update(archived_at=None)


def _restored(scene: Stage, event: Event) -> None:
    if _asked_since(event):
        raise built_on()
    _plan(event).update(archived_at=scene.at)


def _option_added(scene: Stage, event: Event) -> None:
    """Put an option away again, unless others have tapped it, or it was there when something was settled."""
    option = event.undo["option"]
    tell_mornings(scene, event.subject_key)
    tapped = any(
        option in ballot.options and ballot.member not in (event.member_id, event.actor_id)
        for picking in unsettled(event.household_id, event.subject_key)
        for ballot in picking.ballots
    )
    if tapped or _settled_since(event) or len(_planned(event).listed) <= LEAST_LIVE:
        raise built_on()
    PickOption.objects.filter(household_id=event.household_id, id=option).update(archived_at=scene.at)


def _option_archived(scene: Stage, event: Event) -> None:
    tell_mornings(scene, event.subject_key)
    if _settled_since(event):
        raise built_on()
    PickOption.objects.filter(household_id=event.household_id, id=event.undo["option"]).update(archived_at=None)


def _tapped(scene: Stage, event: Event) -> None:
    """Let somebody's taps be what they were before, as long as nothing is revealed."""
    picking = _hidden(scene, event)
    ballot = picking.ballot(event.member_id)
    if ballot is None or list(ballot.options) != event.undo["after"]:
        raise built_on()
    rows = Ballot.objects.filter(
        household_id=event.household_id, picking_id=picking.id, member_id=event.member_id, late=False
    )
    if event.undo["before"] is None:
        rows.delete()
    else:
        rows.update(options=event.undo["before"], said_at=scene.at)


def _vetoed(scene: Stage, event: Event) -> None:
    picking = _hidden(scene, event)
    PickVeto.objects.filter(
        household_id=event.household_id, picking_id=picking.id, option_id=event.undo["option"]
    ).delete()


def _treated(scene: Stage, event: Event) -> None:
    picking = _hidden(scene, event)
    if picking.treat_for != event.member_id:
        raise built_on()
    Picking.objects.filter(household_id=event.household_id, id=picking.id).update(
        treat_for_id=event.undo["treat_for"], treat_reason=event.undo["treat_reason"]
    )


def _proposed(scene: Stage, event: Event) -> None:
    """Withdraw the wish to share turns, unless somebody else has answered."""
    bundle = next((each for each in bundles_of(event.household_id) if each.id == event.subject_key), None)
    if bundle is None or bundle.agreed or any(voice.member != event.member_id for voice in bundle.voices):
        raise built_on()
    release(scene, event.subject_key)


def _said(scene: Stage, event: Event) -> None:
    """Take a yes back, also the one that agreed it, as long as no morning has begun with it."""
    bundles = Bundle.objects.filter(household_id=event.household_id, id=event.subject_key, ended_at=None)
    if not bundles.exists() or Picking.objects.filter(bundle_id=event.subject_key).exists():
        raise built_on()
    bundles.update(agreed_at=None)
    BundleVoice.objects.filter(
        household_id=event.household_id, bundle_id=event.subject_key, member_id=event.member_id
    ).delete()


def _ended(scene: Stage, event: Event) -> None:
    """Let the turns be shared again, or asked for again: a no that ended it is taken back with it."""
    picks = Pick.objects.of(event.household_id).current().filter(id__in=event.undo["picks"], bundle=None)
    begun = Picking.objects.filter(
        household_id=event.household_id, pick_id__in=event.undo["picks"], morning__started_at__gte=event.at
    )
    if picks.count() != len(event.undo["picks"]) or begun.exists():
        raise built_on()
    picks.update(bundle_id=event.subject_key)
    Bundle.objects.filter(household_id=event.household_id, id=event.subject_key).update(ended_at=None)
    BundleVoice.objects.filter(
        household_id=event.household_id, bundle_id=event.subject_key, member_id=event.member_id, agrees=False
    ).delete()


def _hidden(scene: Stage, event: Event) -> PickingState:
    """Return a pick of a morning that is not revealed yet; what was revealed stays."""
    settle_picks(scene.change, scene.people, scene.at)
    picking = picking_state(event.household_id, event.subject_key)
    if picking is None or picking.settled_at is not None:
        raise Refused(str(Code.PICK_SETTLED))
    tell_picks(scene.change, picking.morning)
    return picking


def _plan(event: Event):
    return Pick.objects.of(event.household_id).filter(id=event.subject_key)


def _planned(event: Event):
    return pick_of(event.household_id, event.subject_key)


def _asked_since(event: Event) -> bool:
    mornings = Picking.objects.filter(household_id=event.household_id, pick_id=event.subject_key)
    return mornings.filter(morning__started_at__gte=event.at, morning__taken_back_at=None).exists()


def _settled_since(event: Event) -> bool:
    settled = Picking.objects.filter(household_id=event.household_id, pick_id=event.subject_key)
    return settled.filter(settled_at__gte=event.at).exists()


PICKS = {
    "pick.made": _made,
    "pick.changed": _changed,
    "pick.archived": _archived,
    "pick.restored": _restored,
    "pick.option_added": _option_added,
    "pick.option_archived": _option_archived,
    "bundle.proposed": _proposed,
    "bundle.said": _said,
    "bundle.agreed": _said,
    "bundle.ended": _ended,
}
# These change a morning.
TODAY_PICKS = {
    "pick.tapped": _tapped,
    "pick.vetoed": _vetoed,
    "pick.treat": _treated,
}
