"""The door to what only facilitators have, and how their pages say no."""

from functools import wraps

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from households.actions.refusal import Missing, Refused
from households.looking_in import facilitator_of
from households.views.telling import told_no
from households.words import refusal

SIDE = "/facilitator/"


def facilitators_only(view):
    """Let a facilitator in, as `request.facilitator`. Others are led to become one, and from there back here.

    What verbs raise becomes an answer: unknown is 404, a refusal its sentence.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        request.facilitator = facilitator_of(request.session)
        if request.facilitator is None:
            return lead_in(request)
        request.user = request.facilitator.account  # read with the facilitator, so nobody has to ask again
        try:
            return view(request, *args, **kwargs)
        except Missing as missing:
            raise Http404 from missing
        except Refused as refused:
            return told_no(request, refusal(refused.code, refused.params))

    return answer


def lead_in(request: HttpRequest) -> HttpResponse:
    """Lead whoever is no facilitator yet to become one; a change of theirs does not exist (404)."""
    if request.method not in ("GET", "HEAD"):
        raise Http404
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    return redirect_to_login(request.get_full_path(), reverse("facilitator_start"))


def back_to(request: HttpRequest) -> str:
    """Return the page of a facilitator's own that this one was led in from, or "" where there is none."""
    asked = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if safe and asked.startswith(SIDE) else ""
