"""A morning that was lived and repaired, so that its addresses have something to show."""

from routines.actions.repair import Gift, give
from routines.actions.slip import notice_slip
from routines.actions.start_morning import start_morning
from routines.actions.today_ask import TodayDraft, ask_today
from routines.models import MorningStep


def lived(family) -> dict[str, int]:
    """Start the family's morning, with a slip, a thank-you and a wish; return their ids by the names addresses use."""
    maya = family.actor(family.maya)
    morning_id = start_morning(actor=maya, routine_id=family.routine.id, at=family.now).morning_key
    slip = notice_slip(actor=maya, morning_id=morning_id, at=family.now)
    thanks = give(actor=maya, morning_id=morning_id, gift=Gift("thanks", family.leo.id), at=family.now)
    step = MorningStep.objects.get(morning_id=morning_id, step=family.dress)
    wish = ask_today(
        actor=family.actor(family.leo),
        morning_id=morning_id,
        morning_step_id=step.id,
        draft=TodayDraft("skip", reason="It is warm."),
        at=family.now,
    )
    return {
        "morning_id": morning_id,
        "morning_step_id": step.id,
        "wish_id": wish.subject_key,
        "slip_id": slip.subject_key,
        "repair_id": thanks.subject_key,
        "to_id": family.ivy.id,
    }
