from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from households.models import Event, Household
from routines.regions import history
from tests.routines.plan.browser import text_of


@pytest.fixture
def told(maya):
    return lambda browser=maya, **query: text_of(browser.get("history", **query))


def happened_at(kind, at):
    Event.objects.filter(kind=kind).update(at=at)


def test_sentences_name_who_and_for_whom(morning, told):
    question = morning.ask(morning.dress, "Which clothes?")
    morning.idea(question, "In pyjamas", morning.leo)
    morning.idea(question, "With music", morning.bo)
    morning.choose(question, morning.bo, morning.idea(question, "Blue"))
    page = told()
    assert "Maya asked something on “Get dressed”." in page
    assert "“Which clothes?”" in page
    assert "Leo had an idea on “Get dressed”." in page
    assert "<ins>In pyjamas</ins>" in page
    assert "Maya told an idea of Bo on “Get dressed”." in page
    assert "Maya spoke for Bo on “Get dressed”." in page


def test_nothing_of_what_was_said_is_told(morning, told, browse):
    """Leo has not spoken yet; what the others said must not reach him here."""
    question = morning.ask(morning.dress)
    music, _other = morning.idea(question, "With music"), morning.idea(question, "In pyjamas")
    morning.say(question, morning.ivy, "choice", music, note="SECRET NOTE")
    morning.say(question, morning.bo, "pass")
    morning.proposal()
    morning.concern(morning.question(morning.breakfast).id, morning.maya, "SECRET CONCERN")
    page = told(browse("leo"))
    assert "Maya spoke for Ivy on “Get dressed”." in page
    assert "Maya spoke for Bo on “Get dressed”." in page
    assert "SECRET" not in page
    assert "pass" not in page.lower().replace("password", "")
    assert "Maya said what matters to them on “Breakfast”." in page


def test_words_somebody_took_back_are_theirs_again(maya, morning, told, browse):
    question = morning.ask(morning.dress, "A slip of mine?")
    idea = morning.events("option.proposed", "question.opened")[-1]
    Event.objects.filter(id=idea.id).update(taken_back_at=datetime.now(UTC))
    page = told()
    assert "taken back" in page
    assert "A slip of mine?" not in page
    assert question


def test_newest_first_by_the_days_of_the_house(morning, told):
    now = datetime.now(UTC)
    happened_at("household.founded", now - timedelta(days=400))
    happened_at("routine.made", now - timedelta(days=1))
    morning.cast.household.refresh_from_db()
    page = told()
    assert page.index("Yesterday") > page.index("Get dressed")
    assert str((now - timedelta(days=400)).year) in page


def test_the_clock_is_the_houses_also_when_clocks_change(morning, told):
    Household.objects.filter(id=morning.household.id).update(time_zone="Europe/Berlin")
    happened_at("household.founded", datetime(2026, 3, 29, 0, 59, tzinfo=UTC))
    happened_at("routine.made", datetime(2026, 3, 29, 1, 1, tzinfo=UTC))
    page = told()
    assert ">1:59</time>" in page
    assert ">3:01</time>" in page
    assert page.count("Sunday 29 March") == 1


def test_midnight_parts_days_where_the_house_is(morning, told):
    Household.objects.filter(id=morning.household.id).update(time_zone="Pacific/Auckland")
    happened_at("household.founded", datetime(2026, 3, 28, 10, 59, tzinfo=UTC))
    happened_at("routine.made", datetime(2026, 3, 28, 11, 1, tzinfo=UTC))
    page = told()
    assert "Saturday 28 March" in page
    assert "Sunday 29 March" in page


def test_one_person_and_one_step(morning, told):
    question = morning.ask(morning.dress)
    morning.idea(question, "Blue", morning.leo)
    morning.idea(question, "Red", morning.bo)
    assert "had an idea" in told(person=morning.leo.id)
    assert "Maya told" not in told(person=morning.leo.id)
    assert "Maya told an idea of Bo" in told(person=morning.bo.id)
    assert "added the step" not in told(person=morning.bo.id)
    page = told(step=morning.car.id)
    assert "Maya added the step “Into the car”." in page
    assert "“Get dressed”." not in page
    both = told(step=morning.dress.id, person=morning.leo.id)
    assert "had an idea" in both
    assert f'value="{morning.leo.id}" selected' in both


def test_pages_keep_the_choice(morning, told, monkeypatch):
    monkeypatch.setattr(history, "PAGE", 3)
    page = told(person=morning.maya.id)
    query = page.split("history?")[1].split('"')[0].replace("&amp;", "&")
    assert query.startswith(f"person={morning.maya.id}&before=")
    older = told(**dict(part.split("=") for part in query.split("&")))
    assert "Newest" in older
    assert "Own breakfast" not in older.split('id="history-list"')[1]


@pytest.mark.parametrize(
    "query", ["person=x", "step=-1", "before=" + "9" * 40, "person=999999", "before=0", "person=%00"]
)
def test_nonsense_in_the_address_does_no_harm(maya, query):
    assert maya.client.get(f"{maya.url('history')}?{query}").status_code == 200


def test_nothing_found_leads_back(told):
    assert "Nothing happened that goes with this choice." in told(person=999999)


def test_a_supporter_reads_of_their_steps_and_of_themselves(nana, morning, told):
    page = told(nana)
    assert "Breakfast" in page
    assert "Nana joined the household." in page
    for hidden in ("Get dressed", "Into the car", "The game", "added Bo", "founded"):
        assert hidden not in page


def test_the_family_reads_everything(leo, told):
    assert "Maya added Bo." in told(leo)
    assert "Maya founded “Lindenhof”." in told(leo)


def test_markup_stays_text(maya, morning):
    maya.save("step_edit", morning.car.id, title="<img src=x onerror=alert(1)>", reason="<script>1</script>")
    raw = text_of(maya.get("history"), raw=True)
    assert "<img src=x" not in raw
    assert "<script>1" not in raw
    assert "&lt;script&gt;1" in raw


def test_the_page_is_live(maya):
    page = text_of(maya.get("history"))
    assert f'data-live-url="/live/h/{maya.household_id}/?page=history"' in page
    assert 'id="history-list"' in page


def test_the_same_queries_for_few_and_many(maya, morning):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            assert maya.get("history").status_code == 200
        return len(caught)

    counts = []
    for more in (1, 2, 27):
        for number in range(more):
            morning.step(f"Step {number}", 0, (morning.bo,))
        queries()
        counts.append(queries())
    assert len(set(counts)) == 1
    assert counts[0] <= 8
