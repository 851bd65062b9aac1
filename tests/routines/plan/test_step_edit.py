from uuid import uuid4

import pytest

from routines.models import Step
from tests.routines.plan.browser import form_of, text_of


@pytest.fixture
def dress(morning):
    return morning.dress.id


def now(step_id):
    return Step.objects.get(id=step_id)


def named(step_id, part="affected"):
    return sorted(now(step_id).people.filter(part=part).values_list("member_id", flat=True))


def test_a_step_is_changed(maya, morning, dress):
    answer = maya.save(
        "step_edit",
        dress,
        title="Dress",
        minutes="12",
        pictogram="socks",
        affected=[str(morning.bo.id)],
        doers=[str(morning.maya.id)],
        reason="Leo dresses alone.",
    )
    assert answer["Location"] == maya.url("step", dress)
    step = now(dress)
    assert (step.title, step.minutes, step.pictogram) == ("Dress", 12, "socks")
    assert (named(dress), named(dress, "doer")) == ([morning.bo.id], [morning.maya.id])
    event = morning.events("step.changed")[-1]
    assert event.why == "Leo dresses alone."
    assert event.changes["minutes"] == [15, 12]


def test_the_rung_is_not_changed_here(maya, dress):
    assert "rung" not in maya.open("step_edit", dress)
    assert maya.save("step_edit", dress, rung="4").status_code == 302
    assert now(dress).rung == 2


def test_only_a_consulted_step_names_who_decides(maya, morning, dress):
    assert maya.open("step_edit", dress)["decider"] == [str(morning.maya.id)]
    assert "decider" not in maya.open("step_edit", morning.game.id)
    assert maya.save("step_edit", dress, decider=str(morning.leo.id)).status_code == 302
    assert now(dress).decider_id == morning.leo.id


def test_the_same_tap_changes_once(maya, dress, morning):
    form = {**maya.open("step_edit", dress), "title": "Again", "tap": str(uuid4())}
    assert maya.save("step_edit", dress, form=form).status_code == 302
    maya.save("step_edit", dress, title="Later")
    assert maya.save("step_edit", dress, form=form).status_code == 302
    assert now(dress).title == "Later"
    assert len(morning.events("step.changed")) == 2


def test_different_fields_are_merged(maya, browse, dress):
    early = maya.open("step_edit", dress)
    browse("sam").save("step_edit", dress, minutes="20", why="Buttons take time.")
    assert maya.save("step_edit", dress, form=early, title="Dressing").status_code == 302
    step = now(dress)
    assert (step.title, step.minutes, step.why) == ("Dressing", 20, "Buttons take time.")


class TestTwoPeopleChangeTheSame:
    @pytest.fixture
    def clash(self, maya, browse, morning, dress):
        early = maya.open("step_edit", dress)
        browse("sam").save(
            "step_edit",
            dress,
            why="Sam’s reason",
            affected=[str(morning.ivy.id)],
            doers=[str(morning.sam.id)],
        )
        return maya.save(
            "step_edit", dress, form=early, why="Maya’s reason", affected=[str(morning.bo.id)], minutes="7"
        )

    def test_the_second_sees_both_and_loses_nothing(self, clash, morning, dress):
        page = text_of(clash)
        assert clash.status_code == 422
        assert page.count("Sam changed it meanwhile.") == 2
        assert "Sam</b> Sam’s reason" in page
        assert "Sam</b> Ivy" in page
        assert "Before, it was “Leo, Ivy and Bo”." in page
        kept = form_of(clash)
        assert kept["why"] == ["Maya’s reason"]
        assert kept["minutes"] == ["7"]
        assert kept["affected"] == [str(morning.bo.id)]
        assert kept["doers"] == [str(morning.sam.id)]
        assert now(dress).why == "Sam’s reason"

    def test_each_field_may_be_chosen(self, clash, maya, morning, dress):
        form = {**form_of(clash), "keep_affected": "theirs", "tap": str(uuid4())}
        assert maya.save("step_edit", dress, form=form).status_code == 302
        step = now(dress)
        assert (step.why, step.minutes) == ("Maya’s reason", 7)
        assert (named(dress), named(dress, "doer")) == ([morning.ivy.id], [morning.sam.id])

    def test_what_is_written_over_a_choice_counts(self, clash, maya, morning, dress):
        form = {**form_of(clash), "keep_why": "theirs", "keep_affected": "theirs", "tap": str(uuid4())}
        form |= {"why": "Both\r\nreasons", "affected": [str(morning.bo.id), str(morning.ivy.id)]}
        assert maya.save("step_edit", dress, form=form).status_code == 302
        assert now(dress).why == "Both\nreasons"
        assert named(dress) == [morning.ivy.id, morning.bo.id]

    def test_lines_and_ticks_as_they_come_back_are_nothing_new(self, maya, browse, morning, dress):
        early = maya.open("step_edit", dress)
        browse("sam").save("step_edit", dress, why="Sam’s reason", affected=[str(morning.ivy.id)])
        people = [str(morning.leo.id), str(morning.bo.id)]
        clash = maya.save("step_edit", dress, form=early, why="Two\r\nlines", affected=people)
        form = {**form_of(clash), "keep_why": "theirs", "keep_affected": "theirs", "tap": str(uuid4())}
        form |= {"why": "Two\nlines ", "affected": people[::-1]}
        assert maya.save("step_edit", dress, form=form).status_code == 302
        assert (now(dress).why, named(dress)) == ("Sam’s reason", [morning.ivy.id])


def test_a_broken_seal_overwrites_nothing(maya, dress):
    answer = maya.save("step_edit", dress, opened="broken", title="Forged")
    assert answer.status_code == 422
    assert now(dress).title == "Get dressed"


class TestWhileAQuestionIsOpen:
    def test_people_and_limits_are_shown_as_fixed(self, maya, morning, dress):
        maya.save("step_edit", dress, limits="Warm\nand dry")
        morning.ask(morning.dress)
        page = text_of(maya.get("step_edit", dress))
        assert "Warm and dry</p>" in page
        assert "The people stay the same while they are asked." in page
        assert maya.save("step_edit", dress, title="Dressing").status_code == 302
        assert (now(dress).title, now(dress).limits) == ("Dressing", "Warm\nand dry")

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            ({"limits": "Only blue"}, "What is fixed stays as it is while people are asked."),
            ({"affected": ["bo"]}, "The people stay the same while they are asked."),
        ],
    )
    def test_a_form_opened_before_is_refused_and_kept(self, maya, morning, dress, change, sentence):
        early = maya.open("step_edit", dress)
        morning.ask(morning.dress)
        change = {k: [str(morning.bo.id)] if k == "affected" else v for k, v in change.items()}
        answer = maya.save("step_edit", dress, form=early, **change)
        assert answer.status_code == 422
        assert sentence in text_of(answer)
        for field, value in change.items():
            assert form_of(answer)[field] == (value if isinstance(value, list) else [value])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "Give the step a name"),
        ({"minutes": "600"}, "do not fit into the day"),
        ({"affected": []}, "Say whom this step is for."),
        ({"alongside": "on"}, "in two places at once"),
        ({"reason": "r" * 501}, "This is 501 characters long, and there is room for 500."),
    ],
)
def test_what_does_not_work_gets_a_sentence(maya, morning, change, sentence):
    before = Step.objects.values().get(id=morning.game.id)
    answer = maya.save("step_edit", morning.game.id, **change)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert Step.objects.values().get(id=morning.game.id) == before


def test_a_teen_changes_their_own_step_only(leo, morning, dress):
    assert leo.save("step_edit", morning.own.id, title="Toast").status_code == 302
    assert now(morning.own.id).title == "Toast"
    page = leo.get("step_edit", dress)
    assert page.status_code == 403
    assert "Change steps that are only for you." in text_of(page)
    assert leo.post("step_edit", dress, title="Mine").status_code == 422


def test_a_teen_gives_their_step_to_nobody_else(leo, morning):
    answer = leo.save("step_edit", morning.own.id, affected=[str(morning.leo.id), str(morning.bo.id)])
    assert answer.status_code == 422
    assert "Keep this step for yourself alone." in text_of(answer)


def test_supporters_change_nothing_and_see_only_their_steps(nana, morning, dress):
    assert nana.get("step_edit", dress).status_code == 404
    assert nana.get("step_edit", morning.breakfast.id).status_code == 403


def test_who_left_but_was_named_is_kept(maya, morning):
    breakfast = morning.breakfast.id
    maya.client.post(maya.url("member_remove", morning.nana.id), {"tap": str(uuid4())})
    assert maya.save("step_edit", breakfast, title="Porridge").status_code == 302
    assert named(breakfast, "doer") == [morning.nana.id]
    assert now(breakfast).title == "Porridge"
