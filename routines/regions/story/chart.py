"""The chart of a step's story: where each face, card and line stands. Geometry, in units of a sixteenth of an em."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import formats

from routines.regions.lanes import CHIP, GAP, ROW, FaceView, LaneView, em, rows_of, stacked
from routines.regions.look import Look
from routines.regions.story.values import CardView, ChartView, TickView
from routines.rules.lanes import LANES, PUSHED, RUNG_OF
from routines.rules.state import Rung
from routines.rules.story import MonthStory, Stand, Times, month_end

WIDTH = 696
CARD = 36
FOOT = 48


@dataclass(frozen=True, slots=True)
class Room:
    """What the chart is drawn into: how wide a month is, how many faces stand beside each other, which lanes."""

    wide: int
    across: int
    lanes: tuple[LaneView, ...]

    def lane(self, felt: str) -> LaneView:
        """Return a lane by what is felt on it."""
        return next(lane for lane in self.lanes if lane.felt == felt)

    def of_rung(self, rung: Rung) -> LaneView:
        """Return the lane of a rung."""
        return next(lane for lane in self.lanes if lane.rung == rung)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the line of what was planned: from where to where, and on which lane's card."""

    rung: Rung
    start: int
    end: int
    y: int


def chart_of(look: Look, months: Sequence[MonthStory], *, pushed: bool) -> ChartView:
    """Return the chart of some months, the oldest first; without the lane "pushed" for whom that is not shown."""
    wide = WIDTH // max(1, len(months))
    across = max(1, (wide - GAP) // CHIP)
    room = Room(wide, across, _lanes(months, across, pushed=pushed))
    stretches = [each for place, month in enumerate(months) for each in _stretches(look, room, month, place)]
    width, high = wide * len(months), room.lanes[-1].y + room.lanes[-1].height
    return ChartView(
        width=width,
        height=high + FOOT,
        wide_em=em(width),
        high_em=em(high + FOOT),
        foot=high,
        lanes=room.lanes,
        ticks=tuple(_tick(month.month, place, wide) for place, month in enumerate(months)),
        line=_line(stretches),
        cards=tuple(_cards(stretches, width)),
        faces=tuple(face for place, month in enumerate(months) for face in _faces(look, room, month, place)),
    )


def _lanes(months: Sequence[MonthStory], across: int, *, pushed: bool) -> tuple[LaneView, ...]:
    """Return the lanes from the top, each as high as its fullest month needs, with room for a card where one stands."""
    stood = {stand.rung for month in months for stand in month.stands}

    def room(felt: str) -> tuple[int, int]:
        most = max((sum(each.felt == felt for each in month.times) for month in months), default=0)
        return GAP + (CARD + GAP if RUNG_OF.get(felt) in stood else 0), rows_of(most, across)

    return stacked((felt for felt in LANES if pushed or felt != PUSHED), room)


def _stretches(look: Look, room: Room, month: MonthStory, place: int) -> Iterator[Stretch]:
    """Return where the step stood in a month, no further than today."""
    for stand in month.stands:
        if stand.first <= look.today:
            last = min(stand.last, look.today)
            y = room.of_rung(stand.rung).y + GAP + CARD // 2
            yield Stretch(stand.rung, _x(room, place, stand, stand.first, 0), _x(room, place, stand, last, 1), y)


def _x(room: Room, place: int, stand: Stand, day: date, after: int) -> int:
    days = month_end(stand.first.replace(day=1)).day
    return place * room.wide + (day.day - 1 + after) * room.wide // days


def _line(stretches: Sequence[Stretch]) -> str:
    """Return the path of the line of what was planned: along the lanes, and up or down where the step moved."""
    if not stretches:
        return ""
    first, *others = stretches
    path = [f"M{first.start} {first.y}H{first.end}"]
    path += [f"V{each.y}H{each.end}" for each in others]
    return "".join(path)


def _cards(stretches: Sequence[Stretch], width: int) -> Iterator[CardView]:
    """Return the step's card at the beginning, and wherever it came to stand."""
    rung = None
    for each in stretches:
        if each.rung is not rung:
            x = min(max(each.start, GAP // 2), width - CARD - GAP // 2)
            yield CardView(int(each.rung), x, each.y - CARD // 2)
        rung = each.rung


def _faces(look: Look, room: Room, month: MonthStory, place: int) -> Iterator[FaceView]:
    """Return a month's faces: on each lane those who felt it, each once, in the household's order."""
    order = {person.id: number for number, person in enumerate(look.people)}
    by_lane: dict[str, list[Times]] = {}
    for each in sorted(month.times, key=lambda times: order.get(times.member, len(order))):
        by_lane.setdefault(each.felt, []).append(each)
    for felt, times in by_lane.items():
        lane = room.lane(felt)
        for number, each in enumerate(times):
            row, column = divmod(number, room.across)
            beside = min(room.across, len(times) - row * room.across)
            left = place * room.wide + (room.wide - beside * CHIP) // 2
            yield FaceView(look.person(each.member), left + column * CHIP, lane.faces_y + row * ROW, each.times)


def _tick(month: date, place: int, wide: int) -> TickView:
    year = str(month.year) if place == 0 or month.month == 1 else ""
    return TickView(place * wide, place * wide + wide // 2, formats.date_format(month, "M"), year)
