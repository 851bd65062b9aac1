"""Facts about who: accounts, households, their members, invitations, tablets, taps and events."""

from households.models.account import Account
from households.models.event import Event, Tap
from households.models.household import Household
from households.models.invitation import Invitation
from households.models.member import Member
from households.models.tablet import HiddenFace, Pairing, PictureCode, Tablet

__all__ = [
    "Account",
    "Event",
    "HiddenFace",
    "Household",
    "Invitation",
    "Member",
    "Pairing",
    "PictureCode",
    "Tablet",
    "Tap",
]
