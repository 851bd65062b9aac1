from datetime import timedelta

import pytest

from households.actions.people import remove_member
from routines.models import Decision
from routines.rules.state import Rung
from tests.routines.morning import missing, refused


def test_the_vote_decides(morning):
    question, ideas = morning.voted(maya="dice", leo="race", ivy="dice", bo="dice")
    event = morning.settle(question, morning.leo)
    decision = Decision.objects.get()
    assert (decision.kind, decision.called_rung) == ("counted", Rung.CODESIGN)
    assert (decision.option_id, decision.tie_rule, decision.turn_member_id) == (ideas["dice"], "", None)
    assert decision.tally == {str(ideas["dice"]): 3, str(ideas["race"]): 1}
    assert (event.kind, event.changes) == ("question.counted", {"decision": ["", "dice"]})
    assert morning.last(morning.game).decision.tally == ((ideas["dice"], 3), (ideas["race"], 1))


def test_a_grown_ups_vote_is_one_vote(morning):
    question, ideas = morning.voted(maya="race", leo="dice", ivy="dice", bo="pass")
    morning.settle(question)
    assert Decision.objects.get().option_id == ideas["dice"]


def test_a_tie_is_the_turn_of_the_first_on_the_list(morning):
    question, ideas = morning.voted(maya="dice", leo="race", ivy="race", bo="dice")
    morning.settle(question)
    decision = Decision.objects.get()
    assert (decision.tie_rule, decision.turn_member_id) == ("turn_list", morning.maya.id)
    assert decision.option_id == ideas["dice"]


def test_whoever_used_a_turn_goes_to_the_end_of_the_list(morning):
    winners = []
    for _tie in range(4):
        question, ideas = morning.voted(maya="dice", leo="race", ivy="race", bo="dice")
        morning.settle(question)
        decision = Decision.objects.latest("id")
        winners.append((decision.turn_member, {v: k for k, v in ideas.items()}[decision.option_id]))
    assert [(member.name, idea) for member, idea in winners] == [
        ("Maya", "dice"),
        ("Leo", "race"),
        ("Ivy", "race"),
        ("Bo", "dice"),
    ]


def test_a_turn_taken_back_was_not_used(morning):
    from routines.actions.take_back import take_back

    question, _ideas = morning.voted(maya="dice", leo="race", ivy="race", bo="dice")
    event = morning.settle(question)
    take_back(actor=morning.actor(morning.maya), event_id=event.id, at=morning.now)
    again = morning.question(morning.game).id
    morning.settle(again)
    assert Decision.objects.get(question_id=again).turn_member_id == morning.maya.id


def test_turns_are_remembered_across_steps_of_the_household(morning):
    other = morning.step("Car song", 5, (morning.maya, morning.leo), rung=Rung.CODESIGN, limits="One song.")
    question, _ideas = morning.voted(maya="dice", leo="race", ivy="race", bo="dice")
    morning.settle(question)
    song = morning.ask(other)
    songs = [morning.idea(song, "Bears"), morning.idea(song, "Drums")]
    for who, option in zip((morning.maya, morning.leo), songs, strict=True):
        morning.choose(song, who, option)
    morning.settle(song)
    assert Decision.objects.get(question_id=song).turn_member_id == morning.leo.id


def test_without_a_vote_everything_stays_as_it_is(morning):
    question, _ideas = morning.voted(maya="pass", leo="pass", ivy="pass", bo="pass")
    morning.settle(question)
    assert (Decision.objects.get().kind, Decision.objects.get().option_id) == ("unchanged", None)


@pytest.mark.parametrize(
    ("thumbs", "kind"),
    [
        (("yes", "yes", "no", "unsure"), "counted"),
        (("yes", "no", "unsure", "unsure"), "unchanged"),
        (("no", "no", "yes", "pass"), "unchanged"),
        (("unsure", "unsure", "unsure", "unsure"), "unchanged"),
    ],
)
def test_a_single_idea_needs_more_yes_than_no(morning, thumbs, kind):
    question = morning.ask(morning.game)
    morning.idea(question, "Dice")
    for who, thumb in zip((morning.maya, morning.leo, morning.ivy, morning.bo), thumbs, strict=True):
        morning.say(question, who, thumb)
    morning.settle(question)
    assert Decision.objects.get().kind == kind


def test_everybody_votes_or_passes_first(morning):
    question, _ideas = morning.voted(maya="dice", leo="race", ivy="race")
    with refused("voices_missing") as refusal:
        morning.settle(question)
    assert refusal.value.params["names"] == ("Bo",)


def test_whoever_left_is_neither_waited_for_nor_counted(morning):
    question, ideas = morning.voted(maya="dice", leo="race", ivy="race")
    for who in (morning.bo, morning.leo):
        remove_member(actor=morning.actor(morning.maya), member_id=who.id, at=morning.now)
    morning.settle(question)
    decision = Decision.objects.get()
    assert decision.tally == {str(ideas["dice"]): 1, str(ideas["race"]): 1}
    assert decision.turn_member_id == morning.maya.id


def test_an_idea_ruled_out_is_not_counted(morning):
    question, ideas = morning.voted(maya="dice", leo="race", ivy="swim", bo="swim")
    morning.veto(question, ideas["swim"])
    for who in ("ivy", "bo"):
        morning.vote(question, who, ideas["race"])
    morning.settle(question)
    decision = Decision.objects.get()
    assert decision.option_id == ideas["race"]
    assert set(decision.tally) == {str(ideas["dice"]), str(ideas["race"])}


def test_silence_after_the_deadline_is_no_vote(morning):
    question = morning.ask(morning.game, deadline=morning.today + timedelta(days=1))
    dice = morning.idea(question, "dice")
    morning.idea(question, "race")
    morning.choose(question, morning.bo, dice)
    morning.pass_time(days=1)
    morning.settle(question, morning.leo)
    assert Decision.objects.get().option_id == dice


@pytest.mark.parametrize("by", ["maya", "sam", "leo", "ivy"])
def test_parents_and_those_affected_count(morning, by):
    question, _ideas = morning.voted(maya="dice", leo="race", ivy="dice", bo="dice")
    event = morning.settle(question, getattr(morning, by))
    assert event.member_id == getattr(morning, by).id


def test_a_supporter_does_not_count(morning):
    step = morning.step("Story", 5, (morning.nana, morning.ivy), rung=Rung.CODESIGN, limits="Short.")
    question = morning.ask(step)
    morning.idea(question, "Bears")
    morning.say(question, morning.nana, "yes")
    morning.say(question, morning.ivy, "yes")
    with refused("supporter_takes_part"):
        morning.settle(question, morning.nana)
    other = morning.ask(morning.game)
    with missing():
        morning.settle(other, morning.nana)
