"""The family's mornings, the newest first. Six queries, however many there are."""

from collections import Counter
from datetime import date

from django.db.models import Count, Q

from routines.models import Morning, Repair, Slip
from routines.models.accounts import tellers
from routines.models.mornings import head_of
from routines.regions.look import Look
from routines.regions.noticing.values import MorningRow, MorningsView
from routines.rules.morning.leaving import chosen_minutes, left_beside_plan
from routines.rules.morning.taps import is_running
from routines.rules.state import Kind
from routines.words.days import day_name
from routines.words.mornings import left_words, moved_words

PAGE = 20


def mornings_view(look: Look, before: str = "") -> MorningsView:
    """Return a page of mornings; `before` is the day and id of the last one shown, as "2026-03-02-17"."""
    rows = Morning.objects.of(look.household_id)
    if look.viewer.kind is Kind.SUPPORTER:
        rows = rows.filter(doings__member_id=look.viewer.id).distinct()
    place = _place(before)
    if place:
        rows = rows.filter(Q(on__lt=place[0]) | Q(on=place[0], id__lt=place[1]))
    found = list(rows.latest_first()[: PAGE + 1])
    shown = found[:PAGE]
    marks = _Marks(look, [row.id for row in shown])
    return MorningsView(
        rows=tuple(_row(look, row, marks) for row in shown),
        older=f"{shown[-1].on}-{shown[-1].id}" if len(found) > PAGE else "",
        paged=bool(place),
    )


class _Marks:
    """Who told about some mornings, and how many slips and repairs each has, as far as the viewer may know."""

    def __init__(self, look: Look, ids: list[int]) -> None:
        self.told = tellers(look.household_id, ids)
        about = {"household_id": look.household_id, "morning_id__in": ids, "taken_back_at": None}
        repairs = Repair.objects.filter(**about)
        if look.viewer.kind is Kind.SUPPORTER:
            repairs = repairs.filter(Q(by_id=look.viewer.id) | Q(to_id=look.viewer.id))
            self.slips: Counter[int] = Counter()
        else:
            self.slips = _counted(Slip.objects.filter(**about))
        self.repairs = _counted(repairs)


def _counted(rows) -> Counter[int]:
    return Counter(dict(rows.order_by().values_list("morning_id").annotate(Count("id"))))


def _row(look: Look, row: Morning, marks: _Marks) -> MorningRow:
    morning = head_of(row)
    beside = left_beside_plan(morning)
    return MorningRow(
        id=row.id,
        title=row.title,
        day=day_name(row.on, look.today),
        left=left_words(beside.minutes, beside.chosen) if beside else "",
        moved=moved_words(chosen_minutes(morning)),
        running=is_running(morning, look.now),
        told=look.persons(tuple(marks.told.get(row.id, ()))),
        slips=marks.slips[row.id],
        repairs=marks.repairs[row.id],
    )


def _place(before: str) -> tuple[date, int] | None:
    """Return the day and id a page begins before; nonsense is the first page."""
    day, _, number = before.rpartition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    try:
        return date.fromisoformat(day), int(number)
    except ValueError:
        return None
