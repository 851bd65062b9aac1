"""What allauth should do differently here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from households.models import Account


class AccountAdapter(DefaultAccountAdapter):
    """Accounts as Rungs keeps them."""

    def clean_email(self, email: str) -> str:
        """Refuse an address the database could not keep whole."""
        email = super().clean_email(email)
        room = Account._meta.get_field("email").max_length
        if len(email) > room:
            raise ValidationError(_("This address is too long: there is room for %(room)s signs.") % {"room": room})
        return email
