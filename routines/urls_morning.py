"""Addresses of today and of a running morning on laptop and phone."""

from django.urls import path

from routines.views.morning import otherwise, run, taps, today

H = "h/<int:household_id>/"
M = H + "m/<int:morning_id>/"
S = M + "steps/<int:morning_step_id>/"
A = H + "wishes/<int:wish_id>/"

morning_urls = [
    path(H + "today", today.today, name="today"),
    path(H + "r/<int:routine_id>/start", taps.morning_start, name="morning_start"),
    path(M, run.morning, name="morning"),
    path(M + "p/<int:member_id>/", run.morning_person, name="morning_person"),
    path(M + "otherwise", otherwise.morning_otherwise, name="morning_otherwise"),
    path(M + "insert", otherwise.morning_insert, name="morning_insert"),
    path(M + "leave", taps.morning_leave, name="morning_leave"),
    path(M + "back", taps.morning_back, name="morning_back"),
    path(S + "done", taps.morning_done, name="morning_done"),
    path(S + "undone", taps.morning_undone, name="morning_undone"),
    path(S + "tick", taps.morning_tick, name="morning_tick"),
    path(S + "unfold", taps.morning_unfold, name="morning_unfold"),
    path(S + "today", otherwise.morning_today, name="morning_today"),
    path(A + "answer", otherwise.today_answer, name="today_answer"),
    path(A + "withdraw", otherwise.today_withdraw, name="today_withdraw"),
]
