"""A facilitator's private notes."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from households.actions.refusal import Missing
from routines.actions.review_note import change_note, delete_note, notes_of, write_note
from routines.models import ReviewNote
from routines.regions.review.notes import note_views, notes
from routines.regions.review.tokens import named
from routines.regions.review.values import NoView
from routines.views.posted import Posted
from routines.views.review.coming_back import coming_back
from routines.views.review.gate import noted, page, reviewing, scene_of, went
from routines.views.review.pages import step_page
from routines.views.review.questions import shared_step


def _notes(request: HttpRequest, no: NoView | None = None, **_tokens: str) -> HttpResponse:
    """Return the page of notes, noted as opened, with what was refused on it."""
    scene = scene_of(request)
    noted(request, scene, "notes")
    context = {"place": "notes", "notes": note_views(scene, notes(scene))}
    return page(request, scene, "review/notes.html", context, here=scene.url("review_notes"), no=no)


def _written_on(request: HttpRequest, no: NoView) -> HttpResponse:
    """Return the page a new note was written on: a step's, or that of the notes."""
    token = Posted(request).raw("step")
    return step_page(request, token, no) if token else _notes(request, no)


@require_http_methods(["GET", "HEAD", "POST"])
@reviewing
@coming_back(_written_on, "note")
def review_notes(request: HttpRequest) -> HttpResponse:
    """Show the notes, or write one."""
    if request.method == "POST":
        scene = scene_of(request)
        posted = Posted(request)
        token = posted.raw("step")
        step = shared_step(request, token) if token else None
        about = {"step_id": step.id if step else None, "at": scene.now}
        write_note(onlooker=request.onlooker, text=posted.words("text"), **about)
        return went(request, scene.url("review_notes"), _("Written. Only you read it."))
    return _notes(request)


@require_POST
@reviewing
@coming_back(_notes, "note-{token}")
def review_note(request: HttpRequest, token: str) -> HttpResponse:
    """Write a note anew."""
    words = Posted(request).words("text")
    change_note(onlooker=request.onlooker, note_id=_note(request, token).id, text=words, at=timezone.now())
    return went(request, scene_of(request).url("review_notes"), _("Saved."))


@require_POST
@reviewing
def review_note_delete(request: HttpRequest, token: str) -> HttpResponse:
    """Delete a note."""
    delete_note(onlooker=request.onlooker, note_id=_note(request, token).id)
    return went(request, scene_of(request).url("review_notes"), _("Deleted."))


def _note(request: HttpRequest, token: str) -> ReviewNote:
    note = named(token, request.onlooker.key, "note", notes_of(request.onlooker), lambda each: each.id)
    if note is None:
        raise Missing
    return note
