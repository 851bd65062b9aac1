"""What can be picked: anybody the pick is for adds to it, parents and teens put away and bring back."""

from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.pick_plan import OptionDraft, ask_about, planned_pick, record_pick, tell_mornings
from routines.actions.stage import stage
from routines.models import PickOption
from routines.models.picks import pick_of
from routines.rules.codes import Code
from routines.rules.morning.deeds import MorningDeed
from routines.rules.picking.state import PlannedOption, PlannedPick


def add_option(
    *,
    actor: Actor,
    pick_id: int,
    draft: OptionDraft,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Add something to pick. It can be tapped at once, also in a morning that runs and is not settled yet."""
    planned = planned_pick(actor, pick_id)
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, step_id=planned.step) as scene:
        planned = _in_use(pick_of(actor.household_id, pick_id))
        ask_about(scene, MorningDeed.PICK_ADD_OPTION, planned, text=draft.text)
        tell_mornings(scene, pick_id)
        option = PickOption.objects.create(
            household_id=actor.household_id,
            pick_id=pick_id,
            text=draft.text.strip(),
            pictogram=draft.pictogram,
            proposed_by_id=scene.speaker.id,
            acted_by_id=scene.acted_by,
            proposed_at=at,
        )
        return record_pick(
            scene,
            "pick.option_added",
            pick_id,
            planned.text,
            changes={"idea": ["", option.text]},
            undo={"option": option.id},
        )


def archive_option(*, actor: Actor, pick_id: int, option_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Put an option away: from now on nobody can tap it. Two must remain."""
    planned = planned_pick(actor, pick_id)
    with stage(actor=actor, at=at, tap=tap, step_id=planned.step) as scene:
        planned = _in_use(pick_of(actor.household_id, pick_id))
        option = _option(planned, option_id)
        if option.archived:
            raise Refused(str(Code.ARCHIVED))
        ask_about(scene, MorningDeed.PICK_DROP_OPTION, planned, option=option_id)
        tell_mornings(scene, pick_id)
        PickOption.objects.filter(household_id=actor.household_id, id=option_id).update(archived_at=at)
        return record_pick(
            scene,
            "pick.option_archived",
            pick_id,
            planned.text,
            member=None,
            changes={"idea": [option.text, ""]},
            undo={"option": option_id},
        )


def restore_option(*, actor: Actor, pick_id: int, option_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Bring an option back, in its old place."""
    planned = planned_pick(actor, pick_id)
    with stage(actor=actor, at=at, tap=tap, step_id=planned.step) as scene:
        planned = _in_use(pick_of(actor.household_id, pick_id))
        option = _option(planned, option_id)
        if not option.archived:
            raise Refused(str(Code.NOT_ARCHIVED))
        ask_about(scene, MorningDeed.PICK_EDIT, planned, text=planned.text)
        ask_about(scene, MorningDeed.PICK_ADD_OPTION, planned, text=option.text)
        tell_mornings(scene, pick_id)
        PickOption.objects.filter(household_id=actor.household_id, id=option_id).update(archived_at=None)
        return record_pick(
            scene,
            "pick.option_added",
            pick_id,
            planned.text,
            member=None,
            changes={"idea": ["", option.text]},
            undo={"option": option_id},
        )


def _in_use(planned: PlannedPick) -> PlannedPick:
    if planned.archived or planned.step_archived:
        raise Refused(str(Code.ARCHIVED))
    return planned


def _option(planned: PlannedPick, option_id: int) -> PlannedOption:
    option = next((each for each in planned.options if each.id == option_id), None)
    if option is None:
        raise Missing
    return option
