"""Addresses of who looks in, on the family's side: the page, its verbs, and the tablet's."""

from django.urls import path

from routines.views import consents, looking_in
from routines.views.tablet import looking_in as at_tablet

L = "h/<int:household_id>/looking-in/"
T = "tablet/m/<int:member_id>/looking-in"

looking_in_urls = [
    path(L, looking_in.looking_in, name="looking_in"),
    path(f"{L}link", consents.looking_in_link, name="looking_in_link"),
    path(f"{L}code", consents.looking_in_code, name="looking_in_code"),
    path(f"{L}offers/<int:offer_id>/withdraw", looking_in.looking_in_withdraw, name="looking_in_withdraw"),
    path(f"{L}requests/<int:request_id>", consents.looking_in_answer, name="looking_in_answer"),
    path(f"{L}requests/<int:request_id>/decline", looking_in.looking_in_decline, name="looking_in_decline"),
    path(f"{L}with/<int:facilitator_id>", consents.looking_in_again, name="looking_in_again"),
    path(f"{L}with/<int:facilitator_id>/part", looking_in.looking_in_part, name="looking_in_part"),
    path(f"{L}<int:consent_id>/end", looking_in.looking_in_end, name="looking_in_end"),
    path(f"{L}<int:consent_id>/narrow", looking_in.looking_in_narrow, name="looking_in_narrow"),
    path(T, at_tablet.tablet_looking_in, name="tablet_looking_in"),
    path(f"{T}/<int:facilitator_id>", at_tablet.tablet_part, name="tablet_part"),
]
