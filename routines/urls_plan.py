"""Addresses of the plan: home, routines, steps, starters, pictures and history."""

from django.urls import path

from routines.views import history, home, pictograms, routine, starter, step

H = "h/<int:household_id>/"
R = H + "r/<int:routine_id>/"
S = H + "s/<int:step_id>/"

plan_urls = [
    path(H, home.household, name="household"),
    path(H + "agenda/<int:item_id>/done", home.agenda_done, name="agenda_done"),
    path(H + "history", history.history, name="history"),
    path(H + "history/<int:event_id>/undo", history.undo, name="undo"),
    path(H + "pictograms", pictograms.pictograms, name="pictograms"),
    path(H + "r/new", routine.routine_new, name="routine_new"),
    path(H + "r/start", starter.routine_start, name="routine_start"),
    path(R + "edit", routine.routine_edit, name="routine_edit"),
    path(R + "archive", routine.routine_archive, name="routine_archive"),
    path(R + "restore", routine.routine_restore, name="routine_restore"),
    path(R + "changes", routine.routine_changes, name="routine_changes"),
    path(R + "steps/new", step.step_new, name="step_new"),
    path(S + "edit", step.step_edit, name="step_edit"),
    path(S + "move", step.step_move, name="step_move"),
    path(S + "archive", step.step_archive, name="step_archive"),
    path(S + "restore", step.step_restore, name="step_restore"),
]
