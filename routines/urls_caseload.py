"""Addresses of what a facilitator opens outside any family: their families, their organisation, links and codes."""

from django.urls import path

from routines.views.caseload import families, offered, organisation

F = "facilitator/"

caseload_urls = [
    path(F, families.caseload, name="caseload"),
    path(F + "ended", families.caseload_ended, name="caseload_ended"),
    path(F + "ask", offered.ask, name="facilitator_ask"),
    path(F + "offer/<str:key>", offered.offer, name="facilitator_offer"),
    path(F + "organisation", organisation.organisation, name="organisation"),
    path(F + "organisation.csv", organisation.organisation_csv, name="organisation_csv"),
]
