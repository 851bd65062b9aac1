from datetime import time
from uuid import uuid4

import pytest
from django.utils.translation import override

from routines.models import Routine
from routines.words.days import day_choices
from tests.routines.plan.browser import text_of

FORM = {"title": "Saturday", "weekdays": ["5"], "anchor": "start", "anchor_time": "9:05"}


def begin(browser, **changes):
    return browser.save("routine_new", **{**FORM, **changes})


def made(morning):
    return Routine.objects.exclude(id=morning.routine.id).get()


def test_a_routine_begins(maya, morning):
    answer = begin(maya)
    routine = made(morning)
    assert answer["Location"] == maya.url("routine", routine.id)
    assert (routine.title, routine.weekdays, routine.anchor) == ("Saturday", 0b0100000, "start")
    assert routine.anchor_time == time(9, 5)
    assert routine.household_id == morning.household.id


def test_the_form_proposes_school_days_and_leaving(maya):
    form = maya.open("routine_new")
    assert form["weekdays"] == ["0", "1", "2", "3", "4"]
    assert form["anchor"] == ["leave"]


def test_the_same_tap_begins_one_routine(maya, morning):
    form = {**maya.open("routine_new"), "tap": str(uuid4())}
    first, again = begin(maya, form=form), begin(maya, form=form)
    assert first["Location"] == again["Location"] == maya.url("routine", made(morning).id)


def test_without_a_time_there_are_no_clock_times(maya, morning):
    assert begin(maya, anchor_time="").status_code == 302
    assert made(morning).anchor_time is None
    page = text_of(maya.get("routine_edit", made(morning).id))
    assert "Set a time to see when each step starts." in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "Give it a name, for example “School morning”."),
        ({"title": "   "}, "Give it a name, for example “School morning”."),
        ({"title": "x" * 81}, "This is 81 characters long, and there is room for 80."),
        ({"title": "ö" * 10_000}, "This is 10,000 characters long, and there is room for 80."),
        ({"title": "a\u202eb"}, "There are signs in here that cannot be shown."),
        ({"weekdays": []}, "Choose at least one day."),
        ({"weekdays": ["7"]}, "Choose days of the week."),
        ({"weekdays": ["monday"]}, "Choose days of the week."),
        ({"anchor": ""}, "Please choose one."),
        ({"anchor": "never"}, "This cannot be chosen."),
        ({"anchor_time": "25:00"}, "Write the time like 7:45."),
        ({"anchor_time": "early"}, "Write the time like 7:45."),
    ],
)
def test_what_does_not_work_gets_a_sentence_and_is_kept(maya, morning, change, sentence):
    answer = begin(maya, **change)
    page = text_of(answer)
    assert answer.status_code == 422
    assert sentence in page
    if title := change.get("title", "").strip():
        assert title in page
    assert 'value="Saturday"' in page or "title" in change
    assert Routine.objects.count() == 1


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "朝の支度", "Früh 🌅 auf", "'; DROP--"])
def test_any_words_are_shown_as_typed(maya, morning, title):
    assert begin(maya, title=title).status_code == 302
    assert made(morning).title == title
    assert "<script>alert" not in text_of(maya.get("household"), raw=True)
    assert title in text_of(maya.get("household"))


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_only_parents_begin_routines(browse, who):
    browser = browse(who)
    page = browser.get("routine_new")
    assert page.status_code == 403
    assert "Ask a parent: only parents can do this." in text_of(page)
    assert browser.post("routine_new", **FORM).status_code == 422
    assert Routine.objects.count() == 1


def test_the_computed_time_is_shown_while_typing(maya):
    answer = maya.get("routine_new", computed=1, anchor="leave", anchor_time="")
    assert text_of(answer).count("Set a time") == 1
    assert "<html" not in text_of(answer)


@pytest.mark.parametrize(("language", "first"), [("en", "Sunday"), ("en-gb", "Monday"), ("de", "Montag")])
def test_the_week_begins_where_the_readers_does(language, first):
    with override(language):
        assert day_choices()[0][1] == first
