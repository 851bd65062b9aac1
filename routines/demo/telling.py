"""Short words for what the family does, so that its story reads like one."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from households.actor import Actor
from households.models import Event
from routines.actions.agenda import talked_about
from routines.actions.comment import comment
from routines.actions.option import propose
from routines.actions.override import override, reply
from routines.actions.question import open_question
from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.rung import answer_ask, ask_climb, climb
from routines.actions.settle import Ending, choose, settle
from routines.actions.step import StepDraft, add_step, edit_step, move_step, values_of
from routines.actions.take_back import take_back
from routines.actions.voice import put_on_table, record_concern, say, take_task
from routines.demo.days import Days
from routines.demo.people import Family
from routines.demo.picked import Picked
from routines.models import AgendaItem, Option, Routine
from routines.models.snapshots import step_state
from routines.rules.state import AnswerState, Rung, Say


class Telling:
    """The family, its days, and what it made by name: routines, steps, and ids to come back to."""

    def __init__(self, family: Family, days: Days) -> None:
        self.family = family
        self.days = days
        self.routines: dict[str, Routine] = {}
        self.steps: dict[str, int] = {}
        self.picks: dict[str, Picked] = {}
        self.kept: dict[str, int] = {}

    def by(self, who: Actor, seconds: int = 40) -> dict[str, Any]:
        """Return who taps, when (after so many seconds), and for whom: children speak through Maya."""
        at = self.days.tick(seconds)
        if who.account_id is not None:
            return {"actor": who, "at": at}
        return {"actor": self.family.maya, "speaker_id": who.member_id, "at": at}

    def routine(self, draft: RoutineDraft) -> Routine:
        """Begin a routine."""
        return create_routine(**self.by(self.family.maya), draft=draft)

    def step(
        self, key: str, routine: Routine, title: str, who: Iterable[Actor], *, by: Actor | None = None, **about: Any
    ) -> None:
        """Add a step, known as `key` from now on; `who` it is for."""
        doers = tuple(each.member_id for each in about.pop("doers", ()))
        draft = StepDraft(title=title, affected=tuple(each.member_id for each in who), doers=doers, **about)
        step = add_step(**self.by(by or self.family.maya), routine_id=routine.id, draft=draft)
        self.steps[key] = step.id

    def edit(self, key: str, *, why: str, morning: int | None = None, **changed: Any) -> Event | None:
        """Let Maya change some fields of a step, and say why, and from which morning it comes."""
        step = step_state(self.family.maya.household_id, self.steps[key], self.days.tick())
        base = values_of(step)
        draft = StepDraft(**{**base, **changed})
        about = {"step_id": self.steps[key], "draft": draft, "base": base, "why": why, "morning_id": morning}
        return edit_step(**self.by(self.family.maya), **about)

    def move(self, key: str, to_index: int) -> Event | None:
        """Let Maya put a step at another place."""
        return move_step(**self.by(self.family.maya), step_id=self.steps[key], to_index=to_index)

    def ask(self, key: str, text: str, *, by: Actor | None = None, **about: Any) -> int:
        """Open a question on a step."""
        opened = open_question(**self.by(by or self.family.maya), step_id=self.steps[key], text=text, **about)
        return opened.question_key

    def idea(self, question: int, by: Actor, text: str, pictogram: str, consequence: str = "") -> int:
        """Add an idea."""
        event = propose(**self.by(by), question_id=question, text=text, pictogram=pictogram, consequence=consequence)
        return event.subject_key

    def option_of(self, opened: Event) -> int:
        """Return the idea a question began with."""
        return Option.objects.filter(question_id=opened.question_key).latest("id").id

    def say(self, question: int, who: Actor, word: Say, note: str = "", option: int | None = None) -> Event:
        """Let somebody speak."""
        return say(**self.by(who), question_id=question, word=word, note=note, option_id=option)

    def wants(self, question: int, who: Actor, option: int, note: str = "") -> Event:
        """Let somebody choose an idea."""
        return self.say(question, who, Say.CHOICE, note, option)

    def concern(self, question: int, who: Actor, text: str = "") -> None:
        """Let somebody say what matters to them."""
        record_concern(**self.by(who), question_id=question, text=text)

    def table(self, question: int, who: Actor, option: int, trial_days: int | None = None) -> None:
        """Let somebody put an idea on the table."""
        put_on_table(**self.by(who), question_id=question, option_id=option, trial_days=trial_days)

    def task(self, question: int, who: Actor, text: str) -> None:
        """Let somebody take a task."""
        take_task(**self.by(who), question_id=question, text=text)

    def settle(self, question: int, by: Actor, answers: Iterable[tuple[Actor, str, str]] = (), **ending: Any) -> Event:
        """End a question; `answers` are who, what became of what they said, and because."""
        given = tuple(AnswerState(who.member_id, did, because) for who, did, because in answers)
        return settle(**self.by(by), question_id=question, ending=Ending(answers=given, **ending))

    def chooses(self, question: int, who: Actor, option: int) -> None:
        """Let somebody choose in their own matter."""
        choose(**self.by(who), question_id=question, option_id=option)

    def remark(self, key: str, who: Actor, text: str = "", sticker: str = "") -> Event:
        """Let somebody comment on a step."""
        return comment(**self.by(who), step_id=self.steps[key], text=text, sticker=sticker)

    def climb(self, key: str, to_rung: Rung, reason: str) -> None:
        """Let Maya put a step on a higher rung."""
        climb(**self.by(self.family.maya), step_id=self.steps[key], to_rung=to_rung, reason=reason)

    def wish(self, key: str, who: Actor, to_rung: Rung, reason: str) -> int:
        """Let somebody ask to climb."""
        event = ask_climb(**self.by(who), step_id=self.steps[key], to_rung=to_rung, reason=reason)
        return event.subject_key

    def answer(self, key: str, wish: int, *, granted: bool, answer: str) -> None:
        """Let Maya answer a wish."""
        answer_ask(**self.by(self.family.maya), step_id=self.steps[key], ask_id=wish, granted=granted, answer=answer)

    def override(self, key: str, ground: str, reason: str, day: int) -> None:
        """Let Maya rule for the rest of a day."""
        override(
            **self.by(self.family.maya),
            step_id=self.steps[key],
            ground=ground,
            reason=reason,
            expires_at=self.days.end_of(day),
        )

    def reply(self, key: str, who: Actor, text: str = "", sticker: str = "") -> None:
        """Let somebody answer an override."""
        reply(**self.by(who), step_id=self.steps[key], text=text, sticker=sticker)

    def talked(self, key: str, kind: str, what_came_of_it: str) -> None:
        """Let Maya say that the family talked about what stands on the agenda for a step."""
        waiting = AgendaItem.objects.filter(household_id=self.family.maya.household_id, done_at=None)
        item = waiting.get(step_id=self.steps[key], kind=kind)
        talked_about(**self.by(self.family.maya), item_id=item.id, why=what_came_of_it)

    def take_back(self, event: Event, who: Actor) -> None:
        """Let somebody undo what they just did."""
        take_back(**self.by(who), event_id=event.id)

    def day(self, day: int) -> date:
        """Return the date of a day, counted from the Monday."""
        return self.days.date(day)
