"""You said, we did: the latest decisions of a routine."""

from django.utils.translation import gettext as _

from routines.regions.look import Look
from routines.regions.values import AnsweredItem, AnsweredView
from routines.rules.state import DecisionState, QuestionState, StepState


def answered_view(look: Look, steps: tuple[StepState, ...], most: int = 4) -> AnsweredView:
    """Return the latest decisions, newest first."""
    settled = [step for step in steps if step.last and step.last.decision]
    settled.sort(key=lambda step: step.last.decision.at, reverse=True)
    return AnsweredView(
        household_id=look.household_id,
        items=tuple(
            AnsweredItem(
                step_id=step.id,
                title=step.title,
                pictogram=step.pictogram,
                rung=step.last.decision.called_rung,
                sentence=headline(look, step.last),
            )
            for step in settled[:most]
        ),
    )


def headline(look: Look, question: QuestionState) -> str:
    """Return how a question ended, in one sentence."""
    decision = question.decision
    what = outcome(question)
    if decision.trial_until:
        running = decision.trial_until >= look.today
        trial = _("Trying “%(what)s” until %(day)s.") if running else _("We tried “%(what)s” until %(day)s.")
        return trial % {"what": what, "day": look.day(decision.trial_until)}
    sentences = {
        "informed": _("“%(what)s” %(who)s explained why."),
        "decided": _("%(who)s decided: “%(what)s”."),
        "counted": _("We voted for “%(what)s”."),
        "agreed": _("We agreed on “%(what)s”."),
        "own": _("%(who)s chose “%(what)s”."),
        "unchanged": _("It stays as it is for now."),
    }
    return sentences[decision.kind] % {"who": look.person(decision.by).name, "what": what}


def outcome(question: QuestionState) -> str:
    """Return the words of what was decided: its own, else those of the chosen idea."""
    return question.decision.text or _chosen_text(question, question.decision)


def _chosen_text(question: QuestionState, decision: DecisionState) -> str:
    return next((o.text for o in question.options if o.id == decision.option), question.text)
