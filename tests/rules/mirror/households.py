"""Facts of households as they come, and the same facts otherwise where a reader may not see: for Hypothesis.

They are drawn by a `Random` of Hypothesis: a household is far more than it can draw itself in good time.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, timedelta
from random import Random

from routines.rules.lanes import LANES, PUSHED
from routines.rules.mirror.facts import Facts
from routines.rules.mirror.lens import ALL_KINDS, COMMENTS, COUNTS, FEELINGS, FRESH, RUNGS, Lens
from routines.rules.state import Rung
from tests.rules.mirror import made

SHARED, HIDDEN = (made.MAYA, made.IVY), (made.LEO, made.BO)
# On the shared routine: for one shared, for both, for one not shared alone. The last is on a routine not shared.
FOR_SHARED, FOR_BOTH, FOR_HIDDEN, ELSEWHERE = 11, 12, 13, 21
ROUTINE_OF = {FOR_SHARED: made.ROUTINE, FOR_BOTH: made.ROUTINE, FOR_HIDDEN: made.ROUTINE, ELSEWHERE: made.OTHER}
TODAY = made.LAST
OPEN, ENDED = (1, 2), (3, 4)
HALF = 0.5
NOT_FACTS = ("first", "last", "people", "routines", "steps")

WORDS = ("", "Too cold.", "Why me?")
RUNGS_ALL = tuple(Rung)
ANYBODY = (None, *made.PEOPLE)


def some(draw: Random, things: Iterable, least: int = 0) -> tuple:
    """Return some of some things, in any order."""
    things = tuple(things)
    return tuple(draw.sample(things, draw.randint(least, len(things))))


def _day(draw: Random) -> date:
    return TODAY - timedelta(days=draw.randint(0, 6))


def _maybe(draw: Random) -> bool:
    return draw.random() < HALF


def lenses(draw: Random) -> Lens:
    """Return what somebody outside may see."""
    kinds = some(draw, sorted(ALL_KINDS))
    return Lens(TODAY, None, frozenset(SHARED), frozenset({made.ROUTINE}), frozenset(kinds))


def households(draw: Random) -> Facts:
    """Return all facts of a household in which a part is shared."""
    steps = (
        made.step(FOR_SHARED, named=(made.MAYA,)),
        made.step(FOR_BOTH, position=2, named=(made.IVY, made.LEO), doers=(made.BO,)),
        made.step(FOR_HIDDEN, position=3, named=(made.LEO,), doers=(made.MAYA,)),
        made.step(ELSEWHERE, routine=made.OTHER, named=(made.IVY,)),
    )
    asked = tuple(_asked(draw, number) for number in (*OPEN, *ENDED))
    more = {name: tuple(make(draw, number) for number in some(draw, range(1, 7))) for name, make in MAKERS.items()}
    return made.facts(steps=steps, asked=asked, **more)


def _on(draw: Random) -> dict:
    step = draw.choice(sorted(ROUTINE_OF))
    return {"step": step, "routine": ROUTINE_OF[step], "on": _day(draw)}


def _asked(draw: Random, number: int):
    about = {**_on(draw), "by": draw.choice(made.PEOPLE), "said_by": draw.choice(ANYBODY), "text": draw.choice(WORDS)}
    if number in OPEN:
        return made.asked(number, open=True, spoken=some(draw, made.PEOPLE), **about)
    ending = {
        "ending": "decided",
        "called": draw.choice(RUNGS_ALL),
        "decided": draw.choice(WORDS),
        "decided_of": some(draw, made.PEOPLE)[:2],
        "reason": draw.choice(WORDS),
    }
    return made.asked(number, decided_by=draw.choice(ANYBODY), **ending, **about)


def _felt(draw: Random, number: int):
    how = draw.choice(LANES)
    more = {"shared": how == PUSHED and _maybe(draw), "words": draw.choice(WORDS), "said_by": draw.choice(ANYBODY)}
    return made.felt(number, draw.choice(made.PEOPLE), how, draw.choice(RUNGS_ALL), **more, **_on(draw))


def _again(draw: Random, number: int):
    more = {"changed_by": tuple(sorted(some(draw, made.PEOPLE))), "said_by": draw.choice(ANYBODY), "on": _day(draw)}
    routine = draw.choice((made.ROUTINE, made.OTHER))
    return made.again(number, draw.choice(made.PEOPLE), draw.choice(("yes", "maybe", "no")), routine=routine, **more)


def _said(draw: Random, number: int):
    kind = draw.choice(("voice", "concern", "idea", "climb", "change"))
    way = draw.choice(("yes", "no", "choice", "pass")) if kind == "voice" else ""
    more = {"way": way, "owed": way != "pass", "words": draw.choice(WORDS), "said_by": draw.choice(ANYBODY)}
    if way == "choice":
        more |= {"chose": draw.choice(WORDS), "chose_of": draw.choice(made.PEOPLE)}
    question = draw.choice((None, *OPEN, *ENDED))
    if question not in OPEN and way != "pass" and _maybe(draw):
        more |= {"answer": "did", "because": draw.choice(WORDS), "answered_by": draw.choice(ANYBODY), "hours": 2.0}
    return made.said(number, draw.choice(made.PEOPLE), kind, question=question, **more, **_on(draw))


def _idea(draw: Random, number: int):
    question = draw.choice((*OPEN, *ENDED))
    became = "waiting" if question in OPEN else draw.choice(("tried", "partly", "not"))
    more = {"question": question, "said_by": draw.choice(ANYBODY), "text": draw.choice(WORDS)}
    return made.idea(number, draw.choice(made.PEOPLE), became, **(_on(draw) | more))


def _remark(draw: Random, number: int):
    question = draw.choice((None, *OPEN, *ENDED))
    more = {"question": question, "said_by": draw.choice(ANYBODY), "text": draw.choice(WORDS)}
    return made.remark(number, draw.choice(made.PEOPLE), **more, **_on(draw))


def _override(draw: Random, number: int):
    more = {"by": draw.choice(made.PEOPLE), "reason": draw.choice(WORDS)}
    return made.override(number, reviewed=_maybe(draw), **more, **_on(draw))


def _done(draw: Random, number: int):
    ticked = {"done": _maybe(draw), "by_self": _maybe(draw)}
    return made.done(number, draw.choice(("task", "handed")), draw.choice(made.PEOPLE), **ticked, **_on(draw))


def _picked(draw: Random, number: int):
    taps = {member: some(draw, (1, 2, 3), 1)[:2] for member in some(draw, made.PEOPLE, 1)}
    waits = tuple((member, draw.randint(0, 4)) for member in taps)
    listed = tuple((option, draw.choice(made.PEOPLE)) for option in (1, 2, 3))
    ruled_out = tuple((option, draw.choice(made.PEOPLE)) for option in some(draw, (1, 2, 3)))
    more = {"listed": listed, "ruled_out": ruled_out, "waits": waits, "limit": 5}
    return made.picked(number, draw.randint(1, 3), taps, **more, **_on(draw))


def _moved(draw: Random, number: int):
    more = {"reason": draw.choice(WORDS), "reason_of": some(draw, made.PEOPLE)[:2]}
    return made.moved(number, draw.choice(ANYBODY), **more, **_on(draw))


def _morning(draw: Random, number: int):
    left = draw.choice(("", "08:00", "08:30"))
    return made.morning(number, "08:15", left, routine=draw.choice((made.ROUTINE, made.OTHER)))


MAKERS = {
    "mornings": _morning,
    "felt": _felt,
    "again": _again,
    "said": _said,
    "ideas": _idea,
    "remarks": _remark,
    "overrides": _override,
    "done": _done,
    "picked": _picked,
    "moved": _moved,
}


# What somebody wrote, by sort of fact: each text with all those whose words it is.
WHOSE = defaultdict(
    lambda: lambda _each: (),
    {
        "felt": lambda each: (("words", (each.member,)),),
        "asked": lambda each: (
            ("text", (each.by,)),
            ("decided", each.decided_of),
            ("reason", (each.decided_by,)),
        ),
        "said": lambda each: (
            ("words", (each.member,)),
            ("because", (each.answered_by,)),
            ("chose", (each.chose_of,)),
        ),
        "ideas": lambda each: (("text", (each.member,)),),
        "remarks": lambda each: (("text", (each.member,)),),
        "overrides": lambda each: (("reason", (each.by,)),),
        "moved": lambda each: (("reason", each.reason_of or (each.by,)),),
    },
)


def marked(facts: Facts) -> Facts:
    """Return facts in which every text says whose words it is: "<2>"."""

    def marks(name: str, each):
        return replace(each, **{what: "".join(f"<{who}>" for who in whose) for what, whose in WHOSE[name](each)})

    return replace(facts, **{name: tuple(marks(name, each) for each in getattr(facts, name)) for name in WHOSE})


def unseen(name: str, each, lens: Lens) -> bool:
    """Return whether nothing at all of a fact is shared with somebody outside: said anew here, not by the lens."""
    if each.routine != made.ROUTINE or getattr(each, "step", None) == FOR_HIDDEN:
        return True
    if getattr(each, "member", made.MAYA) in HIDDEN:
        return True
    if name in ("felt", "again"):
        return FEELINGS not in lens.kinds or each.on > TODAY - FRESH or _kept_in(name, each)
    if name == "picked":
        return COUNTS not in lens.kinds or not {*SHARED} & {*dict(each.taps)}
    if name == "done":
        return COUNTS not in lens.kinds
    if name == "moved":
        return RUNGS not in lens.kinds
    if name in ("said", "ideas", "remarks"):
        return each.question in OPEN or not {COUNTS, COMMENTS} & lens.kinds
    return False


def _kept_in(name: str, each) -> bool:
    return name == "felt" and each.felt == PUSHED and not each.shared


def otherwise(draw: Random, facts: Facts, lens: Lens) -> Facts:
    """Return facts that differ only in what is not shared: some gone, some new, some changed.

    An open question goes with all that was said on it.
    """
    over = some(draw, OPEN)
    found = {"people": draw.choice((made.PEOPLE, SHARED, (*made.PEOPLE, 9)))}
    for name, make in MAKERS.items():
        stay = [each for each in getattr(facts, name) if not unseen(name, each, lens) or _maybe(draw)]
        new = [make(draw, 100 + number) for number in some(draw, range(1, 4))]
        stay += [each for each in new if unseen(name, each, lens)]
        stay = [each for each in stay if getattr(each, "question", None) not in over]
        found[name] = tuple(_blurred(draw, name, each, lens) for each in stay)
    found["asked"] = tuple(_blurred(draw, "asked", each, lens) for each in facts.asked if each.id not in over)
    found["steps"] = tuple(_blurred(draw, "steps", each, lens) for each in facts.steps)
    return replace(facts, **found)


def _blurred(draw: Random, name: str, each, lens: Lens):
    """Return a fact with whatever is not shared of it drawn anew."""
    if name == "asked" and each.open:
        return _asked(draw, each.id)
    new = {}
    theirs = {field.name for field in fields(each)}
    for who in {"said_by", "by", "decided_by", "answered_by", "chose_of"} & theirs:
        if getattr(each, who) in HIDDEN:
            new[who] = draw.choice(HIDDEN)
    new |= {what: draw.choice(WORDS) for what, whose in WHOSE[name](each) if {*HIDDEN} & {*whose}}
    if COMMENTS not in lens.kinds:
        written = {what for what, _whose in WHOSE[name](each)} - ({"text", "decided"} if name == "asked" else set())
        new |= {what: draw.choice(WORDS) for what in sorted(written)}
        if name == "said" and each.way != "pass":
            new["way"] = draw.choice(("", "yes", "no", "choice"))
    if RUNGS not in lens.kinds:
        new |= _without_rungs(draw, name, theirs)
    if name == "again":
        shared = tuple(member for member in each.changed_by if member in SHARED)
        new["changed_by"] = (*shared, *some(draw, HIDDEN))
    if name == "picked":
        taps = {member: tapped for member, tapped in each.taps if member in SHARED}
        others = {member: draw.choice(((1,), (2,), (1, 3))) for member in some(draw, HIDDEN)}
        new |= {"taps": (*taps.items(), *others.items()), "limit": draw.randint(0, 9), "waits": ()}
        new |= _listed_otherwise(draw, each)
    if name == "steps" and each.id in (FOR_SHARED, FOR_BOTH):
        shared = tuple(member for member in each.named if member in SHARED)
        new |= {"named": (*shared, *some(draw, HIDDEN)), "doers": tuple(HIDDEN[:1])}
    if name == "mornings" and COUNTS not in lens.kinds:
        new["left"] = None
    return replace(each, **new)


def _listed_otherwise(draw: Random, each) -> dict:
    """Return a pick's list with other ideas of those not shared, and other things ruled out by or from them."""
    listed = tuple((option, member) for option, member in each.listed if member in SHARED)
    theirs = {option for option, _member in listed}
    ruled_out = tuple((option, by) for option, by in each.ruled_out if option in theirs and by in SHARED)
    others = tuple((number, draw.choice(HIDDEN)) for number in some(draw, (101, 102, 103)))
    gone = tuple((number, draw.choice(made.PEOPLE)) for number, _member in others)
    gone += tuple((option, draw.choice(HIDDEN)) for option in some(draw, theirs))
    return {"listed": (*listed, *others), "ruled_out": (*ruled_out, *gone)}


def _without_rungs(draw: Random, name: str, theirs: set[str]) -> dict:
    new = {each: draw.choice(RUNGS_ALL) for each in ("rung", "called") if each in theirs}
    if name == "asked":
        new |= {
            "text": draw.choice(WORDS),
            "decided": draw.choice(WORDS),
            "reason": draw.choice(WORDS),
            "ending": draw.choice(WORDS),
        }
    if name == "overrides":
        new |= {"reason": draw.choice(WORDS), "ground": draw.choice(("danger", "law"))}
    if name == "said":
        new["because"] = draw.choice(WORDS)
    return new
