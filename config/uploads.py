"""What is too big to be read is refused with a sentence, before anybody reads it.

Django would refuse it too, but only with "bad request": a child who drew something, or a parent who recorded something,
is to know what to do.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from routines.regions.fragment import part
from routines.views.tablet.sentence import told

# So much of it is taken off the line, for the sender to hear the answer at all; who sends more is cut off.
MOST_TAKEN = 32 * 1024 * 1024
AT_ONCE = 64 * 1024


def uploads_middleware(get_response):
    """Answer 413 to a request that says it brings more than a page ever sends."""

    def answer(request: HttpRequest) -> HttpResponse:
        if _length(request) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return get_response(request)
        _take(request)
        return _too_big(request)

    return answer


def _length(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isascii() and said.isdigit() else 0


def _take(request: HttpRequest) -> None:
    """Read what was sent without keeping any of it; a line that breaks off has nobody left to answer."""
    taken = 0
    try:
        while taken < MOST_TAKEN and (piece := request.read(AT_ONCE)):
            taken += len(piece)
    except OSError:
        return


def _too_big(request: HttpRequest) -> HttpResponse:
    if request.path_info.startswith("/tablet"):
        return told(request, _("This is too big to send. Draw a smaller one."), 413)
    sentence = _("This is too big to send. Make it smaller or shorter, then try again.")
    if request.headers.get("HX-Request") == "true":
        toast = render(request, "components/toast.html", {"text": sentence}).content.decode()
        return HttpResponse(part("toast", toast, "innerHTML"), status=413)
    return render(request, "413.html", {"sentence": sentence}, status=413)
