"""Addresses of ideas brought at a tablet, of drawings and of recorded lines."""

from django.urls import path

from routines.views import heard, idea

H = "h/<int:household_id>/"
Q = H + "q/<int:question_id>/"
T = "tablet/"

heard_urls = [
    path(H + "drawings/<int:drawing_id>", heard.drawing, name="drawing"),
    path(H + "recordings/<int:recording_id>", heard.recording, name="recording"),
    path(H + "recordings/<int:recording_id>/remove", heard.recording_remove, name="recording_remove"),
    path(Q + "record", heard.question_record, name="question_record"),
    path(T + "m/<int:member_id>/idea", idea.tablet_idea, name="tablet_idea"),
    path(T + "drawings/<int:drawing_id>", heard.tablet_drawing, name="tablet_drawing"),
    path(T + "recordings/<int:recording_id>", heard.tablet_recording, name="tablet_recording"),
]
