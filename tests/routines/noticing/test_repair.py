"""Sorry in either direction, thank you, and an answer that nobody has to give."""

import pytest

from households.actions.people import remove_member
from routines.actions.repair import answer_repair
from routines.models import Doing, Repair
from tests.routines.morning import missing, refused
from tests.routines.verbs.undoing import back


def test_a_parent_says_sorry_to_a_child(lived):
    event = lived.give("sorry", lived.morning.maya, lived.morning.ivy, "I was too quick.")
    row = Repair.objects.get(id=event.subject_key)
    assert (row.kind, row.by_id, row.to_id, row.text) == (
        "sorry",
        lived.morning.maya.id,
        lived.morning.ivy.id,
        "I was too quick.",
    )


def test_a_child_says_sorry_to_a_parent_with_a_picture(lived):
    event = lived.give("sorry", lived.morning.ivy, lived.morning.maya)
    row = Repair.objects.get(id=event.subject_key)
    assert (row.by_id, row.acted_by_id, row.pictogram, row.text) == (
        lived.morning.ivy.id,
        lived.morning.maya.id,
        "hugging-face",
        "",
    )


def test_thanks_to_everybody_about_a_step(lived):
    step = lived.step(lived.morning.dress)
    event = lived.give("thanks", lived.morning.leo, None, "You waited for me.", morning_step=step)
    row = Repair.objects.get(id=event.subject_key)
    assert (row.to_id, row.morning_step_id, row.step_id) == (None, step, lived.morning.dress.id)


def test_not_to_oneself_nor_to_strangers(lived):
    with refused("not_to_yourself"):
        lived.give("thanks", lived.morning.leo, lived.morning.leo)
    with refused("person_not_here"):
        lived.give("thanks", lived.morning.leo, lived.morning.neighbour)


def test_who_left_gets_none(lived):
    remove_member(actor=lived.morning.actor(lived.morning.maya), member_id=lived.morning.bo.id, at=lived.now)
    with refused("person_not_here"):
        lived.give("thanks", lived.morning.leo, lived.morning.bo)


def test_who_had_no_part_has_nothing_to_repair(lived):
    with refused("not_in_the_morning"):
        lived.give("sorry", lived.morning.sam, lived.morning.leo)


def test_too_many_words(lived):
    with refused("too_long"):
        lived.give("sorry", lived.morning.leo, None, "x" * 501)


def test_weeks_later_it_is_not_too_late(lived):
    lived.morning.pass_time(days=20)
    lived.give("sorry", lived.morning.leo, lived.morning.maya)


def test_what_happened_says_to_whom_and_not_what(lived):
    lived.give("sorry", lived.morning.maya, lived.morning.ivy, "Secret")
    event = lived.morning.events("repair.sorry")[-1]
    assert (event.member_id, event.why, event.changes, event.step_key) == (lived.morning.ivy.id, "", {}, None)
    lived.give("thanks", lived.morning.bo, lived.morning.leo, "Secret")
    event = lived.morning.events("repair.thanks_for")[-1]
    assert (event.member_id, event.changes) == (lived.morning.bo.id, {"to": [None, lived.morning.leo.id]})


def test_answered_by_who_got_it(lived):
    sorry = lived.give("sorry", lived.morning.maya, lived.morning.leo)
    lived.answer(lived.morning.leo, sorry, "hourglass-not-done")
    row = Repair.objects.get(id=sorry.subject_key)
    assert (row.answer, row.answered_by_id) == ("hourglass-not-done", lived.morning.leo.id)


def test_not_yet_can_pass(lived):
    sorry = lived.give("sorry", lived.morning.maya, lived.morning.leo)
    lived.answer(lived.morning.leo, sorry, "hourglass-not-done")
    changed = lived.answer(lived.morning.leo, sorry, "red-heart")
    assert lived.answer(lived.morning.leo, sorry, "red-heart") is None
    assert Repair.objects.get(id=sorry.subject_key).answer == "red-heart"
    back(lived.morning, changed)
    assert Repair.objects.get(id=sorry.subject_key).answer == "hourglass-not-done"


def test_answered_by_nobody_else(lived):
    sorry = lived.give("sorry", lived.morning.maya, lived.morning.leo)
    with refused("repair_not_to_you"):
        lived.answer(lived.morning.ivy, sorry)
    with refused("not_to_yourself"):
        lived.answer(lived.morning.maya, sorry)
    with missing():
        lived.answer(lived.morning.neighbour, sorry)


def test_what_went_to_everybody_is_answered_by_the_first(lived):
    thanks = lived.give("thanks", lived.morning.maya)
    lived.answer(lived.morning.leo, thanks)
    with refused("repair_answered"):
        lived.answer(lived.morning.ivy, thanks)


def test_a_supporter_who_was_not_there_answers_too(lived):
    """Nana is thanked for a morning of which she saw nothing."""
    Doing.objects.filter(morning_id=lived.id, member=lived.morning.nana).delete()
    thanks = lived.give("thanks", lived.morning.maya, lived.morning.nana)
    lived.answer(lived.morning.nana, thanks, "red-heart")
    assert Repair.objects.get(id=thanks.subject_key).answered_by_id == lived.morning.nana.id


@pytest.mark.parametrize("kind", ["sorry", "thanks"])
def test_taken_back_unless_answered(lived, kind):
    back(lived.morning, lived.give(kind, lived.morning.maya, lived.morning.leo))
    assert not Repair.objects.filter(household=lived.morning.household, taken_back_at=None).exists()
    answered = lived.give(kind, lived.morning.maya, lived.morning.leo)
    lived.answer(lived.morning.leo, answered)
    with refused("others_built_on_it"):
        back(lived.morning, answered)


def test_what_was_taken_back_is_not_answered(lived):
    sorry = lived.give("sorry", lived.morning.maya, lived.morning.leo)
    back(lived.morning, sorry)
    with missing():
        lived.answer(lived.morning.leo, sorry)


def test_an_answer_says_something(lived):
    sorry = lived.give("sorry", lived.morning.maya, lived.morning.leo)
    with refused("say_something"):
        answer_repair(
            actor=lived.morning.actor(lived.morning.leo), repair_id=sorry.subject_key, picture="", at=lived.now
        )
