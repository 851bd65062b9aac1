"""How a step climbed: to whom it shows what, month by month."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routines.actions.rung import answer_ask, ask_climb, climb, step_down
from routines.actions.take_back import take_back
from routines.models import Doing, Feeling, Morning, MorningStep, Step
from routines.models.snapshots import forget
from routines.regions.story.page import story_view
from routines.rules.state import Rung
from tests.routines.plan.browser import text_of


@pytest.fixture
def story(table, morning):
    """A step's story as somebody sees it: `story(step, who)`."""

    def of(step=None, who=None, until=None):
        step = step or morning.dress
        began = Step.objects.get(id=step.id).created_at.date()
        return story_view(table.look(who), morning.state(step), began, until)

    return of


def felt(view) -> dict[str, list]:
    """Return what a story counts, by month: for each person the lanes and how often."""
    return {month.key: [f"{each.person.name}: {each.words}" for each in month.people] for month in view.months}


class Past:
    """Mornings of long ago, with how they felt."""

    def __init__(self, morning) -> None:
        self.morning = morning

    def long_ago(self, step, days: int) -> None:
        Step.objects.filter(id=step.id).update(created_at=self.morning.now - timedelta(days=days))

    def lived(self, on: date, step, **felt: str) -> Morning:
        """Let there have been a morning on a date, on which a step felt so to some."""
        family, start = self.morning, datetime(on.year, on.month, on.day, 7, tzinfo=UTC)
        about = {"household_id": family.household.id}
        row = Morning.objects.create(
            **about, routine=family.routine, title="Monday", on=on, time_zone="Europe/London", started_at=start,
            started_by=family.maya, left_at=start,
        )  # fmt: skip
        part = MorningStep.objects.create(
            **about, morning=row, step=step, position=1, title=step.title, pictogram="play", minutes=9, least=4,
            rung=step.rung,
        )  # fmt: skip
        about |= {"morning": row, "morning_step": part}
        for name, how in felt.items():
            member = getattr(family, name)
            Doing.objects.create(**about, member=member)
            Feeling.objects.create(**about, member=member, felt=how, said_at=start + timedelta(hours=2))
        return row


@pytest.fixture
def past(morning):
    return Past(morning)


def test_it_began_where_it_was_added(story):
    view = story()
    assert [month.key for month in view.months] == ["2026-03"]
    assert [planned.name for planned in view.months[0].planned] == ["Consult"]
    assert view.began == "It began on Monday 2 March 2026 as Consult."
    assert (view.moves, view.told, view.older, view.newer) == ((), False, "", "")


def test_how_it_moved_with_reasons(story, morning):
    about = {"actor": morning.actor(morning.maya), "step_id": morning.dress.id}
    step_down(**about, to_rung=Rung.INFORM, reason="Ice outside.", at=morning.now)
    morning.pass_time(days=40)
    wish = ask_climb(**{**about, **morning.acting(morning.leo)}, to_rung=Rung.CONSULT, reason="Spring!", at=morning.now)
    answer_ask(**about, ask_id=wish.subject_key, granted=True, answer="Yes.", at=morning.now)
    view = story()
    assert [(move.sentence, move.reason, move.wished) for move in view.moves] == [
        ("Maya let it climb from Inform to Consult.", "Spring!", "Leo had asked for it."),
        ("Maya moved it down from Consult to Inform.", "Ice outside.", ""),
    ]
    assert {month.key: [planned.name for planned in month.planned] for month in view.months} == {
        "2026-04": ["Inform", "Consult"],
        "2026-03": ["Inform"],
    }
    assert view.months[0].planned[1].since == "Sat 11 Apr"
    assert len(view.chart.cards) == 2


def test_what_was_taken_back_never_moved_it(story, morning):
    about = {"actor": morning.actor(morning.maya), "at": morning.now}
    event = climb(**about, step_id=morning.dress.id, to_rung=Rung.CODESIGN)
    take_back(**{**about, "at": morning.now}, event_id=event.id)
    view = story()
    assert view.moves == ()
    assert [planned.name for planned in view.months[0].planned] == ["Consult"]


def test_it_counts_for_each_and_never_together(story, past, morning):
    past.long_ago(morning.dress, 100)
    past.lived(date(2026, 1, 5), morning.dress, leo="consult", ivy="pushed")
    past.lived(date(2026, 1, 6), morning.dress, leo="consult", ivy="pushed", bo="engaged")
    past.lived(date(2026, 2, 6), morning.dress, ivy="consult")
    view = story()
    assert felt(view) == {
        "2026-03": [],
        "2026-02": ["Ivy: Consult once"],
        "2026-01": ["Leo: Consult 2 times", "Ivy: Pushed 2 times", "Bo: Engaged once"],
        "2025-12": [],
        "2025-11": [],
    }
    drawn = [(face.person.name, face.times) for face in view.chart.faces]
    assert sorted(drawn) == [("Bo", 1), ("Ivy", 1), ("Ivy", 2), ("Leo", 2)]
    assert [link.day for link in view.months[2].mornings] == ["Mon 5", "Tue 6"]


def test_each_face_stands_on_its_lane_and_in_its_month(story, past, morning):
    past.long_ago(morning.dress, 100)
    past.lived(date(2026, 1, 5), morning.dress, leo="consult", ivy="pushed", bo="consult", maya="consult")
    chart = story().chart
    lanes = {lane.felt: lane for lane in chart.lanes}
    wide = chart.width // 5
    for face in chart.faces:
        lane = lanes["pushed" if face.person.name == "Ivy" else "consult"]
        assert lane.y < face.y
        assert face.y + 26 <= lane.y + lane.height
        assert 2 * wide <= face.x <= 3 * wide
    assert [lane.felt for lane in chart.lanes][-3:] == ["engaged", "explained", "pushed"]
    assert [lane.noticed for lane in chart.lanes] == [False] * 4 + [True] * 3


class TestPages:
    def test_twelve_months_a_page(self, story, past, morning):
        past.long_ago(morning.dress, 500)
        past.lived(date(2025, 1, 7), morning.dress, leo="consult")
        first = story()
        assert [first.months[0].key, first.months[-1].key, first.older, first.newer] == [
            "2026-03",
            "2025-04",
            "2025-03",
            "",
        ]
        second = story(until=date(2025, 3, 1))
        assert [second.months[0].key, second.months[-1].key, second.older, second.newer] == [
            "2025-03",
            "2024-10",
            "",
            "2026-03",
        ]
        assert felt(second)["2025-01"] == ["Leo: Consult once"]

    @pytest.mark.parametrize("until", [date(1999, 1, 1), date(2031, 1, 1)])
    def test_before_it_began_and_in_the_future(self, story, until):
        assert [month.key for month in story(until=until).months] == ["2026-03"]

    @pytest.mark.parametrize("until", ["", "x", "2026-13", "2026-3", "99999-01", "2026-03-01"])
    def test_nonsense_is_now(self, maya, morning, until):
        assert maya.get("step_story", morning.dress.id, until=until).status_code == 200


class TestVeil:
    """Of a morning that can still be noticed, each reads what the others told once they told their own."""

    def test_until_one_has_told(self, story, lived, morning):
        lived.feel(morning.ivy, morning.dress, "pushed")
        assert (felt(story(who=morning.leo))["2026-03"], story(who=morning.leo).veiled) == ([], True)
        lived.feel(morning.leo, morning.car, "inform")
        assert felt(story(who=morning.leo))["2026-03"] == ["Ivy: Pushed once"]

    def test_what_one_entered_oneself_is_there(self, story, lived, morning):
        lived.feel(morning.ivy, morning.dress, "pushed")
        lived.feel(morning.leo, morning.dress, "consult")
        assert felt(story(who=morning.maya))["2026-03"] == ["Ivy: Pushed once"]

    def test_everybody_once_it_can_no_longer_be_noticed(self, story, lived, morning):
        lived.feel(morning.ivy, morning.dress, "pushed")
        lived.until_the_day_after()
        view = story(who=morning.sam)
        assert (felt(view)["2026-03"], view.veiled) == (["Ivy: Pushed once"], False)


class TestSupporters:
    def test_only_steps_that_name_them(self, browse, morning):
        nana = browse("nana")
        assert nana.get("step_story", morning.dress.id).status_code == 404
        assert nana.get("step_story", morning.breakfast.id).status_code == 200

    def test_never_who_was_pushed_unless_they_shared_it(self, story, past, morning):
        past.lived(date(2026, 2, 26), morning.breakfast, ivy="pushed", bo="coproduce")
        past.long_ago(morning.breakfast, 30)
        view = story(morning.breakfast, morning.nana)
        assert felt(view)["2026-02"] == ["Bo: Co-produce once"]
        assert "pushed" not in [lane.felt for lane in view.chart.lanes]
        Feeling.objects.filter(felt="pushed").update(shared_at=morning.now)
        view = story(morning.breakfast, morning.nana)
        assert felt(view)["2026-02"] == ["Ivy: Pushed once", "Bo: Co-produce once"]
        assert "pushed" in [lane.felt for lane in view.chart.lanes]

    def test_not_a_word_of_it_on_their_page(self, browse, past, morning):
        past.lived(date(2026, 2, 26), morning.breakfast, ivy="pushed")
        past.long_ago(morning.breakfast, 30)
        assert "Pushed" not in text_of(browse("nana").get("step_story", morning.breakfast.id))


def test_the_page_says_the_same_in_a_chart_and_in_words(maya, past, morning):
    Step.objects.filter(id=morning.dress.id).update(created_at=datetime(2026, 1, 1, tzinfo=UTC))
    row = past.lived(date(2026, 2, 26), morning.dress, ivy="pushed", leo="consult")
    page = text_of(maya.get("step_story", morning.dress.id, until="2026-02"))
    assert '<svg class="chart"' in page
    assert "<b>Ivy</b> Pushed once" in page
    assert "<b>Leo</b> Consult once" in page
    assert maya.url("morning", row.id) in page


def test_nothing_told_yet(maya, morning):
    assert "Nobody has told yet how it felt" in text_of(maya.get("step_story", morning.dress.id))


def test_a_step_that_was_put_away_still_has_its_story(maya, morning):
    maya.post("step_archive", morning.dress.id)
    page = text_of(maya.get("step_story", morning.dress.id))
    assert "Put away" in page
    assert maya.url("routine_changes", morning.routine.id) in page


def test_the_ways_there(maya, browse, morning):
    here = maya.url("step_story", morning.breakfast.id)
    assert here in text_of(maya.get("step", morning.breakfast.id))
    changes = text_of(maya.get("routine_changes", morning.routine.id))
    assert here in changes
    assert maya.url("step_story", morning.dress.id) in changes
    theirs = text_of(browse("nana").get("routine_changes", morning.routine.id))
    assert here in theirs
    assert maya.url("step_story", morning.dress.id) not in theirs


def test_the_same_queries_for_a_week_and_for_years(maya, past, morning):
    def queries():
        forget()
        with CaptureQueriesContext(connection) as caught:
            assert maya.get("step_story", morning.dress.id, until="2026-02").status_code == 200
        return len(caught)

    Step.objects.filter(id=morning.dress.id).update(created_at=datetime(2023, 1, 1, tzinfo=UTC))
    past.lived(date(2026, 2, 2), morning.dress, ivy="pushed")
    few = queries()
    for days in range(1, 60):
        past.lived(
            date(2026, 2, 2) - timedelta(days=days * 15), morning.dress, ivy="pushed", leo="consult", bo="engaged"
        )
    assert queries() == few
    assert few <= 14
