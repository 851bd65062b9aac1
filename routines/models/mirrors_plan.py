"""Reads the plan as a mirror shows it: routines and steps, those put away included."""

from routines.models.mirrors_span import Span
from routines.models.routine import Routine
from routines.models.step import StepPerson
from routines.rules.mirror.facts import RoutineFact, StepFact
from routines.rules.state import Rung

_COLUMNS = (
    "id",
    "title",
    "archived_at",
    "steps__id",
    "steps__position",
    "steps__title",
    "steps__pictogram",
    "steps__rung",
    "steps__over_to_you",
    "steps__archived_at",
    "steps__people__member_id",
    "steps__people__part",
)


def plan_of(span: Span) -> tuple[tuple[RoutineFact, ...], tuple[StepFact, ...]]:
    """Return a household's routines and steps in order. One query."""
    rows = Routine.objects.of(span.household_id).order_by("id", "steps__position", "steps__id", "steps__people__id")
    routines: dict[int, RoutineFact] = {}
    steps: dict[int, tuple] = {}
    people: dict[tuple[int, str], list[int]] = {}
    for routine, title, archived, step, *about, member, part in rows.values_list(*_COLUMNS):
        routines.setdefault(routine, RoutineFact(routine, title, archived is not None))
        if step is not None:
            steps.setdefault(step, (routine, *about))
            people.setdefault((step, part), []).append(member)
    return tuple(routines.values()), tuple(_step(step, about, people) for step, about in steps.items())


def _step(step: int, about: tuple, people: dict[tuple[int, str], list[int]]) -> StepFact:
    routine, position, title, pictogram, rung, over_to_you, archived = about
    return StepFact(
        id=step,
        routine=routine,
        position=position,
        title=title,
        pictogram=pictogram,
        rung=Rung(rung),
        over_to_you=over_to_you,
        archived=archived is not None,
        named=tuple(people.get((step, StepPerson.Part.AFFECTED), ())),
        doers=tuple(people.get((step, StepPerson.Part.DOER), ())),
    )
