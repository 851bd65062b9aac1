"""Addresses through a consent: what a facilitator sees of one family. They hold no number of the household's."""

from django.urls import path

from routines.views.review import live, notes, pages, questions, sessions

R = "review/<uuid:consent_key>/"
Q = R + "asked/<str:token>/"
N = R + "notes/<str:token>/"
S = R + "together/<str:token>/"
ITEM = S + "item/<str:item>/"

review_urls = [
    path(R, pages.review, name="review"),
    path(R + "step/<str:token>/", pages.review_step, name="review_step"),
    path(R + "poll", live.review_poll, name="review_poll"),
    path(R + "leave", live.review_give_up, name="review_give_up"),
    path(R + "ask", questions.review_ask, name="review_ask"),
    path(Q + "take-back", questions.review_ask_back, name="review_ask_back"),
    path(Q + "close", questions.review_ask_close, name="review_ask_close"),
    path(R + "notes", notes.review_notes, name="review_notes"),
    path(N + "change", notes.review_note, name="review_note"),
    path(N + "delete", notes.review_note_delete, name="review_note_delete"),
    path(R + "together", sessions.review_sessions, name="review_sessions"),
    path(S, sessions.review_session, name="review_session"),
    path(S + "item", sessions.review_item, name="review_item"),
    path(ITEM + "remove", sessions.review_item_remove, name="review_item_remove"),
    path(ITEM + "tick", sessions.review_item_tick, name="review_item_tick"),
    path(S + "summary", sessions.review_sum_up, name="review_sum_up"),
    path(S + "sign", sessions.review_sign, name="review_sign"),
    path(S + "call-off", sessions.review_call_off, name="review_call_off"),
]
