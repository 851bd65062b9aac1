"""A routine for the fridge."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from households.actions.refusal import Missing
from routines.regions.report.fridge import fridge_view
from routines.views.asking import answering, look_at, routine_seen
from routines.views.numbers import number


@require_safe
@answering
def fridge(request: HttpRequest, household_id: int, routine_id: int) -> HttpResponse:
    """Show a routine as the sheet that is printed; `?person=` makes it the sheet of one person."""
    look = look_at(request)
    view = fridge_view(look, routine_seen(look, routine_id), number(request.GET, "person"))
    if view is None:
        raise Missing
    context = {"fridge": view, "nav": "plan", "nav_routine_id": view.routine_id}
    return render(request, "report/fridge.html", context)
