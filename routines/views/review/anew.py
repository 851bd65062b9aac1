"""From an address whose page is no longer what it was, to its like: the family changed what is seen."""

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from households.models import Consent
from households.views.over import FROM
from routines.regions.review.period import shared_facts
from routines.regions.review.scene import ReviewScene
from routines.regions.review.sessions import sessions_seen
from routines.regions.review.tokens import named
from routines.views.review.gate import reviewing, scene_of

# Pages without a name of one thing in their address, and those with one: what of it is seen now.
WHOLE = {"review", "review_notes", "review_sessions", "review_report"}
OF_ONE: Mapping[str, tuple[str, Callable[[ReviewScene], Iterable]]] = {
    "review_step": ("step", lambda scene: shared_facts(scene).steps),
    "review_session": ("session", sessions_seen),
}
# What else of an address means the same through every consent.
SAME = ("weeks", "waiting", "asked")


@require_safe
@reviewing
def review_anew(request: HttpRequest) -> HttpResponse:
    """Lead from `?from=`, an address through this or an earlier consent, to the same page, or else to the overview."""
    scene = scene_of(request)
    messages.warning(request, _("The family changed what you see."))
    return redirect(_like(scene, request.GET.get(FROM, "")))


def _like(scene: ReviewScene, old: str) -> str:
    try:
        path, query = urlsplit(old)[2:4]
        match = resolve(path)
    except (Resolver404, ValueError):
        return scene.url("review")
    if not _of_this_family(scene, match):
        return scene.url("review")
    asked = QueryDict(query)
    same = {key: asked[key] for key in SAME if key in asked}
    return _page(scene, match) + (f"?{urlencode(same)}" if same else "")


def _page(scene: ReviewScene, match: ResolverMatch) -> str:
    """Return the address of the same page now."""
    if match.url_name in OF_ONE:
        kind, seen = OF_ONE[match.url_name]
        key, token = str(match.kwargs["consent_key"]), match.kwargs["token"]
        one = named(token, key, kind, seen(scene), lambda each: each.id)
        return scene.url(match.url_name, scene.token(kind, one.id)) if one else scene.url("review")
    return scene.url(match.url_name if match.url_name in WHOLE else "review")


def _of_this_family(scene: ReviewScene, match: ResolverMatch) -> bool:
    """Return whether an address is one through a consent of this family to this facilitator: no other tells a thing."""
    onlooker = scene.onlooker
    mine = Consent.objects.of(onlooker.household_id).to(onlooker.facilitator_id)
    return "consent_key" in match.kwargs and mine.filter(key=match.kwargs["consent_key"]).exists()
