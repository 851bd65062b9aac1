"""Sitting down at a tablet and leaving it. Nothing of the household changes by it, so nothing goes into its history."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from households import seat
from households.actions.picture_codes import Code, try_code
from households.actions.refusal import Missing, Refused
from households.live.change import Change
from households.live.outlet import publish
from households.models import Household, Member, Tablet


def sit(*, tablet: Tablet, member_id: int, code: Code, at: datetime) -> Member:
    """Let somebody sit down, with their picture code where they have one; whoever sat there before no longer does.

    Raises `Refused` for a face that is not on this tablet and for a code that does not fit (the wrong try is
    counted), `Missing` for a tablet put away meanwhile.
    """
    with _locked(tablet) as here:
        member = seat.face_on(here, member_id)
        refused = Refused("face_not_here") if member is None else try_code(member, code, at)
        if refused is None:
            _seated(here, member, at)
    if refused is not None:
        raise refused
    return member


def leave(*, tablet: Tablet) -> None:
    """Let nobody sit at a tablet: it shows its faces."""
    with _locked(tablet) as here:
        if here.seat_id is not None:
            _seated(here, None, None)


@contextmanager
def _locked(tablet: Tablet) -> Iterator[Tablet]:
    """Lock the household's row, so that tries of one code follow each other, and read the tablet as it is now."""
    with transaction.atomic():
        household = Household.objects.select_for_update().get(id=tablet.household_id)
        here = Tablet.objects.of(household.id).in_use().filter(id=tablet.id).first()
        if here is None:
            raise Missing
        here.household = household
        yield here


def _seated(tablet: Tablet, member: Member | None, at: datetime | None) -> None:
    Tablet.objects.of(tablet.household_id).filter(id=tablet.id).update(seat=member, seat_at=at)
    if tablet.seat_id is not None and tablet.seat_id != (member and member.id):
        # The screen of whoever sat there must not tell the next one anything.
        news = Change(tablet.household_id, kinds=frozenset({"rights"}))
        transaction.on_commit(lambda: publish(news))
