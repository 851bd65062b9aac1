"""Reads what a family meeting talks about into the frozen facts of its rules: eight queries, however much there is."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from django.db.models import F, Q

from routines.models.agenda import AgendaItem
from routines.models.meeting import Meeting, MeetingNote
from routines.models.morning import Doing
from routines.models.noticing import Feeling, Notice
from routines.models.question import Option
from routines.models.repair import Repair
from routines.models.rung import ClimbAsk
from routines.rules.meeting.agenda import LOOKS_BACK, shown_from
from routines.rules.meeting.facts import Account, Change, Due, Facts, Listed, Wish
from routines.rules.morning.taps import day_after_ends
from routines.rules.state import Person, Rung, StepState

LONGEST_WINDOW = timedelta(days=2)


def meetings_of(household_id: int):
    """Return the meetings of a household, without those that were taken back."""
    return Meeting.objects.filter(household_id=household_id, taken_back_at=None)


def meetings_now(household_id: int) -> tuple[Meeting | None, Meeting | None]:
    """Return the meeting that is going on and the one held last, each if there is one. One query."""
    rows = list(meetings_of(household_id).order_by("-id")[:2])
    running = rows.pop(0) if rows and rows[0].ended_at is None else None
    return running, rows[0] if rows else None


def meeting_facts(
    household_id: int,
    people: tuple[Person, ...],
    steps: tuple[StepState, ...],
    now: datetime,
    today: date,
    ticked: Collection[int] = (),
) -> Facts:
    """Return what an agenda is gathered from; `steps` are those in use.

    `ticked` are items that stay although they were ticked off, as that was done in the meeting that is going on.
    """
    since = now - LOOKS_BACK
    return Facts(
        people=people,
        steps=steps,
        now=now,
        today=today,
        since=since,
        due=_due(household_id, ticked),
        accounts=_accounts(household_id, people, now, since),
        listed=_listed(household_id, since),
        wishes=_wishes(household_id),
        changes=_changes(household_id, since),
        noted=_noted(household_id, since),
    )


def _due(household_id: int, ticked: Collection[int]) -> tuple[Due, ...]:
    rows = AgendaItem.objects.filter(Q(done_at=None) | Q(id__in=list(ticked)), household_id=household_id)
    return tuple(Due(*row) for row in rows.values_list("id", "kind", "step_id", "due_on"))


def _listed(household_id: int, since: datetime) -> tuple[Listed, ...]:
    """Return what was listed on questions settled lately, without what was ruled out."""
    rows = Option.objects.filter(
        household_id=household_id,
        taken_back_at=None,
        veto_ground="",
        question__decision__at__gte=since,
        question__decision__taken_back_at=None,
    )
    about = ("id", "question__step_id", "text", "pictogram", "proposed_by_id", "question__decision__at")
    chosen = "question__decision__option_id"
    return tuple(Listed(*row[:-1], chosen=row[-1] == row[0]) for row in rows.values_list(*about, chosen))


def _wishes(household_id: int) -> tuple[Wish, ...]:
    rows = ClimbAsk.objects.filter(household_id=household_id, answered_at=None, taken_back_at=None)
    return tuple(
        Wish(id_, step, member, Rung(to_rung), reason)
        for id_, step, member, to_rung, reason in rows.values_list("id", "step_id", "member_id", "to_rung", "reason")
    )


def _changes(household_id: int, since: datetime) -> tuple[Change, ...]:
    """Return changes that are still being asked, and those kept as a remark lately."""
    waiting = Q(question=None, at__gte=since) | Q(question__isnull=False, question__closed_at=None)
    rows = Repair.objects.filter(waiting, household_id=household_id, kind=Repair.Kind.CHANGE, taken_back_at=None)
    return tuple(
        Change(
            id=row.id,
            step=row.step_id,
            title=row.step.title if row.step else row.morning.title,
            pictogram=row.step.pictogram if row.step else row.pictogram,
            by=row.by_id,
            text=row.text,
            morning=row.morning_id,
            on=row.morning.on,
            question=row.question_id,
        )
        for row in rows.select_related("morning", "step")
    )


def _noted(household_id: int, since: datetime) -> dict[str, datetime]:
    """Return when what was talked about lately was noted last, by its key, at meetings that were held."""
    held = MeetingNote.objects.filter(household_id=household_id, meeting__taken_back_at=None, at__gte=since)
    return dict(held.exclude(meeting__ended_at=None).order_by("at").values_list("key", "at"))


def _accounts(household_id: int, people: Sequence[Person], now: datetime, since: datetime) -> tuple[Account, ...]:
    """Return how steps felt in mornings that could still be noticed after `since`."""
    rows = Feeling.objects.filter(
        household_id=household_id,
        morning__taken_back_at=None,
        morning__on__gte=(since - LONGEST_WINDOW).date(),
    )
    found = list(
        rows.order_by("id").values(
            "morning_id",
            "morning_step_id",
            "member_id",
            "felt",
            "words",
            "said_at",
            on=F("morning__on"),
            zone=F("morning__time_zone"),
            step_id=F("morning_step__step_id"),
            title=F("morning_step__title"),
            pictogram=F("morning_step__pictogram"),
            rung=F("morning_step__rung"),
        )
    )
    told = _told(household_id, found)
    asked = _asked(household_id, set(told), {person.id for person in people if not person.left})
    return tuple(
        _account(row, shown_from(_until(row), asked[row["morning_step_id"]], told[row["morning_id"]])) for row in found
    )


def _account(row: dict, shown_at: datetime) -> Account:
    return Account(
        morning=row["morning_id"],
        morning_step=row["morning_step_id"],
        on=row["on"],
        step=row["step_id"],
        title=row["title"],
        pictogram=row["pictogram"],
        rung=Rung(row["rung"]),
        member=row["member_id"],
        felt=row["felt"],
        words=row["words"],
        shown_at=shown_at,
    )


def _until(row: dict) -> datetime:
    return day_after_ends(row["on"], row["zone"])


def _told(household_id: int, found: list[dict]) -> dict[int, dict[int, datetime]]:
    """Return when each person first told of each morning, be it only about the whole of it, or passed."""
    told: dict[int, dict[int, datetime]] = {row["morning_id"]: {} for row in found}
    said = [(row["morning_id"], row["member_id"], row["said_at"]) for row in found]
    notices = Notice.objects.filter(household_id=household_id, morning_id__in=list(told))
    for morning, member, at in (*said, *notices.values_list("morning_id", "member_id", "said_at")):
        told[morning][member] = min(at, told[morning].get(member, at))
    return told


def _asked(household_id: int, mornings: Collection[int], here: Collection[int]) -> dict[int, set[int]]:
    """Return who had a part in each step of some mornings, of those who have not left."""
    asked: dict[int, set[int]] = defaultdict(set)
    rows = Doing.objects.filter(household_id=household_id, morning_id__in=list(mornings), member_id__in=list(here))
    for morning_step, member in rows.values_list("morning_step_id", "member_id"):
        asked[morning_step].add(member)
    return asked
