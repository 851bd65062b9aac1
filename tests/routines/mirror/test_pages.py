"""The family's mirror: what it shows to whom, what one may ask for, and what it costs."""

from datetime import timedelta
from time import process_time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routines.past import make_past
from tests.cast import client_of
from tests.memory import forget_everything
from tests.routines.morning import MONDAY
from tests.routines.plan.browser import text_of

pytestmark = pytest.mark.usefixtures("by_the_clock")


@pytest.fixture
def maya(browse):
    return browse("maya")


@pytest.fixture
def told(lived):
    """A Monday of a week ago on which Leo and Ivy said how dressing felt, and Ivy's account was told by Maya."""
    family = lived.morning
    lived.feel(family.leo, family.dress, "consult", "Fine with music.")
    lived.feel(family.ivy, family.dress, "pushed")
    family.pass_time(days=7)
    return lived


def test_faces_stand_where_somebody_felt_it_and_lead_to_the_morning(told, maya):
    family = told.morning
    page = maya.get("mirror")
    html = page.content.decode()
    assert "Looking back" in html
    assert f"Leo: {family.dress.title}, Consult once" in html
    assert f"Ivy: {family.dress.title}, Pushed once" in html
    behind = maya.get("mirror_mornings", step=family.dress.id, person=family.leo.id, felt="consult")
    words = text_of(behind)
    assert "Fine with music." in words
    assert maya.url("morning", told.id) in behind.content.decode()


def test_what_others_told_of_the_last_days_is_not_there_yet(lived, maya, browse):
    family = lived.morning
    lived.feel(family.leo, family.dress, "consult")
    assert "Consult once" not in maya.get("mirror").content.decode()
    assert "Consult once" in browse("leo").get("mirror").content.decode()
    assert "joins later" in maya.get("mirror").content.decode()
    behind = maya.get("mirror_mornings", step=family.dress.id, person=family.leo.id, felt="consult")
    assert "No morning like that" in text_of(behind)


def test_it_is_narrowed_to_a_person_a_step_and_weeks(told, maya, browse):
    family = told.morning
    by_leo = maya.get("mirror", person=family.leo.id).content.decode()
    assert "Leo: " in by_leo
    assert "Ivy: " not in by_leo
    elsewhere = maya.get("mirror", step=family.game.id).content.decode()
    assert "Consult once" not in elsewhere
    assert "Show everything" in elsewhere
    family.pass_time(days=40)
    later = browse("maya")  # nobody stays signed in so long
    assert "Consult once" not in later.get("mirror", weeks=4).content.decode()
    assert "Consult once" in later.get("mirror", weeks=12).content.decode()


def test_the_measures_are_narrowed_to_a_person(told, maya):
    family = told.morning
    family.ask(family.game, "How shall we play?")
    everybodys, leos = (maya.get("mirror", person=who).content.decode() for who in ("", family.leo.id))
    for html, names in ((everybodys, {"Leo", "Ivy"}), (leos, {"Leo"})):
        told_of = _measure(html, "felt_as_planned")
        assert {name for name in ("Leo", "Ivy") if f"<dt>{name}</dt>" in told_of} == names
    assert "<dt>Maya</dt><dd>1 of 1</dd>" in _measure(everybodys, "starters")
    assert "nothing yet" in _measure(leos, "starters")
    assert "no one person’s" in _measure(leos, "overrides")
    assert "no one person’s" not in everybodys
    report = maya.get("mirror_report", person=family.leo.id).content.decode()
    assert report.count("no one person’s") == 2


def _measure(html: str, key: str) -> str:
    return html.split(f'id="measure-{key}"')[1].split("</li>")[0]


@pytest.mark.parametrize(
    "query",
    [
        {"routine": "x", "weeks": "-1", "person": "🙂", "step": "9" * 40},
        {"routine": "999999", "weeks": "13", "person": "999999", "step": "999999"},
    ],
)
def test_what_is_not_there_is_not_asked_for(told, maya, query):
    page = maya.get("mirror", **query)
    assert page.status_code == 200
    assert "Consult once" in page.content.decode()


def test_behind_what_is_not_there_is_nothing(told, maya):
    family = told.morning
    good = {"step": family.dress.id, "person": family.leo.id, "felt": "consult"}
    assert maya.get("mirror_mornings", **good).status_code == 200
    for wrong in ({"step": 999999}, {"person": family.neighbour.id}, {"felt": "bliss"}, {"step": ""}):
        assert maya.get("mirror_mornings", **{**good, **wrong}).status_code == 404


def test_supporters_and_neighbours_have_no_mirror(told, browse):
    for name in ("mirror", "mirror_said", "mirror_mornings"):
        assert browse("nana").get(name).status_code == 404
        assert browse("neighbour").get(name).status_code == 404


def test_every_voice_stands_with_its_answer(morning, maya, browse):
    question, music, _pyjamas = morning.consulted()
    answers = morning.answers(morning.leo, morning.ivy, morning.bo)
    morning.settle(question, option=music, reason="It wakes us up.", answers=answers)
    said = text_of(maya.get("mirror_said"))
    assert "Leo" in said
    assert "not answered yet" not in said
    assert "Nobody waits for an answer" in text_of(maya.get("mirror_said", waiting=1))
    by_ivy = maya.get("mirror_said", person=morning.ivy.id).content.decode()
    assert "Maya, for Ivy" in by_ivy
    assert "<b>Leo</b>" not in by_ivy


def test_what_others_said_stays_veiled_until_one_has_spoken(morning, browse):
    question = morning.ask(morning.dress, "How shall we dress?")
    music = morning.idea(question, "Music")
    morning.say(question, morning.leo, "yes", music, note="Only the loud one")
    theirs = browse("maya").get("mirror_said", waiting=1).content.decode()
    assert "Only the loud one" not in theirs
    assert "once you have spoken yourself" in theirs
    assert "Only the loud one" in browse("leo").get("mirror_said", waiting=1).content.decode()


def test_pages_of_what_was_said_lead_on(morning, maya, monkeypatch):
    monkeypatch.setattr("routines.regions.mirror.said.PAGE", 1)
    morning.consulted()
    assert "page=1" in maya.get("mirror_said").content.decode()
    assert "page=2" in maya.get("mirror_said", page=1).content.decode()
    assert "Nothing of that" in text_of(maya.get("mirror_said", page=999))


def test_before_anything_was_lived_there_is_a_picture_a_sentence_and_a_button(morning, maya):
    page = text_of(maya.get("mirror"))
    assert "Nobody has told how it felt in this time." in page
    neighbour = client_of(morning.neighbour)
    empty = neighbour.get(f"/h/{morning.neighbour.household_id}/mirror/").content.decode()
    assert "Nothing to look back on yet" in empty
    said = neighbour.get(f"/h/{morning.neighbour.household_id}/mirror/said").content.decode()
    assert "Nothing said yet" in said


def test_the_ways_there(told, maya, browse):
    way = maya.url("mirror")
    for name, ids in (("household", ()), ("mornings", ()), ("meeting", ()), ("step_story", (told.morning.dress.id,))):
        assert way in maya.get(name, *ids).content.decode(), name
    for name in ("household", "mornings"):
        assert way not in browse("nana").get(name).content.decode()


def test_a_year_costs_few_queries_and_little_time(morning, maya):
    yesterday = MONDAY.date() - timedelta(days=1)
    make_past(morning.household.id, yesterday - timedelta(days=364), yesterday, MONDAY, every=1)
    forget_everything()
    pages = [("mirror", {"weeks": 52}), ("mirror", {"weeks": 52, "person": morning.ivy.id}), ("mirror_said", {})]
    for name, query in pages:
        forget_everything()
        with CaptureQueriesContext(connection) as queries:
            assert maya.get(name, **query).status_code == 200
        assert len(queries) <= 10, name
        began = process_time()
        for _again in range(5):
            maya.get(name, **query)
        assert (process_time() - began) / 5 < 0.06, name  # 30 ms with nothing else at work
