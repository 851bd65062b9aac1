"""A facilitator's report through the consent: to print, and as a file. The family sees each time it was opened."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from routines.regions.report.kept import shared_report_html
from routines.regions.report.report import shared_report
from routines.regions.review.period import wanted_of
from routines.views.report.sent import csv_file, json_file
from routines.views.review.gate import noted, page, reviewing, scene_of


@require_safe
@reviewing
def review_report(request: HttpRequest) -> HttpResponse:
    """Show what is shared as a report to print; it is asked for as the review page is."""
    scene = scene_of(request)
    noted(request, scene, "report")
    context = {"report": shared_report_html(scene, wanted_of(request.GET)), "query": request.GET.urlencode()}
    return page(request, scene, "report/shared.html", context)


@require_safe
@reviewing
def review_csv(request: HttpRequest) -> HttpResponse:
    """Send the report as CSV."""
    scene = scene_of(request)
    noted(request, scene, "csv")
    return csv_file(shared_report(scene, wanted_of(request.GET)), "review")


@require_safe
@reviewing
def review_json(request: HttpRequest) -> HttpResponse:
    """Send the report as JSON."""
    scene = scene_of(request)
    noted(request, scene, "json")
    return json_file(shared_report(scene, wanted_of(request.GET)), "review")
