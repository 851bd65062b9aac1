import pytest

from routines.actions.settle import choose
from routines.models import Decision, Question
from routines.rules.state import Rung
from tests.routines.morning import missing, refused


def _choose(morning, question, option, by="leo", **speaker):
    return choose(
        actor=morning.actor(getattr(morning, by)),
        question_id=question,
        option_id=option,
        at=morning.now,
        **speaker,
    )


@pytest.fixture
def eggs(morning):
    """Leo's own breakfast with two ideas: the question and the second idea."""
    question = morning.ask(morning.own, by=morning.leo)
    morning.idea(question, "Toast")
    return question, morning.idea(question, "Eggs", morning.leo)


def test_ones_own_matter_is_chosen_at_once(morning, eggs):
    question, option = eggs
    event = _choose(morning, question, option)
    decision = Decision.objects.get()
    assert (decision.kind, decision.option_id, decision.decided_by_id) == ("own", option, morning.leo.id)
    assert decision.called_rung == Rung.INFORM
    assert Question.objects.get().closed_at is not None
    assert (event.kind, event.changes) == ("question.own", {"decision": ["", "Eggs"]})


@pytest.mark.parametrize("by", ["maya", "sam", "ivy"])
def test_nobody_chooses_for_them(morning, eggs, by):
    with refused("their_own_choice"):
        choose(**morning.acting(getattr(morning, by)), question_id=eggs[0], option_id=eggs[1], at=morning.now)


def test_a_parent_does_not_tap_for_a_teen_with_a_sign_in(morning, eggs):
    with refused("acting_for_not_yours"):
        _choose(morning, *eggs, by="maya", speaker_id=morning.leo.id)


def test_a_supporter_does_not_find_it(morning, eggs):
    with missing():
        _choose(morning, *eggs, by="nana")


def test_a_small_one_chooses_through_a_parent(morning):
    step = morning.step("Own socks", 2, (morning.bo,), over_to_you=True, why="They are your feet.")
    question = morning.ask(step)
    option = morning.idea(question, "Frogs", morning.bo)
    event = _choose(morning, question, option, by="maya", speaker_id=morning.bo.id)
    assert (event.actor_id, event.member_id) == (morning.maya.id, morning.bo.id)
    assert Decision.objects.get().decided_by_id == morning.bo.id


@pytest.mark.parametrize("step", ["car", "dress", "game", "breakfast"])
def test_what_is_not_somebodys_own_is_not_chosen_by_one(morning, step):
    question = morning.ask(getattr(morning, step))
    with refused("not_own_matter"):
        _choose(morning, question, 1, by="maya")


def test_only_among_the_safe_options(morning, eggs):
    question, option = eggs
    morning.veto(question, option)
    with refused("option_gone"):
        _choose(morning, question, option)
    with refused("option_gone"):
        _choose(morning, question, 10**6)


def test_it_is_chosen_once_and_asked_again_for_another_time(morning, eggs):
    _choose(morning, *eggs)
    with refused("closed"):
        _choose(morning, *eggs)
    assert morning.ask(morning.own, "And tomorrow?", by=morning.leo)
