"""Facts about what: routines, steps, questions, voices, decisions and what follows from them."""

from routines.models.agenda import AgendaItem
from routines.models.comment import Comment
from routines.models.decision import Answer, Decision
from routines.models.drawing import Drawing
from routines.models.late import LateVoice
from routines.models.override import Override
from routines.models.question import Option, Question, Voice
from routines.models.recording import Recording
from routines.models.routine import Routine
from routines.models.rung import ClimbAsk
from routines.models.step import Step, StepPerson

__all__ = [
    "AgendaItem",
    "Answer",
    "ClimbAsk",
    "Comment",
    "Decision",
    "Drawing",
    "LateVoice",
    "Option",
    "Override",
    "Question",
    "Recording",
    "Routine",
    "Step",
    "StepPerson",
    "Voice",
]
