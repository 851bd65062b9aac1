"""Addresses of a facilitator's own side, outside any family."""

from django.urls import path

from households.views import facilitators, organisations

ORGANISATION = "facilitator/organisation/"

facilitator_urls = [
    path("facilitator/start", facilitators.start, name="facilitator_start"),
    path("facilitator/you", facilitators.you, name="facilitator_you"),
    path("facilitator/stop", facilitators.stop, name="facilitator_stop"),
    path(ORGANISATION + "new", organisations.organisation_new, name="organisation_new"),
    path(ORGANISATION + "invite", organisations.organisation_invite, name="organisation_invite"),
    path(
        ORGANISATION + "withdraw/<int:invitation_id>",
        organisations.organisation_withdraw,
        name="organisation_withdraw",
    ),
    path(ORGANISATION + "leave", organisations.organisation_leave, name="organisation_leave"),
    path(ORGANISATION + "join/<str:key>", organisations.organisation_join, name="organisation_join"),
]
