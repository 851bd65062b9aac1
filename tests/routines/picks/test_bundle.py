"""Picks that share their turns: only when all agreed openly, with jars of their own."""

import pytest

from routines.actions.pick_bundle import answer_bundle, end_bundle, propose_bundle
from routines.actions.pick_plan import archive_pick
from routines.models import Bundle, Pick
from routines.models.picks import bundles_of
from tests.routines.morning import missing, refused


@pytest.fixture
def two(picks):
    """A second pick, for Maya, Leo, Ivy and Bo."""
    picks.game = picks.make(picks.family.game, "Which game?", "Tag", "Ball")
    return picks


def propose(picks, who, *pick_ids, **about):
    m = picks.family
    return propose_bundle(**m.acting(who), pick_ids=pick_ids or (picks.pick.id, picks.game.id), at=m.now, **about)


def answer(picks, who, agrees=True, bundle=None):
    m = picks.family
    number = bundle or Bundle.objects.latest("id").id
    return answer_bundle(**m.acting(who), bundle_id=number, agrees=agrees, at=m.now)


def agreed(picks):
    m = picks.family
    propose(picks, m.leo)
    for who in (m.maya, m.ivy, m.bo):
        answer(picks, who)
    return Bundle.objects.latest("id").id


def test_it_waits_for_everybody(two):
    m = two.family
    propose(two, m.leo)
    for who, kind in ((m.maya, "bundle.said"), (m.ivy, "bundle.said"), (m.bo, "bundle.agreed")):
        assert Bundle.objects.get().agreed_at is None
        assert answer(two, who).kind == kind
    assert Bundle.objects.get().agreed_at is not None


def test_one_no_ends_it(two):
    propose(two, two.family.leo)
    event = answer(two, two.family.ivy, agrees=False)

    assert event.kind == "bundle.ended"
    assert bundles_of(two.family.household.id) == ()
    assert not Pick.objects.exclude(bundle=None).exists()
    assert propose(two, two.family.leo)


def test_a_parent_who_does_not_pick_there_asks_and_has_no_say(two):
    propose(two, two.family.sam)

    assert bundles_of(two.family.household.id)[0].voices == ()
    with refused("bundle_not_yours"):
        answer(two, two.family.sam)


def test_a_guest_has_no_say(two):
    with refused("bundle_not_yours"):
        propose(two, two.family.nana)


def test_nobody_says_yes_for_a_teen_with_a_phone(two):
    m = two.family
    propose(two, m.maya)
    with refused("acting_for_not_yours"):
        answer_bundle(
            actor=m.actor(m.maya), speaker_id=m.leo.id, bundle_id=Bundle.objects.get().id, agrees=True, at=m.now
        )


@pytest.mark.parametrize(("count", "code"), [(0, "bundle_two"), (1, "bundle_two")])
def test_two_at_least(two, count, code):
    with refused(code):
        propose_bundle(
            actor=two.family.actor(two.family.maya), pick_ids=(two.pick.id, two.game.id)[:count], at=two.family.now
        )


def test_one_bundle_at_a_time(two):
    propose(two, two.family.leo)
    with refused("bundle_already"):
        propose(two, two.family.maya)


def test_picks_of_others_are_not_there(two):
    with missing():
        propose(two, two.family.leo, two.pick.id, 10_000)


def test_it_begins_with_fresh_jars(two):
    two.start().all_tap("P", "P", "E").leave()
    bundle = agreed(two)
    assert two.memory(("bundle", bundle)).rounds == 0
    two.next_day().start().all_tap("P", "P", "E").leave()

    assert two.state().bundle == bundle
    assert two.memory(("bundle", bundle)).rounds == 2  # the game went on without taps
    assert two.memory().rounds == 1


def test_waiting_at_one_helps_at_the_other(two):
    m = two.family
    bundle = agreed(two)
    two.start()
    tag, ball = two.options(two.game)
    two.all_tap("P", "P", "E")
    for who, thing in ((m.leo, tag), (m.ivy, tag), (m.bo, ball)):
        two.tap(who, picking_id=two.picking(two.game), options=[thing])
    two.leave()

    assert two.state().winner == two.letters["P"]
    assert two.state(two.game).winner == ball  # a tie now, and Bo has waited
    assert dict(two.memory(("bundle", bundle)).waits)[m.bo.id] == 0


def test_a_morning_counts_where_it_began(two):
    two.start()
    agreed(two)
    two.all_tap("P", "P", "E").leave()

    assert two.state().bundle is None
    assert two.memory().rounds == 1


def test_ending_it_goes_back_to_each_ones_own(two):
    m = two.family
    two.start().all_tap("P", "P", "E").leave()
    own = two.memory()
    bundle = agreed(two)
    two.next_day().start().all_tap("P", "P", "E").leave()
    end_bundle(actor=m.actor(m.leo), bundle_id=bundle, at=m.now)

    assert two.memory() == own
    two.next_day().start().all_tap("P", "P", "E").leave()
    assert two.memory().rounds == 2
    assert two.state().winner == two.letters["E"]  # Bo waited there


def test_what_is_over_is_over(two):
    bundle = agreed(two)
    m = two.family
    with refused("bundle_gone"):
        answer(two, m.leo, bundle=bundle)
    end_bundle(actor=m.actor(m.leo), bundle_id=bundle, at=m.now)
    with refused("bundle_gone"):
        end_bundle(actor=m.actor(m.leo), bundle_id=bundle, at=m.now)


def test_one_that_shares_is_not_put_away(two):
    agreed(two)
    m = two.family
    with refused("bundle_already"):
        archive_pick(actor=m.actor(m.maya), pick_id=two.pick.id, at=m.now)
