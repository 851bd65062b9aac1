"""Addresses of what a facilitator asks the family, from the family's side and at the shared tablet."""

from django.urls import path

from routines.views import asked
from routines.views.tablet import asked as at_tablet

H = "h/<int:household_id>/asked/"
Q = H + "<int:review_question_id>/"
S = H + "together/<int:review_session_id>/"
T = "tablet/m/<int:member_id>/asked"

asked_urls = [
    path(H, asked.asked, name="asked"),
    path(Q + "answer", asked.asked_answer, name="asked_answer"),
    path(S + "item", asked.asked_item, name="asked_item"),
    path(S + "item/<int:review_item_id>/remove", asked.asked_item_remove, name="asked_item_remove"),
    path(S + "sign", asked.asked_sign, name="asked_sign"),
    path(S + "call-off", asked.asked_call_off, name="asked_call_off"),
    path(T, at_tablet.tablet_asked, name="tablet_asked"),
    path(T + "/<int:review_question_id>", at_tablet.tablet_asked_answer, name="tablet_asked_answer"),
    path(T + "/undo/<int:event_id>", at_tablet.tablet_asked_undo, name="tablet_asked_undo"),
    path(T + "/undo-tap/<uuid:uuid>", at_tablet.tablet_asked_undo_tap, name="tablet_asked_undo_tap"),
]
