import pytest

from routines.actions.settle import close_unchanged
from routines.models import Decision, Question
from tests.routines.morning import refused


def _leave(morning, question, by="maya"):
    return close_unchanged(actor=morning.actor(getattr(morning, by)), question_id=question, at=morning.now)


@pytest.fixture
def third_round(morning):
    """Breakfast in its third round, nobody heard yet."""
    question, option = morning.proposal()
    morning.table(question, option, trial=1)
    morning.table(question, option, trial=2)
    return question


def _say(morning, question, *words):
    for who, word in zip((morning.maya, morning.ivy, morning.bo), words, strict=True):
        morning.say(question, who, word)


def test_after_three_rounds_without_consent_everything_stays_as_it_is(morning, third_round):
    _say(morning, third_round, "yes", "no", "ok")
    event = _leave(morning, third_round)
    decision = Decision.objects.get()
    assert (decision.kind, decision.option_id, decision.trial_until) == ("unchanged", None, None)
    assert event.kind == "question.unchanged"
    assert Question.objects.get().closed_at is not None


def test_not_before_three_rounds(morning):
    question, _option = morning.proposal()
    _say(morning, question, "no", "no", "no")
    with refused("three_rounds_first"):
        _leave(morning, question)


def test_not_before_everybody_was_heard(morning, third_round):
    morning.say(third_round, morning.maya, "no")
    with refused("voices_missing"):
        _leave(morning, third_round)


def test_not_against_consent(morning, third_round):
    _say(morning, third_round, "yes", "ok", "ok")
    with refused("consent_there"):
        _leave(morning, third_round)


@pytest.mark.parametrize("by", ["leo", "sam", "nana"])
def test_only_those_it_is_for(morning, third_round, by):
    _say(morning, third_round, "no", "no", "no")
    with refused("not_affected"):
        _leave(morning, third_round, by)


@pytest.mark.parametrize("step", ["car", "dress", "game"])
def test_only_when_co_producing(morning, step):
    question = morning.ask(getattr(morning, step))
    with refused("only_coproduce"):
        _leave(morning, question)


def test_once(morning, third_round):
    _say(morning, third_round, "no", "no", "no")
    _leave(morning, third_round)
    with refused("closed"):
        _leave(morning, third_round)
