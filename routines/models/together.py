"""Reads what several households bring to an organisation's numbers: one query for each number, whoever they are.

A member and a routine belong to one household, so those shared by all of them are read together. Nothing of anybody's
words is read, and "pushed" only where its author shared it.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Count, Exists, OuterRef, Q

from households.models import Facilitator, Organisation, OrganisationInvitation
from households.onlooker import Onlooker
from routines.models.caseload import all_of
from routines.models.decision import Answer
from routines.models.noticing import Feeling
from routines.models.question import Voice
from routines.models.step import StepPerson
from routines.rules.lanes import PUSHED

# Household, member, rung, how it felt, how often.
FeltRow = tuple[int, int, int, str, int]
# Household, member, rung, step.
StepRow = tuple[int, int, int, int]
# Household, member, whether it was answered, how often.
ViewRow = tuple[int, int, bool, int]


def colleagues(organisation: Organisation) -> dict[int, datetime]:
    """Return by facilitator since when they belong to an organisation without a break. Two queries."""
    here = list(Facilitator.objects.filter(organisation=organisation).values_list("id", flat=True))
    joined = OrganisationInvitation.objects.filter(organisation=organisation, used_by__in=here).order_by("used_at")
    since = dict(joined.values_list("used_by_id", "used_at"))
    return {each: since.get(each, organisation.made_at) for each in here}


def felt_rows(onlookers: Iterable[Onlooker], first: date, last: date) -> list[FeltRow]:
    """Return how steps felt, by household and person. One query."""
    onlookers = tuple(onlookers)
    rows = Feeling.objects.filter(
        ~Q(felt=PUSHED) | Q(shared_at__isnull=False),
        member_id__in=all_of(each.member_ids for each in onlookers),
        morning__household_id__in=[each.household_id for each in onlookers],
        morning__routine_id__in=all_of(each.routine_ids for each in onlookers),
        morning__on__range=(first, last),
        morning__taken_back_at=None,
        morning_step__step__isnull=False,
    )
    about = ("morning__household_id", "member_id", "morning_step__rung", "felt")
    return list(rows.values_list(*about).annotate(times=Count("id")))


def step_rows(onlookers: Iterable[Onlooker]) -> list[StepRow]:
    """Return on which rung the steps stand now that are for somebody whose part is shared. One query."""
    onlookers = tuple(onlookers)
    rows = StepPerson.objects.filter(
        part=StepPerson.Part.AFFECTED,
        member_id__in=all_of(each.member_ids for each in onlookers),
        step__household_id__in=[each.household_id for each in onlookers],
        step__routine_id__in=all_of(each.routine_ids for each in onlookers),
        step__archived_at=None,
        step__routine__archived_at=None,
    )
    return list(rows.values_list("step__household_id", "member_id", "step__rung", "step_id"))


def view_rows(onlookers: Iterable[Onlooker], first: date, last: date) -> list[ViewRow]:
    """Return the views given on questions settled in a period, answered or not. One query."""
    onlookers = tuple(onlookers)
    answers = Answer.objects.filter(decision__question_id=OuterRef("question_id"), member_id=OuterRef("member_id"))
    rows = (
        Voice.objects.exclude(say__in=["", Voice.Say.PASS])
        .filter(
            member_id__in=all_of(each.member_ids for each in onlookers),
            question__household_id__in=[each.household_id for each in onlookers],
            question__step__routine_id__in=all_of(each.routine_ids for each in onlookers),
            question__decision__at__range=(_midnight(first), _midnight(last + timedelta(days=1))),
            question__decision__taken_back_at=None,
        )
        .annotate(answered=Exists(answers))
    )
    return list(rows.values_list("household_id", "member_id", "answered").annotate(times=Count("id")))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
