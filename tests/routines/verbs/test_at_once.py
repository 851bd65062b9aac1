"""Several taps at the same moment: each counts once, wholly or not at all."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from households.actions.refusal import AlreadyApplied, Refused
from households.models import Event, Tap
from routines.actions.settle import Ending, settle
from routines.actions.step import StepDraft, add_step
from routines.actions.take_back import take_back
from routines.actions.voice import say
from routines.models import Decision, Question, Step, Voice
from routines.rules.state import Say
from tests.routines.morning import assembled


@pytest.fixture
def morning(transactional_db):
    """The family, stored for real: threads see each other's commits."""
    return assembled()


def at_once(*acts: Callable) -> list:
    """Run all in threads of their own, at the same moment; return results or refusals."""
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait(10)
            return act()
        except (Refused, AlreadyApplied) as no:
            return no
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_a_tap_that_arrives_several_times_at_once_is_applied_once(morning):
    question, before, tap = morning.ask(morning.car), morning.revision, uuid4()
    actor, at = morning.actor(morning.leo), morning.now

    def tapped():
        return say(actor=actor, question_id=question, word=Say.GOT_IT, at=at, tap=tap)

    results = at_once(*[tapped] * 6)
    assert sum(isinstance(each, Event) for each in results) == 1
    assert [each.revision for each in results if isinstance(each, AlreadyApplied)] == [before + 1] * 5
    assert (Voice.objects.count(), Tap.objects.filter(uuid=tap).count()) == (1, 1)
    assert morning.revision == before + 1


@pytest.mark.parametrize("_round", range(5))
def test_a_vote_and_the_count_never_contradict_each_other(morning, _round):
    question, ideas = morning.voted(maya="dice", leo="dice", ivy="race", bo="race")
    leo, sam, at = morning.actor(morning.leo), morning.actor(morning.sam), morning.now
    vote, _count = at_once(
        lambda: say(actor=leo, question_id=question, word=Say.CHOICE, option_id=ideas["race"], at=at),
        lambda: settle(actor=sam, question_id=question, ending=Ending(), at=at),
    )
    decision = Decision.objects.get()
    stored = Voice.objects.filter(question_id=question)
    assert decision.tally == {str(option): stored.filter(option_id=option).count() for option in ideas.values()}
    if isinstance(vote, Refused):
        assert (vote.code, decision.tally[str(ideas["dice"])]) == ("closed", 2)
    else:
        assert (vote.kind, decision.tally[str(ideas["race"])]) == ("voice.changed", 3)


def test_two_who_count_at_once_count_once(morning):
    question, _ideas = morning.voted(maya="dice", leo="dice", ivy="race", bo="dice")
    actors, at = [morning.actor(each) for each in (morning.maya, morning.sam, morning.leo)], morning.now
    results = at_once(
        *[lambda actor=actor: settle(actor=actor, question_id=question, ending=Ending(), at=at) for actor in actors]
    )
    assert sorted(getattr(each, "code", "counted") for each in results) == ["closed", "closed", "counted"]
    assert Decision.objects.count() == 1


def test_everybody_speaking_at_once_is_heard_and_every_change_has_its_own_revision(morning):
    question, before, at = morning.ask(morning.game), morning.revision, morning.now
    option = morning.idea(question, "Dice")
    acting = [morning.acting(each) for each in (morning.maya, morning.leo, morning.ivy, morning.bo)]
    results = at_once(*[lambda who=who: say(**who, question_id=question, word=Say.YES, at=at) for who in acting])
    assert all(isinstance(each, Event) for each in results)
    assert Voice.objects.filter(question_id=question, say="yes").count() == 4
    revisions = sorted(event.revision for event in results)
    assert revisions == [before + 2, before + 3, before + 4, before + 5]
    assert morning.revision == revisions[-1]
    assert option


def test_steps_added_at_once_stand_one_after_the_other(morning):
    actors, at = [morning.actor(morning.maya), morning.actor(morning.sam)], morning.now
    draft = StepDraft("Bag", 1, "play", (morning.leo.id,), why="Books.")
    results = at_once(
        *[
            lambda actor=actor: add_step(actor=actor, routine_id=morning.routine.id, draft=draft, at=at)
            for actor in actors * 2
        ]
    )
    positions = list(Step.objects.order_by("position").values_list("position", flat=True))
    assert len({step.position for step in results}) == 4
    assert positions == list(range(1, 10))


def test_a_question_opened_twice_at_once_is_one_question(morning):
    from routines.actions.question import open_question

    at = morning.now
    results = at_once(
        *[
            lambda actor=actor: open_question(actor=actor, step_id=morning.dress.id, text="How?", at=at)
            for actor in (morning.actor(morning.maya), morning.actor(morning.leo))
        ]
    )
    assert sorted(getattr(each, "code", "opened") for each in results) == ["opened", "question_open"]
    assert Question.objects.count() == 1


def test_an_undo_on_two_screens_at_once_undoes_once(morning):
    question = morning.ask(morning.car)
    first = morning.say(question, morning.leo, "dislike")
    last = morning.say(question, morning.leo, "got_it")
    actor, at = morning.actor(morning.leo), morning.now
    results = at_once(*[lambda: take_back(actor=actor, event_id=last.id, at=at)] * 4)
    codes = sorted(getattr(each, "code", "undone") for each in results)
    assert codes == ["taken_back_already"] * 3 + ["undone"]
    assert Voice.objects.get().say == "dislike"
    assert Event.objects.filter(kind="taken_back", subject_key=last.id).count() == 1
    assert first.kind == "voice.said"
