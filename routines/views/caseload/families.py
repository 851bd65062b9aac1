"""A facilitator's families: those who share with them, and those who did."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from households.views.facilitating import facilitators_only
from routines.regions.caseload.page import caseload_view, ended_rows
from routines.views.numbers import number

LONGEST_SEARCH = 80


@require_safe
@facilitators_only
def caseload(request: HttpRequest) -> HttpResponse:
    """Show the families that let this facilitator look in, searched, sorted and paged."""
    view = caseload_view(
        request.facilitator,
        timezone.now(),
        search=" ".join(request.GET.get("q", "").split())[:LONGEST_SEARCH],
        by_end=request.GET.get("sort") == "end",
        page=number(request.GET, "page") or 1,
    )
    return render(request, "facilitator/caseload.html", {"caseload": view, "nav": "caseload"})


@require_safe
@facilitators_only
def caseload_ended(request: HttpRequest) -> HttpResponse:
    """Show the families that no longer share, by name and date alone."""
    rows = ended_rows(request.facilitator, timezone.now())
    return render(request, "facilitator/ended.html", {"rows": rows, "nav": "caseload"})
