"""Today's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from routines.models.snapshots import routine_states
from routines.regions.morning.day import day_of
from routines.regions.morning.today import today_view
from routines.views.asking import answering, look_at
from routines.views.board import live_hook
from routines.views.morning.answers import morning_url


@require_safe
@answering
def today(request: HttpRequest, household_id: int) -> HttpResponse:
    """Lead to the morning that runs, or show whose turn it is today; `?all` shows the day also while one runs."""
    look = look_at(request)
    day = day_of(look, routine_states(household_id, look.now))
    running = day.running()
    leads = running is not None and "all" not in request.GET
    if leads and "X-Anew" not in request.headers:
        return redirect(morning_url(request, running.id))
    context = {"today": today_view(day), "leads": leads, "nav": "today", "live": live_hook(request, page="today")}
    return render(request, "morning/today.html", context)
