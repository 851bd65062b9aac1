"""Reads what a facilitator's families have in common, for many families at once: one query for each thing asked.

A member and a routine belong to one household, so those shared by all of some families are read together, and are
exactly those each of them shares.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, JSONField, Max, OuterRef, Q, QuerySet, Value

from households.models import Event
from households.onlooker import Onlooker
from routines.models.decision import Decision
from routines.models.noticing import Feeling
from routines.models.review import ReviewQuestion
from routines.models.step import StepPerson
from routines.models.stories import MOVES
from routines.rules.lanes import PUSHED
from routines.rules.state import Rung

# A household's first and last day of a period, both included.
Days = tuple[date, date]
# How often a step that stood on a rung felt like a lane.
FeltTimes = Counter[tuple[Rung, str]]


@dataclass(frozen=True, slots=True)
class LatestFact:
    """What changed last in a family: a step moved on the ladder to `rung`, or something was decided (None)."""

    at: datetime
    title: str
    rung: Rung | None = None
    before: Rung | None = None


def felt_times(onlookers: Iterable[Onlooker], days: Mapping[int, Days]) -> dict[int, FeltTimes]:
    """Return by household how often what felt how, as far as it is shared; `days` are each household's own.

    Whether feelings are shared at all, and from which day on nothing can be told any more, is for the caller to say.
    """
    onlookers = tuple(onlookers)
    rows = (
        Feeling.objects.filter(_within(days), ~Q(felt=PUSHED) | Q(shared_at__isnull=False))
        .filter(
            member_id__in=all_of(each.member_ids for each in onlookers),
            morning__routine_id__in=all_of(each.routine_ids for each in onlookers),
            morning__taken_back_at=None,
            morning_step__step__isnull=False,
        )
        .values_list("morning__household_id", "morning_step__rung", "felt")
        .annotate(times=Count("id"))
    )
    found: dict[int, FeltTimes] = defaultdict(Counter)
    for household_id, rung, felt, times in rows if days else ():
        found[household_id][Rung(rung), felt] += times
    return found


def latest_changes(onlookers: Iterable[Onlooker]) -> dict[int, LatestFact]:
    """Return by household what changed last on the steps of shared routines. One query.

    Not on a step that is for nobody but people not shared, and no decision of which only they would have a word.
    """
    onlookers = tuple(onlookers)
    about = {
        "household_id__in": [each.household_id for each in onlookers],
        "taken_back_at": None,
    }
    routines = all_of(each.routine_ids for each in onlookers)
    members = all_of(each.member_ids for each in onlookers)
    moved = Event.objects.filter(_for_some(members, "step_key"), **about, kind__in=MOVES, routine_key__in=routines)
    decided = Decision.objects.filter(
        _for_some(members, "question__step_id"),
        Q(question__opened_by_id__in=members) | _in_words_of(members),
        **about,
        question__step__routine_id__in=routines,
    )
    nothing = Value({}, output_field=JSONField())
    rows = (
        Event.objects.filter(id__in=_last_ids(moved))
        .values_list("household_id", "at", "title", "changes")
        .union(
            Decision.objects.filter(id__in=_last_ids(decided)).values_list(
                "household_id", "at", "question__step__title", nothing
            ),
            all=True,
        )
    )
    found: dict[int, LatestFact] = {}
    for household_id, at, title, changes in rows if routines else ():
        before, after = map(Rung, changes["rung"]) if changes else (None, None)
        if household_id not in found or at > found[household_id].at:
            found[household_id] = LatestFact(at, title, after, before)
    return found


def unanswered(facilitator_id: int, onlookers: Iterable[Onlooker]) -> Counter[int]:
    """Return by household how many of a facilitator's open questions nobody whose part is shared has answered."""
    onlookers = tuple(onlookers)
    rows = ReviewQuestion.objects.unanswered_by(all_of(each.member_ids for each in onlookers)).filter(
        household_id__in=[each.household_id for each in onlookers], consent__facilitator_id=facilitator_id
    )
    return Counter(rows.values_list("household_id", flat=True))


def _within(days: Mapping[int, Days]) -> Q:
    """Return that a morning is within its household's days; there are two or three dates for the whole world."""
    households: dict[Days, list[int]] = defaultdict(list)
    for household_id, each in days.items():
        households[each].append(household_id)
    return Q(
        *(Q(morning__household_id__in=ids, morning__on__range=each) for each, ids in households.items()),
        _connector=Q.OR,
    )


def _for_some(members: list[int], step: str) -> Q:
    """Return that a step is for everybody, or for some of these; `step` is the column that names it."""
    named = StepPerson.objects.filter(step_id=OuterRef(step), part=StepPerson.Part.AFFECTED)
    return ~Exists(named) | Exists(named.filter(member_id__in=members))


def _in_words_of(members: list[int]) -> Q:
    """Return that a decision has words, and all of them are of these people."""
    chosen, written = Q(option__proposed_by_id__in=members), Q(decided_by_id__in=members)
    return (chosen & (Q(text="") | written)) | (Q(option=None) & ~Q(text="") & written)


def _last_ids(rows: QuerySet) -> QuerySet:
    """Return the number of the last row of each household."""
    return rows.order_by().values("household_id").annotate(last=Max("id")).values("last")


def all_of(sets: Iterable[frozenset[int]]) -> list[int]:
    """Return the members of all sets, in order."""
    return sorted(frozenset().union(*sets))
