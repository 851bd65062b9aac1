"""Addresses of what is printed or kept as a file: the fridge page, and the report of a review."""

from django.urls import path

from routines.views.report import family, shared
from routines.views.report.fridge import fridge

H = "h/<int:household_id>/"
R = "review/<uuid:consent_key>/"

report_urls = [
    path(H + "r/<int:routine_id>/fridge", fridge, name="fridge"),
    path(H + "mirror/report", family.mirror_report, name="mirror_report"),
    path(H + "mirror/report.csv", family.mirror_csv, name="mirror_csv"),
    path(H + "mirror/report.json", family.mirror_json, name="mirror_json"),
    path(R + "report", shared.review_report, name="review_report"),
    path(R + "report.csv", shared.review_csv, name="review_csv"),
    path(R + "report.json", shared.review_json, name="review_json"),
]
