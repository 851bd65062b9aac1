"""Addresses of the shared tablet that are about questions: faces, seat, taps, undo, the plan."""

from django.urls import path

from routines.views.tablet import plan, seat, taps

T = "tablet/m/<int:member_id>/"
Q = T + "q/<int:question_id>/"

tablet_urls = [
    path("tablet", seat.tablet, name="tablet"),
    path("tablet/poll", seat.poll, name="tablet_poll"),
    path("tablet/plan", plan.plan, name="tablet_plan"),
    path("tablet/m/<int:member_id>", seat.seated, name="tablet_seat"),
    path(Q + "say", taps.say, name="tablet_say"),
    path(Q + "concern", taps.concern, name="tablet_concern"),
    path(Q + "task", taps.task, name="tablet_task"),
    path(Q + "choose", taps.choose, name="tablet_choose"),
    path(Q + "table", taps.table, name="tablet_table"),
    path(T + "s/<int:step_id>/reply", taps.reply, name="tablet_reply"),
    path(T + "late/<int:late_id>", taps.late, name="tablet_late"),
    path(T + "undo/<int:event_id>", taps.undo, name="tablet_undo"),
    path(T + "undo-tap/<uuid:uuid>", taps.undo_tap, name="tablet_undo_tap"),
]
