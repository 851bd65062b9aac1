"""What comes now and what next, for one person and for all, and how long it takes today."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from routines.rules.morning.blocks import Block, blocks, doings, part, waiting_before
from routines.rules.morning.elastic import Need, Stretched, stretch
from routines.rules.morning.state import MorningState, MorningStepState

# A need with this id is time somebody spends waiting for others.
WAITING = 0


@dataclass(frozen=True, slots=True)
class NowNext:
    """Where somebody is in a morning.

    `now` is their step, `next` the one after it. Who `waits` for others has no `now`. `left` and `done` count their
    steps, and `began` is since when they have been at the present one.
    """

    now: MorningStepState | None
    next: MorningStepState | None
    waits: bool
    left: int
    done: int
    began: datetime


@dataclass(frozen=True, slots=True)
class PersonNow:
    """Where somebody is, with their time.

    The present step began at `at.began`, is to take `length` seconds and so ends at `ends`; None where they have no
    step now. `lengths` are all steps still to do with their seconds. `free` is what they have left over, `short` what
    is missing even at the shortest, both in seconds and 0 without a time to leave.
    """

    member: int
    at: NowNext
    ends: datetime | None = None
    length: int = 0
    lengths: tuple[tuple[int, int], ...] = ()
    free: int = 0
    short: int = 0


@dataclass(frozen=True, slots=True)
class MorningNow:
    """Where everybody is. `free` and `short` are seconds; `changes_at` is when it looks different without a tap."""

    people: tuple[PersonNow, ...]
    free: int
    short: int
    all_done: bool
    changes_at: datetime | None

    def person(self, member: int) -> PersonNow | None:
        """Return where one person is, None for somebody without a part."""
        return next((each for each in self.people if each.member == member), None)


@dataclass(frozen=True, slots=True)
class _Look:
    """A morning looked at once, so that nobody's place in it is worked out twice."""

    morning: MorningState
    course: tuple[Block, ...]
    places: dict[int, NowNext] = field(default_factory=dict)

    def place(self, member: int) -> NowNext:
        if member not in self.places:
            self.places[member] = _place(self.morning, self.course, member)
        return self.places[member]

    def remaining(self, step: MorningStepState, member: int, now: datetime, minutes: int) -> int:
        """Return how many seconds of some minutes are still to come in a step, never below 0."""
        at = self.place(member)
        elapsed = _seconds(at.began, now) if at.now is step else 0
        return max(0, minutes * 60 - elapsed)


def now_and_next(morning: MorningState, member: int) -> NowNext:
    """Return where somebody is. They go at their own pace, but wait for earlier blocks they have no part in."""
    return _look(morning).place(member)


def of_person(morning: MorningState, member: int, now: datetime) -> PersonNow:
    """Return where somebody is at a moment, and their time.

    The present step's length is worked out for when it began: it counts down evenly, and does not shrink again while
    somebody is at it. Once it has run over, the steps after it share what is left.
    """
    return _of_person(_look(morning), member, now)


def of_all(morning: MorningState, now: datetime) -> MorningNow:
    """Return where everybody is at a moment, in the order in which the steps name them."""
    look = _look(morning)
    named = dict.fromkeys(doing.member for step in morning.steps for doing in doings(step))
    people = tuple(_of_person(look, member, now) for member in named)
    busy = tuple(each for each in people if each.at.left)
    over = max(0, seconds_left(morning, now) or 0)
    ends = tuple(each.ends for each in busy if each.ends and each.ends > now)
    return MorningNow(
        people=people,
        free=min((each.free for each in busy), default=over),
        short=max((each.short for each in busy), default=0),
        all_done=not busy,
        changes_at=min(ends, default=None),
    )


def seconds_left(morning: MorningState, now: datetime) -> int | None:
    """Return the seconds until leaving, less than nothing when that is past; None without a time to leave."""
    return None if morning.leave is None else _seconds(now, morning.leave)


def _look(morning: MorningState) -> _Look:
    return _Look(morning, blocks(morning))


def _of_person(look: _Look, member: int, now: datetime) -> PersonNow:
    at, morning = look.place(member), look.morning
    if not at.left:
        return PersonNow(member, at, free=max(0, seconds_left(morning, now) or 0))
    coming = _coming(look, member, now)
    if at.now is None:
        shared = stretch(coming, seconds_left(morning, now))
        return PersonNow(member, at, lengths=_steps(shared), free=shared.free, short=shared.short)
    present = Need(at.now.id, at.now.minutes * 60, at.now.least * 60)
    shared = stretch((present, *coming), seconds_left(morning, at.began))
    length, elapsed = shared.length(present.id), _seconds(at.began, now)
    if elapsed > length:
        later = stretch(coming, seconds_left(morning, now))
        shared = Stretched(((present.id, length), *later.lengths), later.free, later.short)
    ends = max(now, at.began + timedelta(seconds=length))
    return PersonNow(member, at, ends, max(length, elapsed), _steps(shared), shared.free, shared.short)


def _place(morning: MorningState, course: tuple[Block, ...], member: int) -> NowNext:
    mine = [step for block in course for step in block.of(member)]
    undone = [step for step in mine if not part(step, member).done_at]
    waited = _without(course, member, undone[0]) if undone else ()
    waits = any(not block.done for block in waited)
    coming = undone if waits else undone[1:]
    return NowNext(
        now=undone[0] if undone and not waits else None,
        next=coming[0] if coming else None,
        waits=waits,
        left=len(undone),
        done=len(mine) - len(undone),
        began=_began(morning, [part(step, member) for step in mine], waited),
    )


def _began(morning: MorningState, own: list, waited: tuple[Block, ...]) -> datetime:
    """Return since when somebody has been at a step: their last one, and whatever they waited for, were over then."""
    others = [doing for block in waited for step in block.steps for doing in doings(step)]
    return max([morning.started, *(doing.done_at for doing in own + others if doing.done_at)])


def _without(course: tuple[Block, ...], member: int, step: MorningStepState) -> tuple[Block, ...]:
    """Return the blocks before a step in which somebody has no part."""
    place = next(number for number, block in enumerate(course) if step in block.steps)
    return tuple(block for block in course[:place] if member not in block.people)


def _coming(look: _Look, member: int, now: datetime) -> tuple[Need, ...]:
    """Return what somebody has still to do after the present step, with the waiting in between."""
    whole = waiting_before(look.course, member, lambda step, who: look.remaining(step, who, now, step.minutes))
    least = waiting_before(look.course, member, lambda step, who: look.remaining(step, who, now, step.least))
    present = look.place(member).now
    needs: list[Need] = []
    for step in (step for block in look.course for step in block.of(member)):
        if step.id not in whole or step is present:
            continue
        needs.append(Need(WAITING, whole[step.id], least[step.id]))
        needs.append(Need(step.id, step.minutes * 60, step.least * 60))
    return tuple(need for need in needs if need.id != WAITING or need.seconds)


def _steps(shared: Stretched) -> tuple[tuple[int, int], ...]:
    return tuple(each for each in shared.lengths if each[0] != WAITING)


def _seconds(since: datetime, until: datetime) -> int:
    return int((until - since).total_seconds())
