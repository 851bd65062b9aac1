"""Drawings and recorded lines: seen and heard by those who may, recorded and deleted by parents."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from households import seat
from households.actions.refusal import Missing, Refused
from routines.actions.recording import record_line
from routines.actions.recording import remove_recording as remove
from routines.models import Recording
from routines.models.recording import MOST_BYTES
from routines.regions.kept import drawing_of, recording_of
from routines.regions.look import Look
from routines.regions.page import look_of
from routines.views.answers import answer, step_of_question
from routines.views.asking import look_at
from routines.views.posted import Posted

# Whatever such a file holds, it can do nothing; and nobody finds it in the cache of a screen others use too.
HARMLESS = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Disposition": "inline",
}
RANGE = re.compile(r"bytes=(\d{1,9})-(\d{0,9})")


@require_safe
def drawing(request: HttpRequest, household_id: int, drawing_id: int) -> HttpResponse:
    """Show a drawing to a member who may see what it belongs to."""
    return _drawing(household_id, drawing_id, _look(request))


@require_safe
def tablet_drawing(request: HttpRequest, drawing_id: int) -> HttpResponse:
    """Show a drawing on a tablet of its household."""
    return _drawing(request.tablet.household_id, drawing_id, _look_here(request))


@require_safe
def recording(request: HttpRequest, household_id: int, recording_id: int) -> HttpResponse:
    """Play a recorded line to a member who may see its question."""
    return _sound(request, recording_of(household_id, recording_id, _look(request)))


@require_safe
def tablet_recording(request: HttpRequest, recording_id: int) -> HttpResponse:
    """Play a recorded line on a tablet of its household."""
    return _sound(request, recording_of(request.tablet.household_id, recording_id, _look_here(request)))


@require_POST
def question_record(request: HttpRequest, household_id: int, question_id: int) -> HttpResponse:
    """Keep how a question or one of its ideas sounds."""

    def act(posted: Posted):
        file = request.FILES.get("sound")
        if file is None:
            raise Refused("sound_first")
        return record_line(
            actor=request.actor,
            question_id=question_id,
            option_id=posted.number("option"),
            data=file.read(MOST_BYTES + 1),
            content_type=file.content_type or "",
            at=timezone.now(),
            tap=posted.tap,
        )

    return answer(request, "record", act, lambda: step_of_question(household_id, question_id))


@require_POST
def recording_remove(request: HttpRequest, household_id: int, recording_id: int) -> HttpResponse:
    """Delete a recorded line."""

    def act(posted: Posted):
        return remove(actor=request.actor, recording_id=recording_id, at=timezone.now(), tap=posted.tap)

    def find_step() -> int:
        found = Recording.objects.filter(household_id=household_id, id=recording_id)
        question_id = found.values_list("question_id", flat=True).first()
        if question_id is None:
            raise Http404
        return step_of_question(household_id, question_id)

    return answer(request, "recording_remove", act, find_step)


def _look(request: HttpRequest) -> Look:
    try:
        return look_at(request)
    except Missing as missing:
        raise Http404 from missing


def _look_here(request: HttpRequest) -> Look | None:
    """Return how who sits at the tablet looks at the household, or None while nobody does."""
    tablet = request.tablet
    member = seat.face_on(tablet, tablet.seat_id) if tablet.seat_id else None
    return look_of(seat.viewer_at(tablet, member), request.household, timezone.now()) if member else None


def _drawing(household_id: int, drawing_id: int, look: Look | None) -> HttpResponse:
    png = drawing_of(household_id, drawing_id, look)
    if png is None:
        raise Http404
    return HttpResponse(png, content_type="image/png", headers=HARMLESS)


def _sound(request: HttpRequest, found: tuple[bytes, str] | None) -> HttpResponse:
    """Answer with a sound, or the part of it that was asked for: some tablets play nothing else."""
    if found is None:
        raise Http404
    sound, kind = found
    headers = {**HARMLESS, "Accept-Ranges": "bytes"}
    part = RANGE.fullmatch(request.headers.get("Range", ""))
    if part is None:
        return HttpResponse(sound, content_type=kind, headers=headers)
    start, end = int(part[1]), min(int(part[2] or len(sound)), len(sound) - 1)
    if start > end:
        return HttpResponse(status=416, headers={**headers, "Content-Range": f"bytes */{len(sound)}"})
    headers["Content-Range"] = f"bytes {start}-{end}/{len(sound)}"
    return HttpResponse(sound[start : end + 1], status=206, content_type=kind, headers=headers)
