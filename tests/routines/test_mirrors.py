"""A period's facts as they are read: of one household alone, each once, nothing that was taken back."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from households.models import Household
from routines.actions.agenda import talked_about
from routines.actions.comment import comment
from routines.actions.doing import mark_done
from routines.actions.override import override
from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.rung import answer_ask, ask_climb, climb
from routines.actions.start_morning import start_morning
from routines.actions.step import StepDraft, add_step
from routines.actions.take_back import take_back
from routines.models import AgendaItem
from routines.models.mirrors import facts_of, first_day, forget
from routines.past import make_past
from routines.rules.mirror.facts import Facts, once
from routines.rules.mirror.measures import measures
from routines.rules.state import AnswerState, Rung
from tests.cast import as_actor
from tests.routines.morning import MONDAY, Morning
from tests.routines.noticing.lived import Lived
from tests.routines.picks.hand import Picks

MOST_QUERIES = 9


def _facts(family: Morning, household: Household | None = None) -> Facts:
    """Return the facts of the last four weeks, read anew."""
    forget()
    home = household or family.household
    return facts_of(home.id, 1, first_day(family.today, 4), family.today, home.time_zone)


def _said(facts: Facts) -> dict[tuple[str, int], tuple]:
    return {(each.kind, each.member): (each.way, each.owed, each.answer) for each in facts.said}


def test_a_period_ends_today():
    assert first_day(date(2026, 3, 29), 4) == date(2026, 3, 2)


def test_the_plan_and_its_people(morning):
    facts = _facts(morning)
    assert [(each.title, each.archived) for each in facts.routines] == [("Monday", False)]
    assert [each.title for each in facts.steps][:2] == ["Into the car", "Get dressed"]
    breakfast = next(each for each in facts.steps if each.id == morning.breakfast.id)
    assert breakfast.named == (morning.maya.id, morning.ivy.id, morning.bo.id)
    assert (breakfast.doers, breakfast.rung) == ((morning.nana.id,), Rung.COPRODUCE)
    assert set(facts.people) >= {each.id for each in morning.cast.family}


def test_a_consult_answers_each_voice_and_ideas_become_something(morning):
    question, music, _pyjamas = morning.consulted()
    answers = (
        AnswerState(morning.leo.id, "partly", "On Fridays."),
        AnswerState(morning.ivy.id, "did", "Yes."),
        AnswerState(morning.bo.id, "did", "Yes."),
    )
    assert [each.open for each in _facts(morning).asked] == [True]
    morning.settle(question, option=music, reason="It is fun.", answers=answers)
    facts = _facts(morning)
    (asked,) = facts.asked
    assert (asked.open, asked.ending, asked.decided, asked.reason) == (False, "decided", "With music", "It is fun.")
    said = _said(facts)
    assert said["voice", morning.leo.id] == ("choice", True, "partly")
    assert said["voice", morning.ivy.id] == ("choice", True, "did")
    # Maya decides herself: her own idea is owed no answer.
    assert said["idea", morning.maya.id] == ("", False, "did")
    assert {(each.member, each.became) for each in facts.ideas} == {
        (morning.maya.id, "tried"),
        (morning.leo.id, "partly"),
    }
    assert {each.said_by for each in facts.said if each.member == morning.ivy.id} == {morning.maya.id}


def test_a_vote_is_the_answer_and_a_pass_needs_none(morning):
    question, _ideas = morning.voted(maya="tag", leo="tag", ivy="hide", bo="pass")
    morning.settle(question)
    said = _said(_facts(morning))
    assert said["voice", morning.leo.id] == ("choice", True, "did")
    assert said["voice", morning.ivy.id] == ("choice", True, "didnt")
    assert said["voice", morning.bo.id] == ("pass", False, "")


def test_what_was_taken_back_did_not_happen(morning):
    question, _ideas = morning.voted(maya="tag", leo="tag", ivy="hide", bo="hide")
    event = morning.settle(question)
    settled = _facts(morning)
    take_back(actor=morning.actor(morning.maya), event_id=event.id, at=morning.now)
    reopened = _facts(morning)
    assert [each.open for each in reopened.asked] == [True]
    assert len(reopened.said) == len(settled.said)
    assert {each.answer for each in reopened.said} == {""}
    remark = comment(actor=morning.actor(morning.leo), step_id=morning.car.id, text="No", at=morning.now)
    assert len(_facts(morning).remarks) == 1
    take_back(actor=morning.actor(morning.leo), event_id=remark.id, at=morning.now)
    assert _facts(morning).remarks == ()


def test_wishes_moves_and_overrides(morning):
    maya = morning.actor(morning.maya)
    ask_climb(
        actor=morning.actor(morning.leo),
        step_id=morning.dress.id,
        to_rung=Rung.CODESIGN,
        reason="We can vote.",
        at=morning.now,
    )
    assert _said(_facts(morning))["climb", morning.leo.id] == ("", True, "")
    climb(actor=maya, step_id=morning.dress.id, to_rung=Rung.CODESIGN, reason="Yes.", at=morning.now)
    about = {"ground": "danger", "reason": "Ice.", "expires_at": morning.now + timedelta(hours=5)}
    undone = override(actor=maya, step_id=morning.car.id, at=morning.now, **about)
    take_back(actor=maya, event_id=undone.id, at=morning.now)
    override(actor=maya, step_id=morning.game.id, at=morning.now, **about)
    facts = _facts(morning)
    assert _said(facts)["climb", morning.leo.id][2] == "did"
    assert [(each.before, each.after) for each in facts.moved] == [(Rung.CONSULT, Rung.CODESIGN)]
    assert [(each.ground, each.reviewed) for each in facts.overrides] == [("danger", False)]
    item = AgendaItem.objects.get(kind="override", step=morning.game)
    talked_about(actor=maya, item_id=item.id, at=morning.now)
    assert [each.reviewed for each in _facts(morning).overrides] == [True]


def test_a_move_by_a_wish_says_whose_words_its_reason_is(morning):
    about = {"actor": morning.actor(morning.leo), "step_id": morning.dress.id, "to_rung": Rung.CODESIGN}
    wish = ask_climb(**about, reason="Ask us before.", at=morning.now).subject_key
    morning.pass_time(days=40)
    about = {"actor": morning.actor(morning.maya), "step_id": morning.dress.id}
    answer_ask(**about, ask_id=wish, granted=True, answer="Fair.", at=morning.now)
    facts = _facts(morning)
    assert [(each.by, each.reason, each.reason_of) for each in facts.moved] == [
        (morning.maya.id, "Ask us before.", (morning.leo.id,))
    ]
    assert facts.said == ()


def test_what_was_decided_says_whose_words_it_is(morning):
    asked = morning.ask(morning.game, "How shall we play?")
    music = morning.idea(asked, "With music", by=morning.leo)
    morning.idea(asked, "Alone", by=morning.maya)
    everybody = (morning.maya, morning.leo, morning.ivy, morning.bo)
    for each in everybody:
        morning.say(asked, each, "choice", option=music)
    chosen = {(each.chose, each.chose_of) for each in _facts(morning).said if each.kind == "voice"}
    assert chosen == {("With music", morning.leo.id)}
    morning.settle(asked, option=music, reason="Nice.", answers=morning.answers(*everybody))
    assert [each.decided_of for each in _facts(morning).asked] == [(morning.leo.id,)]


def test_how_it_felt_and_what_came_of_it(morning):
    lived = Lived(morning)
    lived.feel(morning.leo, morning.dress, "pushed", "Why me?")
    lived.feel(morning.bo, morning.dress, "consult")
    lived.notice(morning.leo, "no")
    lived.notice(morning.bo)
    assert [each.changed for each in _facts(morning).again] == [False]
    lived.try_this(morning.leo, morning.dress)
    facts = _facts(morning)
    assert {(each.member, each.felt, each.said_by) for each in facts.felt} == {
        (morning.leo.id, "pushed", None),
        (morning.bo.id, "consult", morning.maya.id),
    }
    assert [(each.member, each.again, each.changed_by) for each in facts.again] == [
        (morning.leo.id, "no", (morning.leo.id,))
    ]
    # The change is there as the idea it became, not a second time.
    assert [each.kind for each in facts.said] == ["idea"]
    assert facts.mornings[0].left is not None


def test_tasks_count_from_the_agreement_on_and_own_steps_when_tapped_oneself(morning):
    question = morning.consented()
    morning.task(question, morning.maya, "I cook")
    morning.settle(question, review_on=MONDAY.date() + timedelta(days=7))
    lived = Lived(morning, left=False)
    about = {"morning_id": lived.id, "at": morning.now}
    mark_done(**morning.acting(morning.maya), morning_step_id=lived.step(morning.breakfast), **about)
    mark_done(**morning.acting(morning.leo), morning_step_id=lived.step(morning.own), **about)
    facts = _facts(morning)
    assert {(each.kind, each.member, each.done, each.by_self) for each in facts.done} == {
        ("task", morning.maya.id, True, True),
        ("handed", morning.leo.id, True, True),
    }


def test_what_is_not_done_yet_counts_once_the_morning_is_over(morning):
    lived = Lived(morning, left=False)
    assert _facts(morning).done == ()
    morning.pass_time(days=1)
    assert [(each.kind, each.done) for each in _facts(morning).done] == [("handed", False)]
    assert lived.id == _facts(morning).mornings[0].id


def test_picks_by_their_taps_with_waits_on_the_latest(morning):
    picks = Picks(morning).start()
    picks.all_tap("P", "P", "E").leave()
    (fact,) = _facts(morning).picked
    assert (fact.text, fact.contested) == ("What do we eat?", True)
    assert fact.wished == (morning.leo.id, morning.ivy.id, morning.bo.id)
    assert fact.happy == (morning.leo.id, morning.ivy.id)
    assert (dict(fact.waits)[morning.bo.id], fact.limit) == (1, 3)


def test_picks_know_whose_ideas_were_on_the_list_and_what_was_ruled_out(morning):
    picks = Picks(morning)
    picks.add(morning.bo, "W", "Waffles")
    picks.start()
    picks.veto("W", by=morning.sam)
    picks.all_tap("P", "P", "E").leave()
    (fact,) = _facts(morning).picked
    by_maya = {(picks.letters[letter], morning.maya.id) for letter in "POFE"}
    assert set(fact.listed) == {*by_maya, (picks.letters["W"], morning.bo.id)}
    assert fact.ruled_out == ((picks.letters["W"], morning.sam.id),)


@pytest.fixture
def next_door(morning) -> Morning:
    """Neighbours who lead the same life, with words that could leak."""
    ruth, tim = as_actor(morning.neighbour), morning.cast.their_child
    routine = create_routine(actor=ruth, draft=RoutineDraft("Theirs", 0b1111111, "start", None), at=morning.now)
    draft = StepDraft("Their step", 5, "play", (tim.id,), over_to_you=True, why="Secret.")
    step = add_step(actor=ruth, routine_id=routine.id, draft=draft, at=morning.now)
    comment(actor=ruth, step_id=step.id, text="Secret remark", at=morning.now)
    start_morning(actor=ruth, routine_id=routine.id, at=morning.now)
    yesterday = MONDAY.date() - timedelta(days=1)
    make_past(ruth.household_id, yesterday - timedelta(days=20), yesterday, morning.now)
    return morning


def test_no_fact_is_of_another_household(next_door):
    family = next_door
    Lived(family).feel(family.leo, family.dress, "pushed", "Why me?")
    ours, theirs = _facts(family), _facts(family, family.cast.next_door)
    assert "Secret" not in repr(ours)
    assert "Why me?" not in repr(theirs)
    assert not set(ours.people) & set(theirs.people)
    for name in ("routines", "steps", "mornings", "felt", "again", "remarks", "done"):
        assert not {each.id for each in getattr(ours, name)} & {each.id for each in getattr(theirs, name)}
    assert theirs.mornings
    assert {each.member for tallies in measures(theirs) for each in tallies.tallies} <= {None, *theirs.people}


def test_nothing_is_read_twice_and_in_few_queries(next_door):
    family = next_door
    family.consulted()
    Picks(family)
    now = timezone.now()
    make_past(family.household.id, MONDAY.date() - timedelta(days=27), MONDAY.date() - timedelta(days=1), now, every=2)
    forget()
    with CaptureQueriesContext(connection) as queries:
        facts = _facts(family)
    assert len(queries) <= MOST_QUERIES
    for field in fields(facts):
        values = getattr(facts, field.name)
        if isinstance(values, tuple) and field.name != "people":
            assert once(values) == values
    with CaptureQueriesContext(connection) as queries:
        assert facts_of(family.household.id, 1, facts.first, facts.last, family.household.time_zone) is facts
    assert len(queries) == 0


def test_days_are_those_of_the_household(morning):
    comment(actor=morning.actor(morning.leo), step_id=morning.car.id, text="No", at=MONDAY)
    sunday, monday = MONDAY.date() - timedelta(days=1), MONDAY.date()

    def remarks(day: date, zone: str) -> list[date]:
        return [each.on for each in facts_of(morning.household.id, 1, day, day, zone).remarks]

    assert (remarks(monday, "Europe/London"), remarks(sunday, "Europe/London")) == ([monday], [])
    assert (remarks(monday, "Pacific/Honolulu"), remarks(sunday, "Pacific/Honolulu")) == ([], [sunday])


def test_a_question_asked_anew_on_another_rung_is_one_question(morning):
    question, _ideas = morning.voted(maya="tag", leo="hide")
    actor = morning.actor(morning.maya)
    climb(actor=actor, step_id=morning.game.id, to_rung=Rung.COPRODUCE, reason="Together.", at=morning.now)
    facts = _facts(morning)
    assert [each.open for each in facts.asked] == [True]
    assert facts.asked[0].id != question
    assert sorted(each.text for each in facts.ideas) == ["hide", "tag"]
    assert [each.kind for each in facts.said] == ["idea", "idea"]
