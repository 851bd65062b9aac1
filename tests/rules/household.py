"""The household of the tables: Mum, Dad, Leo (15), Bo (5), Ivy (3), and Gran who comes to help."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from routines.rules.ladder import Situation
from routines.rules.state import (
    AnswerState,
    AskState,
    CommentState,
    Kind,
    OptionState,
    OverrideState,
    Person,
    QuestionState,
    Rung,
    Say,
    StepState,
    TaskState,
    VoiceState,
)

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)

MUM = Person(1, "Mum", Kind.PARENT, has_account=True)
DAD = Person(2, "Dad", Kind.PARENT, has_account=True)
LEO = Person(3, "Leo", Kind.TEEN, has_account=True)
BO = Person(4, "Bo", Kind.CHILD, age_band="6-9")
IVY = Person(5, "Ivy", Kind.CHILD, age_band="3-5")
GRAN = Person(6, "Gran", Kind.SUPPORTER, has_account=True)
MAX = Person(7, "Max", Kind.TEEN)
AUNT = Person(8, "Aunt", Kind.SUPPORTER)
FAMILY = (MUM, DAD, LEO, BO, IVY, GRAN, MAX, AUNT)
WHO = {person.name: person for person in FAMILY}

PYJAMAS = OptionState(11, "In pyjamas", by=4)
CLOTHES = OptionState(12, "Clothes first", by=1)
GAME = OptionState(13, "The sock game", by=5)


def step(rung: Rung = Rung.CONSULT, *people: Person, **more) -> StepState:
    """Return "Get dressed" on a rung, for some people (Mum, Leo and Bo unless told)."""
    affected = tuple(each.id for each in (people or (MUM, LEO, BO)))
    values = {"affected": affected, "why": "It is cold.", "limits": "Warm enough.", "decider": 1}
    return StepState(21, 9, 1, "Get dressed", 10, "shirt", rung, **(values | more))


def question(rung: Rung = Rung.CONSULT, *options: OptionState, **more) -> QuestionState:
    """Return the open question of a step, with its ideas; Mum asks and, on consult, decides."""
    values = {
        "affected": (1, 3, 4),
        "limits": "Warm enough.",
        "decider": 1 if rung is Rung.CONSULT else None,
        "opened_by": 1,
        "options": options,
    }
    return QuestionState(31, "How shall we get dressed?", rung, **(values | more))


def asks(rung: Rung, *options: OptionState, **more) -> StepState:
    """Return a step with an open question; `more` goes to the question."""
    opened = question(rung, *options, **more)
    return replace(step(rung), affected=opened.affected, question=opened)


def voice(person: Person, say: Say, option: OptionState | None = None, **more) -> VoiceState:
    """Return what somebody says."""
    return VoiceState(person.id, say, option.id if option else None, **more)


def voices(**said: str | OptionState) -> tuple[VoiceState, ...]:
    """Return voices by name: `Bo="yes"`, `Mum=PYJAMAS`."""
    return tuple(
        voice(WHO[name], Say.CHOICE, what) if isinstance(what, OptionState) else voice(WHO[name], Say(what))
        for name, what in said.items()
    )


def concerns(*people: Person) -> tuple[CommentState, ...]:
    """Return what matters to some people."""
    return tuple(CommentState(each.id, each.id, "Not cold.", kind="concern", question=31) for each in people)


def tasks(*people: Person) -> tuple[TaskState, ...]:
    """Return tasks some people took."""
    return tuple(TaskState(each.id, "Warm the clothes") for each in people)


def answers(*people: Person) -> tuple[AnswerState, ...]:
    """Return answers to some people's voices."""
    return tuple(AnswerState(each.id, "did", "You were right.") for each in people)


def override(**more) -> OverrideState:
    """Return a safety override in force until the evening."""
    values = {"set_at": NOW, "expires_at": NOW + timedelta(hours=12)}
    return OverrideState(41, "danger", "Ice on the road.", 1, **(values | more))


def ask(person: Person, to_rung: Rung = Rung.CODESIGN) -> AskState:
    """Return somebody's open wish to climb."""
    return AskState(50 + person.id, person.id, to_rung, "We could vote.")


def situation(speaker: Person, at: StepState | None = None, *, by: Person | None = None, **attempt) -> Situation:
    """Return what the rules are asked about: somebody (perhaps through another) and a step."""
    values = {"today": TODAY, "now": NOW, "members": FAMILY} | attempt
    return Situation(actor=by or speaker, speaker=speaker, step=at, **values)
