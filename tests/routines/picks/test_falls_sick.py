"""Who falls sick while a pick is open sits out: not waited for, jar and turn as they are; what they tapped counts."""

from routines.actions.pause import set_pause
from routines.rules.picking.times import waited_for
from tests.routines.verbs.undoing import back


def sick(picks, who):
    family = picks.family
    today = family.now.date()
    about = {"kind": "sick", "from_on": today, "until_on": today, "member_id": who.id}
    return set_pause(actor=family.actor(family.maya), **about, at=family.now)


def test_who_has_not_tapped_is_not_waited_for(picks):
    m = picks.start().family
    sick(picks, m.ivy)
    state = picks.state()
    assert waited_for(state) == (m.leo.id, m.bo.id)
    assert m.ivy.id in state.members


def test_their_jar_and_turn_stay(picks):
    m = picks.start().family
    sick(picks, m.ivy)
    picks.tap(m.leo, "P")
    picks.tap(m.bo, "E")
    m.pass_time(seconds=10)
    picks.settle()
    memory = picks.memory()
    assert (dict(memory.jars)[m.ivy.id], dict(memory.waits)[m.ivy.id]) == (0, 0)


def test_what_was_tapped_counts(picks):
    m = picks.start().family
    picks.tap(m.ivy, "F")
    sick(picks, m.ivy)
    state = picks.state()
    assert m.ivy.id in state.asked
    assert state.ballot(m.ivy.id).options == (picks.letters["F"],)


def test_taken_back_they_are_asked_again(picks):
    m = picks.start().family
    back(m, sick(picks, m.ivy))
    assert set(waited_for(picks.state())) == {m.leo.id, m.ivy.id, m.bo.id}
