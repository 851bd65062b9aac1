"""Where a verb happens: one change, the step as it is now, and the rule asked first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from households.actions.change import ChangeInProgress, change
from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.models import Routine
from routines.models.snapshots import family, step_asked, step_state
from routines.rules.ladder import Deed, Situation, judge
from routines.rules.people import sees, without_gone
from routines.rules.state import Person, QuestionState, StepState


def local_date(at: datetime, time_zone: str) -> date:
    """Return the date it is in a time zone at a moment."""
    return at.astimezone(ZoneInfo(time_zone)).date()


@dataclass(slots=True)
class Stage:
    """One change of a routine in progress: who acts, for whom, on what, and when.

    `me` is the actor as a person, `speaker` whose deed it is; `step` and `question` are as they
    were before the change. `came_from` is the morning it came from, where somebody noticed there that something
    should be otherwise.
    """

    change: ChangeInProgress
    actor: Actor
    people: tuple[Person, ...]
    me: Person
    speaker: Person
    at: datetime
    today: date
    step: StepState | None = None
    question: QuestionState | None = None
    came_from: int | None = None

    @property
    def acted_by(self) -> int | None:
        """Return who acted for somebody else, or None: at a tablet whoever helped, as the sitting one said."""
        return self.actor.helped_by if self.me.id == self.speaker.id else self.me.id

    def situation(self, **attempt: object) -> Situation:
        """Return what the rules are asked about, with the attempt's details."""
        return Situation(
            today=self.today,
            now=self.at,
            actor=self.me,
            speaker=self.speaker,
            members=self.people,
            step=self.step,
            question=self.question,
            **attempt,
        )

    def ask(self, deed: Deed, **attempt: object) -> None:
        """Ask the rules; raises `Refused` with their reason."""
        verdict = judge(deed, self.situation(**attempt))
        if not verdict:
            raise Refused(str(verdict.code), **dict(verdict.params))

    def record(self, kind: str, **about: object) -> Event:
        """Record an event about this step and question, in the speaker's name, with whoever helped them."""
        about.setdefault("member", self.speaker.id)
        if self.actor.helped_by is not None:
            about["changes"] = {**about.get("changes", {}), "helper": ["", self.actor.helped_by]}
        if self.step:
            about.setdefault("routine", self.step.routine)
            about.setdefault("step", self.step.id)
            about.setdefault("title", self.step.title)
        if self.question:
            about.setdefault("question", self.question.id)
        if self.came_from:
            about.setdefault("morning", self.came_from)
        return self.change.record(kind, **about)

    def touch(self, step_id: int | None = None) -> None:
        """Mark a step as changed: its card and panel are told to every screen."""
        changed = step_id or self.step.id
        with connection.cursor() as cursor:  # by hand: every tap does this, and building it takes longer than doing it
            cursor.execute(
                "UPDATE routines_step SET revision = %s WHERE household_id = %s AND id = %s",
                [self.change.revision, self.actor.household_id, changed],
            )
        self.change.step_ids.add(changed)
        if self.step:
            self.change.routine_ids.add(self.step.routine)

    def touch_board(self, routine_id: int) -> None:
        """Mark a routine's board as changed: its order, times, people or rungs."""
        Routine.objects.filter(household_id=self.actor.household_id, id=routine_id).update(
            revision=self.change.revision
        )
        self.change.routine_ids.add(routine_id)
        self.change.tells("board")


@contextmanager
def stage(
    *,
    actor: Actor,
    at: datetime,
    tap: UUID | None = None,
    speaker_id: int | None = None,
    step_id: int | None = None,
    question_id: int | None = None,
    talk: bool = False,
) -> Iterator[Stage]:
    """Begin a change and show the step as it is now; commit it at the end.

    `speaker_id` is whom the actor acts for. A question that closed meanwhile is refused with
    "closed". Raises `Missing` where the actor may not even see the step, besides what `change` does.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        people, me, speaker = who_acts(begun, actor, speaker_id)
        scene = Stage(
            change=begun,
            actor=actor,
            people=people,
            me=me,
            speaker=speaker,
            at=at,
            today=local_date(at, actor.time_zone),
        )
        if question_id is not None:
            _set(scene, step_asked(actor.household_id, question_id, at, talk=talk), question_id)
        elif step_id is not None:
            _set(scene, step_state(actor.household_id, step_id, at, talk=talk))
        yield scene


def who_acts(
    begun: ChangeInProgress, actor: Actor, speaker_id: int | None
) -> tuple[tuple[Person, ...], Person, Person]:
    """Return everybody of the household, who acts, and for whom; raises `Missing` where one of them is not here."""
    people = family(actor.household_id, begun.people_revision)
    here = {person.id: person for person in people if not person.left}
    me, speaker = here.get(actor.member_id), here.get(speaker_id or actor.member_id)
    if me is None or speaker is None or not _may_help(here, actor):
        raise Missing
    return people, me, speaker


def _may_help(here: dict[int, Person], actor: Actor) -> bool:
    """Return whether a helper, if one is named, is somebody else of this household."""
    return actor.helped_by is None or (actor.helped_by in here and actor.helped_by != actor.member_id)


def _set(scene: Stage, step: StepState | None, question_id: int | None = None) -> None:
    scene.step = step
    if scene.step is None or not sees(scene.me, scene.step):
        raise Missing
    scene.step = _with_those_here(scene.step, scene.people)
    scene.question = scene.step.question
    if question_id is not None and (scene.question is None or scene.question.id != question_id):
        raise Refused("closed")


def _with_those_here(step: StepState, people: tuple[Person, ...]) -> StepState:
    """Return the step without those who left: they are neither waited for nor counted."""
    gone = {person.id for person in people if person.left}
    if gone.isdisjoint({*step.affected, *step.doers}):
        return step
    return replace(
        step,
        affected=tuple(each for each in step.affected if each not in gone),
        doers=tuple(each for each in step.doers if each not in gone),
        question=step.question and without_gone(step.question, gone),
    )
