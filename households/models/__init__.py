"""Facts about who: accounts, households, their members, invitations, taps and events."""

from households.models.account import Account
from households.models.event import Event, Tap
from households.models.household import Household
from households.models.invitation import Invitation
from households.models.member import Member

__all__ = ["Account", "Event", "Household", "Invitation", "Member", "Tap"]
