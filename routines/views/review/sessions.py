"""Reviews held together, from the facilitator's side."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from households.actions.refusal import Missing
from routines.actions.review_session import add_item, call_off, plan_session, remove_item, sign, sum_up, tick_item
from routines.regions.review.scene import ReviewScene
from routines.regions.review.sessions import session_views, sessions_seen
from routines.regions.review.tokens import named
from routines.regions.review.values import NoView
from routines.views.posted import Posted
from routines.views.review.coming_back import coming_back
from routines.views.review.gate import back, noted, page, reviewing, scene_of, went

ITEM, SUMMARY = 200, 4000


def _all(request: HttpRequest, no: NoView | None = None) -> HttpResponse:
    """Return the page of all reviews, noted as opened, with what was refused on it."""
    scene = scene_of(request)
    noted(request, scene, "session")
    shown = session_views(scene, sessions_seen(scene))
    context = {"place": "sessions", "sessions": shown, "today": scene.today.isoformat()}
    return page(request, scene, "review/sessions.html", context, here=scene.url("review_sessions"), no=no)


def _one(request: HttpRequest, token: str, no: NoView | None = None, **_item: str) -> HttpResponse:
    """Return one review's page, noted as opened, with what was refused on it; raises `Missing`."""
    scene = scene_of(request)
    noted(request, scene, "session")
    (view,) = session_views(scene, [_session(scene, token)])
    context = {"place": "sessions", "session": view}
    return page(request, scene, "review/session.html", context, here=scene.url("review_session", token), no=no)


@require_http_methods(["GET", "HEAD", "POST"])
@reviewing
@coming_back(_all, "plan")
def review_sessions(request: HttpRequest) -> HttpResponse:
    """Show the reviews held and planned, or plan one."""
    if request.method == "POST":
        scene = scene_of(request)
        posted = Posted(request)
        plan_session(onlooker=request.onlooker, on=posted.date("on"), at=scene.now, tap=posted.tap)
        return went(request, scene.url("review_sessions"), _("Planned. The family sees it, too."))
    return _all(request)


@require_safe
@reviewing
def review_session(request: HttpRequest, token: str) -> HttpResponse:
    """Show one review."""
    return _one(request, token)


@require_POST
@reviewing
@coming_back(_one, "item")
def review_item(request: HttpRequest, token: str) -> HttpResponse:
    """Put something on the agenda."""
    return _do(request, token, add_item, text=Posted(request).words("text", ITEM))


@require_POST
@reviewing
@coming_back(_one)
def review_item_remove(request: HttpRequest, token: str, item: str) -> HttpResponse:
    """Take something off the agenda again."""
    return _do(request, token, remove_item, item_id=_item(request, token, item))


@require_POST
@reviewing
@coming_back(_one)
def review_item_tick(request: HttpRequest, token: str, item: str) -> HttpResponse:
    """Note that something was talked about, or that it was not."""
    return _do(request, token, tick_item, item_id=_item(request, token, item))


@require_POST
@reviewing
@coming_back(_one, "summary")
def review_sum_up(request: HttpRequest, token: str) -> HttpResponse:
    """Write what came of it. Where somebody changed it meanwhile, what was typed stays in the field."""
    posted = Posted(request)
    about = {"summary": posted.words("text", SUMMARY), "version": posted.number("version") or 0}
    return _do(request, token, sum_up, **about)


@require_POST
@reviewing
@coming_back(_one)
def review_sign(request: HttpRequest, token: str) -> HttpResponse:
    """Sign the summary."""
    return _do(request, token, sign, version=Posted(request).number("version") or 0)


@require_POST
@reviewing
@coming_back(_one)
def review_call_off(request: HttpRequest, token: str) -> HttpResponse:
    """Call a review off."""
    return _do(request, token, call_off)


def _do(request: HttpRequest, token: str, verb: Callable, **about: object) -> HttpResponse:
    session_id = _session(scene_of(request), token).id
    tap = Posted(request).tap
    verb(onlooker=request.onlooker, session_id=session_id, at=timezone.now(), tap=tap, **about)
    return back(request, "review_session", token)


def _session(scene: ReviewScene, token: str):
    session = named(token, scene.onlooker.key, "session", sessions_seen(scene), lambda each: each.id)
    if session is None:
        raise Missing
    return session


def _item(request: HttpRequest, token: str, item: str) -> int:
    session = _session(scene_of(request), token)
    found = named(item, request.onlooker.key, "item", session.listed, lambda each: each.id)
    if found is None:
        raise Missing
    return found.id
