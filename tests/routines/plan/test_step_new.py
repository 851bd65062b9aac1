from uuid import uuid4

import pytest

from routines.forms.step import picture_for
from routines.models import Step
from tests.routines.plan.browser import form_of, text_of


def add(browser, morning, form=None, **changes):
    filled = {"title": "Brush teeth", "minutes": "5", "rung": "3", "limits": "Two minutes."}
    return browser.save("step_new", morning.routine.id, form=form, **{**filled, **changes})


def newest():
    return Step.objects.order_by("-id").first()


def people(step, part):
    return sorted(step.people.filter(part=part).values_list("member_id", flat=True))


def test_a_step_is_added_at_the_end(maya, morning):
    answer = add(maya, morning, why="Teeth last long.", doers=[str(morning.maya.id)])
    step = newest()
    assert answer["Location"] == maya.url("step", step.id)
    assert (step.title, step.minutes, step.rung, step.position) == ("Brush teeth", 5, 3, 6)
    assert (step.why, step.limits) == ("Teeth last long.", "Two minutes.")
    assert people(step, "doer") == [morning.maya.id]


def test_it_is_for_the_family_unless_said_otherwise(maya, morning):
    add(maya, morning)
    family = sorted(each.id for each in (morning.maya, morning.leo, morning.ivy, morning.bo, morning.sam))
    assert people(newest(), "affected") == family


def test_without_a_picture_the_words_find_one(maya, morning):
    add(maya, morning)
    assert newest().pictogram == "brush-teeth"


@pytest.mark.parametrize(
    ("title", "picture"),
    [
        ("Brush teeth", "brush-teeth"),
        ("Our very own breakfast", "breakfast"),
        ("Zzyzx qq", "sun-with-face"),
        ("", "sun-with-face"),
    ],
)
def test_a_picture_goes_with_a_title(title, picture):
    assert picture_for(title) == picture


def test_the_same_tap_adds_one_step(maya, morning):
    form = {**maya.open("step_new", morning.routine.id), "tap": str(uuid4())}
    before = Step.objects.count()
    assert add(maya, morning, form=form).status_code == 302
    again = add(maya, morning, form=form)
    assert again["Location"] == maya.url("routine", morning.routine.id)
    assert Step.objects.count() == before + 1


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "Give the step a name, for example “Get dressed”."),
        ({"title": "x" * 10_000}, "This is 10,000 characters long, and there is room for 80."),
        ({"title": "a\x00b"}, "There are signs in here that cannot be shown."),
        ({"minutes": ""}, "Write how many minutes it takes. A guess is fine."),
        ({"minutes": "ten"}, "Write the minutes as a whole number, for example 10."),
        ({"minutes": "2.5"}, "Write the minutes as a whole number, for example 10."),
        ({"minutes": "-1"}, "Write the minutes as a whole number from 0 to 600."),
        ({"minutes": "601"}, "A step takes 600 minutes at most."),
        ({"minutes": "9" * 5000}, "Write the minutes as a whole number, for example 10."),
        ({"minutes": "500"}, "minutes do not fit into the day with this time: 60 are too many."),
        ({"rung": ""}, "Choose how much say people have. You can climb later."),
        ({"rung": "5"}, "Choose one of the four rungs."),
        ({"affected": []}, "Say whom this step is for."),
        ({"affected": ["999999"]}, "Choose people of this household."),
        ({"doers": ["somebody"]}, "Choose people of this household."),
        ({"decider": "999999"}, "Choose people of this household."),
        ({"why": "y" * 2001}, "This is 2,001 characters long, and there is room for 2,000."),
        ({"limits": "z" * 10_000}, "This is 10,000 characters long, and there is room for 2,000."),
        ({"safety": "on"}, "A matter of safety stands on Inform"),
        ({"over_to_you": "on"}, "Put a step on Inform before handing it over."),
        ({"alongside": "on"}, "Somebody would be in two places at once."),
    ],
)
def test_what_does_not_work_gets_a_sentence_and_is_kept(maya, morning, change, sentence):
    before = Step.objects.count()
    answer = add(maya, morning, **change)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    kept = form_of(answer)
    assert kept["title"] == [change.get("title", "Brush teeth")]
    assert kept["limits"] == [change.get("limits", "Two minutes.")]
    assert Step.objects.count() == before


@pytest.mark.parametrize("title", ["<b>bold</b>", "歯みがき", "Zähne 🪥", "{{ title }}"])
def test_any_words_are_shown_as_typed(maya, morning, title):
    add(maya, morning, title=title)
    assert newest().title == title
    page = text_of(maya.get("step_edit", newest().id), raw=True)
    assert "<b>bold" not in page
    assert title in text_of(maya.get("step_edit", newest().id))


def test_an_unknown_picture_counts_as_none(maya, morning):
    add(maya, morning, pictogram="../../etc/passwd")
    assert newest().pictogram == "brush-teeth"


def test_lines_are_kept(maya, morning):
    add(maya, morning, why="One.\r\nTwo.  ")
    assert newest().why == "One.\nTwo."


def test_the_four_rungs_stand_in_the_readers_words(maya, leo, morning):
    assert "We agree, do and review as equals." in text_of(maya.get("step_new", morning.routine.id))
    assert "Shared decision, shared work; binds adults too." in text_of(leo.get("step_new", morning.routine.id))


class TestATeen:
    def test_adds_a_step_for_themselves(self, leo, morning):
        form = leo.open("step_new", morning.routine.id)
        assert form["affected"] == [str(morning.leo.id)]
        answer = add(leo, morning, form=form, rung="1", over_to_you="on")
        assert answer.status_code == 302
        assert (newest().over_to_you, people(newest(), "affected")) == (True, [morning.leo.id])

    def test_adds_one_in_which_all_have_a_say(self, leo, morning):
        both = [str(morning.leo.id), str(morning.bo.id)]
        assert add(leo, morning, rung="3", affected=both).status_code == 302

    def test_does_not_plan_for_others(self, leo, morning):
        before = Step.objects.count()
        answer = add(leo, morning, rung="1", affected=[str(morning.bo.id)])
        assert answer.status_code == 422
        assert "Add a step for yourself alone" in text_of(answer)
        assert Step.objects.count() == before

    def test_does_not_say_what_is_safety(self, leo, morning):
        assert "safety" not in leo.open("step_new", morning.routine.id)
        add(leo, morning, rung="1", safety="on")
        assert newest().safety is False


def test_supporters_bring_ideas_instead(nana, morning):
    page = nana.get("step_new", morning.routine.id)
    assert page.status_code == 403
    assert "Bring it as an idea or a comment" in text_of(page)
    before = Step.objects.count()
    assert nana.post("step_new", morning.routine.id, title="Mine").status_code == 422
    assert Step.objects.count() == before


def test_a_routine_that_was_put_away_takes_no_steps(maya, morning):
    form = maya.open("step_new", morning.routine.id)
    maya.post("routine_archive", morning.routine.id)
    assert "This was put away. Bring it back first." in text_of(maya.get("step_new", morning.routine.id))
    assert add(maya, morning, form=form).status_code == 422
