"""A review without a stream: what changed since it last asked; and leaving a family by oneself."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from households.actions.consents import give_up
from routines.views.numbers import number
from routines.views.review.gate import reviewing, scene_of, went


@require_safe
@reviewing
def review_poll(request: HttpRequest) -> HttpResponse:
    """Answer 204 when nothing is new, 205 when the page is to be fetched anew; the revision is the consent's turn."""
    turn = scene_of(request).turn
    answer = HttpResponse(status=205 if turn > (number(request.GET, "revision") or 0) else 204)
    answer["X-Revision"] = str(turn)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@reviewing
def review_give_up(request: HttpRequest) -> HttpResponse:
    """Leave a family by oneself: nothing of it is seen any more."""
    give_up(onlooker=request.onlooker, at=timezone.now())
    return went(request, reverse("caseload"), _("You no longer look in there."))
