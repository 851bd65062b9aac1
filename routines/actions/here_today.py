"""A morning that runs follows who is here: who falls sick is out of what they have not done, and may come back."""

from routines.actions.morning_stage import MorningStage, touch_morning
from routines.actions.picking import settle_picks
from routines.actions.stage import Stage
from routines.actions.start_morning import UNFOLDS
from routines.models import Doing, MorningStep, Picking
from routines.models.mornings import head_of, morning_rows
from routines.models.presences import away_today
from routines.rules.morning.gone import still_asked, still_away
from routines.rules.morning.state import MorningState
from routines.rules.morning.taps import is_running


def follow_presence(scene: MorningStage | Stage, member_id: int | None) -> int | None:
    """Let the mornings that run know whether somebody is here now; return the one it changed, or None.

    A break of everybody (`member_id` None) stops no morning that runs already. Steps that were left out of a morning
    because nobody was here for them stay out of it.
    """
    changed = None
    if member_id is None:
        return None
    for row in morning_rows(scene.actor.household_id, scene.today):
        morning = head_of(row)
        if not is_running(morning, scene.at):
            continue
        away = away_today(row.household_id, morning.on, (member_id,), morning.routine)
        steps = _steps(scene, morning, member_id, away=bool(away))
        asked = _picks(scene, morning, member_id, away=bool(away))
        if steps or asked:
            touch_morning(scene.change, morning.id)
            changed = morning.id
    return changed


def _steps(scene: MorningStage | Stage, morning: MorningState, member_id: int, *, away: bool) -> bool:
    """Mark somebody's part in the steps they have not done as away, or as back; return whether anything changed."""
    about = {"household_id": scene.actor.household_id, "morning_id": morning.id}
    parts = {doing.morning_step_id: doing for doing in Doing.objects.filter(**about, member_id=member_id)}
    changed = []
    for row in MorningStep.objects.filter(**about):
        doing = parts.get(row.id)
        now = still_away(row.away, member_id, away=away, part=doing is not None, done=bool(doing and doing.done_at))
        if list(now) != row.away:
            row.away = list(now)
            changed.append(row)
    MorningStep.objects.bulk_update(changed, ["away"])
    new = [row for row in changed if member_id not in row.away and row.id not in parts]
    small = any(person.id == member_id and person.age_band in UNFOLDS for person in scene.people)
    Doing.objects.bulk_create(
        Doing(**about, morning_step=row, member_id=member_id, unfolded=small and bool(row.small_steps)) for row in new
    )
    return bool(changed)


def _picks(scene: MorningStage | Stage, morning: MorningState, member_id: int, *, away: bool) -> bool:
    """Ask somebody in today's picks no more, or again; what is over by now is settled with them as they were."""
    settle_picks(scene.change, scene.people, scene.at)
    about = {"household_id": scene.actor.household_id, "morning_id": morning.id}
    here = set(
        Doing.objects.filter(**about, member_id=member_id, helps=False).values_list("morning_step__step", flat=True)
    )
    rows = Picking.objects.filter(**about, settled_at=None).select_related("pick")
    changed = []
    for row in rows:
        tapped = row.ballots.filter(member_id=member_id, late=False).exists()
        part = row.pick.step_id in here and member_id in row.record["members"]
        asked = still_asked(row.record["asked"], member_id, away=away, part=part, tapped=tapped)
        if list(asked) != row.record["asked"]:
            row.record = {**row.record, "asked": list(asked)}
            changed.append(row)
    Picking.objects.bulk_update(changed, ["record"])
    if changed:
        scene.change.tells("picks")
    return bool(changed)
