"""Asking for the password once more before what matters most."""

import time

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from households.models import Account

SIGNED_UP = "signed_up"


def signed_in_lately(request: HttpRequest) -> bool:
    """Return whether somebody gave their password in this session within the last minutes.

    A sign-in or a sign-up counts as much as being asked again; a link from a mail does not.
    """
    records = get_authentication_records(request, request.user)
    times = [each["at"] for each in records if each.get("method") == "password"]
    chosen = request.session.get(SIGNED_UP, {})
    if chosen.get("account") == request.user.pk:
        times.append(chosen["at"])
    return bool(times) and time.time() - max(times) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def note_signed_up(request: HttpRequest, account: Account) -> None:
    """Note in the session of somebody who signs up that they have just chosen their password."""
    request.session[SIGNED_UP] = {"account": account.pk, "at": time.time()}


def ask_again(then: str) -> HttpResponse:
    """Lead to the page that asks for the password, and from there to the page `then`.

    What was posted is not kept to be sent again: it would be done without the household's gate in front.
    """
    return redirect(f"{reverse('account_reauthenticate')}?{urlencode({REDIRECT_FIELD_NAME: then})}")
