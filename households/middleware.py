"""Gives each request its actor. The one gate in front of everything a household owns."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation

from households.access import membership
from households.actor import actor_of

# No database counts further; asked for more, SQLite gives an error instead of nothing.
BIGGEST_ID = 2**63 - 1


class ActorMiddleware:
    """Gives each request its actor, or none.

    Every address with a `household_id` needs a membership of the signed-in account in just that
    household: without one it does not exist (404); signed out, a page leads to the sign-in.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, in the household's language while it is answered."""
        request.actor = None
        request.household = None
        try:
            return self.get_response(request)
        finally:
            timezone.deactivate()

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        """Find the actor before the view runs; the view never runs without one."""
        if any(isinstance(each, int) and each > BIGGEST_ID for each in kwargs.values()):
            raise Http404
        household_id = kwargs.get("household_id")
        if household_id is None:
            return None
        member = membership(request.session, household_id)
        if member is None:
            if request.user.is_authenticated or request.method not in ("GET", "HEAD"):
                raise Http404
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        request.household = member.household
        request.user = member.account  # read with the membership, so nobody has to ask again
        request.actor = actor_of(member)
        translation.activate(request.actor.language)
        request.LANGUAGE_CODE = translation.get_language()
        timezone.activate(request.actor.time_zone)
        return None
