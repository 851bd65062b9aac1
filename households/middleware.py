"""Gives each request its actor. The one gate in front of everything a household owns."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation

from households import seat
from households.access import membership
from households.actions.sitting import leave
from households.actor import actor_at, actor_of
from households.adapter import sign_out
from households.looking_in import consent_of, onlooker_of
from households.views.over import looking_is_over

# No database counts further; asked for more, SQLite gives an error instead of nothing.
BIGGEST_ID = 2**63 - 1
# What a tablet may open before it is paired; every other address of its own needs its key.
BEFORE_PAIRING = {
    "tablet",
    "tablet_key",
    "tablet_digits",
    "tablet_waiting",
    "tablet_app",
    "tablet_worker",
    "tablet_offline",
}


class ActorMiddleware:
    """Gives each request its actor, or none.

    Every address with a `household_id` needs a membership of the signed-in account in just that
    household: without one it does not exist (404); signed out, a page leads to the sign-in. Every
    address under `tablet/` looks at the tablet's key and at nothing else, and every address with a `consent_key` at
    the consent given to the signed-in facilitator and at nothing else: the three never mix.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, in the household's language while it is answered."""
        request.actor = None
        request.household = None
        request.onlooker = None
        request.tablet = None
        request.member = None
        # Also where nothing was found, or before the gate: what a child is told leads back to the faces.
        request.at_tablet = request.path_info.startswith("/tablet/") or request.path_info == "/tablet"
        try:
            response = self.get_response(request)
        finally:
            timezone.deactivate()
        if request.tablet is not None and request.resolver_match.url_name == "tablet":
            seat.give_key(response, request.COOKIES[settings.TABLET_COOKIE_NAME])  # kept from now on anew
        return response

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        """Find the actor before the view runs; the view never runs without one."""
        if any(isinstance(each, int) and each > BIGGEST_ID for each in kwargs.values()):
            raise Http404
        if request.resolver_match.route.split("/")[0] == "tablet":
            return self._at_a_tablet(request, kwargs)
        if "consent_key" in kwargs:
            return self._through_consent(request, kwargs["consent_key"])
        household_id = kwargs.get("household_id")
        return None if household_id is None else self._in_household(request, household_id)

    def _in_household(self, request: HttpRequest, household_id: int) -> HttpResponse | None:
        member = membership(request.session, household_id)
        if member is None:
            if request.user.is_authenticated or request.method not in ("GET", "HEAD"):
                raise Http404
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        request.household = member.household
        request.user = member.account  # read with the membership, so nobody has to ask again
        request.actor = actor_of(member)
        _speak(request, request.actor.language, request.actor.time_zone)
        return None

    def _through_consent(self, request: HttpRequest, key: UUID) -> HttpResponse | None:
        """A facilitator looks in as long as the consent stands; afterwards its page says when it ended."""
        consent = consent_of(request.session, key)
        if consent is None:
            if request.user.is_authenticated or request.method not in ("GET", "HEAD"):
                raise Http404
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        request.user = consent.facilitator.account
        request.onlooker = onlooker_of(consent, timezone.now())
        timezone.activate(consent.household.time_zone)
        return looking_is_over(request, consent) if request.onlooker is None else None

    def _at_a_tablet(self, request: HttpRequest, kwargs) -> HttpResponse | None:
        """A page of a member is for the one who sits; a tap for whom it proves to have sat."""
        request.user = AnonymousUser()  # also where a parent is signed in beside it
        request.tablet = tablet = seat.tablet_of(request.COOKIES)
        if tablet is None:
            return self._not_paired(request)
        if request.resolver_match.url_name == "tablet":
            sign_out(request)  # a parent who signed in on the tablet has handed it back
        now = timezone.now()
        if seat.lapsed(tablet, now):
            leave(tablet=tablet)  # whoever switches it on again finds the faces
            tablet.seat = tablet.seat_at = None
        seat.seen(tablet, now)
        request.household = tablet.household
        member_id = kwargs.get("member_id")
        if member_id is None or request.resolver_match.url_name == "tablet_sit":
            _speak(request, tablet.household.language, tablet.household.time_zone)
            return None
        member = seat.face_on(tablet, member_id)
        if request.method in ("GET", "HEAD"):
            if member is None or tablet.seat_id != member_id:
                return redirect("tablet")
        elif member is None or not seat.proves_seat(request.POST.get("seat", ""), tablet, member_id):
            raise Http404
        request.member = member
        request.actor = actor_at(tablet, member)
        _speak(request, request.actor.language, request.actor.time_zone)
        return None

    def _not_paired(self, request: HttpRequest) -> HttpResponse | None:
        if request.resolver_match.url_name in BEFORE_PAIRING:
            return None
        if request.method not in ("GET", "HEAD"):
            raise Http404
        return redirect("tablet")


def _speak(request: HttpRequest, language: str, time_zone: str) -> None:
    translation.activate(language)
    request.LANGUAGE_CODE = translation.get_language()
    timezone.activate(time_zone)
