"""Addresses about shared tablets: those a tablet opens itself, and those where parents look after them."""

from django.urls import path

from households.views import at_a_tablet, pairing, sitting, tablets

TABLETS = "h/<int:household_id>/tablets"
ADDING = f"{TABLETS}/add/<int:pairing_id>"
TABLET = f"{TABLETS}/<int:tablet_id>"

tablet_urls = [
    path("tablet/pair/<str:key>", pairing.tablet_key, name="tablet_key"),
    path("tablet/digits", pairing.tablet_digits, name="tablet_digits"),
    path("tablet/waiting", pairing.tablet_waiting, name="tablet_waiting"),
    path("tablet/sit/<int:member_id>", sitting.tablet_sit, name="tablet_sit"),
    path("tablet/leave", sitting.tablet_leave, name="tablet_leave"),
    path("tablet/here", sitting.tablet_here, name="tablet_here"),
    path(TABLETS, tablets.tablets, name="tablets"),
    path(f"{TABLETS}/add", tablets.tablet_add, name="tablet_add"),
    path(ADDING, tablets.tablet_adding, name="tablet_adding"),
    path(f"{ADDING}/confirm", tablets.tablet_confirm, name="tablet_confirm"),
    path(f"{ADDING}/withdraw", tablets.tablet_withdraw, name="tablet_withdraw"),
    path(TABLET, tablets.tablet_change, name="tablet_change"),
    path(f"{TABLET}/revoke", tablets.tablet_revoke, name="tablet_revoke"),
    path("h/<int:household_id>/people/<int:member_id>/tablet", at_a_tablet.member_tablet, name="member_tablet"),
]
