"""The honest measures: one pure function each, whose docstring is its counting rule. They count the app, no kitchen."""

from collections.abc import Callable, Collection

from routines.rules.mirror.facts import Facts
from routines.rules.mirror.lens import ALL_KINDS, COUNTS, FEELINGS, RUNGS
from routines.rules.mirror.measure import Measure, MeasureKey
from routines.rules.mirror.measures.changed import changed
from routines.rules.mirror.measures.fair_turns import fair_turns
from routines.rules.mirror.measures.felt_as_planned import felt_as_planned
from routines.rules.mirror.measures.ideas import ideas
from routines.rules.mirror.measures.independence import independence
from routines.rules.mirror.measures.left_in_time import left_in_time
from routines.rules.mirror.measures.of_one import of_one
from routines.rules.mirror.measures.overrides import overrides
from routines.rules.mirror.measures.own_tasks import own_tasks
from routines.rules.mirror.measures.share_of_voice import share_of_voice
from routines.rules.mirror.measures.starters import starters
from routines.rules.mirror.measures.views_answered import views_answered

MEASURES: dict[MeasureKey, Callable[[Facts], Measure]] = {
    MeasureKey.FELT_AS_PLANNED: felt_as_planned,
    MeasureKey.VIEWS_ANSWERED: views_answered,
    MeasureKey.IDEAS: ideas,
    MeasureKey.STARTERS: starters,
    MeasureKey.SHARE_OF_VOICE: share_of_voice,
    MeasureKey.OVERRIDES: overrides,
    MeasureKey.OWN_TASKS: own_tasks,
    MeasureKey.CHANGED: changed,
    MeasureKey.FAIR_TURNS: fair_turns,
    MeasureKey.INDEPENDENCE: independence,
    MeasureKey.LEFT_IN_TIME: left_in_time,
}
# What cannot be counted without knowing how it felt, or where it stood.
NEEDS = {MeasureKey.FELT_AS_PLANNED: frozenset({FEELINGS, RUNGS}), MeasureKey.CHANGED: frozenset({FEELINGS})}


def may_count(key: MeasureKey, kinds: Collection[str]) -> bool:
    """Return whether a measure may be told to a reader of these kinds: counts, and what it is counted from."""
    return COUNTS in kinds and NEEDS.get(key, frozenset()) <= frozenset(kinds)


def measures(facts: Facts, kinds: Collection[str] = ALL_KINDS, *, member: int | None = None) -> tuple[Measure, ...]:
    """Return the measures of what a reader may see, in their fixed order; those of kinds not shared are left out.

    With `member`, one of the facts' people, what they say of that person alone. `facts` are everybody's even then.
    """
    shown = ((key, count) for key, count in MEASURES.items() if may_count(key, kinds))
    if member is None:
        return tuple(count(facts) for _key, count in shown)
    return tuple(of_one(member, key, count, facts) for key, count in shown)
