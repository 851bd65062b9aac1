"""What was otherwise than planned on a morning of the past: something left out, or more time on purpose."""

from datetime import timedelta

from routines.models import MorningStep, TodayAsk
from routines.past.lived import Lived
from routines.rules.state import Rung

LEFT_OUT, LATER = 20, 40
MINUTES = 10
REASONS = ("We are done with it already.", "It rains.", "The bus comes earlier today.", "Somebody is still asleep.")


def do_otherwise(morning: Lived) -> list[TodayAsk]:
    """Leave a step out on some mornings, leave later on others; return the wishes."""
    asked = []
    if morning.chance(LEFT_OUT):
        asked += _leave_out(morning)
    if morning.row.leave_at is not None and morning.chance(LATER):
        asked.append(_later(morning))
    return asked


def _leave_out(morning: Lived) -> list[TodayAsk]:
    steps = [step for step in morning.steps if not step.safety and not step.over_to_you and step.minutes]
    if not steps:
        return []
    step, at = morning.dice.choice(steps), morning.at(2)
    step.skipped_at, step.reason = at, morning.dice.choice(REASONS)
    step.changed_by_id = morning.row.started_by_id
    parts = [doing for doing in morning.doings if doing.morning_step is step]
    for doing in parts:
        doing.done_at = doing.done_by_id = None
    morning.told[:] = [each for each in morning.told if each.subject is not step]
    return [_accepted(morning, step, "skip", "today.skipped", reason=step.reason, asked_at=at)]


def _later(morning: Lived) -> TodayAsk:
    step = morning.dice.choice([each for each in morning.steps if each.skipped_at is None] or morning.steps)
    more = timedelta(minutes=MINUTES)
    morning.row.leave_at += more
    morning.row.left_at += more
    return _accepted(
        morning, step, "later", "today.later", reason="One more page.", minutes=MINUTES, asked_at=morning.at(5)
    )


def _accepted(morning: Lived, step: MorningStep, kind: str, event: str, **about: object) -> TodayAsk:
    by = morning.row.started_by_id
    ask = TodayAsk(
        household_id=morning.past.household_id,
        morning=morning.row,
        morning_step=step,
        kind=kind,
        state=TodayAsk.State.ACCEPTED,
        rung=Rung(step.rung),
        asked_by_id=by,
        asked=[by],
        deciders=[by],
        decided_at=about["asked_at"],
        decided_by_id=by,
        **about,
    )
    morning.record(event, ask.asked_at, by, ask, step_key=step.step_id, title=step.title, why=ask.reason)
    return ask
