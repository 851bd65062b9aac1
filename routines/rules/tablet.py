"""What somebody is asked on a shared tablet, one thing at a time, and how much is shown at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum, auto
from itertools import pairwise
from typing import TypeVar

from routines.rules.codes import Code
from routines.rules.consent import consent
from routines.rules.judge.checks import asked
from routines.rules.judge.overriding import in_force
from routines.rules.judge.undoing import UNDO
from routines.rules.ladder import may
from routines.rules.next_thing import Next, next_thing
from routines.rules.people import sees, still_here
from routines.rules.situation import Deed, Situation
from routines.rules.state import Person, QuestionState, Rung, StepState
from routines.rules.voices import concerned, has_spoken, tabled
from routines.rules.weekdays import next_day

Each = TypeVar("Each")

# How many choices a child can look at together; whoever is older gets the last.
AT_ONCE = {"3-5": 3, "6-9": 4}
AT_ONCE_LATER = 6
OWN = "own"
# What is done in a morning, and can be taken back there.
IN_A_MORNING = {
    "slip.noticed",
    "morning.started",
    "morning.done",
    "morning.undone",
    "morning.ticked",
    "morning.unfolded",
    "morning.folded",
    "morning.left",
    "morning.back",
    "today.asked",
    "today.withdrawn",
    "today.said",
    "today.declined",
    "today.skipped",
    "today.later",
}
# What is told after a morning is taken back where it was told.
NOTICED_HERE = frozenset(
    {
        "notice.told",
        "notice.changed",
        "notice.passed",
        "feeling.told",
        "feeling.changed",
        "repair.sorry",
        "repair.thanks",
        "repair.answered",
    }
)
# What can be taken back at a tablet: what was said there. A teenager's changes of the plan are for their own screen.
SAID_HERE = frozenset(
    {
        "voice.said",
        "voice.changed",
        "voice.passed",
        "concern.said",
        "task.taken",
        "option.proposed",
        "option.tabled",
        "question.opened",
        "question.own",
        "override.replied",
        "comment.said",
        "pick.tapped",
        "pick.option_added",
    }
)
# What is answered who looks in is taken back where it was answered.
ANSWERED_HERE = frozenset({"review.answered"})
TAKEN_BACK_HERE = SAID_HERE | IN_A_MORNING | NOTICED_HERE | ANSWERED_HERE
# Of these, what answers something asked. The others bring something up, and are taken back where they were brought.
SAID_TO_AN_ASK = SAID_HERE - {"option.proposed", "question.opened", "comment.said", "pick.option_added"}
# What a tap may bring about before its own event: a pick that was over by the clock is written down first.
BESIDE = "pick.settled"


class AskKind(StrEnum):
    """What is asked: each looks different on the tablet and is answered by a verb of its own."""

    OWN = auto()
    INFORM = auto()
    PICK = auto()
    CONSENT = auto()
    CONCERN = auto()
    TASK = auto()
    TABLE = auto()
    REPLY = auto()
    LATE = auto()
    DAILY = auto()


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing on the tablet of one person.

    `open` says that it waits for them; what they have answered stays, so that they can see the others' faces,
    say something else, or take it back. `subject` is the question's id, for a reply the step's. `coming` is
    what comes next on it, or whom everybody waits for.
    """

    kind: AskKind
    step: StepState
    subject: int
    open: bool
    coming: Next

    @property
    def key(self) -> str:
        """Return the name by which pages know it: the question's number, with what is asked beside it."""
        if self.kind in (AskKind.REPLY, AskKind.CONCERN, AskKind.TABLE, AskKind.TASK):
            return f"{self.kind}-{self.subject}"
        return str(self.subject)


def matters(situation: Situation) -> tuple[Matter, ...]:
    """Return what the speaker is asked on a step, in order: a reply first, then what its question asks."""
    step = situation.step
    if step is None or step.archived or not sees(situation.speaker, step):
        return ()
    situation = still_here(situation)
    return (*_reply(situation), *_asked(_without_override(situation)))


def at_once(age_band: str) -> int:
    """Return how many choices somebody of this age sees together."""
    return AT_ONCE.get(age_band, AT_ONCE_LATER)


def in_groups(choices: Sequence[Each], most: int) -> tuple[tuple[Each, ...], ...]:
    """Return choices in groups of at most so many, as even as can be, in their order: never three and a lonely one."""
    if not choices:
        return ()
    count = -(-len(choices) // most)
    bounds = [len(choices) * number // count for number in range(count + 1)]
    return tuple(tuple(choices[start:end]) for start, end in pairwise(bounds))


def may_say_late(step: StepState, person: Person) -> bool:
    """Return whether what somebody said too late is kept: they were asked."""
    return person.id in step.affected


def seen_by_all(step: StepState, faces: Sequence[Person]) -> bool:
    """Return whether a step may stand on a page of the tablet that is nobody's own."""
    return all(sees(person, step) for person in faces)


def next_run(weekdays: int, leave: time | None, now: datetime) -> date | None:
    """Return the day of the next morning of a routine: today, until it is over. `now` is local."""
    over = leave is not None and now.time() > leave
    return next_day(weekdays, now.date() + timedelta(days=1) if over else now.date())


def _reply(situation: Situation) -> tuple[Matter, ...]:
    """A safety override asks everybody it is about what they think, and keeps their answer in sight."""
    step, me = situation.step, situation.speaker.id
    if step.override is None or not in_force(situation) or not may(Deed.REPLY, situation):
        return ()
    replied = any(reply.member == me for reply in step.override.replies)
    return (Matter(AskKind.REPLY, step, step.id, not replied, Next(Deed.REPLY, Code.NEXT_REPLY)),)


def _without_override(situation: Situation) -> Situation:
    step = situation.step
    if step.override is None and not step.has_override:
        return situation
    return replace(situation, step=replace(step, override=None, has_override=False, override_until=None))


def _asked(situation: Situation) -> tuple[Matter, ...]:
    question = situation.question
    if question is None or question.closed:
        return _chosen(situation)
    coming = next_thing(situation)
    if situation.step.own_matter_of is not None:
        mine = situation.step.own_matter_of == situation.speaker.id
        return (_matter(situation, AskKind.OWN, coming, waits=True),) if mine else ()
    if not asked(situation):
        return ()
    if question.rung is Rung.COPRODUCE:
        return _together(situation, coming)
    kind = AskKind.INFORM if question.rung is Rung.INFORM else AskKind.PICK
    return (_matter(situation, kind, coming, waits=not has_spoken(question, situation.speaker.id)),)


def _chosen(situation: Situation) -> tuple[Matter, ...]:
    """One's own choice ends its question at once; it stays in sight for as long as it can be taken back."""
    last = situation.step.last
    decision = last.decision if last else None
    mine = decision is not None and decision.kind == OWN and decision.by == situation.speaker.id
    if not mine or not is_fresh(decision.at, situation.now):
        return ()
    return (Matter(AskKind.OWN, situation.step, last.id, False, Next(None, Code.NEXT_SETTLED)),)


def is_fresh(at: datetime | None, now: datetime | None) -> bool:
    """Return whether something done then can still be taken back now."""
    return at is not None and now is not None and now - at <= UNDO


def _together(situation: Situation, coming: Next) -> tuple[Matter, ...]:
    """What matters comes first, then a proposal, then everybody's yes, then who does what."""
    question, me = situation.question, situation.speaker.id
    table = coming.deed in (Deed.TABLE, Deed.PROPOSE)
    if tabled(question) is None:
        concern = _matter(situation, AskKind.CONCERN, coming, waits=me not in concerned(question))
        return (concern, _matter(situation, AskKind.TABLE, coming, waits=True)) if table else (concern,)
    status = consent(question)
    found = [_matter(situation, AskKind.CONSENT, coming, waits=me in status.waiting_for)]
    if me not in concerned(question):
        found.insert(0, _matter(situation, AskKind.CONCERN, coming, waits=True))
    if table:  # another proposal is anybody's to make: it is offered, and waits for nobody
        found.append(_matter(situation, AskKind.TABLE, coming, waits=False))
    if status.reached:
        found.append(_matter(situation, AskKind.TASK, coming, waits=me in status.needs_tasks_from))
    return tuple(found)


def _matter(situation: Situation, kind: AskKind, coming: Next, *, waits: bool) -> Matter:
    question: QuestionState = situation.question
    return Matter(kind, situation.step, question.id, waits, coming)
