"""The pages that look back: a morning that is over, all mornings, and the family's repairs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from routines.regions.fragment import on_page
from routines.regions.look import Look
from routines.regions.noticing.mornings import mornings_view
from routines.regions.noticing.repairs import KINDS, repairs_view
from routines.regions.noticing.told import told_html
from routines.rules.morning.state import MorningState
from routines.views.asking import answering, look_at
from routines.views.board import live_hook
from routines.views.numbers import number
from routines.words.days import day_name
from routines.words.noticing import REPAIR_KINDS, REPAIR_PICTURES


def told_page(request: HttpRequest, look: Look, morning: MorningState) -> HttpResponse:
    """Show a morning that is over; whoever calls has asked whether the viewer may see it."""
    context = {
        "region": on_page(told_html(look, morning), request),
        "title": morning.title,
        "day": day_name(morning.on, look.today),
        "nav": "today",
        "live": live_hook(request, page="told"),
    }
    return render(request, "routines/noticing/told_page.html", context)


@require_safe
@answering
def mornings(request: HttpRequest, household_id: int) -> HttpResponse:
    """List the family's mornings, the newest first."""
    context = {
        "mornings": mornings_view(look_at(request), request.GET.get("before", "")),
        "nav": "today",
        "live": live_hook(request, page="mornings"),
    }
    return render(request, "routines/noticing/mornings.html", context)


@require_safe
@answering
def repairs(request: HttpRequest, household_id: int) -> HttpResponse:
    """List the family's sorries, changes and thank-yous, with what became of each; perhaps of one kind."""
    look = look_at(request)
    kind = request.GET.get("kind", "")
    view = repairs_view(look, kind if kind in KINDS else "", number(request.GET, "before"))
    context = {
        "repairs": view,
        "kinds": [(each, REPAIR_KINDS[each], REPAIR_PICTURES[each]) for each in KINDS],
        "nav": "today",
        "live": live_hook(request, page="repairs"),
    }
    return render(request, "routines/noticing/repairs.html", context)
