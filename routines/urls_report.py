"""Addresses of what is printed or kept as a file: the fridge page, and the report of a review."""

from django.urls import path

from routines.views.report.fridge import fridge

H = "h/<int:household_id>/"

report_urls = [
    path(H + "r/<int:routine_id>/fridge", fridge, name="fridge"),
]
