"""Facts about what: routines, steps, questions, voices, decisions and what follows from them; mornings as they were."""

from routines.models.agenda import AgendaItem
from routines.models.comment import Comment
from routines.models.decision import Answer, Decision
from routines.models.drawing import Drawing
from routines.models.late import LateVoice
from routines.models.meeting import Meeting, MeetingNote
from routines.models.morning import Doing, Morning, MorningStep, Unfolding
from routines.models.noticing import Feeling, Felt, Notice, Slip
from routines.models.override import Override
from routines.models.pick import Ballot, Bundle, BundleVoice, Pick, Picking, PickOption, PickVeto
from routines.models.presence import Pause, Presence, PresenceDay
from routines.models.question import Option, Question, Voice
from routines.models.recording import Recording
from routines.models.repair import Repair
from routines.models.review import ReviewAnswer, ReviewItem, ReviewNote, ReviewQuestion, ReviewSession
from routines.models.routine import Routine
from routines.models.rung import ClimbAsk
from routines.models.step import Step, StepPerson
from routines.models.today_ask import TodayAsk, TodayVoice

__all__ = [
    "AgendaItem",
    "Answer",
    "Ballot",
    "Bundle",
    "BundleVoice",
    "ClimbAsk",
    "Comment",
    "Decision",
    "Doing",
    "Drawing",
    "Feeling",
    "Felt",
    "LateVoice",
    "Meeting",
    "MeetingNote",
    "Morning",
    "MorningStep",
    "Notice",
    "Option",
    "Override",
    "Pause",
    "Pick",
    "PickOption",
    "PickVeto",
    "Picking",
    "Presence",
    "PresenceDay",
    "Question",
    "Recording",
    "Repair",
    "ReviewAnswer",
    "ReviewItem",
    "ReviewNote",
    "ReviewQuestion",
    "ReviewSession",
    "Routine",
    "Slip",
    "Step",
    "StepPerson",
    "TodayAsk",
    "TodayVoice",
    "Unfolding",
    "Voice",
]
