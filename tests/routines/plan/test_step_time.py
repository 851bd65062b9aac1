"""How few minutes a step can take, and the small steps it unfolds into."""

import pytest
from django.utils.translation import override

from routines.forms.pictures import picture_for
from routines.models import Step
from routines.rules.small_steps import lines
from tests.routines.plan.browser import form_of, text_of


@pytest.fixture
def dress(morning):
    return morning.dress.id


def now(step_id):
    return Step.objects.get(id=step_id)


def test_nobody_has_to_say(maya, morning, dress):
    form = maya.open("step_edit", dress)
    assert (form["least"], form["small_steps"]) == ([""], [""])
    assert maya.save("step_edit", dress, title="Dress").status_code == 302
    assert (now(dress).least, now(dress).small_steps) == (None, "")
    page = text_of(maya.get("step", dress))
    assert "when time is scarce" not in page
    assert "Small steps" not in page


def test_both_are_said_and_shown(maya, morning, dress):
    small = "  Socks \r\n\r\nTrousers\r\n"
    assert maya.save("step_edit", dress, least="6", small_steps=small).status_code == 302
    assert (now(dress).least, now(dress).small_steps) == (6, "Socks\nTrousers")
    event = morning.events("step.changed")[-1]
    assert event.changes == {"least": [None, 6], "small_steps": ["", "Socks\nTrousers"]}
    page = text_of(maya.get("step", dress))
    assert "6 minutes, when time is scarce" in page
    assert "#socks" in page
    assert "#jeans" in page
    history = text_of(maya.get("history"))
    assert "half of them" in history
    assert "Socks, Trousers" in history
    form = maya.open("step_edit", dress)
    assert (form["least"], form["small_steps"]) == (["6"], ["Socks\nTrousers"])


def test_a_new_step_has_them_too(maya, morning):
    about = {"title": "Teeth", "minutes": "5", "rung": "1", "least": "0", "small_steps": "Brush\nRinse"}
    assert maya.save("step_new", morning.routine.id, **about).status_code == 302
    step = Step.objects.latest("id")
    assert (step.least, step.small_steps) == (0, "Brush\nRinse")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"least": "16"}, "This step keeps at least 16 minutes, so 15 are too few."),
        ({"least": "-1"}, "Write the minutes as a whole number from 0 to 600, or leave this empty."),
        ({"least": "601"}, "Write the minutes as a whole number from 0 to 600, or leave this empty."),
        ({"least": "half"}, "Write the minutes as a whole number, or leave this empty."),
        ({"small_steps": "Sock\n" * 9}, "8 small steps are enough."),
        ({"small_steps": "Socks\n" + "y" * 61}, "” shorter: a small step has room for 60 characters."),
        ({"small_steps": "z" * 1001}, "This is 1,001 characters long, and there is room for 1,000."),
        ({"small_steps": "Socks\u202e"}, "There are signs in here that cannot be shown."),
    ],
)
@pytest.mark.parametrize("page", ["step_edit", "step_new"])
def test_what_does_not_work_gets_a_sentence_and_is_kept(maya, morning, page, change, sentence):
    ids = [morning.dress.id if page == "step_edit" else morning.routine.id]
    filled = {"title": "Teeth", "minutes": "15", "rung": "1"} if page == "step_new" else {}
    before = list(Step.objects.values())
    answer = maya.save(page, *ids, **filled, **change)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    (field, typed), *_rest = change.items()
    assert form_of(answer)[field] == [typed]
    assert list(Step.objects.values()) == before


def test_fewer_minutes_than_it_needs_are_refused_before_they_are_stored(maya, dress):
    maya.save("step_edit", dress, least="10")
    answer = maya.save("step_edit", dress, minutes="8")
    assert answer.status_code == 422
    assert "This step keeps at least 10 minutes, so 8 are too few. Give it more, or lower the least." in text_of(answer)
    assert (form_of(answer)["minutes"], form_of(answer)["least"]) == (["8"], ["10"])
    assert now(dress).minutes == 15
    assert maya.save("step_edit", dress, form=form_of(answer), least="").status_code == 302
    assert (now(dress).minutes, now(dress).least) == (8, None)


def test_two_who_together_leave_too_little_time_are_told(maya, browse, dress):
    early = maya.open("step_edit", dress)
    browse("sam").save("step_edit", dress, least="12")
    answer = maya.save("step_edit", dress, form=early, minutes="11")
    assert answer.status_code == 422
    assert "This step keeps at least 12 minutes, so 11 are too few." in text_of(answer)
    assert (now(dress).minutes, now(dress).least) == (15, 12)


def test_two_who_change_the_same_see_both(maya, browse, dress):
    maya.save("step_edit", dress, least="3", small_steps="Socks")
    early = maya.open("step_edit", dress)
    browse("sam").save("step_edit", dress, least="0", small_steps="Socks\nTrousers")
    clash = maya.save("step_edit", dress, form=early, least="", small_steps="Shirt")
    page = text_of(clash)
    assert "Sam</b> 0 minutes" in page
    assert "Mine</b> half of them" in page
    assert "Sam</b> Socks, Trousers" in page
    form = {**form_of(clash), "keep_least": "theirs", "keep_small_steps": "theirs"}
    assert maya.save("step_edit", dress, form=form).status_code == 302
    assert (now(dress).least, now(dress).small_steps) == (0, "Socks\nTrousers")


def test_what_only_the_other_changed_to_nothing_is_taken_over(maya, browse, dress):
    early = maya.open("step_edit", dress)
    browse("sam").save("step_edit", dress, title="Sam’s", minutes="0")
    clash = maya.save("step_edit", dress, form=early, title="Maya’s")
    assert form_of(clash)["minutes"] == ["0"]


def test_a_safety_step_says_nothing_of_less_time(maya, morning):
    maya.save("step_edit", morning.car.id, safety="on", least="2")
    assert "when time is scarce" not in text_of(maya.get("step", morning.car.id))


def test_a_small_step_nothing_fits_has_the_picture_of_its_step(maya, morning):
    maya.save("step_edit", morning.car.id, pictogram="go-by-car", small_steps="Zzyzx")
    assert text_of(maya.get("step", morning.car.id)).count("#go-by-car") > 1


def test_a_picture_is_found_in_the_readers_language():
    with override("de"):
        assert picture_for("Socken") == "socks"
    assert picture_for("Socken", "") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [("", ()), ("  \n\t\n", ()), ("One", ("One",)), (" One \n\nTwo", ("One", "Two"))],
)
def test_lines(text, found):
    assert lines(text) == found
