"""How a morning of the past was for everybody, what slipped, and what was said about it afterwards."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Model

from routines.models import Comment, Feeling, Notice, Repair, Slip
from routines.past.lived import Lived
from routines.rules.lanes import LANES, PLANNED_AS
from routines.rules.state import Rung

EVENING = timedelta(hours=10)
SLIPPED, SORRY, THANKED, CHANGED = 25, 12, 8, 60
TELLS, FEELS = 3, 2
AGAIN = ("yes", "yes", "yes", "maybe", "no")
HARD = ("", "", "There was too little time.", "It was too loud.", "I had to wait for all of you.", "I was tired.")
SAID = {
    "sorry": ("I was too loud.", "I did not listen to you.", "I pulled your arm."),
    "thanks": ("You waited for me.", "You carried my bag.", "It was fun."),
    "change": ("Shoes at the door in the evening.", "A song while we dress.", "Five minutes earlier."),
}


def notice_it(morning: Lived) -> Iterable[Model]:
    """Return what was noticed during a morning and in the evening, each for themselves."""
    here = morning.people()
    if here and morning.chance(SLIPPED):
        yield _slip(morning, morning.dice.choice(here))
    evening = morning.row.left_at + EVENING
    for place, member in enumerate(here):
        if not morning.chance(TELLS):
            yield from _account(morning, member, evening + timedelta(minutes=2 * place))
    if len(here) > 1:
        yield from _repairs(morning, here, evening + timedelta(minutes=20))


def _slip(morning: Lived, member: int) -> Slip:
    steps = morning.parts_of(member)
    step = morning.dice.choice(steps) if steps else None
    slip = Slip(
        household_id=morning.past.household_id,
        morning=morning.row,
        morning_step=step,
        noticed_by_id=member,
        acted_by_id=morning.helper_of(member),
        at=morning.at(30),
    )
    title = {"title": step.title} if step else {}
    morning.record("slip.noticed", slip.at, morning.taps_for(member), slip, member_id=member, **title)
    return slip


def _account(morning: Lived, member: int, at: datetime) -> Iterable[Model]:
    helper, by = morning.helper_of(member), morning.taps_for(member)
    about = {"household_id": morning.past.household_id, "morning": morning.row, "member_id": member}
    told = {"said_by_id": helper, "said_at": at}
    again, hard = morning.dice.choice(AGAIN), morning.dice.choice(HARD)
    yield Notice(again=again, hard=hard, **about, **told)
    morning.record("notice.told", at, by, morning.row, member_id=member, undo={"was": None})
    steps = morning.parts_of(member)
    for step in morning.dice.sample(steps, min(FEELS, len(steps))):
        felt = morning.dice.choice((*(PLANNED_AS[Rung(step.rung)],) * 4, *LANES))
        morning.record("feeling.told", at, by, step, member_id=member, title=step.title, undo={"was": None})
        yield Feeling(morning_step=step, felt=felt, **about, **told)


def _repairs(morning: Lived, here: list[int], at: datetime) -> Iterable[Model]:
    for kind, one_in in (("sorry", SORRY), ("thanks", THANKED), ("change", CHANGED)):
        if morning.chance(one_in):
            by, to = morning.dice.sample(here, 2)
            yield from _repair(morning, kind, by, None if kind == "change" else to, at)


def _repair(morning: Lived, kind: str, by: int, to: int | None, at: datetime) -> Iterable[Model]:
    """Return a repair; a change that is wanted stays a remark, so that what is asked in the plan stays as it is."""
    steps = morning.parts_of(by)
    step = morning.dice.choice(steps) if kind == "change" and steps else None
    if kind == "change" and step is None:
        return
    helper, text = morning.helper_of(by), morning.dice.choice(SAID[kind])
    repair = Repair(
        household_id=morning.past.household_id,
        morning=morning.row,
        morning_step=step,
        step_id=step.step_id if step else None,
        kind=kind,
        by_id=by,
        acted_by_id=helper,
        to_id=to,
        text=text,
        at=at,
        answer="red-heart" if kind == "sorry" else "",
        answered_by_id=to if kind == "sorry" else None,
        answered_at=at + timedelta(minutes=5) if kind == "sorry" else None,
    )
    yield repair
    _tell(morning, repair)
    if step is not None:
        remark = Comment(
            household_id=morning.past.household_id,
            step_id=step.step_id,
            member_id=by,
            acted_by_id=helper,
            text=text,
            at=at,
        )
        about = {"member_id": by, "step_key": step.step_id, "title": step.title}
        morning.record("comment.said", at, morning.taps_for(by), remark, **about)
        yield remark


def _tell(morning: Lived, repair: Repair) -> None:
    by = morning.taps_for(repair.by_id)
    if repair.kind == "change":
        step = repair.morning_step
        about = {"member_id": repair.by_id, "step_key": step.step_id, "title": step.title}
        morning.record("repair.change", repair.at, by, repair, **about)
    elif repair.acted_by_id is None:
        morning.record(f"repair.{repair.kind}", repair.at, by, repair, member_id=repair.to_id)
    else:
        to = {"to": [None, repair.to_id]}
        morning.record(f"repair.{repair.kind}_for", repair.at, by, repair, member_id=repair.by_id, changes=to)
    if repair.answer:
        answered = morning.taps_for(repair.answered_by_id)
        morning.record("repair.answered", repair.answered_at, answered, repair, member_id=repair.answered_by_id)
