"""How a facilitator's pages are answered: through the consent, with each opening noted; over is over."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone

from households.actions.look_in import looked_in
from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.forms.verb import read_tap
from households.models import Consent, Tap
from households.views.over import looking_is_over
from routines.regions.review.head import head_view
from routines.regions.review.scene import ReviewScene, review_scene
from routines.regions.review.values import NoView
from routines.rules.codes import Code


def reviewing(view: Callable) -> Callable:
    """Turn what verbs raise into answers: unknown is 404, a consent that ended meanwhile gives back what was typed."""

    @wraps(view)
    def answer(request: HttpRequest, consent_key, **tokens: str) -> HttpResponse:
        try:
            _not_applied_yet(request)
            return view(request, **tokens)
        except Missing as missing:
            raise Http404 from missing
        except AlreadyApplied:
            return back(request)
        except Refused as refused:
            if refused.code != Code.REVIEW_OVER:
                raise
            return looking_is_over(request, _consent(request))

    return answer


def scene_of(request: HttpRequest) -> ReviewScene:
    """Return what the facilitator of a request may see now."""
    return review_scene(request.onlooker, timezone.now())


def page(
    request: HttpRequest, scene: ReviewScene, template: str, context: dict, *, here: str = "", no: NoView | None = None
) -> HttpResponse:
    """Return a page of a review, which stays live and leaves when the consent ends.

    `no` is what was refused on it, `here` the address it has of itself: it may answer what was sent to another.
    """
    live = {
        "url": f"/live/review/{scene.onlooker.key}/?page=review",
        "poll": scene.url("review_poll"),
        "revision": scene.turn,
        "home": scene.url("review"),
        "page": here if no else "",
    }
    whole = {**context, "head": head_view(scene), "live": live, "nav": "caseload", "no": no}
    return render(request, template, whole, status=_status(no))


def _status(no: NoView | None) -> int:
    if no is None:
        return HTTPStatus.OK
    return HTTPStatus.CONFLICT if no.changed else HTTPStatus.UNPROCESSABLE_ENTITY


def noted(request: HttpRequest, scene: ReviewScene, name: str, **about: int | None) -> None:
    """Note that a page was opened: the family sees it."""
    looked_in(onlooker=request.onlooker, page=name, at=scene.now, **about)


def went(request: HttpRequest, url: str, text: str = "") -> HttpResponseRedirect:
    """Lead on after something was done, with a word about it."""
    if text:
        messages.success(request, text)
    answer = redirect(url)
    answer.status_code = 303
    return answer


def back(request: HttpRequest, name: str = "review", *tokens: str) -> HttpResponseRedirect:
    """Lead to a page of the review."""
    answer = redirect(name, request.onlooker.key, *tokens)
    answer.status_code = 303
    return answer


def _consent(request: HttpRequest) -> Consent:
    found = Consent.objects.select_related("household", "facilitator")
    return found.get(household_id=request.onlooker.household_id, id=request.onlooker.consent_id)


def _not_applied_yet(request: HttpRequest) -> None:
    tap = read_tap(request.POST) if request.method == "POST" else None
    if tap is None:
        return
    applied = Tap.objects.filter(household_id=request.onlooker.household_id, uuid=tap)
    if revision := applied.values_list("revision", flat=True).first():
        raise AlreadyApplied(revision)
