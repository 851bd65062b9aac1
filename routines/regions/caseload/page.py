"""A facilitator's families, one calm row each, from what each of them shares and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from households.looking_in import onlookers_of
from households.models import Consent, ConsentRequest, Facilitator
from households.onlooker import Onlooker
from households.rules.consent import FEELINGS, RUNGS, is_over
from routines.models.caseload import FeltTimes, LatestFact, felt_times, latest_changes, unanswered
from routines.models.mirrors import first_day
from routines.regions.caseload.values import CaseloadView, EndedRow, FamilyRow, LaneView
from routines.rules.lanes import PLANNED_AS, RUNG_OF, as_planned
from routines.rules.mirror.lens import FRESH
from routines.rules.mirror.measure import MeasureKey
from routines.rules.mirror.measures import may_count
from routines.rules.state import Rung
from routines.words.caseload import changed_words, felt_words, lane_words, shared_words, until_words
from routines.words.days import date_words, short_date_words

A_PAGE = 30
WEEKS = 4
# The drawing of a row, in units of its own.
DRAWN, LANE = 120, 12
FROM_THE_TOP = (Rung.COPRODUCE, Rung.CODESIGN, Rung.CONSULT, Rung.INFORM)


@dataclass(frozen=True, slots=True)
class Case:
    """A consent in short, enough to find, sort and part those that stand from those that are over."""

    id: int
    household: int
    name: str
    until_on: date
    ended_on: date | None

    def over(self, today: date) -> bool:
        """Return whether it lets nothing be seen any more."""
        return self.ended_on is not None or is_over(self.until_on, today)

    @property
    def since(self) -> date:
        """Return the day it ended, or its last day."""
        return min(self.ended_on or self.until_on, self.until_on)


def caseload_view(
    facilitator: Facilitator, now: datetime, *, search: str = "", by_end: bool = False, page: int = 1
) -> CaseloadView:
    """Return one page of a facilitator's families. Eight queries, however many families there are."""
    standing, ended = _parted(facilitator.id, now)
    wanted = [each for each in standing if search.casefold() in each.name.casefold()]
    wanted.sort(key=_by_end if by_end else _by_name)
    pages = max(1, -(-len(wanted) // A_PAGE))
    page = min(max(page, 1), pages)
    shown = wanted[(page - 1) * A_PAGE : page * A_PAGE]
    return CaseloadView(
        rows=_rows(facilitator, [each.id for each in shown], now),
        all=len(standing),
        found=len(wanted),
        ended=len(ended),
        asked=_asked(facilitator, now),
        search=search,
        by_end=by_end,
        page=page,
        pages=pages,
        before=_query(search, by_end, page - 1) if page > 1 else "",
        after=_query(search, by_end, page + 1) if page < pages else "",
    )


def ended_rows(facilitator: Facilitator, now: datetime) -> tuple[EndedRow, ...]:
    """Return the families that no longer share, those that ended last first. One query."""
    _standing, ended = _parted(facilitator.id, now)
    ended.sort(key=lambda each: each.since, reverse=True)
    return tuple(EndedRow(each.name, date_words(each.since, year=True)) for each in ended)


def _parted(facilitator_id: int, now: datetime) -> tuple[list[Case], list[Case]]:
    """Return the consents that stand, and of families without one the last that ended. One query."""
    today_in = cache(lambda zone: now.astimezone(ZoneInfo(zone)).date())
    standing: dict[int, Case] = {}
    ended: dict[int, Case] = {}
    about = ("id", "household_id", "household__name", "household__time_zone", "until_on", "ended_at")
    rows = Consent.objects.to(facilitator_id).order_by("id").values_list(*about)
    for consent_id, household, name, zone, until_on, ended_at in rows:
        ended_on = ended_at and ended_at.astimezone(ZoneInfo(zone)).date()
        case = Case(consent_id, household, name, until_on, ended_on)
        (ended if case.over(today_in(zone)) else standing)[household] = case
    return list(standing.values()), [each for key, each in ended.items() if key not in standing]


def _rows(facilitator: Facilitator, consent_ids: Sequence[int], now: datetime) -> tuple[FamilyRow, ...]:
    """Return the rows of some consents, in their order. Six queries, none for none."""
    if not consent_ids:
        return ()
    consents = Consent.objects.filter(id__in=consent_ids).select_related("household").in_bulk()
    for each in consents.values():
        each.facilitator = facilitator
    onlookers = onlookers_of(consents[each] for each in consent_ids)
    todays = {each.household_id: now.astimezone(ZoneInfo(each.time_zone)).date() for each in onlookers}
    felt = felt_times(filter(_shows_felt, onlookers), _days(filter(_shows_felt, onlookers), todays))
    changed = latest_changes(each for each in onlookers if each.sees(RUNGS))
    waiting = unanswered(facilitator.id, onlookers)
    return tuple(
        _row(
            each,
            todays[each.household_id],
            felt.get(each.household_id),
            changed.get(each.household_id),
            waiting[each.household_id],
        )
        for each in onlookers
    )


def _shows_felt(onlooker: Onlooker) -> bool:
    """Return whether felt as planned may be told: it counts, and it counts feelings beside rungs."""
    return may_count(MeasureKey.FELT_AS_PLANNED, onlooker.kinds)


def _days(onlookers: Iterable[Onlooker], todays: Mapping[int, date]) -> dict[int, tuple[date, date]]:
    """Return each household's last four weeks, without the mornings that can still be told of."""
    days = {}
    for each in onlookers:
        today = todays[each.household_id]
        days[each.household_id] = (first_day(today, WEEKS), today - FRESH)
    return days


def _row(
    onlooker: Onlooker, today: date, felt: FeltTimes | None, changed: LatestFact | None, waiting: int
) -> FamilyRow:
    zone = ZoneInfo(onlooker.time_zone)
    return FamilyRow(
        url=reverse("review", args=[onlooker.key]),
        name=onlooker.household_name,
        shared=shared_words(onlooker.kinds, len(onlooker.routine_ids), len(onlooker.member_ids)),
        felt=_felt_sentence(onlooker, felt),
        lanes=_lanes(felt) if felt else (),
        changed=_changed_sentence(onlooker, changed),
        changed_on=short_date_words(changed.at.astimezone(zone).date()) if changed else "",
        waiting=waiting,
        until=until_words(onlooker.until_on, today),
    )


def _felt_sentence(onlooker: Onlooker, felt: FeltTimes | None) -> str:
    if not onlooker.sees(FEELINGS):
        return _("How steps felt is not shared.")
    if not _shows_felt(onlooker):
        return _("How steps felt is shared, but not how often it was as planned.")
    felt = felt or FeltTimes()
    return felt_words(sum(times for (rung, lane), times in felt.items() if as_planned(lane, rung)), felt.total())


def _changed_sentence(onlooker: Onlooker, changed: LatestFact | None) -> str:
    if not onlooker.sees(RUNGS):
        return _("Rungs and decisions are not shared.")
    return changed_words(changed.title, changed.before, changed.rung) if changed else _("Nothing has changed yet.")


def _lanes(felt: FeltTimes) -> tuple[LaneView, ...]:
    """Return the four rungs from the top: how often steps stood there beside how often they felt so."""
    planned = {rung: sum(times for (stood, _lane), times in felt.items() if stood == rung) for rung in PLANNED_AS}
    so = {
        rung: sum(times for (_stood, lane), times in felt.items() if RUNG_OF.get(lane) == rung) for rung in PLANNED_AS
    }
    most = max(*planned.values(), *so.values())
    return tuple(
        LaneView(
            rung=int(rung),
            words=lane_words(rung, planned[rung], so[rung]),
            y=place * LANE,
            planned_width=round(DRAWN * planned[rung] / most),
            felt_width=round(DRAWN * so[rung] / most),
        )
        for place, rung in enumerate(FROM_THE_TOP)
    )


def _asked(facilitator: Facilitator, now: datetime) -> tuple[str, ...]:
    """Return when one asked those families that have not answered. Which family that is they have not said yet."""
    rows = ConsentRequest.objects.filter(facilitator=facilitator, answered_at=None).order_by("-asked_at")
    return tuple(date_words(at.astimezone(now.tzinfo).date()) for at in rows.values_list("asked_at", flat=True))


def _by_name(case: Case) -> tuple[str, int]:
    return case.name.casefold(), case.id


def _by_end(case: Case) -> tuple[date, str]:
    return case.until_on, case.name.casefold()


def _query(search: str, by_end: bool, page: int) -> str:
    about = {"q": search, "sort": "end" if by_end else "", "page": page}
    return urlencode({key: value for key, value in about.items() if value})
