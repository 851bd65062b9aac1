"""A decision that somebody settled for another says so, in the plan as in the history."""

from tests.routines.plan.browser import Browser, text_of


def counted(morning, by):
    question = morning.ask(morning.game)
    option = morning.idea(question, "A race", morning.ivy)
    morning.idea(question, "Music first", morning.leo)
    for each in (morning.maya, morning.leo, morning.ivy, morning.bo):
        morning.choose(question, each, option)
    return morning.settle(question, by)


def test_votes_counted_for_somebody_say_by_whom(morning):
    """Ivy counts through Maya."""
    counted(morning, morning.ivy)
    decision = morning.last(morning.game).decision
    assert (decision.by, decision.acted_by) == (morning.ivy.id, morning.maya.id)
    page = text_of(Browser(morning.maya, morning.household.id).get("step", morning.game.id))
    assert "Maya, for Ivy" in page


def test_votes_counted_by_oneself_name_nobody_else(morning):
    counted(morning, morning.leo)
    decision = morning.last(morning.game).decision
    assert (decision.by, decision.acted_by) == (morning.leo.id, None)
