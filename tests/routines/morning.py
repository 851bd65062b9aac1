"""A morning with a step on every rung, and short ways for the family to do things in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from functools import cached_property

import pytest
from django.apps import apps

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Account, Event, Household, Member
from routines.actions.option import propose, veto
from routines.actions.question import open_question
from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.settle import Ending, settle
from routines.actions.step import StepDraft, add_step
from routines.actions.voice import put_on_table, record_concern, say, take_task
from routines.models import Question, Step
from routines.models.snapshots import family, step_state
from routines.rules.state import AnswerState, QuestionState, Rung, Say, StepState
from tests.cast import Cast, add, as_actor, assemble

MONDAY = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


class Morning:
    """The family's Monday. Children and Maya herself speak through Maya, everybody else alone.

    `car` informs Leo, Ivy and Bo; `dress` consults them, Maya decides; `game` is co-designed by
    Maya, Leo, Ivy and Bo; `breakfast` co-produced by Maya, Ivy and Bo, Nana does it too and may see
    it; `own` is Leo's own breakfast. Sam is a second parent whom no step names.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.household = cast.household
        self.maya, self.leo, self.ivy, self.bo, self.nana = cast.family
        self.sam = add(self.maya, "Sam", "parent", with_account=True, at=MONDAY - timedelta(days=3))
        self.neighbour = cast.neighbour
        self._ticks = 0
        self.routine = create_routine(
            actor=self.actor(self.maya),
            draft=RoutineDraft("Monday", 0b0011111, "leave", time(8, 20)),
            at=self.now,
        )
        small = (self.ivy, self.bo)
        self.car = self.step("Into the car", 5, (self.leo, *small), why="So that we arrive together.")
        self.dress = self.step("Get dressed", 15, (self.leo, *small), rung=Rung.CONSULT, decider=self.maya.id)
        self.game = self.step(
            "The game",
            10,
            (self.maya, self.leo, *small),
            rung=Rung.CODESIGN,
            limits="Everybody has clothes on.",
        )
        self.breakfast = self.step("Breakfast", 20, (self.maya, *small), rung=Rung.COPRODUCE, doers=(self.nana.id,))
        self.own = self.step("Own breakfast", 10, (self.leo,), over_to_you=True, why="It is yours.")

    @property
    def now(self) -> datetime:
        """Return a moment later than any before, by a second."""
        self._ticks += 1
        return MONDAY + timedelta(seconds=self._ticks)

    def pass_time(self, **length: float) -> None:
        """Let some time pass."""
        self._ticks += int(timedelta(**length).total_seconds())

    @property
    def today(self):
        """Return the date at the family's home."""
        return (MONDAY + timedelta(seconds=self._ticks)).date()

    @cached_property
    def _actors(self) -> dict[int, Actor]:
        return {}

    def actor(self, who: Member) -> Actor:
        """Return the actor somebody is."""
        return self._actors.setdefault(who.id, as_actor(who))

    def acting(self, who: Member) -> dict:
        """Return who taps and for whom, where somebody small speaks through Maya."""
        if who.account_id:
            return {"actor": self.actor(who)}
        return {"actor": self.actor(self.maya), "speaker_id": who.id}

    def step(self, title: str, minutes: int, affected: tuple[Member, ...], **about) -> Step:
        draft = StepDraft(title, minutes, "play", tuple(each.id for each in affected), **about)
        return add_step(actor=self.actor(self.maya), routine_id=self.routine.id, draft=draft, at=self.now)

    def ask(self, step: Step, text: str = "How shall we do it?", by: Member | None = None, **about) -> int:
        """Open a question and return its id."""
        event = open_question(**self.acting(by or self.maya), step_id=step.id, text=text, at=self.now, **about)
        return event.question_key

    def idea(self, question: int, text: str, by: Member | None = None) -> int:
        """Add an idea and return its id."""
        event = propose(
            **self.acting(by or self.maya),
            question_id=question,
            text=text,
            pictogram="play",
            at=self.now,
        )
        return event.subject_key

    def say(self, question: int, who: Member, word: str, option: int | None = None, note: str = "") -> Event:
        return say(
            **self.acting(who),
            question_id=question,
            word=Say(word),
            option_id=option,
            note=note,
            at=self.now,
        )

    def choose(self, question: int, who: Member, option: int) -> Event:
        """Give a vote to an idea."""
        return self.say(question, who, "choice", option)

    def concern(self, question: int, who: Member, text: str = "") -> Event:
        return record_concern(**self.acting(who), question_id=question, text=text, at=self.now)

    def concerns(self, question: int, *who: Member) -> None:
        for each in who:
            self.concern(question, each)

    def task(self, question: int, who: Member, text: str) -> Event:
        return take_task(**self.acting(who), question_id=question, text=text, at=self.now)

    def table(self, question: int, option: int, who: Member | None = None, trial: int | None = None) -> Event:
        return put_on_table(
            **self.acting(who or self.maya),
            question_id=question,
            option_id=option,
            trial_days=trial,
            at=self.now,
        )

    def veto(self, question: int, option: int, ground: str = "danger", reason: str = "It is hot.") -> Event:
        return veto(
            actor=self.actor(self.maya),
            question_id=question,
            option_id=option,
            ground=ground,
            reason=reason,
            at=self.now,
        )

    def settle(self, question: int, by: Member | None = None, **ending) -> Event:
        return settle(**self.acting(by or self.maya), question_id=question, ending=Ending(**ending), at=self.now)

    def answers(self, *who: Member) -> tuple[AnswerState, ...]:
        """Return an answer for each."""
        return tuple(AnswerState(each.id, "did", f"{each.name} was heard.") for each in who)

    def proposal(self, *, trial: int | None = None) -> tuple[int, int]:
        """Open the breakfast question, hear all concerns and put an idea on the table."""
        question = self.ask(self.breakfast, "The porridge goes cold.")
        self.concerns(question, self.maya, self.ivy, self.bo)
        option = self.idea(question, "Porridge together", self.ivy)
        self.table(question, option, trial=trial)
        return question, option

    def consented(self, *, trial: int | None = None) -> int:
        """Let everybody agree to a proposal for breakfast."""
        question, _option = self.proposal(trial=trial)
        for each in (self.maya, self.ivy, self.bo):
            self.say(question, each, "yes")
        return question

    def consulted(self) -> tuple[int, int, int]:
        """Open the dressing question, with two ideas and everybody heard."""
        question = self.ask(self.dress)
        music, pyjamas = self.idea(question, "With music"), self.idea(question, "In pyjamas", self.leo)
        self.choose(question, self.leo, pyjamas)
        self.choose(question, self.ivy, music)
        self.choose(question, self.bo, music)
        return question, music, pyjamas

    def voted(self, **votes: str) -> tuple[int, dict[str, int]]:
        """Open the game question with an idea per word voted for; "pass" passes."""
        question = self.ask(self.game)
        ideas = {word: self.idea(question, word) for word in dict.fromkeys(votes.values()) if word != "pass"}
        if len(ideas) == 1:
            ideas["Nobody's idea"] = self.idea(question, "Nobody's idea")
        for name, word in votes.items():
            self.vote(question, name, ideas.get(word))
        return question, ideas

    def vote(self, question: int, name: str, option: int | None) -> None:
        who = getattr(self, name)
        if option is None:
            self.say(question, who, "pass")
        else:
            self.choose(question, who, option)

    def state(self, step: Step, at: datetime | None = None) -> StepState:
        """Return a step as it is now."""
        return step_state(self.household.id, step.id, at or MONDAY + timedelta(seconds=self._ticks))

    def question(self, step: Step) -> QuestionState | None:
        return self.state(step).question

    def last(self, step: Step) -> QuestionState | None:
        return self.state(step).last

    def people(self):
        return family(self.household.id, Household.objects.get(id=self.household.id).people_revision)

    @property
    def revision(self) -> int:
        return Household.objects.get(id=self.household.id).revision

    def events(self, *kinds: str) -> list[Event]:
        """Return what happened in the family, oldest first; only some kinds, if any are named."""
        happened = Event.objects.of(self.household.id).order_by("id")
        return list(happened.filter(kind__in=kinds) if kinds else happened)


def assembled() -> Morning:
    """Bring the family together on its Monday, and the neighbours."""
    return Morning(assemble(at=MONDAY - timedelta(days=3)))


def facts() -> dict[str, list]:
    """Return everything stored about households and routines."""
    models = [*apps.get_app_config("households").get_models(), *apps.get_app_config("routines").get_models()]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models if model is not Account}


def said(question: int) -> dict[int, tuple]:
    """Return what is stored of everybody's voices to a question, whatever row holds it."""
    rows = Question.objects.get(id=question).voices.values(
        "member_id", "say", "option__text", "note", "said_at", "concern", "task"
    )
    return {row.pop("member_id"): row for row in rows}


@contextmanager
def refused(code: str) -> Iterator[pytest.ExceptionInfo]:
    """Expect a refusal with this code, and that it stored nothing."""
    before = facts()
    with pytest.raises(Refused) as refusal:
        yield refusal
    assert refusal.value.code == code
    assert facts() == before


@contextmanager
def missing() -> Iterator[None]:
    """Expect that there is no such thing for this actor, and that nothing was stored."""
    before = facts()
    with pytest.raises(Missing):
        yield
    assert facts() == before
