import pytest

from routines.actions.option import propose
from routines.models import Option
from tests.routines.morning import missing, refused


def test_an_idea_keeps_who_had_it_and_what_follows_from_it(morning):
    question = morning.ask(morning.dress)
    event = propose(
        actor=morning.actor(morning.maya),
        speaker_id=morning.ivy.id,
        question_id=question,
        text="  In pyjamas ",
        pictogram="pyjamas",
        consequence=" It might feel odd. ",
        at=morning.now,
    )
    option = Option.objects.get(id=event.subject_key)
    assert (option.text, option.pictogram, option.consequence) == ("In pyjamas", "pyjamas", "It might feel odd.")
    assert (option.proposed_by_id, option.acted_by_id) == (morning.ivy.id, morning.maya.id)
    assert (event.kind, event.changes) == ("option.proposed", {"idea": ["", "In pyjamas"]})
    assert [o.text for o in morning.question(morning.dress).options] == ["In pyjamas"]


@pytest.mark.parametrize("who", ["leo", "ivy", "bo", "maya", "sam"])
def test_those_affected_and_parents_have_ideas(morning, who):
    question = morning.ask(morning.dress)
    morning.idea(question, "Music", getattr(morning, who))
    assert Option.objects.get().proposed_by_id == getattr(morning, who).id


def test_others_leave_the_ideas_to_those_affected(morning):
    question = morning.ask(morning.breakfast)
    with refused("idea_not_yours"):
        morning.idea(question, "Cake", morning.leo)
    with refused("idea_not_yours"):
        morning.idea(question, "Cake", morning.nana)


def test_a_supporter_does_not_even_see_other_questions(morning):
    question = morning.ask(morning.dress)
    with missing():
        morning.idea(question, "Cake", morning.nana)


def test_to_be_informed_is_not_to_choose(morning):
    question = morning.ask(morning.car)
    with refused("inform_no_ideas"):
        morning.idea(question, "By bus", morning.leo)


def test_on_their_own_matter_its_person_and_parents_have_ideas(morning):
    question = morning.ask(morning.own, by=morning.leo)
    morning.idea(question, "Toast", morning.leo)
    morning.idea(question, "Eggs", morning.maya)
    with refused("their_own_choice"):
        morning.idea(question, "Jam", morning.ivy)


@pytest.mark.parametrize("text", ["Music", " music", "MUSIC  "])
def test_an_idea_is_listed_once(morning, text):
    question = morning.ask(morning.dress)
    morning.idea(question, "Music")
    with refused("idea_there"):
        morning.idea(question, text, morning.leo)


@pytest.mark.parametrize(("text", "code"), [(" ", "idea_first"), ("x" * 121, "too_long")])
def test_an_idea_is_said_in_words(morning, text, code):
    question = morning.ask(morning.dress)
    with refused(code):
        morning.idea(question, text)


def test_any_writing_is_kept_as_typed(morning):
    question = morning.ask(morning.dress)
    text = "<b>Süß & 早い</b> \U0001f995"
    morning.idea(question, text)
    assert Option.objects.get().text == text


def test_a_dozen_ideas_are_enough(morning):
    question = morning.ask(morning.dress)
    for number in range(12):
        morning.idea(question, f"Idea {number}")
    with refused("ideas_enough"):
        morning.idea(question, "One more")


def test_a_settled_question_takes_no_more_ideas(morning):
    question, *_ = morning.voted(maya="one", leo="one", ivy="one", bo="two")
    morning.settle(question)
    with refused("closed"):
        morning.idea(question, "Late")
