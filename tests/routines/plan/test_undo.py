from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from households.models import Event
from routines.models import Step
from tests.routines.plan.browser import text_of


@pytest.fixture
def change(maya, morning):
    maya.save("step_edit", morning.car.id, title="Off we go")
    maya.get("household")  # reads the word that offers to undo it
    return morning.events("step.changed")[-1]


def title(morning):
    return Step.objects.get(id=morning.car.id).title


def test_who_did_it_takes_it_back(maya, morning, change):
    assert maya.url("undo", change.id) in text_of(maya.get("history"))
    answer = maya.post("undo", change.id, history="1")
    assert answer["Location"] == maya.url("history")
    assert title(morning) == "Into the car"
    page = text_of(maya.get("history"))
    assert "Maya took back a change of a step (“Into the car”)." in page or "took back a change of a step" in page
    assert "taken back" in page
    assert maya.url("undo", change.id) not in page


def test_the_choice_made_before_is_kept(maya, morning, change):
    answer = maya.post("undo", change.id, history="1", step=morning.car.id, person="")
    assert answer["Location"] == f"{maya.url('history')}?step={morning.car.id}"


def test_from_elsewhere_it_leads_to_the_step(maya, morning, change):
    assert maya.post("undo", change.id)["Location"] == maya.url("step", morning.car.id)


def test_the_same_tap_takes_back_once(maya, morning, change):
    tap = str(uuid4())
    for _ in range(2):
        assert maya.post("undo", change.id, tap=tap).status_code == 302
    assert len(morning.events("taken_back")) == 1


def test_twice_is_once(maya, change):
    maya.post("undo", change.id)
    answer = maya.post("undo", change.id)
    assert answer.status_code == 422
    assert "This was taken back already." in text_of(answer)


@pytest.mark.parametrize(("who", "status"), [("sam", 422), ("leo", 422), ("nana", 404)])
def test_nobody_else_does(browse, morning, change, who, status):
    browser = browse(who)
    assert browser.url("undo", change.id) not in text_of(browser.get("history"))
    answer = browser.post("undo", change.id)
    assert answer.status_code == status
    assert title(morning) == "Off we go"


def test_after_ten_minutes_it_stays(maya, morning, change):
    Event.objects.filter(id=change.id).update(at=timezone.now() - timedelta(minutes=10, seconds=1))
    assert maya.url("undo", change.id) not in text_of(maya.get("history"))
    answer = maya.post("undo", change.id)
    assert answer.status_code == 422
    assert "Ten minutes are over" in text_of(answer)
    assert title(morning) == "Off we go"


def test_what_others_built_on_stays(maya, browse, morning, change):
    browse("sam").save("step_edit", morning.car.id, title="Sam’s words")
    answer = maya.post("undo", change.id)
    assert answer.status_code == 422
    assert "Something else rests on this now" in text_of(answer)


def test_some_things_cannot_be_taken_back(maya, morning):
    founded = morning.events("household.founded")[0]
    assert maya.url("undo", founded.id) not in text_of(maya.get("history"))
    assert maya.post("undo", founded.id).status_code == 422


class TestByScript:
    def test_on_the_board_the_board_changes(self, maya, morning, change):
        at = maya.url("routine", morning.routine.id)
        text = text_of(maya.post("undo", change.id, htmx=True, at=at))
        assert 'hx-target="#board"' in text
        assert "Taken back." in text
        assert '<hx-partial hx-target="#panel"' not in text

    def test_with_a_panel_open_the_panel_changes(self, maya, morning, change):
        answer = maya.post("undo", change.id, htmx=True, at=maya.url("step", morning.car.id))
        assert '<hx-partial hx-target="#panel"' in text_of(answer)

    @pytest.mark.parametrize("page", ["household", "history"])
    def test_on_other_pages_it_leads_back_there(self, maya, change, page):
        answer = maya.post("undo", change.id, htmx=True, at=maya.url(page))
        assert answer["HX-Redirect"] == maya.url(page)

    @pytest.mark.parametrize("at", ["//evil.example/x", "/nowhere", "/about", "/h/999/history"])
    def test_an_address_that_is_none_of_this_house_counts_for_nothing(self, maya, morning, change, at):
        answer = maya.post("undo", change.id, htmx=True, at=at)
        assert answer["HX-Redirect"] == maya.url("step", morning.car.id)

    def test_a_refusal_is_a_sentence(self, browse, change):
        answer = browse("sam").post("undo", change.id, htmx=True)
        assert answer.status_code == 422
        assert "only they can take it back" in text_of(answer)
        assert answer.content.startswith(b'<hx-partial hx-target="#toast"')
