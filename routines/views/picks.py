"""The picks of the plan: all of them with everybody's turns, and making, changing and putting away."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from households.actions.refusal import Missing, Refused
from households.forms.verb import read_tap
from households.models import Event
from routines.actions.pick_options import add_option, archive_option, restore_option
from routines.actions.pick_plan import OptionDraft, archive_pick, edit_pick, make_pick, restore_pick, values_of
from routines.actions.routine import Conflict
from routines.event_words import done_words
from routines.forms.archive import ArchiveForm
from routines.forms.pick import NEW, NO_PICTURE, PickForm, field_of
from routines.forms.pictures import picture_for
from routines.models.picks import picks_of
from routines.models.snapshots import step_state
from routines.regions.look import Look
from routines.regions.picks.memory import turns_of
from routines.regions.picks.plan import may_edit, may_make, pick_view, picks_view, sees_pick
from routines.rules.picking.state import PlannedPick
from routines.rules.state import StepState
from routines.views.answers import refusal_sentence
from routines.views.asking import PAGE_OR_FORM, answering, look_at, step_seen, went
from routines.views.board import live_hook
from routines.views.clashes import clashes
from routines.views.posted import Posted
from routines.views.said import picture


@require_safe
@answering
def picks(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show all picks: what is asked, who picks, and where everybody's turns stand."""
    context = {"page": picks_view(look_at(request)), "nav": "picks", "live": live_hook(request, page="picks")}
    return render(request, "routines/picks/picks.html", context)


@require_safe
@answering
def pick(request: HttpRequest, household_id: int, pick_id: int) -> HttpResponse:
    """Show one pick: what can be picked, everybody's turns, and the last mornings."""
    look = look_at(request)
    planned, mine = _seen(look, pick_id)
    step = step_state(household_id, mine.step, look.now, talk=False)
    memory, bygone = turns_of(look, mine, planned)
    context = {
        "pick": replace(pick_view(look, mine, planned, None if mine.step_archived else step), memory=memory),
        "bygone": bygone,
        "nav": "picks",
        "live": live_hook(request, page="picks"),
    }
    return render(request, "routines/picks/pick.html", context)


@require_http_methods(PAGE_OR_FORM)
@answering
def pick_new(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Ask something on a step every morning."""
    look = look_at(request)
    step = step_seen(look, step_id)
    may_make(look, step)
    form = PickForm(request.POST if request.method == "POST" else None, values=NEW, new=True)
    if form.is_bound and form.is_valid():
        try:
            made = make_pick(
                actor=request.actor,
                step_id=step_id,
                draft=form.draft(),
                options=form.options_drafted(),
                at=timezone.now(),
                tap=read_tap(request.POST),
            )
        except Refused as refused:
            form.add_error(field_of(form, refused), refusal_sentence(request, refused))
        else:
            return went(request, pick_url(request, made.id), _("It is asked from the next morning on."))
    return _page(request, form, step)


@require_http_methods(PAGE_OR_FORM)
@answering
def pick_edit(request: HttpRequest, household_id: int, pick_id: int) -> HttpResponse:
    """Change what a pick asks, or when it ends; two people's changes are merged."""
    look = look_at(request)
    _planned, mine = _seen(look, pick_id)
    step = step_seen(look, mine.step)
    may_edit(look, mine, step)
    form = PickForm(request.POST if request.method == "POST" else None, values=values_of(mine))
    if form.is_bound and form.is_valid():
        try:
            event = edit_pick(
                actor=request.actor,
                pick_id=pick_id,
                draft=form.draft(),
                base=form.base,
                why=form.cleaned_data["reason"],
                at=timezone.now(),
                tap=read_tap(request.POST),
            )
        except Conflict as conflict:
            told = clashes(look, conflict.conflicts, kind="pick.changed", subject_key=pick_id)
            form.show_clashes(told, values_of(_seen(look, pick_id)[1]), conflict.conflicts)
        except Refused as refused:
            form.add_error(field_of(form, refused), refusal_sentence(request, refused))
        else:
            return went(request, pick_url(request, pick_id), _("Saved.") if event else _("Nothing was changed."), event)
    return _page(request, form, step, mine)


@require_POST
@answering
def pick_archive(request: HttpRequest, household_id: int, pick_id: int) -> HttpResponse:
    """Put a pick away; its turns stay remembered."""
    look = look_at(request)
    _planned, mine = _seen(look, pick_id)
    form = ArchiveForm(request.POST)
    if not form.is_valid():
        return _page(request, PickForm(values=values_of(mine)), step_seen(look, mine.step), mine, form)
    event = archive_pick(
        actor=request.actor,
        pick_id=pick_id,
        why=form.cleaned_data["why"],
        at=timezone.now(),
        tap=read_tap(request.POST),
    )
    return went(request, reverse("picks", args=[household_id]), done_words(event), event)


@require_POST
@answering
def pick_restore(request: HttpRequest, household_id: int, pick_id: int) -> HttpResponse:
    """Bring a pick back."""
    _seen(look_at(request), pick_id)
    event = restore_pick(actor=request.actor, pick_id=pick_id, at=timezone.now(), tap=read_tap(request.POST))
    return _back(request, pick_id, event)


@require_POST
@answering
def pick_option(request: HttpRequest, household_id: int, pick_id: int) -> HttpResponse:
    """Add something that can be picked."""
    _seen(look_at(request), pick_id)
    posted = Posted(request)
    text = posted.words("text", 80)
    event = add_option(
        actor=request.actor,
        pick_id=pick_id,
        draft=OptionDraft(text, picture(posted, "pictogram") or picture_for(text, NO_PICTURE)),
        speaker_id=posted.speaker,
        at=timezone.now(),
        tap=posted.tap,
    )
    return _back(request, pick_id, event)


@require_POST
@answering
def pick_option_archive(request: HttpRequest, household_id: int, pick_id: int, choice_id: int) -> HttpResponse:
    """Put an option away."""
    return _option(request, pick_id, choice_id, archive_option)


@require_POST
@answering
def pick_option_restore(request: HttpRequest, household_id: int, pick_id: int, choice_id: int) -> HttpResponse:
    """Bring an option back."""
    return _option(request, pick_id, choice_id, restore_option)


def pick_url(request: HttpRequest, pick_id: int) -> str:
    """Return the address of a pick."""
    return reverse("pick", args=[request.actor.household_id, pick_id])


def _option(request: HttpRequest, pick_id: int, choice_id: int, verb) -> HttpResponse:
    _seen(look_at(request), pick_id)
    event = verb(
        actor=request.actor,
        pick_id=pick_id,
        option_id=choice_id,
        at=timezone.now(),
        tap=read_tap(request.POST),
    )
    return _back(request, pick_id, event)


def _back(request: HttpRequest, pick_id: int, event: Event) -> HttpResponse:
    return went(request, pick_url(request, pick_id), done_words(event), event)


def _seen(look: Look, pick_id: int) -> tuple[tuple[PlannedPick, ...], PlannedPick]:
    """Return all picks, and the one meant; raises `Missing` where the reader does not see it."""
    planned = picks_of(look.household_id, with_archived=True)
    mine = next((each for each in planned if each.id == pick_id), None)
    if mine is None or not sees_pick(look, mine):
        raise Missing
    return planned, mine


def _page(
    request: HttpRequest,
    form: PickForm,
    step: StepState,
    mine: PlannedPick | None = None,
    archive: ArchiveForm | None = None,
) -> HttpResponse:
    context = {"form": form, "step": step, "pick": mine, "archive": archive or ArchiveForm(), "nav": "picks"}
    status = 422 if form.is_bound or archive else 200
    return render(request, "routines/picks/pick_form.html", context, status=status)
