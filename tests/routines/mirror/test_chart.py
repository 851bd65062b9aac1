"""The chart of planned and felt: what stands where, and that the table says the same."""

import pytest

from routines.regions.lanes import CHIP, FACE
from routines.regions.mirror.chart import CARD_HIGH, CARD_WIDE, NARROW, Ways, chart_of, rows_of_steps
from routines.rules.lanes import LANES
from routines.rules.mirror.facts import StepFact
from routines.rules.mirror.planned import FaceTimes, StepFelt
from routines.rules.state import Kind, Person, Rung
from routines.templatetags.charts import card_drawn, faces_drawn

NAMES = {1: "Maya", 2: "Leo", 3: "Ivy", 4: "Bo", 5: "Nana"}
PEOPLE = {key: Person(key, name, Kind.PARENT, face="otter", colour="sun") for key, name in NAMES.items()}
WAYS = Ways(
    person=PEOPLE.__getitem__,
    step=lambda step: f"/steps/{step.id}",
    face=lambda step, each: f"/behind/{step.id}/{each.member}/{each.felt}",
    routine=lambda routine: f"Routine {routine}",
)


def step(number, rung, *faces, routine=1, title=""):
    """Return a step and its faces, each as (member, lane, how often)."""
    fact = StepFact(number, routine, number, title or f"Step {number}", "socks", Rung(rung))
    return StepFelt(fact, tuple(FaceTimes(who, felt, times, tuple(range(times))) for who, felt, times in faces))


def crowd(felt):
    return [(member, felt, 12) for member in NAMES]


def lane_at(chart, y):
    return next(lane.felt for lane in chart.lanes if lane.y <= y < lane.y + lane.height)


def test_cards_stand_on_their_rung_and_in_the_order_of_the_routine():
    chart = chart_of([step(1, 1), step(2, 4), step(3, 2), step(4, 3)], WAYS)
    assert [lane_at(chart, card.y) for card in chart.cards] == ["inform", "coproduce", "consult", "codesign"]
    assert [card.x for card in chart.cards] == sorted(card.x for card in chart.cards)
    assert [lane.felt for lane in chart.lanes] == list(LANES)
    assert [lane.felt for lane in chart.lanes if lane.noticed] == ["engaged", "explained", "pushed"]


@pytest.mark.parametrize("rung", [1, 2, 3, 4])
def test_every_face_stands_on_the_lane_where_it_was_felt_and_covers_nothing(rung):
    told = [each for felt in LANES for each in crowd(felt)]
    chart = chart_of([step(number, rung, *told) for number in range(1, 10)], WAYS)
    assert len(chart.faces) == 9 * len(told)
    boxes = []
    for face in chart.faces:
        lane = face.url.rsplit("/", 1)[1]
        assert lane_at(chart, face.y) == lane_at(chart, face.y + FACE) == lane
        boxes.append((face.x, face.y, CHIP, FACE))
    boxes += [(card.x, card.y, CARD_WIDE, CARD_HIGH) for card in chart.cards]
    for number, (x, y, wide, high) in enumerate(boxes):
        assert 0 <= x <= x + wide <= chart.width + CHIP - FACE
        assert 0 <= y <= y + high <= chart.height
        for left, top, width, height in boxes[:number]:
            assert x >= left + width or left >= x + wide or y >= top + height or top >= y + high


def test_without_the_lane_pushed_for_whom_it_is_not():
    chart = chart_of([step(1, 1, (1, "inform", 2))], WAYS, pushed=False)
    assert [lane.felt for lane in chart.lanes] == list(LANES[:-1])


def test_many_steps_make_it_wider_than_its_frame_and_few_fill_it():
    few, many = ([step(number, 1) for number in range(1, count)] for count in (3, 30))
    assert chart_of(many, WAYS).width == 29 * NARROW
    assert chart_of(few, WAYS).width > 2 * NARROW


def test_several_routines_stand_under_their_names():
    chart = chart_of([step(1, 1), step(2, 1), step(3, 4, routine=2)], WAYS)
    assert [(head.name, head.x < chart.cards[place].x) for place, head in zip((0, 2), chart.heads, strict=True)] == [
        ("Routine 1", True),
        ("Routine 2", True),
    ]
    assert chart_of([step(1, 1), step(2, 1)], WAYS).heads == ()


def test_a_long_name_is_cut_on_the_card_and_whole_behind_it():
    title = "Donaudampfschifffahrtsgesellschaftskapitänsmützenwettbewerb & more"
    [card] = chart_of([step(1, 1, title=title)], WAYS).cards
    assert len(card.lines) == 2
    html = card_drawn(card)
    assert "wettbewerb &amp; more</title>" in html
    assert 'href="/steps/1"' in html


def test_a_face_leads_behind_it_and_says_what_it_stands_for():
    html = faces_drawn(chart_of([step(1, 1, (3, "pushed", 2), title="Shoes <on>")], WAYS).faces)
    assert 'href="/behind/1/3/pushed"' in html
    assert "<title>Ivy: Shoes &lt;on&gt;, Pushed 2 times</title>" in html
    assert ">2</text>" in html


def test_the_table_says_the_same_by_person_from_the_top_of_the_ladder_down():
    told = step(1, 2, (1, "coproduce", 1), (2, "consult", 3), (1, "pushed", 2))
    [row] = rows_of_steps([told], WAYS)
    assert (row.title, row.rung, row.rung_name) == ("Step 1", 2, "Consult")
    said = [(each.person.name, [felt.words for felt in each.felts]) for each in row.people]
    assert said == [("Maya", ["Co-produce once", "Pushed 2 times"]), ("Leo", ["Consult 3 times"])]
    assert row.people[1].felts[0].url == "/behind/1/2/consult"
