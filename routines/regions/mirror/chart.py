"""The chart of planned and felt: a column for each step, its card on its rung, faces where it was felt. Geometry."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from routines.regions.lanes import CHIP, GAP, ROW, FaceView, LaneView, em, rows_of, stacked
from routines.regions.mirror.values import FeltLink, MirrorChart, PersonFelt, RoutineHead, StepCard, StepRow
from routines.rules.lanes import LANES, PLANNED_AS, PUSHED, RUNG_OF
from routines.rules.mirror.facts import StepFact
from routines.rules.mirror.planned import FaceTimes, StepFelt
from routines.rules.state import Person
from routines.words import rung_name
from routines.words.noticing import felt_name
from routines.words.story import times_words

# All columns together are at least as wide as the page beside the lanes' names and the numbers.
WIDTH = 832
NARROW = 104
WIDE = 168
CARD_WIDE = 96
CARD_HIGH = 76
LETTERS = 13
HEAD = 32


@dataclass(frozen=True, slots=True)
class Ways:
    """Whom a reader of a chart knows, and where its cards and faces lead: to "" where nowhere."""

    person: Callable[[int], Person]
    step: Callable[[StepFact], str]
    face: Callable[[StepFact, FaceTimes], str]
    routine: Callable[[int], str]


def chart_of(steps: Sequence[StepFelt], ways: Ways, *, pushed: bool = True) -> MirrorChart:
    """Return the chart of some steps, in their order; without the lane "pushed" for whom that is not shown.

    Steps of several routines stand under their routine's name, so they come one routine after the other.
    """
    wide = min(WIDE, max(NARROW, WIDTH // max(1, len(steps))))
    heads = _heads(steps, ways, wide)
    lanes = _lanes(steps, wide // CHIP, HEAD if heads else 0, pushed=pushed)
    width, height = wide * len(steps), lanes[-1].y + lanes[-1].height
    by_felt = {lane.felt: lane for lane in lanes}
    columns = [_Column(place * wide, wide, each, by_felt) for place, each in enumerate(steps)]
    return MirrorChart(
        width=width,
        height=height,
        wide_em=em(width),
        high_em=em(height),
        lanes=lanes,
        heads=heads,
        cards=tuple(each.card(ways) for each in columns),
        faces=tuple(face for each in columns for face in each.faces(ways)),
    )


def rows_of_steps(steps: Sequence[StepFelt], ways: Ways) -> tuple[StepRow, ...]:
    """Return the same as a table: a row for each step."""
    return tuple(
        StepRow(
            id=each.step.id,
            title=each.step.title,
            pictogram=each.step.pictogram,
            url=ways.step(each.step),
            routine=ways.routine(each.step.routine),
            rung=int(each.step.rung),
            rung_name=rung_name(each.step.rung),
            archived=each.step.archived,
            people=people_felt(each, ways),
        )
        for each in steps
    )


@dataclass(frozen=True, slots=True)
class _Column:
    """One step's column, from `x` on."""

    x: int
    wide: int
    felt: StepFelt
    lanes: dict[str, LaneView]

    def card(self, ways: Ways) -> StepCard:
        step = self.felt.step
        return StepCard(
            rung=int(step.rung),
            x=self.x + (self.wide - CARD_WIDE) // 2,
            y=self.lanes[PLANNED_AS[step.rung]].y + GAP,
            url=ways.step(step),
            title=step.title,
            lines=tuple(wrap(step.title, LETTERS, max_lines=2, placeholder="…")),
            pictogram=step.pictogram,
        )

    def faces(self, ways: Ways) -> Iterator[FaceView]:
        across = self.wide // CHIP
        for felt, lane in self.lanes.items():
            there = [each for each in self.felt.faces if each.felt == felt]
            top = self._top(lane, rows_of(len(there), across))
            for number, each in enumerate(there):
                row, place = divmod(number, across)
                beside = min(across, len(there) - row * across)
                left = self.x + (self.wide - beside * CHIP) // 2 + _nudge(there[row * across : row * across + beside])
                yield self._face(each, left + place * CHIP, top + row * ROW, ways)

    def _top(self, lane: LaneView, rows: int) -> int:
        """Return where faces begin: below the card in its lane, in the middle of any other."""
        if RUNG_OF.get(lane.felt) == self.felt.step.rung:
            return lane.faces_y
        return lane.y + (lane.height - rows * ROW) // 2

    def _face(self, each: FaceTimes, x: int, y: int, ways: Ways) -> FaceView:
        person = ways.person(each.member)
        label = f"{person.name}: {self.felt.step.title}, {times_words(felt_name(each.felt), each.times)}"
        return FaceView(person, x, y, each.times, ways.face(self.felt.step, each), label)


def _nudge(row: Sequence[FaceTimes]) -> int:
    """Return how far a row moves so that it looks centred: where no number stands beside the last face."""
    return 0 if row[-1].times > 1 else GAP


def _lanes(steps: Sequence[StepFelt], across: int, top: int, *, pushed: bool) -> tuple[LaneView, ...]:
    """Return the lanes, each as high as its fullest column needs, with room for cards where some stand."""

    def room(felt: str) -> tuple[int, int]:
        beside = below = 0
        for each in steps:
            count = sum(face.felt == felt for face in each.faces)
            if PLANNED_AS[each.step.rung] == felt:
                below = max(below, count)
            else:
                beside = max(beside, count)
        if felt not in planned:
            return GAP, max(1, rows_of(beside, across))
        under_card = GAP + CARD_HIGH + GAP
        return under_card, max(1, rows_of(below, across), rows_of(beside, across) - under_card // ROW)

    planned = {PLANNED_AS[each.step.rung] for each in steps}
    return stacked((felt for felt in LANES if pushed or felt != PUSHED), room, top)


def _heads(steps: Sequence[StepFelt], ways: Ways, wide: int) -> tuple[RoutineHead, ...]:
    """Return the names of the routines above their first column, where there are several."""
    firsts: dict[int, int] = {}
    for place, each in enumerate(steps):
        firsts.setdefault(each.step.routine, place)
    if len(firsts) < 2:
        return ()
    return tuple(RoutineHead(place * wide + GAP, ways.routine(routine)) for routine, place in firsts.items())


def people_felt(felt: StepFelt, ways: Ways) -> tuple[PersonFelt, ...]:
    """Return how a step felt to each, in the household's order of people and from the top of the ladder down."""
    by_member: dict[int, list[FaceTimes]] = {}
    for each in felt.faces:
        by_member.setdefault(each.member, []).append(each)
    people = {member: ways.person(member) for member in by_member}
    views = []
    for member in sorted(by_member, key=lambda each: (people[each].position, each)):
        links = (
            FeltLink(
                times_words(felt_name(each.felt), each.times),
                int(RUNG_OF.get(each.felt) or 0),
                ways.face(felt.step, each),
            )
            for each in by_member[member]
        )
        views.append(PersonFelt(people[member], tuple(links)))
    return tuple(views)
