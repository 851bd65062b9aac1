"""What has to hold in every household, whatever was tapped."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from routines.rules.fair_share import Ending, Round, begin, decide, history, limit, replay
from tests.rules.fair_share.cases import written
from tests.rules.fair_share.households import EVERYBODY, GUEST, OPTIONS, entry, households
from tests.rules.fair_share.reference import Reference


def everything(family, rounds):
    return [written(outcome, memory) for outcome, memory in history(begin(family), rounds)]


def enter(reference, each):
    """Enter a round into the reference, which is told who leaves and who joins."""
    if each.members is not None:
        for member in [member for member in reference.members if member not in each.members]:
            reference.leave(member)
        for member in each.members:
            if member not in reference.members:
                reference.join(member)
    return reference.decide(each.options, dict(each.ballots), each.guests)


@given(st.one_of(households(rounds=30), households(rounds=30, moving=True)))
def test_it_is_the_plain_reference_only_faster(household):
    family, rounds = household
    reference = Reference(family)

    assert everything(family, rounds) == [enter(reference, each) for each in rounds]


@given(st.one_of(households(rounds=40), households(rounds=40, moving=True)))
def test_a_replay_is_one_decision_after_the_other(household):
    family, rounds = household
    memory = begin(family)
    for each in rounds:
        _, memory = decide(memory, each)

    assert replay(family, rounds) == memory


@given(st.one_of(households(), households(moving=True)))
def test_all_jars_sum_to_nothing_always(household):
    for _, memory in history(begin(household[0]), household[1]):
        assert sum(jar for _, jar in memory.jars) == 0


@given(households(), st.data())
def test_an_option_everyone_likes_wins_and_costs_nothing(household, data):
    family, rounds = household
    last = data.draw(entry(family, all_take_part=True))
    liked = data.draw(st.sampled_from(last.options))
    agreed = replace(last, ballots=tuple((member, taps | {liked}) for member, taps in last.ballots))
    before = replay(family, rounds)

    outcome, after = decide(before, agreed)

    everyone = set.intersection(*(set(taps) for _, taps in outcome.taps)) if outcome.taps else {liked}
    assert outcome.kind is (Ending.AGREED if outcome.taps else Ending.NOBODY)
    assert outcome.winner in everyone or not outcome.taps
    assert (after.jars, after.waits) == (before.jars, before.waits)


@given(households(), st.data())
def test_sitting_out_is_the_same_however_it_is_done_and_moves_nothing_of_ones_own(household, data):
    family, rounds = household
    last = data.draw(entry(family))
    out = data.draw(st.sampled_from(family))
    others = tuple(pair for pair in last.ballots if pair[0] != out)
    before = replay(family, rounds)

    away = decide(before, replace(last, ballots=others))
    none = decide(before, replace(last, ballots=((out, frozenset()), *others)))
    every = decide(before, replace(last, ballots=((out, frozenset(last.options)), *others)))

    assert away == none == every
    assert dict(away[1].jars)[out] == dict(before.jars)[out]
    assert dict(away[1].waits)[out] == dict(before.waits)[out]


@given(households(), st.randoms(use_true_random=False))
def test_the_order_of_ballots_does_not_matter(household, random):
    family, rounds = household
    shuffled = [replace(each, ballots=tuple(random.sample(each.ballots, len(each.ballots)))) for each in rounds]

    assert list(history(begin(family), shuffled)) == list(history(begin(family), rounds))


@given(households(), st.permutations(range(7)))
def test_names_do_not_matter(household, numbers):
    """Nobody is favoured for who they are: with other names all comes out the same, under those names."""
    family, rounds = household
    called = dict(zip((*EVERYBODY, GUEST), numbers, strict=True))
    renamed = [
        Round.of(each.options, {called[who]: taps for who, taps in each.ballots}, [called[who] for who in each.guests])
        for each in rounds
    ]

    plain = replay(family, rounds)
    other = replay([called[member] for member in family], renamed)

    assert other.jars == tuple((called[member], jar) for member, jar in plain.jars)
    assert other.turns == tuple(called[member] for member in plain.turns)
    assert other.last_chosen == plain.last_chosen


@given(households(), st.permutations(EVERYBODY))
def test_the_order_of_members_is_that_of_the_turn_list_and_no_more(household, order):
    """Where no turn was ever used, it does not matter in which order people stand on the list."""
    family, rounds = household
    shuffled = [member for member in order if member in family]
    told = list(history(begin(family), rounds))
    assume(not any(outcome.turn_members for outcome, _ in told))

    again = list(history(begin(shuffled), rounds))

    assert [outcome.winner for outcome, _ in again] == [outcome.winner for outcome, _ in told]
    assert not told or dict(again[-1][1].jars) == dict(told[-1][1].jars)


@given(households(rounds=40, all_take_part=True))
def test_nobody_misses_more_than_the_limit_running_while_all_take_part(household):
    family, rounds = household

    for _, memory in history(begin(family), rounds):
        assert max(wait for _, wait in memory.waits) <= limit(len(family))
        assert not memory.unbound


@given(st.one_of(households(rounds=40), households(rounds=40, moving=True)))
def test_whoever_misses_more_is_known_to_be_without_the_limit(household):
    family, rounds = household

    for _, memory in history(begin(family), rounds):
        over = {member for member, wait in memory.waits if wait > limit(len(memory.members))}
        assert over <= memory.unbound
        assert memory.unbound <= {member for member, wait in memory.waits if wait}


@given(households(), st.data())
def test_new_options_carry_no_history(household, data):
    """An option's past settles ties alone: called by new names, all of them have the same levels."""
    family, rounds = household
    last = data.draw(entry(family))
    before = replay(family, rounds)
    fresh = Round.of(
        [f"new {option}" for option in last.options],
        {member: [f"new {option}" for option in taps] for member, taps in last.ballots},
        last.guests,
    )

    known, new = decide(before, last)[0], decide(before, fresh)[0]

    assert [(f"new {option}", level) for option, level in known.levels] == list(new.levels)
    assert [f"new {option}" for option in known.tied] == list(new.tied)


@given(households(), st.data())
def test_listing_an_option_twice_under_two_names_does_nothing_beyond_ties(household, data):
    family, rounds = household
    last = data.draw(entry(family))
    doubled = data.draw(st.sampled_from(last.options))
    before = replay(family, rounds)
    twice = Round.of(
        (*last.options, "again"),
        {member: taps | {"again"} if doubled in taps else taps for member, taps in last.ballots},
        last.guests,
    )

    plain, more = decide(before, last)[0], decide(before, twice)[0]

    levels, more_levels = dict(plain.levels), dict(more.levels)
    assert more_levels.pop("again", None) == levels.get(doubled)
    assert more_levels == levels
    assert [option for option in more.tied if option != "again"] == list(plain.tied)
    assert more.participants == plain.participants


@given(households(), st.data())
def test_guests_only_ever_choose_among_those_that_tie(household, data):
    family, rounds = household
    last = data.draw(entry(family))
    before = replay(family, rounds)

    with_guest, after = decide(before, last)
    without, _ = decide(before, replace(last, guests=frozenset(), ballots=last.ballots))

    assert (with_guest.tied, with_guest.levels, with_guest.taps) == (without.tied, without.levels, without.taps)
    assert with_guest.winner in without.tied
    assert GUEST not in dict(after.jars)


def test_three_friends_cannot_outvote_two_siblings():
    friends = {"Tim": ["eggs"], "Ruth": ["eggs"], "Sam": ["eggs"]}
    tapped = {"Maya": ["fruit"], "Leo": ["fruit"], "Ivy": ["eggs"]}

    outcome, _ = decide(begin(["Maya", "Leo", "Ivy"]), Round.of(OPTIONS, tapped | friends, guests=friends))

    assert outcome.winner == "fruit"
