"""Addresses of the family meeting, and of a step's story."""

from django.urls import path

from routines.views import meeting, story

H = "h/<int:household_id>/"
M = H + "meeting/<int:meeting_id>/"

meeting_urls = [
    path(H + "meeting", meeting.meeting, name="meeting"),
    path(H + "meeting/begin", meeting.meeting_begin, name="meeting_begin"),
    path(M + "pass", meeting.meeting_pass, name="meeting_pass"),
    path(M + "note", meeting.meeting_note, name="meeting_note"),
    path(M + "end", meeting.meeting_end, name="meeting_end"),
    path(H + "s/<int:step_id>/story", story.step_story, name="step_story"),
]
