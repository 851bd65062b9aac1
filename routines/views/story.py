"""How a step climbed: its way over months, planned and felt."""

from datetime import date
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from routines.models import Step
from routines.regions.look import Look
from routines.regions.story.page import story_view
from routines.views.asking import answering, look_at, step_seen


@require_safe
@answering
def step_story(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Show a step's story, twelve months at a time; `?until=2026-03` ends with that month."""
    look = look_at(request)
    step = step_seen(look, step_id)
    story = story_view(look, step, _began(look, step_id), _month(request.GET.get("until", "")))
    context = {"story": story, "nav": "plan", "nav_routine_id": step.routine}
    return render(request, "story/page.html", context)


def _began(look: Look, step_id: int) -> date:
    """Return the date on which a step was added, by the household's clock."""
    created = Step.objects.of(look.household_id).values_list("created_at", flat=True).get(id=step_id)
    return created.astimezone(ZoneInfo(look.time_zone)).date()


def _month(text: str) -> date | None:
    """Return the month somebody asked for; nonsense is none."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
