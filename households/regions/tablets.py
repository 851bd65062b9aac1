"""The tablets page: which there are, who added them, whose faces they show, when they were last seen."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from households import seat
from households.models import HiddenFace, Member, PictureCode, Tablet
from households.rules.tablets import wait_after_codes

# Seen within this time counts as now: the time is kept to the minute.
NOW = timedelta(minutes=2)
PUT_AWAY_SHOWN = 10


@dataclass(frozen=True, slots=True)
class TabletRow:
    """A tablet in use and the faces it shows; `seen_now` when it was there a moment ago."""

    tablet: Tablet
    faces: tuple[Member, ...]
    seen_now: bool


@dataclass(frozen=True, slots=True)
class TabletsView:
    """All tablets of a household. `stuck` are members who need a parent to get in again."""

    household_id: int
    rows: tuple[TabletRow, ...]
    put_away: tuple[Tablet, ...]
    stuck: tuple[Member, ...]


def tablets_view(*, household_id: int, now: datetime) -> TabletsView:
    """Return the tablets page as it is now; four queries, however many tablets."""
    tablets = list(
        Tablet.objects.of(household_id).select_related("paired_by", "revoked_by").order_by("paired_at", "id")
    )
    children = children_of(household_id)
    hidden = set(HiddenFace.objects.filter(household_id=household_id).values_list("tablet_id", "member_id"))
    put_away = sorted((each for each in tablets if each.revoked_at), key=lambda each: each.revoked_at, reverse=True)
    return TabletsView(
        household_id=household_id,
        rows=tuple(_row(each, children, hidden, now) for each in tablets if not each.revoked_at),
        put_away=tuple(put_away[:PUT_AWAY_SHOWN]),
        stuck=_stuck(household_id, children),
    )


def children_of(household_id: int) -> list[Member]:
    """Return who can sit down at a tablet, in the household's order."""
    return list(Member.objects.of(household_id).here().filter(kind__in=seat.AT_A_TABLET).in_order())


def _row(tablet: Tablet, children: list[Member], hidden: set[tuple[int, int]], now: datetime) -> TabletRow:
    return TabletRow(
        tablet=tablet,
        faces=tuple(each for each in children if (tablet.id, each.id) not in hidden),
        seen_now=now - tablet.last_seen_at < NOW,
    )


def _stuck(household_id: int, children: list[Member]) -> tuple[Member, ...]:
    wrong = dict(PictureCode.objects.filter(household_id=household_id).values_list("member_id", "wrong"))
    return tuple(each for each in children if wait_after_codes(wrong.get(each.id, 0)) is None)
