"""What the clock cannot hold is refused before it is stored."""

from households.actions.refusal import Refused
from routines.actions.stage import Stage
from routines.models import Routine
from routines.models.snapshots import slots
from routines.rules.clock import timetable
from routines.rules.codes import Code


def check_times(scene: Stage, routine_id: int) -> None:
    """Refuse minutes that do not fit before the leaving time, and one person in two places at once.

    Call it after the change was written: a refusal takes the change with it.
    """
    household_id = scene.actor.household_id
    routine = Routine.objects.of(household_id).get(id=routine_id)
    gone = {person.id for person in scene.people if person.left}
    rows = [
        slot._replace(affected=tuple(each for each in slot.affected if each not in gone))
        for slot in slots(household_id, routine_id)
    ]
    times = timetable(rows, routine.anchor, routine.anchor_time)
    if times.code in (Code.DOES_NOT_FIT, Code.TWO_PLACES):
        raise Refused(str(times.code), **dict(times.params))
