import pytest

from routines.actions.option import veto
from routines.models import Option
from routines.rules.voices import missing as waited_for
from tests.routines.morning import refused


def _veto(morning, question, option, *, by="maya", ground="danger", reason="It is icy."):
    actor = morning.actor(getattr(morning, by))
    return veto(actor=actor, question_id=question, option_id=option, ground=ground, reason=reason, at=morning.now)


@pytest.mark.parametrize("ground", ["danger", "health", "law", "harm"])
def test_a_parent_rules_an_idea_out_and_says_why(morning, ground):
    question, _music, pyjamas = morning.consulted()
    event = _veto(morning, question, pyjamas, ground=ground)
    option = Option.objects.get(id=pyjamas)
    assert (option.veto_ground, option.veto_reason, option.vetoed_by_id) == (ground, "It is icy.", morning.maya.id)
    assert (event.why, event.changes["ground"]) == ("It is icy.", ["", ground])
    assert [o.veto_ground for o in morning.question(morning.dress).options] == ["", ground]


def test_whoever_wanted_it_is_asked_again(morning):
    question, _music, pyjamas = morning.consulted()
    morning.idea(question, "Warm socks")
    _veto(morning, question, pyjamas)
    assert waited_for(morning.question(morning.dress)) == (morning.leo.id,)


def test_only_parents_rule_out(morning):
    question, _music, pyjamas = morning.consulted()
    with refused("parents_only"):
        _veto(morning, question, pyjamas, by="leo")


@pytest.mark.parametrize(
    ("ground", "code"), [("", "ground_first"), ("late", "late_is_no_ground"), ("taste", "ground_not_valid")]
)
def test_there_are_four_grounds_and_being_late_is_none(morning, ground, code):
    question, _music, pyjamas = morning.consulted()
    with refused(code):
        _veto(morning, question, pyjamas, ground=ground)


@pytest.mark.parametrize(("reason", "code"), [(" ", "reason_first"), ("x" * 501, "too_long")])
def test_a_child_can_read_why(morning, reason, code):
    question, _music, pyjamas = morning.consulted()
    with refused(code):
        _veto(morning, question, pyjamas, reason=reason)


def test_a_real_choice_must_remain(morning):
    question, ideas = morning.voted(maya="one", leo="two")
    with refused("redesign"):
        _veto(morning, question, ideas["one"])


def test_after_the_reveal_only_danger_counts(morning):
    question, ideas = morning.voted(maya="one", leo="two", ivy="three", bo="one")
    with refused("after_reveal_danger_only"):
        _veto(morning, question, ideas["one"], ground="health")
    _veto(morning, question, ideas["one"], ground="danger")


def test_an_idea_is_ruled_out_once(morning):
    question, _music, pyjamas = morning.consulted()
    _veto(morning, question, pyjamas)
    with refused("ruled_out_already"):
        _veto(morning, question, pyjamas, by="sam")


def test_an_idea_elsewhere_is_not_touched(morning):
    question, _music, _pyjamas = morning.consulted()
    dice = morning.idea(morning.ask(morning.game), "Dice")
    with refused("option_gone"):
        _veto(morning, question, dice)


def test_what_is_settled_is_not_ruled_out(morning):
    question, ideas = morning.voted(maya="one", leo="one", ivy="one", bo="two")
    morning.settle(question)
    with refused("closed"):
        _veto(morning, question, ideas["one"])
