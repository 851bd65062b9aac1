"""Left by the agreed time."""

from datetime import datetime

from routines.rules.mirror.facts import Facts, once
from routines.rules.mirror.measure import Measure, MeasureKey, Tally


def left_in_time(facts: Facts) -> Measure:
    """Count the mornings on which the household left by the time agreed in the end, of those with both times.

    To the minute: whoever leaves within the minute agreed is in time. Where more time was chosen on purpose, the time
    chosen is the one agreed.
    """
    timed = [each for each in once(facts.mornings) if each.leave is not None and each.left is not None]
    return Measure(
        MeasureKey.LEFT_IN_TIME, (Tally(sum(_minute(each.left) <= each.leave for each in timed), len(timed)),)
    )


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
