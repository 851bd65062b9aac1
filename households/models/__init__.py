"""Facts about who: accounts, households, their members, invitations, consents, tablets, taps and events."""

from households.models.account import Account
from households.models.consent import (
    Consent,
    ConsentOffer,
    ConsentRefusal,
    ConsentRequest,
    LookIn,
)
from households.models.event import Event, Tap
from households.models.facilitator import Facilitator, Organisation, OrganisationInvitation
from households.models.household import Household
from households.models.invitation import Invitation
from households.models.member import Member
from households.models.tablet import HiddenFace, Pairing, PictureCode, Tablet

__all__ = [
    "Account",
    "Consent",
    "ConsentOffer",
    "ConsentRefusal",
    "ConsentRequest",
    "Event",
    "Facilitator",
    "HiddenFace",
    "Household",
    "Invitation",
    "LookIn",
    "Member",
    "Organisation",
    "OrganisationInvitation",
    "Pairing",
    "PictureCode",
    "Tablet",
    "Tap",
]
