"""Emptying the seats of somebody who may no longer sit at a tablet."""

from households.models import Tablet


def unseat(household_id: int, member_id: int) -> None:
    """Let nobody sit where this member sits; the tablets show their faces again."""
    Tablet.objects.of(household_id).filter(seat_id=member_id).update(seat=None, seat_at=None)
