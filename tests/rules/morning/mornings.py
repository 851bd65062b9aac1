"""Mornings for the tables: 2 March 2026, a Monday in Berlin, begun at seven, off at eight unless told."""

from datetime import UTC, date, datetime, timedelta

from routines.rules.morning.situation import MorningSituation
from routines.rules.morning.state import AskVoice, DoingState, MorningState, MorningStepState, TodayAsk
from routines.rules.state import Person, Rung
from tests.rules.household import FAMILY, WHO

ON = date(2026, 3, 2)
SEVEN = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
EIGHT = SEVEN + timedelta(hours=1)


def at(minutes: float) -> datetime:
    """Return the moment so many minutes after seven."""
    return SEVEN + timedelta(minutes=minutes)


def doings(people: str, helping: str = "") -> tuple[DoingState, ...]:
    """Return people's parts from words such as "Mum Bo:10": Bo was done ten minutes after seven."""
    return tuple(_doing(word, helps=False) for word in people.split()) + tuple(
        _doing(word, helps=True) for word in helping.split()
    )


def step(number: int, people: str = "Mum Bo", minutes: int = 10, helping: str = "", **more) -> MorningStepState:
    """Return a step; it may become half as long unless told."""
    values = {"least": minutes // 2, "rung": Rung.INFORM, "title": f"Step {number}", "pictogram": "shirt"}
    values |= {"position": number, "doings": doings(people, helping), "step": 100 + number} | more
    return MorningStepState(id=number, minutes=minutes, **values)


def morning(*steps: MorningStepState, **more) -> MorningState:
    """Return a morning with some steps."""
    values = {"zone": "Europe/Berlin", "started": SEVEN, "started_by": 1, "planned_leave": EIGHT, "leave": EIGHT}
    return MorningState(71, 9, on=ON, steps=steps, **(values | more))


def wish(rung: Rung = Rung.INFORM, by: str = "Bo", asked: str = "Mum Dad", deciders: str = "", **voices: bool):
    """Return a wish for today: who asked, who has a say, and what was said: `Mum=True`."""
    said = tuple(AskVoice(WHO[name].id, agrees) for name, agrees in voices.items())
    return TodayAsk(61, "skip", WHO[by].id, rung, step=1, asked=ids(asked), deciders=ids(deciders), voices=said)


def ids(names: str) -> tuple[int, ...]:
    """Return the ids of some people by name."""
    return tuple(WHO[name].id for name in names.split())


def names(members: tuple[int, ...]) -> str:
    """Return the names of some people by id."""
    return " ".join(person.name for member in members for person in FAMILY if person.id == member)


def situation(speaker: Person, *, by: Person | None = None, minute: float = 10, **more) -> MorningSituation:
    """Return what the rules are asked about: somebody (perhaps through another), some minutes after seven."""
    values = {"now": at(minute), "today": ON, "members": FAMILY} | more
    return MorningSituation(actor=by or speaker, speaker=speaker, **values)


def _doing(word: str, *, helps: bool) -> DoingState:
    name, _, minute = word.partition(":")
    member = WHO[name].id
    return DoingState(member, at(float(minute)) if minute else None, member if minute else None, helps=helps)
