"""Facts about what: routines, steps, questions, voices, decisions and what follows from them."""

from routines.models.agenda import AgendaItem
from routines.models.comment import Comment
from routines.models.decision import Answer, Decision
from routines.models.override import Override
from routines.models.question import Option, Question, Voice
from routines.models.routine import Routine
from routines.models.rung import ClimbAsk
from routines.models.step import Step, StepPerson

__all__ = [
    "AgendaItem",
    "Answer",
    "ClimbAsk",
    "Comment",
    "Decision",
    "Option",
    "Override",
    "Question",
    "Routine",
    "Step",
    "StepPerson",
    "Voice",
]
