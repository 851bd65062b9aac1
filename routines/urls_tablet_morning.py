"""Addresses of a running morning on the shared tablet: everybody side by side, one person's own page, their taps."""

from django.urls import path

from routines.views.tablet import deeds, run, wish

T = "tablet/m/<int:member_id>/"
M = T + "m/<int:morning_id>/"
S = M + "steps/<int:morning_step_id>/"
A = M + "asks/<int:wish_id>/"

tablet_morning_urls = [
    path("tablet/now", run.now, name="tablet_now"),
    path(T + "now", run.run, name="tablet_run"),
    path(T + "r/<int:routine_id>/start", deeds.start, name="tablet_start"),
    path(M + "leave", deeds.leave, name="tablet_off"),
    path(M + "back", deeds.back, name="tablet_back"),
    path(S + "done", deeds.done, name="tablet_done"),
    path(S + "undone", deeds.undone, name="tablet_undone"),
    path(S + "tick", deeds.tick, name="tablet_tick"),
    path(S + "unfold", deeds.unfold, name="tablet_unfold"),
    path(S + "slip", deeds.slip, name="tablet_slip"),
    path(S + "wish", wish.wish, name="tablet_wish"),
    path(A + "say", deeds.say_today, name="tablet_say_today"),
    path(A + "withdraw", deeds.withdraw, name="tablet_wish_withdraw"),
]
