"""What counting remembers, as the database gives it to the rule."""

from datetime import timedelta

from routines.models.turns import memory
from routines.rules.count import option_key


def _memory(morning):
    return memory(morning.household.id, morning.question(morning.game), morning.people())


def test_the_turn_list_begins_in_the_households_own_order_without_those_who_left(morning):
    from households.actions.people import remove_member

    remove_member(actor=morning.actor(morning.maya), member_id=morning.leo.id, at=morning.now)
    morning.ask(morning.game)
    here = [morning.maya, morning.ivy, morning.bo, morning.nana, morning.sam]
    assert _memory(morning).turns == tuple(each.id for each in here)


def test_what_was_chosen_here_is_remembered_by_its_words_latest_last(morning):
    question, _ideas = morning.voted(maya="Dice", leo="Dice", ivy="Dice", bo="race")
    first = morning.settle(question).at
    morning.pass_time(days=1)
    question, _ideas = morning.voted(maya="dice ", leo="dice ", ivy="dice ", bo="race")
    last = morning.settle(question).at
    morning.ask(morning.game)
    chosen = dict(_memory(morning).last_chosen)
    assert chosen == {"dice": last}
    assert last - first > timedelta(hours=1)
    assert option_key("  DICE ") in chosen


def test_other_steps_and_other_households_are_not_mixed_in(morning):
    question, music, _pyjamas = morning.consulted()
    answers = morning.answers(morning.leo, morning.ivy, morning.bo)
    morning.settle(question, option=music, reason="Fun.", answers=answers)
    morning.ask(morning.game)
    assert _memory(morning).last_chosen == ()
