"""The fridge page: a routine on one sheet of paper, with pictures to follow and boxes to tick."""

from dataclasses import dataclass

from routines.models.snapshots import RoutineState
from routines.regions.board import head_view, times_of
from routines.regions.look import Look
from routines.rules.state import Person, Rung, StepState
from routines.words import rung_name
from routines.words.days import clock_words

# How many steps are drawn in rows of which size, and how many people find room with boxes of the usual size.
ROOMY, USUAL, SNUG = 6, 9, 14
FEW_BOXES = 5
LONG_TITLE = 22


@dataclass(frozen=True, slots=True)
class FridgeRow:
    """One step on paper. `boxes` are whose ticks it waits for; `start` is "" in a routine without hours."""

    start: str
    pictogram: str
    title: str
    long: bool
    rung: Rung
    rung_name: str
    names: str
    boxes: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class FridgeView:
    """A routine as its sheet shows it, for everybody or for one `person`; `size` names how high the rows are."""

    household_id: int
    routine_id: int
    title: str
    days: str
    leave: str
    person: Person | None
    people: tuple[Person, ...]
    rows: tuple[FridgeRow, ...]
    size: str
    many: bool
    timed: bool

    @property
    def faces(self) -> tuple[Person, ...]:
        """Return whose faces stand on the sheet."""
        return (self.person,) if self.person else self.people


def fridge_view(look: Look, routine: RoutineState, person_id: int | None = None) -> FridgeView | None:
    """Return a routine's sheet as far as the viewer may see it, or None for a person it does not name.

    `routine` must hold all its steps, hidden ones too: their minutes count.
    """
    steps = look.visible(routine).steps
    named = {member for step in steps for member in _whose(step)}
    people = look.persons(tuple(named))
    person = next((each for each in people if each.id == person_id), None)
    if person_id is not None and person is None:
        return None
    times, head = times_of(routine), head_view(look, routine)
    theirs = tuple(step for step in steps if person is None or person.id in _whose(step))
    rows = tuple(_row(look, step, clock_words(times.starts_at(step.id)), person) for step in theirs)
    return FridgeView(
        household_id=look.household_id,
        routine_id=routine.id,
        title=routine.title,
        days=head.days,
        leave=head.leave,
        person=person,
        people=people,
        rows=rows,
        size=_size(len(rows)),
        many=any(len(row.boxes) > FEW_BOXES for row in rows),
        timed=any(row.start for row in rows),
    )


def _whose(step: StepState) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*step.affected, *step.doers)))


def _row(look: Look, step: StepState, start: str, person: Person | None) -> FridgeRow:
    whose = look.persons(_whose(step))
    return FridgeRow(
        start=start,
        pictogram=step.pictogram,
        title=step.title,
        long=len(step.title) > LONG_TITLE,
        rung=step.rung,
        rung_name=str(rung_name(step.rung)),
        names=look.names(whose),
        boxes=(person,) if person else whose,
    )


def _size(rows: int) -> str:
    if rows <= ROOMY:
        return "roomy"
    if rows <= USUAL:
        return "usual"
    return "snug" if rows <= SNUG else "small"
