"""Addresses of the households app."""

from django.urls import path

from households.urls_facilitator import facilitator_urls
from households.urls_tablet import tablet_urls
from households.views import home, household, invitations, people

PEOPLE = "h/<int:household_id>/people"
MEMBER = f"{PEOPLE}/<int:member_id>"

urlpatterns = [
    path("", home.home, name="home"),
    path("households", home.households, name="households"),
    path("households/new", household.household_new, name="household_new"),
    path("join/<str:key>", invitations.join, name="join"),
    path(PEOPLE, people.people, name="people"),
    path(f"{PEOPLE}/new", people.member_new, name="member_new"),
    path(MEMBER, people.member, name="member"),
    path(f"{MEMBER}/remove", people.member_remove, name="member_remove"),
    path(f"{MEMBER}/return", people.member_return, name="member_return"),
    path(f"{MEMBER}/invite", invitations.member_invite, name="member_invite"),
    path(f"{MEMBER}/invite/withdraw", invitations.member_invite_withdraw, name="member_invite_withdraw"),
    path("h/<int:household_id>/settings", household.household_settings, name="household_settings"),
    path("h/<int:household_id>/leave", household.household_leave, name="household_leave"),
    *tablet_urls,
    *facilitator_urls,
]
