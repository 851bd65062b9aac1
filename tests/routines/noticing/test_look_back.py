"""Looking back: a morning's own page, all mornings, what became of repairs, and where a change came from."""

from datetime import timedelta
from time import process_time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routines.models import Feeling, Morning, MorningStep, Notice, Repair, Slip
from tests.routines.morning import MONDAY
from tests.routines.plan.browser import form_of, text_of

pytestmark = pytest.mark.usefixtures("by_the_clock")


@pytest.fixture
def maya(browse):
    return browse("maya")


def years(lived, count: int) -> None:
    """Let there have been so many mornings before, each told by all, with a slip and a thank-you now and then."""
    family = lived.morning
    about = {"household_id": family.household.id}
    rows = Morning.objects.bulk_create(
        Morning(
            **about,
            routine=family.routine,
            title="Monday",
            on=(MONDAY - timedelta(days=day)).date(),
            time_zone="Europe/London",
            started_at=MONDAY - timedelta(days=day),
            started_by=family.maya,
            planned_leave_at=MONDAY - timedelta(days=day, minutes=-60),
            leave_at=MONDAY - timedelta(days=day, minutes=-70),
            left_at=MONDAY - timedelta(days=day, minutes=-65),
            left_by=family.maya,
        )
        for day in range(1, count + 1)
    )
    steps = MorningStep.objects.bulk_create(
        MorningStep(**about, morning=row, position=1, title="Dress", pictogram="socks", minutes=9, least=3, rung=2)
        for row in rows
    )
    people = (family.maya, family.leo, family.ivy, family.bo)
    Notice.objects.bulk_create(
        Notice(**about, morning=row, member=who, again="yes", said_at=row.left_at) for row in rows for who in people
    )
    Feeling.objects.bulk_create(
        Feeling(**about, morning=step.morning, morning_step=step, member=who, felt="inform", said_at=MONDAY)
        for step in steps
        for who in people
    )
    Slip.objects.bulk_create(Slip(**about, morning=row, noticed_by=family.leo, at=MONDAY) for row in rows[::3])
    Repair.objects.bulk_create(
        Repair(**about, morning=row, kind="thanks", by=family.leo, to=family.maya, text="Tea", at=MONDAY)
        for row in rows[::2]
    )


def test_what_happened_stands_there(lived, maya):
    MorningStep.objects.filter(id=lived.step(lived.morning.game)).update(
        skipped_at=lived.now, reason="The shoe was lost."
    )
    MorningStep.objects.filter(id=lived.step(lived.morning.breakfast)).update(was="Porridge", title="Toast")
    Morning.objects.filter(id=lived.id).update(revision=10**6)
    lived.slip(lived.morning.maya)
    page = text_of(maya.get("morning", lived.id))
    for words in ("skipped", "Because: The shoe was lost.", "instead of “Porridge”", "still open", "Still to tell"):
        assert words in page
    assert "<b>Maya</b> noticed: it turned into pushing" in page


def test_lateness_chosen_on_purpose_is_marked(lived, maya):
    row = Morning.objects.get(id=lived.id)
    Morning.objects.filter(id=lived.id).update(leave_at=row.planned_leave_at + timedelta(minutes=15))
    assert "15 minutes later than planned, on purpose" in text_of(maya.get("mornings"))


def test_slips_are_taken_back_with_one_tap(lived, maya):
    maya.post("morning_slip", lived.id, step=lived.step(lived.morning.dress))
    slip = lived.state().slips[0]
    assert slip.by == lived.morning.maya.id
    here = f"/h/{lived.morning.household.id}/m/{lived.id}/"
    answer = maya.post("slip_withdraw", slip.id, htmx=True, at=here)
    assert 'hx-target="#told"' in answer.content.decode()
    assert lived.state().slips == ()


def test_a_slip_named_while_it_runs_leads_back_to_it(running, maya):
    here = f"/h/{running.morning.household.id}/m/{running.id}/"
    answer = maya.post("morning_slip", running.id, htmx=True, at=here)
    assert answer["HX-Redirect"] == here
    assert len(running.state().slips) == 1


def test_answered_on_the_morning_the_list_and_home(lived, browse):
    leo, home = browse("leo"), f"/h/{lived.morning.household.id}/"
    for page in (f"{home}m/{lived.id}/", f"{home}repairs", home):
        sorry = lived.give("sorry", lived.morning.maya, lived.morning.leo)
        answer = leo.post("repair_answer", sorry.subject_key, picture="ear", htmx=True, at=page)
        assert answer.status_code == 200
        assert page in (answer.headers.get("HX-Redirect", page))
        assert Repair.objects.get(id=sorry.subject_key).answer == "ear"


def test_a_picture_that_is_none_answers_nothing(lived, browse):
    sorry = lived.give("sorry", lived.morning.maya, lived.morning.leo)
    answer = browse("leo").post("repair_answer", sorry.subject_key, picture="bomb")
    assert answer.status_code == 422


def test_home_asks_calmly_until_it_is_told_or_passed(lived, browse):
    leo = browse("leo")
    assert "How was the morning?" in text_of(leo.get("household"))
    leo.post("notice_again", lived.id, **{"pass": "1"})
    assert "How was the morning?" not in text_of(leo.get("household"))
    maya = text_of(browse("maya").get("household"))
    assert "for Ivy" in maya
    lived.until_tomorrow_evening()
    assert "How was yesterday’s morning?" in text_of(browse("maya").get("household"))
    lived.until_the_day_after()
    assert "How was" not in text_of(browse("maya").get("household"))


def test_home_does_not_ask_while_it_runs(running, browse):
    assert "How was the morning?" not in text_of(browse("leo").get("household"))


def test_home_shows_what_one_was_given(lived, browse):
    lived.give("sorry", lived.morning.maya, lived.morning.leo, "I shouted.")
    assert "I shouted." in text_of(browse("leo").get("household"))
    assert "I shouted." not in text_of(browse("maya").get("household"))
    lived.morning.pass_time(days=8)
    assert "I shouted." not in text_of(browse("leo").get("household"))


def test_the_repairs_say_what_became_of_them(lived, maya):
    question = lived.try_this(lived.morning.leo, lived.morning.game, "A race").question_key
    lived.try_this(lived.morning.leo, lived.morning.car, "By bike")
    lived.give("thanks", lived.morning.leo, lived.morning.maya, "You waited.")
    page = text_of(maya.get("repairs"))
    for words in (
        "A race",
        "Being asked",
        "By bike",
        "Kept as a remark",
        "You waited.",
        "From Monday’s morning, 2 March",
    ):
        assert words in page
    for each in (lived.morning.maya, lived.morning.leo, lived.morning.ivy, lived.morning.bo):
        lived.morning.say(question, each, "yes")
    lived.morning.settle(question, reason="It is fun.")
    page = text_of(maya.get("repairs", kind="change"))
    assert "Settled" in page
    assert "It is fun." in page
    assert "You waited." not in page
    assert "You waited." in text_of(maya.get("repairs", kind="thanks"))
    assert "There is no such repair yet." in text_of(maya.get("repairs", kind="sorry"))
    assert maya.get("repairs", kind="nonsense", before="nonsense").status_code == 200


def test_nothing_yet_leads_on(lived, browse):
    page = text_of(browse("neighbour").client.get(f"/h/{lived.morning.neighbour.household_id}/repairs"))
    assert "Nothing to repair yet" in page
    page = text_of(browse("neighbour").client.get(f"/h/{lived.morning.neighbour.household_id}/mornings"))
    assert "No morning yet" in page


def test_the_plan_says_where_a_change_came_from(lived, maya):
    question = lived.try_this(lived.morning.leo, lived.morning.game, "A race").question_key
    link = f'href="/h/{lived.morning.household.id}/m/{lived.id}/">From Monday’s morning, 2 March</a>'
    assert link in text_of(maya.get("step", lived.morning.game.id))
    for each in (lived.morning.maya, lived.morning.leo, lived.morning.ivy, lived.morning.bo):
        lived.morning.say(question, each, "yes")
    lived.morning.settle(question)
    for page in (
        maya.get("step", lived.morning.game.id),
        maya.get("routine_changes", lived.morning.routine.id),
        maya.get("history"),
    ):
        assert link in text_of(page)


def test_a_change_of_the_step_made_from_a_repair(lived, maya):
    """The form carries the morning along, also through a refusal."""
    step = lived.morning.dress
    url = f"{maya.url('step_edit', step.id)}?morning={lived.id}"
    page = maya.client.get(url)
    assert "From Monday’s morning, 2 March" in text_of(page)
    form = form_of(page)
    assert form["morning"] == [str(lived.id)]
    refused = maya.client.post(url, {**form, "minutes": "many"})
    assert refused.status_code == 422
    assert form_of(refused)["morning"] == [str(lived.id)]
    maya.client.post(maya.url("step_edit", step.id), {**form, "minutes": "20"})
    changes = text_of(maya.get("routine_changes", lived.morning.routine.id))
    assert "From Monday’s morning, 2 March" in changes


@pytest.mark.parametrize("number", ["1000000", "0"])
def test_a_morning_of_nobody_is_none_to_change_from(lived, maya, number):
    answer = maya.client.get(f"{maya.url('step_edit', lived.morning.dress.id)}?morning={number}")
    assert answer.status_code == (404 if number != "0" else 200)


def test_a_supporter_reads_where_it_came_from_without_a_way_there(lived, browse):
    lived.try_this(lived.morning.maya, lived.morning.breakfast, "Toast")
    page = text_of(browse("nana").get("step", lived.morning.breakfast.id))
    assert "<span>From Monday’s morning, 2 March</span>" in page


def test_the_same_queries_for_few_and_many(lived, maya):
    def queries(name, *ids, **query):
        maya.get(name, *ids, **query)
        with CaptureQueriesContext(connection) as asked:
            assert maya.get(name, *ids, **query).status_code == 200
        return len(asked)

    counts = []
    for size in (3, 12):
        Morning.objects.exclude(id=lived.id).delete()
        years(lived, size)
        for number in range(size):
            lived.give("thanks", lived.morning.leo, lived.morning.maya, f"Tea {number}")
            lived.feel(lived.morning.leo, lived.morning.dress, "inform", words=str(number))
        counts.append(
            (queries("mornings"), queries("repairs"), queries("morning", lived.id), queries("notice", lived.id))
        )
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 16


def test_three_years_of_mornings(lived, maya):
    years(lived, 1000)
    first = maya.get("mornings")
    assert text_of(first).count('class="tile morning-row"') == 20
    older = text_of(first).split("?before=")[1].split('"')[0]
    assert text_of(maya.get("mornings", before=older)).count('class="tile morning-row"') == 20
    best = 1.0
    for _ in range(5):
        began = process_time()
        maya.get("mornings", before=older)
        best = min(best, process_time() - began)
    assert best < 0.1  # wanted are 0.03; tests share their machine


@pytest.mark.parametrize("before", ["", "nonsense", "2026-13-01-5", "2026-03-02-x", "9" * 40])
def test_nonsense_is_the_first_page(lived, maya, before):
    assert "Monday" in text_of(maya.get("mornings", before=before))


def test_the_last_page_ends(lived, maya):
    years(lived, 20)
    older = text_of(maya.get("mornings")).split("?before=")[1].split('"')[0]
    page = text_of(maya.get("mornings", before=older))
    assert page.count('class="tile morning-row"') == 1
    assert "Earlier" not in page
    assert "No earlier morning" in text_of(maya.get("mornings", before="2020-01-01-1"))
