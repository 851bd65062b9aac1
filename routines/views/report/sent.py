"""Sending a report as a file to keep."""

from django.http import HttpResponse, JsonResponse

from routines.regions.report.files import csv_of, data_of
from routines.regions.report.values import Report

# Tells a spreadsheet that the words are UTF-8.
MARK = "\ufeff"


def csv_file(report: Report, name: str) -> HttpResponse:
    """Return a report as a CSV file named after its day."""
    answer = HttpResponse(MARK + csv_of(report), content_type="text/csv; charset=utf-8")
    return _kept(answer, f"{name}-{report.made_on:%Y-%m-%d}.csv")


def json_file(report: Report, name: str) -> HttpResponse:
    """Return a report as a JSON file named after its day."""
    answer = JsonResponse(data_of(report), json_dumps_params={"ensure_ascii": False, "indent": 1})
    return _kept(answer, f"{name}-{report.made_on:%Y-%m-%d}.json")


def _kept(answer: HttpResponse, filename: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="{filename}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
