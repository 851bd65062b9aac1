"""For screens without a stream: what changed since they last asked."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from households.access import viewer_of
from households.live.change import ANEW
from routines.regions.push import catch_up


@require_safe
def poll(request: HttpRequest, household_id: int) -> HttpResponse:
    """Answer 204 when nothing is new, 205 when the page is to be fetched anew, else the regions."""
    since = request.GET.get("revision", "")
    since = int(since) if since.isascii() and since.isdigit() and len(since) < 19 else 0
    revision, html = catch_up(viewer_of(request.actor, request.GET), since)
    if not html:
        return HttpResponse(status=204)
    answer = HttpResponse(status=205) if html == ANEW else HttpResponse(html)
    answer["X-Revision"] = str(revision)
    answer["Cache-Control"] = "no-store"
    return answer
