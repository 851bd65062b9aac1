"""How a step or a question is decided, in one or two sentences for whoever reads."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from routines.rules.state import Kind, Person, QuestionState, Rung, StepState
from routines.words.days import date_words
from routines.words.names import joined


def how_decided(about: StepState | QuestionState, reader: Person, names: Mapping[int, str]) -> str:
    """Return how this is decided; `names` maps member ids to names.

    Give the step where there is one: it knows about own matters and safety, and its open question.
    """
    step = about if isinstance(about, StepState) else None
    question = about.question if step else about
    if step is not None and step.own_matter_of is not None:
        return _own(step.own_matter_of, reader, names)
    if step is not None and step.safety:
        return _("This keeps people safe, so it is explained and never voted on.")
    rung = question.rung if question else step.rung
    if rung is Rung.CONSULT:
        return _consult(step, question, reader, names)
    return {Rung.INFORM: _inform, Rung.CODESIGN: _codesign, Rung.COPRODUCE: _coproduce}[rung](step, reader, names)


def _own(owner: int, reader: Person, names: Mapping[int, str]) -> str:
    if reader.id == owner:
        return _("This is yours: you choose.")
    return _("This is %(who)s’s own: %(who)s chooses, nobody votes.") % {"who": names.get(owner, "")}


def _inform(step: StepState | None, reader: Person, names: Mapping[int, str]) -> str:
    if step is not None and step.over_to_you:
        people = joined(names.get(each, "") for each in step.affected)
        return _("Over to %(names)s: they do it their way.") % {"names": people}
    if reader.kind == Kind.CHILD:
        return _("This is decided, and you hear why. You can ask, or say you don’t like it.")
    return _("This is decided and explained. Everyone says “got it”, asks, or doesn’t like it.")


def _consult(step: StepState | None, question: QuestionState | None, reader: Person, names: Mapping[int, str]) -> str:
    decider = question.decider if question else step.decider
    deadline = question.deadline if question else None
    day = date_words(deadline) if deadline else ""
    who = names.get(decider, "")
    text = _consult_text(mine=decider == reader.id, named=bool(who), dated=bool(day))
    return text % {"who": who, "day": day}


def _consult_text(*, mine: bool, named: bool, dated: bool) -> str:
    if not named:
        text = _("Everyone says what they want. One of us decides, and must answer every voice.")
    elif mine and dated:
        text = _("Everyone says what they want. You decide by %(day)s and answer every voice.")
    elif mine:
        text = _("Everyone says what they want. You decide, and answer every voice.")
    elif dated:
        text = _("Everyone says what they want. %(who)s decides by %(day)s and must answer every voice.")
    else:
        text = _("Everyone says what they want. %(who)s decides, and must answer every voice.")
    return text


def _codesign(step: StepState | None, reader: Person, names: Mapping[int, str]) -> str:
    if reader.kind == Kind.CHILD:
        return _("Everyone has one vote. The most votes win. A tie goes by turns.")
    return _("One vote each, inside what is fixed. Most votes win; a tie goes by turns.")


def _coproduce(step: StepState | None, reader: Person, names: Mapping[int, str]) -> str:
    if reader.kind == Kind.CHILD:
        return _("We decide together. It happens when it is OK for everyone, and all have a job.")
    return _("Decided together: when nobody says “not OK” and everyone takes a task. Binds adults too.")
