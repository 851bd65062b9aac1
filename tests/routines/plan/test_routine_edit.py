from datetime import UTC, datetime, time
from uuid import uuid4

import pytest
from django.utils import timezone

from routines.models import Routine
from tests.routines.plan.browser import form_of, text_of


@pytest.fixture
def plan(morning):
    return morning.routine.id


def now(plan):
    return Routine.objects.get(id=plan)


def test_a_parent_changes_title_days_and_time(maya, plan, morning):
    answer = maya.save("routine_edit", plan, title="School day", weekdays=["0", "6"], anchor_time="08:00", reason="Bus")
    assert answer["Location"] == maya.url("routine", plan)
    routine = now(plan)
    assert (routine.title, routine.weekdays, routine.anchor_time) == ("School day", 0b1000001, time(8))
    event = morning.events("routine.changed")[-1]
    assert event.why == "Bus"
    assert event.changes == {
        "title": ["Monday", "School day"],
        "weekdays": [31, 65],
        "anchor_time": ["08:20", "08:00"],
    }


def test_a_routine_can_lose_its_time(maya, plan):
    assert maya.save("routine_edit", plan, anchor_time="").status_code == 302
    assert now(plan).anchor_time is None


def test_it_can_keep_how_late_it_was_to_itself(maya, plan, morning):
    assert maya.open("routine_edit", plan)["tells_minutes"] == ["on"]
    form = maya.open("routine_edit", plan)
    del form["tells_minutes"]
    assert maya.save("routine_edit", plan, form=form).status_code == 302
    assert now(plan).tells_minutes is False
    event = morning.events("routine.changed")[-1]
    assert event.changes == {"tells_minutes": [True, False]}
    assert "Saying how early or late we were" in text_of(maya.get("routine_changes", plan))
    maya.post("undo", event.id)
    assert now(plan).tells_minutes is True


def test_saving_without_a_change_says_so(maya, plan, morning):
    before = len(morning.events())
    answer = maya.client.post(maya.url("routine_edit", plan), maya.open("routine_edit", plan), follow=True)
    assert "Nothing was changed." in text_of(answer)
    assert len(morning.events()) == before


def test_the_same_tap_changes_once(maya, plan, morning):
    form = {**maya.open("routine_edit", plan), "title": "Again", "tap": str(uuid4())}
    for _ in range(2):
        assert maya.save("routine_edit", plan, form=form)["Location"] == maya.url("routine", plan)
    assert len(morning.events("routine.changed")) == 1


def test_what_different_people_change_in_different_fields_is_merged(maya, browse, plan):
    early = maya.open("routine_edit", plan)
    browse("sam").save("routine_edit", plan, title="Sam’s morning")
    assert maya.save("routine_edit", plan, form=early, anchor_time="07:00").status_code == 302
    assert (now(plan).title, now(plan).anchor_time) == ("Sam’s morning", time(7))


class TestTwoPeopleChangeTheSame:
    @pytest.fixture
    def clash(self, maya, browse, plan):
        early = maya.open("routine_edit", plan)
        browse("sam").save("routine_edit", plan, title="Sam’s morning", weekdays=["1"])
        return maya.save("routine_edit", plan, form=early, title="Maya’s morning", reason="Mine")

    def test_the_second_sees_both_and_loses_nothing(self, clash, plan):
        page = text_of(clash)
        assert clash.status_code == 422
        assert "Sam changed it meanwhile." in page
        assert "Before, it was “Monday”." in page
        assert "Sam</b> Sam’s morning" in page
        assert "Mine</b> Maya’s morning" in page
        assert form_of(clash)["title"] == ["Maya’s morning"]
        assert form_of(clash)["reason"] == ["Mine"]
        assert now(plan).title == "Sam’s morning"

    def test_what_only_the_other_changed_is_taken_over(self, clash):
        assert form_of(clash)["weekdays"] == ["1"]

    def test_the_second_may_keep_theirs(self, clash, maya, plan):
        answer = maya.save("routine_edit", plan, form=form_of(clash), tap=str(uuid4()))
        assert answer.status_code == 302
        assert (now(plan).title, now(plan).weekdays) == ("Maya’s morning", 0b10)

    def test_or_leave_the_first_ones(self, clash, maya, plan):
        form = {**form_of(clash), "keep_title": "theirs", "anchor_time": "07:30", "tap": str(uuid4())}
        assert maya.save("routine_edit", plan, form=form).status_code == 302
        assert (now(plan).title, now(plan).anchor_time) == ("Sam’s morning", time(7, 30))

    def test_a_third_change_is_not_overwritten_either(self, clash, maya, browse, plan):
        browse("sam").save("routine_edit", plan, title="Third")
        answer = maya.save("routine_edit", plan, form=form_of(clash), tap=str(uuid4()))
        assert answer.status_code == 422
        assert "Before, it was “Sam’s morning”." in text_of(answer)
        assert now(plan).title == "Third"


@pytest.mark.parametrize("opened", ["", "nonsense", "eyJ0aXRsZSI6IjEifQ:bad:seal"])
def test_a_form_without_its_seal_overwrites_nothing(maya, plan, opened):
    answer = maya.save("routine_edit", plan, opened=opened, title="Forged")
    assert answer.status_code == 422
    assert "Nothing is lost." in text_of(answer)
    assert now(plan).title == "Monday"


def test_steps_that_do_not_fit_before_leaving_get_a_sentence(maya, plan):
    answer = maya.save("routine_edit", plan, anchor_time="00:30")
    assert answer.status_code == 422
    assert "60 minutes do not fit into the day with this time: 30 are too many." in text_of(answer)
    assert form_of(answer)["anchor_time"] == ["00:30"]
    assert now(plan).anchor_time == time(8, 20)


def test_the_other_time_is_computed(maya, plan):
    leave = maya.get("routine_edit", plan, computed=1, anchor="leave", anchor_time="8:00")
    assert "60 minutes of steps: start at 7:00, out of the door by 8:00." in text_of(leave)
    start = maya.get("routine_edit", plan, computed=1, anchor="start", anchor_time="8:00")
    assert "start at 8:00, out of the door by 9:00." in text_of(start)
    late = maya.get("routine_edit", plan, computed=1, anchor="start", anchor_time="23:30")
    assert "do not fit into the day" in text_of(late)
    nonsense = maya.get("routine_edit", plan, computed=1, anchor="", anchor_time="x", weekdays="9")
    assert nonsense.status_code == 200


def test_a_morning_on_which_the_clocks_change_is_announced(maya, plan, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 27, 12, tzinfo=UTC))
    early = {"computed": 1, "anchor": "leave", "anchor_time": "02:30"}
    assert "The clocks change on Sunday" in text_of(maya.get("routine_edit", plan, weekdays="6", **early))
    assert "The clocks change" not in text_of(maya.get("routine_edit", plan, weekdays="5", **early))


@pytest.mark.parametrize(("who", "status"), [("leo", 403), ("nana", 403)])
def test_only_parents_change_routines(browse, plan, who, status):
    browser = browse(who)
    assert browser.get("routine_edit", plan).status_code == status
    assert browser.post("routine_edit", plan, title="Mine").status_code == 422
    assert now(plan).title == "Monday"


def test_a_sentence_for_a_script(leo, plan):
    answer = leo.post("routine_edit", plan, htmx=True, title="Mine")
    assert answer.status_code == 422
    assert answer.content.startswith(b'<hx-partial hx-target="#toast"')
    assert "only parents" in text_of(answer)


def test_a_script_is_led_on(maya, plan):
    form = {**maya.open("routine_edit", plan), "title": "By script"}
    answer = maya.client.post(maya.url("routine_edit", plan), form, headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == maya.url("routine", plan)
