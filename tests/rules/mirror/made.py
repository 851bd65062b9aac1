"""Facts made by hand: Maya and Leo (1, 2), Ivy and Bo (3, 4); one routine, a few steps, one Monday in March."""

from datetime import UTC, date, datetime

from routines.rules.mirror.facts import (
    AgainFact,
    AskedFact,
    DoneFact,
    Facts,
    FeltFact,
    IdeaFact,
    MorningFact,
    MovedFact,
    OverrideFact,
    PickedFact,
    RemarkFact,
    RoutineFact,
    SaidFact,
    StepFact,
)
from routines.rules.mirror.measure import Measure, Tally
from routines.rules.state import Rung

FIRST, LAST = date(2026, 1, 5), date(2026, 3, 29)
ON = date(2026, 3, 2)
LONG_AFTER = date(2026, 3, 29)
MAYA, LEO, IVY, BO = PEOPLE = (1, 2, 3, 4)
ROUTINE, OTHER = 1, 2
DRESS, BREAKFAST = 11, 12


def facts(**more) -> Facts:
    """Return facts of the period."""
    values = {
        "people": PEOPLE,
        "routines": (RoutineFact(ROUTINE, "Monday"),),
        "steps": (step(DRESS, named=(IVY, BO)), step(BREAKFAST, position=2, named=(MAYA, LEO, IVY), doers=(BO,))),
    }
    return Facts(FIRST, LAST, **(values | more))


def step(number: int, rung: Rung | None = Rung.CONSULT, *, routine: int = ROUTINE, position: int = 1, **more):
    return StepFact(number, routine, position, f"Step {number}", "shirt", rung, **more)


def felt(number: int, member: int, how: str, rung: Rung | None = Rung.CONSULT, **more) -> FeltFact:
    values = {"routine": ROUTINE, "step": DRESS, "morning": number, "on": ON}
    return FeltFact(id=number, member=member, felt=how, rung=rung, **(values | more))


def again(number: int, member: int, how: str, **more) -> AgainFact:
    values = {"routine": ROUTINE, "morning": number, "on": ON}
    return AgainFact(id=number, member=member, again=how, **(values | more))


def said(number: int, member: int, kind: str = "voice", **more) -> SaidFact:
    return SaidFact(id=number, member=member, kind=kind, **({"routine": ROUTINE, "step": DRESS, "on": ON} | more))


def asked(number: int, by: int, **more) -> AskedFact:
    values = {"routine": ROUTINE, "step": DRESS, "rung": Rung.CONSULT, "text": "How?", "on": ON}
    return AskedFact(id=number, by=by, **(values | more))


def idea(number: int, member: int, became: str, **more) -> IdeaFact:
    values = {"routine": ROUTINE, "step": DRESS, "question": 1, "on": ON, "text": "With music"}
    return IdeaFact(id=number, member=member, became=became, **(values | more))


def remark(number: int, member: int, **more) -> RemarkFact:
    values = {"routine": ROUTINE, "step": DRESS, "on": ON, "text": "Cold."}
    return RemarkFact(id=number, member=member, **(values | more))


def override(number: int, *, reviewed: bool, **more) -> OverrideFact:
    values = {"routine": ROUTINE, "step": DRESS, "on": ON, "by": MAYA, "ground": "danger", "reason": "Ice."}
    return OverrideFact(id=number, reviewed=reviewed, **(values | more))


def done(number: int, kind: str, member: int, *, done: bool = True, by_self: bool = True, **more) -> DoneFact:
    values = {"routine": ROUTINE, "step": DRESS, "morning": number, "on": ON}
    return DoneFact(id=number, kind=kind, member=member, done=done, by_self=by_self, **(values | more))


def picked(number: int, won: int, taps: dict[int, tuple[int, ...]], **more) -> PickedFact:
    values = {"routine": ROUTINE, "step": BREAKFAST, "pick": 1, "text": "Breakfast", "on": ON}
    return PickedFact(id=number, won=won, taps=tuple(taps.items()), **(values | more))


def morning(number: int, leave: str = "", left: str = "", **more) -> MorningFact:
    values = {"routine": ROUTINE, "on": ON}
    return MorningFact(id=number, leave=_clock(leave), left=_clock(left), **(values | more))


def moved(number: int, by: int | None = MAYA, **more) -> MovedFact:
    values = {"routine": ROUTINE, "step": DRESS, "on": ON, "before": Rung.INFORM, "after": Rung.CONSULT, "reason": "Go"}
    return MovedFact(id=number, by=by, **(values | more))


def counts(measure: Measure) -> list[tuple]:
    """Return the counts of a measure as short tuples: whose, which part, how many, of how many."""
    return [(each.member, each.part, each.n, each.of) for each in measure.tallies]


def tally_of(measure: Measure, member: int | None, part: str = "") -> Tally:
    return next(each for each in measure.tallies if (each.member, each.part) == (member, part))


def _clock(time: str) -> datetime | None:
    return datetime.fromisoformat(f"2026-03-02T{time}").replace(tzinfo=UTC) if time else None
