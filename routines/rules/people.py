"""Who may see a step, who it names, and who is still here."""

from collections.abc import Iterable
from dataclasses import replace

from routines.rules.situation import Situation
from routines.rules.state import Kind, Person, QuestionState, StepState


def is_parent(person: Person) -> bool:
    """Return whether somebody is a parent or another carer."""
    return person.kind is Kind.PARENT


def names(step: StepState, person: Person) -> bool:
    """Return whether a step names somebody, as affected or as doer."""
    return person.id in step.affected or person.id in step.doers


def sees(person: Person, step: StepState) -> bool:
    """Return whether somebody may see a step at all: supporters only those that name them."""
    if person.left:
        return False
    return person.kind is not Kind.SUPPORTER or names(step, person)


def is_for_alone(step: StepState | None, person: Person) -> bool:
    """Return whether a step is for this person and nobody else."""
    return step is not None and step.affected == (person.id,)


def may_act_for(actor: Person, speaker: Person) -> bool:
    """Return whether somebody may tap in another's name.

    A parent for a child, and for a teen or supporter without an account of their own.
    """
    if actor.id == speaker.id:
        return True
    if not is_parent(actor) or is_parent(speaker):
        return False
    return speaker.kind is Kind.CHILD or not speaker.has_account


def still_here(situation: Situation) -> Situation:
    """Return the situation as it is for those who have not left: nobody waits for the gone."""
    gone = {each.id for each in situation.members if each.left}
    step, question = situation.step, situation.question
    if question is None and step is not None:
        question = step.question
    if gone and step is not None and not gone.isdisjoint(step.affected):
        step = replace(step, affected=_without(step.affected, gone))
    if gone and question is not None and not question.closed:
        question = without_gone(question, gone)
    if step is situation.step and question is situation.question:
        return situation
    return replace(situation, step=step, question=question)


def without_gone(question: QuestionState, gone: Iterable[int]) -> QuestionState:
    """Return an open question as it is without some people: not waited for, not counted."""
    gone = set(gone)
    if gone.isdisjoint(question.affected):
        return question
    return replace(question, affected=_without(question.affected, gone))


def _without(members: tuple[int, ...], gone: set[int]) -> tuple[int, ...]:
    return tuple(each for each in members if each not in gone)
