"""What becomes of consents when somebody leaves: their part is out of all of them for good."""

from households.actions.change import ChangeInProgress
from households.actions.consents import narrowed, terms_of
from households.models import Consent, ConsentOffer, Member


def out_of_consents(begun: ChangeInProgress, member: Member) -> None:
    """Take a member who leaves out of what is shared and offered; a link or code they made themself is taken back."""
    standing = Consent.objects.of(member.household_id).standing().select_related("facilitator")
    for consent in standing:
        if member.id in consent.member_ids:
            narrowed(begun, consent, terms_of(consent).without(member_ids=(member.id,)), member_id=member.id)
    offers = ConsentOffer.objects.of(member.household_id).open_at(begun.at)
    offers.filter(offered_by_id=member.id).update(withdrawn_at=begun.at)
    for offer in offers.filter(is_code=False):
        if member.id in offer.member_ids:
            left = [each for each in offer.member_ids if each != member.id]
            ConsentOffer.objects.of(member.household_id).filter(id=offer.id).update(
                member_ids=left, withdrawn_at=None if left else begun.at
            )
