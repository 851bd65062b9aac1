"""How views of the plan ask and answer: who looks, what the rules say, where to go next."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django_htmx.http import HttpResponseClientRedirect

from households.access import viewer_of
from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.forms.verb import read_tap
from households.live.change import Change
from households.models import Event, Household, Tap
from routines.models import Routine
from routines.models.snapshots import RoutineState, routine_state, step_state
from routines.regions.fragment import on_page
from routines.regions.look import Look
from routines.regions.page import look_of
from routines.regions.push import Pusher
from routines.rules.ladder import Deed, Situation, may
from routines.rules.people import sees
from routines.rules.state import Kind, StepState
from routines.views.answers import refusal_sentence, toast, undo_url
from routines.views.board import viewer_for
from routines.views.numbers import number

PAGE_OR_FORM = ["GET", "HEAD", "POST"]


def look_at(request: HttpRequest) -> Look:
    """Return how the actor looks at their household now."""
    look = look_of(viewer_of(request.actor, {}), request.household, timezone.now())
    if look is None:
        raise Missing
    return look


def routine_seen(look: Look, routine_id: int) -> RoutineState:
    """Return a routine with all its steps; raises `Missing` where the viewer sees nothing of it."""
    routine = routine_state(look.household_id, routine_id, look.now)
    if routine is None:
        raise Missing
    if look.viewer.kind == Kind.SUPPORTER and not look.visible(routine).steps:
        raise Missing
    return routine


def step_seen(look: Look, step_id: int) -> StepState:
    """Return a step; raises `Missing` where the viewer does not see it."""
    step = step_state(look.household_id, step_id, look.now, talk=False)
    if step is None or not sees(look.viewer, look.here(step)):
        raise Missing
    return step


def ask(look: Look, deed: Deed, step: StepState | None = None) -> None:
    """Go on if the viewer may do a deed now; else raise `Refused` with the rule's reason."""
    situation = Situation(
        today=look.today,
        now=look.now,
        actor=look.viewer,
        speaker=look.viewer,
        members=look.people,
        step=step,
        question=step.question if step else None,
    )
    verdict = may(deed, situation)
    if not verdict:
        raise Refused(str(verdict.code), **dict(verdict.params))


def answering(view: Callable) -> Callable:
    """Turn what verbs raise into answers.

    Unknown is 404, a refusal its sentence, a repeated tap leads where it led the first time.
    """

    @wraps(view)
    def answer(request: HttpRequest, household_id: int, **ids: int) -> HttpResponse:
        try:
            _not_applied_yet(request)
            return view(request, household_id, **ids)
        except Missing as missing:
            raise Http404 from missing
        except AlreadyApplied as applied:
            return went(request, _where(request, applied.revision))
        except Refused as refused:
            return told_no(request, refused)

    return answer


def _not_applied_yet(request: HttpRequest) -> None:
    """Stop a repeated tap before its form is read: what it asked for is there already."""
    tap = read_tap(request.POST) if request.method == "POST" else None
    if tap is not None:
        taps = Tap.objects.filter(household_id=request.actor.household_id, uuid=tap)
        if revision := taps.values_list("revision", flat=True).first():
            raise AlreadyApplied(revision)


def _where(request: HttpRequest, revision: int) -> str:
    """Return the address of what a change was about: a routine that is not put away, or home."""
    household_id = request.actor.household_id
    about = Event.objects.of(household_id).filter(revision=revision).values("routine_key")
    routine = Routine.objects.of(household_id).current().filter(id__in=about).first()
    return routine_url(request, routine.id) if routine else reverse("household", args=[household_id])


def told_no(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Answer with the sentence that says why not: 422 to a change, 403 to somebody who only looked."""
    status = 403 if request.method in ("GET", "HEAD") else 422
    said = refusal_sentence(request, refused)
    if request.htmx:
        return HttpResponse(toast(request, said), status=status)
    return render(request, "routines/refused.html", {"sentence": said}, status=status)


def went(request: HttpRequest, url: str, text: str = "", event: Event | None = None) -> HttpResponse:
    """Answer a change by leading on, with a toast that offers to take it back where that is possible."""
    if text:
        messages.success(request, text, extra_tags=undo_url(event) if event else "")
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)


def routine_url(request: HttpRequest, routine_id: int) -> str:
    """Return the address of a routine's board."""
    return reverse("routine", args=[request.actor.household_id, routine_id])


def page_open(request: HttpRequest) -> ResolverMatch | None:
    """Return which page of this household a script sent this from, if one did."""
    path = request.htmx.current_url_abs_path if request.htmx else None
    try:
        page = resolve(urlsplit(path or "").path)
    except Resolver404:
        return None
    return page if page.kwargs.get("household_id") == request.actor.household_id else None


def board_regions(request: HttpRequest, routine_id: int, step_id: int | None) -> SafeString:
    """Return the regions of an open routine's page as they are now, as parts of an answer.

    `step_id` is the step whose panel is open there.
    """
    household = Household.objects.get(id=request.actor.household_id)
    speaker = number(request.POST, "speaker")
    viewer = viewer_for(request, routine_id, step_id=step_id, speaker_id=speaker)
    change = Change(
        household_id=household.id,
        revision=household.revision,
        routine_ids=frozenset({routine_id}),
        kinds=frozenset({"board"}),
    )
    return on_page(Pusher(household).regions(viewer, change), request)
