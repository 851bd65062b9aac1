"""Addresses of telling how a morning was, of all mornings and of repairs; and the same at a tablet."""

from django.urls import path

from routines.views import morning_told, noticing
from routines.views.tablet import telling

H = "h/<int:household_id>/"
M = H + "m/<int:morning_id>/"
S = M + "steps/<int:morning_step_id>/"
T = "tablet/m/<int:member_id>/"
TM = T + "m/<int:morning_id>/"
TS = TM + "steps/<int:morning_step_id>/"

noticing_urls = [
    path(H + "mornings", morning_told.mornings, name="mornings"),
    path(H + "repairs", morning_told.repairs, name="repairs"),
    path(H + "repairs/<int:repair_id>/answer", noticing.repair_answer, name="repair_answer"),
    path(H + "slips/<int:slip_id>/withdraw", noticing.slip_withdraw, name="slip_withdraw"),
    path(M + "notice", noticing.notice_page, name="notice"),
    path(M + "notice/again", noticing.notice_again, name="notice_again"),
    path(M + "notice/hard", noticing.notice_hard, name="notice_hard"),
    path(M + "give", noticing.repair_give, name="repair_give"),
    path(M + "slip", noticing.morning_slip, name="morning_slip"),
    path(S + "feel", noticing.notice_feel, name="notice_feel"),
    path(S + "share", noticing.notice_share, name="notice_share"),
    path(S + "try", noticing.notice_try, name="notice_try"),
    path(T + "notice", telling.tablet_notice, name="tablet_notice"),
    path(T + "notice/undo/<int:event_id>", telling.tablet_notice_undo, name="tablet_notice_undo"),
    path(T + "notice/undo-tap/<uuid:uuid>", telling.tablet_notice_undo_tap, name="tablet_notice_undo_tap"),
    path(T + "repairs/<int:repair_id>/answer", telling.tablet_answer, name="tablet_answer"),
    path(TM + "again", telling.tablet_again, name="tablet_again"),
    path(TM + "hard", telling.tablet_hard, name="tablet_hard"),
    path(TM + "thanks/<int:to_id>", telling.tablet_thanks, name="tablet_thanks"),
    path(TM + "sorry/<int:to_id>", telling.tablet_sorry, name="tablet_sorry"),
    path(TS + "feel", telling.tablet_feel, name="tablet_feel"),
    path(TS + "share", telling.tablet_share, name="tablet_share"),
]
