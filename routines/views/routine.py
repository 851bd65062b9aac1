"""Making and changing a routine, putting it away, bringing it back, and reading what changed."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from households.actions.refusal import Refused
from households.forms.verb import read_tap
from routines.actions.routine import (
    Conflict,
    archive_routine,
    create_routine,
    edit_routine,
    restore_routine,
)
from routines.forms.archive import ArchiveForm
from routines.forms.routine import NEW, RoutineForm, values_of
from routines.models.snapshots import RoutineState
from routines.regions.board import head_view
from routines.regions.look import Look
from routines.regions.revisions import put_away, revisions_view
from routines.rules.ladder import Deed
from routines.views.answers import refusal_sentence
from routines.views.asking import (
    PAGE_OR_FORM,
    answering,
    ask,
    look_at,
    routine_seen,
    routine_url,
    went,
)
from routines.views.clashes import clashes
from routines.views.numbers import number

EMPTY = RoutineState(0, "", 0, "leave", None, 0, archived=False)


@require_http_methods(PAGE_OR_FORM)
@answering
def routine_new(request: HttpRequest, household_id: int) -> HttpResponse:
    """Begin a routine."""
    look = look_at(request)
    ask(look, Deed.EDIT_ROUTINE)
    if "computed" in request.GET:
        return _computed(request, look, EMPTY)
    form = RoutineForm(_posted(request), values=NEW, new=True)
    if form.is_bound and form.is_valid():
        routine = create_routine(
            actor=request.actor,
            draft=form.draft(),
            at=timezone.now(),
            tap=read_tap(request.POST),
        )
        return went(request, routine_url(request, routine.id), _("Add what happens first."))
    return _page(request, look, form, EMPTY)


@require_http_methods(PAGE_OR_FORM)
@answering
def routine_edit(request: HttpRequest, household_id: int, routine_id: int) -> HttpResponse:
    """Change a routine's title, days and times; two people's changes are merged."""
    look = look_at(request)
    routine = routine_seen(look, routine_id)
    ask(look, Deed.EDIT_ROUTINE)
    if "computed" in request.GET:
        return _computed(request, look, routine)
    form = RoutineForm(_posted(request), values=values_of(routine))
    if form.is_bound and form.is_valid():
        try:
            event = edit_routine(
                actor=request.actor,
                routine_id=routine_id,
                draft=form.draft(),
                base=form.base,
                why=form.cleaned_data["reason"],
                at=timezone.now(),
                tap=read_tap(request.POST),
            )
        except Conflict as conflict:
            stored = values_of(routine_seen(look, routine_id))
            told = clashes(look, conflict.conflicts, routine_key=routine_id, step_key=None)
            form.show_clashes(told, stored, conflict.conflicts)
        except Refused as refused:
            field = "anchor_time" if refused.code == "does_not_fit" else None
            form.add_error(field, refusal_sentence(request, refused))
        else:
            return went(request, routine_url(request, routine_id), _saved(event), event)
    return _page(request, look, form, routine)


@require_POST
@answering
def routine_archive(request: HttpRequest, household_id: int, routine_id: int) -> HttpResponse:
    """Put a routine away; it can come back."""
    form = ArchiveForm(request.POST)
    if not form.is_valid():
        look = look_at(request)
        routine = routine_seen(look, routine_id)
        ask(look, Deed.EDIT_ROUTINE)
        return _page(request, look, RoutineForm(values=values_of(routine)), routine, form)
    event = archive_routine(
        actor=request.actor,
        routine_id=routine_id,
        why=form.cleaned_data["why"],
        at=timezone.now(),
        tap=read_tap(request.POST),
    )
    text = _("“%(title)s” is put away. Nothing of it is lost.") % {"title": event.title}
    return went(request, reverse("household", args=[household_id]), text, event)


@require_POST
@answering
def routine_restore(request: HttpRequest, household_id: int, routine_id: int) -> HttpResponse:
    """Bring a routine back."""
    event = restore_routine(actor=request.actor, routine_id=routine_id, at=timezone.now(), tap=read_tap(request.POST))
    text = _("“%(title)s” is back.") % {"title": event.title}
    return went(request, routine_url(request, routine_id), text, event)


@require_safe
@answering
def routine_changes(request: HttpRequest, household_id: int, routine_id: int) -> HttpResponse:
    """Read a routine's revisions back: what changed, who, when and why."""
    look = look_at(request)
    routine = routine_seen(look, routine_id)
    context = {
        "routine": routine,
        "revisions": revisions_view(look, routine_id, number(request.GET, "before")),
        "put_away": put_away(look, routine_id),
        "steps": look.visible(routine).steps,
        "nav_routine_id": routine_id,
        "nav": "plan",
    }
    return render(request, "routines/changes.html", context)


def _posted(request: HttpRequest):
    return request.POST if request.method == "POST" else None


def _saved(event) -> str:
    return _("Saved.") if event else _("Nothing was changed.")


def _computed(request: HttpRequest, look: Look, routine: RoutineState) -> HttpResponse:
    """Answer with the time that follows from the typed one."""
    form = RoutineForm(request.GET, values=NEW, new=True)
    form.is_valid()
    typed = {
        field: form.cleaned_data[field] for field in ("weekdays", "anchor", "anchor_time") if field in form.cleaned_data
    }
    head = head_view(look, replace(routine, **typed))
    return render(request, "routines/computed.html", {"head": head})


def _page(
    request: HttpRequest, look: Look, form: RoutineForm, routine: RoutineState, archive: ArchiveForm | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "archive": archive or ArchiveForm(),
        "routine": routine,
        "head": head_view(look, routine),
        "put_away": put_away(look, routine.id) if routine.id else (),
        "nav_routine_id": routine.id,
        "nav": "plan" if routine.id else "home",
    }
    status = 422 if form.is_bound or archive else 200
    return render(request, "routines/routine_form.html", context, status=status)
