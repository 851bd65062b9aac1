"""Addresses of noticing and repairing: telling how a morning was, its own page, all mornings, and the repairs."""

from django.urls import path

from routines.views import morning_told, noticing

H = "h/<int:household_id>/"
M = H + "m/<int:morning_id>/"
S = M + "steps/<int:morning_step_id>/"

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
]
