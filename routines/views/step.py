"""Adding and changing a step, its place in the order, putting it away and bringing it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from households.actions.refusal import Missing, Refused
from households.forms.verb import read_tap
from households.models import Event
from routines.actions.routine import Conflict
from routines.actions.step import (
    add_step,
    archive_step,
    edit_step,
    move_step,
    restore_step,
    values_of,
)
from routines.forms.archive import ArchiveForm
from routines.forms.step import StepForm
from routines.models.snapshots import RoutineState
from routines.regions.look import Look
from routines.regions.noticing.link import morning_link
from routines.regions.values import CameFrom
from routines.rules.ladder import Deed
from routines.rules.state import Kind, Person, Rung, StepState
from routines.views.answers import refusal_sentence, toast, undo_url
from routines.views.asking import (
    PAGE_OR_FORM,
    answering,
    ask,
    board_regions,
    look_at,
    page_open,
    routine_seen,
    routine_url,
    step_seen,
    went,
)
from routines.views.clashes import clashes
from routines.views.numbers import number
from routines.words import rung_name, rung_words

# The field a refusal is about; the others stand above the form.
ABOUT = {
    "limits_fixed": "limits",
    "people_fixed": "affected",
    "person_not_here": "affected",
    "add_for_yourself": "affected",
    "only_yourself": "affected",
    "safety_stays_inform": "safety",
    "safety_is_for_parents": "safety",
    "over_to_you_is_inform": "over_to_you",
    "handing_over_is_for_parents": "over_to_you",
    "does_not_fit": "minutes",
    "least_over_minutes": "least",
    "small_steps_many": "small_steps",
    "small_step_long": "small_steps",
    "two_places": "alongside",
}
USUAL_MINUTES = 10


@require_http_methods(PAGE_OR_FORM)
@answering
def step_new(request: HttpRequest, household_id: int, routine_id: int) -> HttpResponse:
    """Add a step at the end of a routine."""
    look = look_at(request)
    routine = routine_seen(look, routine_id)
    ask(look, Deed.ADD_STEP)
    if routine.archived:
        raise Refused("archived")
    form = _new_form(request, look)
    if form.is_bound and form.is_valid():
        try:
            step = add_step(
                actor=request.actor,
                routine_id=routine_id,
                draft=form.draft(),
                at=timezone.now(),
                tap=read_tap(request.POST),
            )
        except Refused as refused:
            _refuse(request, form, refused)
        else:
            text = _("“%(title)s” is in the plan.") % {"title": step.title}
            return went(request, step_url(request, step.id), text)
    return _page(request, look, form, routine)


@require_http_methods(PAGE_OR_FORM)
@answering
def step_edit(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Change a step; two people's changes are merged. Its rung moves only on the ladder."""
    look = look_at(request)
    step = step_seen(look, step_id)
    ask(look, Deed.EDIT_STEP, step)
    morning = _came_from(look, request)
    form = _form_of(look, step, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            event = edit_step(
                actor=request.actor,
                step_id=step_id,
                draft=form.draft(),
                base=form.base,
                why=form.cleaned_data["reason"],
                morning_id=morning and morning.morning_id,
                at=timezone.now(),
                tap=read_tap(request.POST),
            )
        except Conflict as conflict:
            told = clashes(look, conflict.conflicts, step_key=step_id)
            form.show_clashes(told, values_of(step_seen(look, step_id)), conflict.conflicts)
        except Refused as refused:
            _refuse(request, form, refused)
        else:
            text = _("Saved.") if event else _("Nothing was changed.")
            return went(request, step_url(request, step_id), text, event)
    return _page(request, look, form, routine_seen(look, step.routine), step, came_from=morning)


@require_POST
@answering
def step_move(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Put a step earlier, later, or at an index of the order, counted from 0."""
    look = look_at(request)
    step = step_seen(look, step_id)
    event = move_step(
        actor=request.actor,
        step_id=step_id,
        to_index=_index(request, look, step),
        at=timezone.now(),
        tap=read_tap(request.POST),
    )
    if request.htmx:
        page = page_open(request)
        html = board_regions(request, step.routine, page and page.kwargs.get("step_id"))
        undo = undo_url(event) if event else ""
        return HttpResponse(html + toast(request, _moved(event, step), undo))
    return went(request, step_url(request, step_id), _moved(event, step), event)


@require_POST
@answering
def step_archive(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Put a step away; its history stays."""
    look = look_at(request)
    step = step_seen(look, step_id)
    form = ArchiveForm(request.POST)
    if not form.is_valid():
        ask(look, Deed.EDIT_STEP, step)
        return _page(request, look, _form_of(look, step), routine_seen(look, step.routine), step, form)
    event = archive_step(
        actor=request.actor,
        step_id=step_id,
        why=form.cleaned_data["why"],
        at=timezone.now(),
        tap=read_tap(request.POST),
    )
    text = _("“%(title)s” is put away. Nothing of it is lost.") % {"title": step.title}
    return went(request, routine_url(request, step.routine), text, event)


@require_POST
@answering
def step_restore(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Bring a step back, at the end of its routine."""
    step = step_seen(look_at(request), step_id)
    event = restore_step(actor=request.actor, step_id=step_id, at=timezone.now(), tap=read_tap(request.POST))
    text = _("“%(title)s” is back.") % {"title": step.title}
    return went(request, routine_url(request, step.routine), text, event)


def _came_from(look: Look, request: HttpRequest) -> CameFrom | None:
    """Return the morning the change comes from, as the address or the form says; raises `Missing` for none of ours."""
    morning_id = number(request.POST or request.GET, "morning")
    link = morning_link(look, morning_id) if morning_id else None
    if morning_id and link is None:
        raise Missing
    return link


def _moved(event: Event | None, step: StepState) -> str:
    text = _("“%(title)s” has a new place.") if event else _("“%(title)s” stays where it is.")
    return text % {"title": step.title}


def step_url(request: HttpRequest, step_id: int) -> str:
    """Return the address of a step's panel."""
    return reverse("step", args=[request.actor.household_id, step_id])


def _new_form(request: HttpRequest, look: Look) -> StepForm:
    return StepForm(
        request.POST if request.method == "POST" else None,
        values=_empty(look),
        new=True,
        people=_nameable(look),
        reader=look.viewer,
        rung=Rung.INFORM,
    )


def _form_of(look: Look, step: StepState, data=None) -> StepForm:
    return StepForm(
        data,
        values=values_of(step),
        new=False,
        people=_nameable(look, step),
        reader=look.viewer,
        rung=step.rung,
    )


def _empty(look: Look) -> dict:
    """Return what a new step's form shows: for the family, or for a teen's own step."""
    family = [person for person in _nameable(look) if person.kind != Kind.SUPPORTER]
    mine = [look.viewer] if look.viewer.kind == Kind.TEEN else family
    return {
        "title": "",
        "minutes": USUAL_MINUTES,
        "least": None,
        "small_steps": "",
        "pictogram": "",
        "why": "",
        "limits": "",
        "alongside": False,
        "over_to_you": False,
        "safety": False,
        "decider": None,
        "affected": sorted(person.id for person in mine),
        "doers": [],
    }


def _nameable(look: Look, step: StepState | None = None) -> tuple[Person, ...]:
    """Return whom a step can name: all who are here, and who left but is named already."""
    named = {*step.affected, *step.doers, step.decider} if step else set()
    return tuple(each for each in look.people if not each.left or each.id in named)


def _index(request: HttpRequest, look: Look, step: StepState) -> int:
    """Return where a step is to stand, counted from 0 in the new order."""
    order = [each.id for each in routine_seen(look, step.routine).steps]
    if step.id not in order:
        raise Refused("archived")
    here = order.index(step.id)
    if request.POST.get("direction") == "earlier":
        return max(here - 1, 0)
    if request.POST.get("direction") == "later":
        return here + 1
    index = number(request.POST, "index")
    return here if index is None else index


def _refuse(request: HttpRequest, form: StepForm, refused: Refused) -> None:
    field = ABOUT.get(refused.code)
    form.add_error(field if field in form.fields else None, refusal_sentence(request, refused))


def _page(
    request: HttpRequest,
    look: Look,
    form: StepForm,
    routine: RoutineState,
    step: StepState | None = None,
    archive: ArchiveForm | None = None,
    came_from: CameFrom | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "came_from": came_from,
        "archive": archive or ArchiveForm(),
        "routine": routine,
        "step": step,
        "reader_note": _note(look, step),
        "fixed": _fixed(look, form, step),
        "rungs": [
            (int(rung), rung_name(rung), rung_words(rung, look.viewer.kind, look.viewer.age_band))
            for rung in sorted(Rung, reverse=True)
        ],
        "nav_routine_id": routine.id,
        "nav": "plan",
    }
    status = 422 if form.is_bound or archive else 200
    return render(request, "routines/step_form.html", context, status=status)


def _note(look: Look, step: StepState | None) -> str:
    """Tell a teen beforehand which steps they may add."""
    if step is None and look.viewer.kind == Kind.TEEN:
        return look.says("add_for_yourself", {})
    return ""


def _fixed(look: Look, form: StepForm, step: StepState | None) -> str:
    """Return why people and limits stay as they are, while people are being asked."""
    if step is None or step.question is None or form.is_bound:
        return ""
    return look.says("people_fixed", {})
