"""The plan as a morning of the past copied it, and when everybody was done."""

from datetime import timedelta

from routines.actions.start_morning import row_of
from routines.models import Doing
from routines.past.lived import Lived

# Of so many taps one is forgotten.
FORGOTTEN = 30


def copy_plan(morning: Lived) -> None:
    """Copy the steps with their people; whoever taps for several has tapped once for all of them."""
    offsets = dict(morning.times.offsets)
    for place, planned in enumerate(morning.planned, start=1):
        step = row_of(morning.row, place, planned)
        morning.steps.append(step)
        over = offsets[planned.step.id] + planned.step.minutes
        tapped: dict[int, list[int]] = {}
        for member in (*planned.affected, *planned.helping):
            by = morning.taps_for(member)
            if not morning.chance(FORGOTTEN):
                tapped.setdefault(by, []).append(member)
            helps = member in planned.helping
            morning.doings.append(
                Doing(
                    household_id=morning.past.household_id,
                    morning=morning.row,
                    morning_step=step,
                    member_id=member,
                    helps=helps,
                )
            )
        _done(morning, over, tapped)


def _done(morning: Lived, minutes: int, tapped: dict[int, list[int]]) -> None:
    """Let everybody be done with the last step at its end, give or take a minute, and never after they left."""
    step = morning.steps[-1]
    for by, members in tapped.items():
        at = morning.at(minutes) + timedelta(seconds=morning.dice.randrange(-40, 60))
        at = min(max(at, morning.row.started_at), morning.row.left_at)
        for doing in morning.doings:
            if doing.morning_step is step and doing.member_id in members:
                doing.done_at, doing.done_by_id = at, by
        morning.record(
            "morning.done",
            at,
            by,
            step,
            step_key=step.step_id,
            member_id=members[0],
            title=step.title,
            changes={"together": ["", members]} if len(members) > 1 else {},
            undo={"members": members},
        )
