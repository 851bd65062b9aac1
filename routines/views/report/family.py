"""The family's own report: to print, and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from households.actions.refusal import Missing
from routines.models.mirrors import USUAL
from routines.regions.look import Look
from routines.regions.mirror.period import Asked
from routines.regions.report.kept import family_report_html
from routines.regions.report.report import family_report
from routines.rules.state import Kind
from routines.views.asking import answering, look_at
from routines.views.numbers import number
from routines.views.report.sent import csv_file, json_file


@require_safe
@answering
def mirror_report(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show what the mirror shows as a report to print; it is asked for as the mirror is."""
    context = {"report": family_report_html(*_asked(request)), "query": request.GET.urlencode(), "nav": "home"}
    return render(request, "report/family.html", context)


@require_safe
@answering
def mirror_csv(request: HttpRequest, household_id: int) -> HttpResponse:
    """Send the report as CSV."""
    return csv_file(family_report(*_asked(request)), "looking-back")


@require_safe
@answering
def mirror_json(request: HttpRequest, household_id: int) -> HttpResponse:
    """Send the report as JSON."""
    return json_file(family_report(*_asked(request)), "looking-back")


def _asked(request: HttpRequest) -> tuple[Look, str, Asked]:
    """Return who asks, of which household, for what."""
    look = look_at(request)
    if look.viewer.kind is Kind.SUPPORTER:
        raise Missing
    weeks = number(request.GET, "weeks") or USUAL
    asked = Asked(weeks=weeks, **{name: number(request.GET, name) for name in ("routine", "person", "step")})
    return look, request.household.name, asked
