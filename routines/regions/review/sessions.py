"""Reviews held together, as the facilitator sees them and as the family does."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, Q

from routines.models import ReviewItem, ReviewSession
from routines.regions.review.scene import ReviewScene
from routines.regions.review.values import ItemView, SessionView
from routines.words.days import date_words

LATEST = 12


def sessions_seen(scene: ReviewScene) -> list[ReviewSession]:
    """Return the reviews with this facilitator. Of the agenda, what is theirs and what those shared put there."""
    mine = Q(by=None) | Q(by_id__in=scene.onlooker.member_ids)
    found = ReviewSession.objects.filter(consent__facilitator_id=scene.onlooker.facilitator_id)
    return _latest(found, scene.onlooker.household_id, mine)


def sessions_of(household_id: int) -> list[ReviewSession]:
    """Return all of a household's reviews, as the family sees them."""
    return _latest(ReviewSession.objects.all(), household_id, Q())


def _latest(found, household_id: int, which: Q) -> list[ReviewSession]:
    """Return reviews, the latest first, with their agenda. Two queries."""
    items = ReviewItem.objects.filter(which, household_id=household_id, taken_back_at=None).order_by("id")
    shown = found.filter(household_id=household_id)
    shown = shown.select_related("consent__facilitator").prefetch_related(Prefetch("items", items, to_attr="listed"))
    return list(shown.order_by("-on", "-id")[:LATEST])


def session_views(scene: ReviewScene, rows: list[ReviewSession]) -> tuple[SessionView, ...]:
    """Return reviews as the facilitator reads them."""

    def item(row: ReviewItem) -> ItemView:
        by = scene.person(row.by_id).name if row.by_id else ""
        return ItemView(scene.token("item", row.id), row.text, by, row.by_id is None, row.done_at is not None)

    def signer(row: ReviewSession) -> str:
        return scene.person(row.family_signed_by_id).name if row.family_signed_by_id else ""

    return tuple(
        view(
            row,
            scene.today,
            scene.onlooker.time_zone,
            item,
            signer(row),
            token=scene.token("session", row.id),
            name=scene.onlooker.name,
        )
        for row in rows
    )


def view(
    row: ReviewSession,
    today: date,
    time_zone: str,
    item: Callable[[ReviewItem], ItemView],
    signer: str,
    *,
    token: str = "",
    number: int = 0,
    name: str,
) -> SessionView:
    """Return one review in words; `item` says how one thing of its agenda is read. Days are of the family's clock."""

    def day(at: datetime | None) -> str:
        return date_words(at.astimezone(ZoneInfo(time_zone)).date()) if at else ""

    return SessionView(
        token=token,
        id=number,
        name=name,
        day=date_words(row.on, year=row.on.year != today.year),
        today=row.on == today,
        over=row.on < today,
        called_off=row.called_off_at is not None,
        items=tuple(map(item, row.listed)),
        summary=row.summary,
        version=row.version,
        signed=day(row.signed_at),
        family_signed=day(row.family_signed_at),
        family_signed_by=signer,
    )
