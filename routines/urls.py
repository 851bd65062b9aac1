"""Addresses of routines, steps and questions."""

from django.urls import path

from routines.urls_asked import asked_urls
from routines.urls_caseload import caseload_urls
from routines.urls_days import days_urls
from routines.urls_heard import heard_urls
from routines.urls_looking_in import looking_in_urls
from routines.urls_meeting import meeting_urls
from routines.urls_mirror import mirror_urls
from routines.urls_morning import morning_urls
from routines.urls_noticing import noticing_urls
from routines.urls_picks import picks_urls
from routines.urls_plan import plan_urls
from routines.urls_report import report_urls
from routines.urls_review import review_urls
from routines.urls_shell import shell_urls
from routines.urls_tablet import tablet_urls
from routines.urls_tablet_morning import tablet_morning_urls
from routines.views import board, live, moved, said
from routines.views.about import about

H = "h/<int:household_id>/"
S = H + "s/<int:step_id>/"
Q = H + "q/<int:question_id>/"

urlpatterns = [
    path("about", about, name="about"),
    path(H + "r/<int:routine_id>/", board.routine, name="routine"),
    path(H + "poll", live.poll, name="poll"),
    path(S, board.step, name="step"),
    path(S + "open", moved.step_open, name="step_open"),
    path(S + "comment", moved.step_comment, name="step_comment"),
    path(S + "climb", moved.step_climb, name="step_climb"),
    path(S + "step-down", moved.step_step_down, name="step_step_down"),
    path(S + "ask-climb", moved.step_ask_climb, name="step_ask_climb"),
    path(S + "answer-ask/<int:ask_id>", moved.step_answer_ask, name="step_answer_ask"),
    path(S + "override", moved.step_override, name="step_override"),
    path(S + "override/end", moved.step_override_end, name="step_override_end"),
    path(S + "reply", moved.step_reply, name="step_reply"),
    path(Q + "propose", said.question_propose, name="question_propose"),
    path(Q + "say", said.question_say, name="question_say"),
    path(Q + "concern", said.question_concern, name="question_concern"),
    path(Q + "table", said.question_table, name="question_table"),
    path(Q + "task", said.question_task, name="question_task"),
    path(Q + "settle", said.question_settle, name="question_settle"),
    path(Q + "unchanged", said.question_unchanged, name="question_unchanged"),
    path(Q + "choose", said.question_choose, name="question_choose"),
    path(Q + "veto/<int:option_id>", said.question_veto, name="question_veto"),
    *plan_urls,
    *report_urls,
    *review_urls,
    *asked_urls,
    *picks_urls,
    *heard_urls,
    *morning_urls,
    *noticing_urls,
    *days_urls,
    *meeting_urls,
    *mirror_urls,
    *looking_in_urls,
    *tablet_urls,
    *tablet_morning_urls,
    *shell_urls,
    *caseload_urls,
]
