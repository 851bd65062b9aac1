"""What is tapped in a running morning: start, done, not done after all, small steps, leaving."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from households.forms.verb import read_tap
from routines.actions.doing import mark_done, mark_undone, tick, unfold
from routines.actions.leaving import come_back, leave_morning
from routines.actions.start_morning import start_morning
from routines.event_words import done_words
from routines.models import Morning
from routines.views.asking import answering, went
from routines.views.morning.answers import answer, morning_url
from routines.views.posted import Posted


@require_POST
@answering
def morning_start(request: HttpRequest, household_id: int, routine_id: int) -> HttpResponse:
    """Start today's morning, or lead to where it runs already."""
    now = timezone.now()
    event = start_morning(actor=request.actor, routine_id=routine_id, at=now, tap=read_tap(request.POST))
    if event is not None:
        return went(request, morning_url(request, event.morning_key), done_words(event), event)
    running = Morning.objects.of(household_id).filter(routine_id=routine_id, left_at=None).latest_first().first()
    return went(request, morning_url(request, running.id) if running else reverse("today", args=[household_id]))


@require_POST
def morning_done(request: HttpRequest, household_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Mark a step as done."""

    def act(posted: Posted):
        return mark_done(**_about(request, posted, morning_id, morning_step_id), together=bool(posted.raw("together")))

    return answer(request, morning_id, act)


@require_POST
def morning_undone(request: HttpRequest, household_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Say that a step is not done after all."""

    def act(posted: Posted):
        return mark_undone(**_about(request, posted, morning_id, morning_step_id))

    return answer(request, morning_id, act)


@require_POST
def morning_tick(request: HttpRequest, household_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Tick a small step off, or take its tick away."""

    def act(posted: Posted):
        place = posted.number("place")
        return tick(
            **_about(request, posted, morning_id, morning_step_id),
            place=-1 if place is None else place,
            done=posted.raw("done") == "1",
        )

    return answer(request, morning_id, act)


@require_POST
def morning_unfold(request: HttpRequest, household_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Show a step's small steps, or fold them."""

    def act(posted: Posted):
        return unfold(**_about(request, posted, morning_id, morning_step_id), unfolded=posted.raw("unfolded") == "1")

    return answer(request, morning_id, act)


@require_POST
def morning_leave(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Say that everybody is off."""

    def act(posted: Posted):
        return leave_morning(actor=request.actor, morning_id=morning_id, at=timezone.now(), tap=posted.tap)

    return answer(request, morning_id, act, leads=True)


@require_POST
def morning_back(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Say that they are not off after all."""

    def act(posted: Posted):
        return come_back(actor=request.actor, morning_id=morning_id, at=timezone.now(), tap=posted.tap)

    return answer(request, morning_id, act, leads=True)


def _about(request: HttpRequest, posted: Posted, morning_id: int, morning_step_id: int) -> dict:
    """Return what every tap on a step says."""
    return {
        "actor": request.actor,
        "morning_id": morning_id,
        "morning_step_id": morning_step_id,
        "speaker_id": posted.speaker,
        "at": timezone.now(),
        "tap": posted.tap,
    }
