"""What allauth should do differently here."""

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from django.contrib.auth import get_user
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from households.live.change import Change
from households.live.outlet import publish
from households.models import Account, Member
from households.views.fresh import note_signed_up


class AccountAdapter(DefaultAccountAdapter):
    """Accounts as Rungs keeps them."""

    def clean_email(self, email: str) -> str:
        """Refuse an address the database could not keep whole."""
        email = super().clean_email(email)
        room = Account._meta.get_field("email").max_length
        if len(email) > room:
            raise ValidationError(_("This address is too long: there is room for %(room)s signs.") % {"room": room})
        return email

    def save_user(self, request: HttpRequest, user: Account, form, commit: bool = True) -> Account:
        """Keep who signed up, and that they chose their password in this session."""
        user = super().save_user(request, user, form, commit)
        note_signed_up(request, user)
        return user

    def logout(self, request: HttpRequest) -> None:
        """Sign out, and close the screens that were open through this sign-in."""
        account = request.user
        super().logout(request)
        tell_rights_moved(account)

    def set_password(self, user: Account, password: str) -> None:
        """Set a password. Sessions made before no longer count, and neither do their open screens."""
        super().set_password(user, password)
        tell_rights_moved(user)


def sign_out(request: HttpRequest) -> None:
    """End the sign-in of a browser that becomes a shared tablet, or is one again; nothing where there is none."""
    request.user = get_user(request)
    if request.user.is_authenticated:
        get_adapter().logout(request)


def tell_rights_moved(account: Account | AnonymousUser) -> None:
    """Let every open screen of an account's households prove anew, once it is stored, that it may be open."""
    if not account.is_authenticated:
        return
    households = Member.objects.here().filter(account_id=account.id).values_list("household_id", flat=True)
    for household_id in list(households):
        news = Change(household_id, kinds=frozenset({"rights"}))
        transaction.on_commit(lambda news=news: publish(news))
