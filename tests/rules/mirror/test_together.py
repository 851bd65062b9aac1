"""Numbers over households: told where enough stand behind them, also without those the reader knows."""

from hypothesis import given
from hypothesis import strategies as st

from routines.rules.mirror.together import ENOUGH, Cell, Knows, Part, cell


def part(household, people=1, n=1, of=2, known=Knows.NONE):
    return Part(household, frozenset(household * 10 + each for each in range(people)), n, of, known)


def parts(count, first=1, **about):
    return [part(first + each, **about) for each in range(count)]


def test_five_households_and_five_people():
    assert cell(parts(4)) is None
    assert cell(parts(4, people=3)) is None
    assert cell(parts(5)) == Cell(n=5, of=10, households=5, people=5)
    assert cell(parts(5, of=None)) == Cell(n=5, of=None, households=5, people=5)


def test_people_who_are_the_same_count_once():
    shared = [Part(each, frozenset({1, 2}), 1, 2) for each in range(6)]
    assert cell(shared) is None


def test_households_with_nothing_to_count_stand_behind_nothing():
    assert cell([*parts(4), part(9, n=0, of=0)]) is None
    assert cell([*parts(4, of=None), part(9, n=0, of=None)]) is None
    assert cell([*parts(4), part(9, n=0, of=3)]) is not None


def test_what_the_reader_knows_leaves_none_or_enough():
    mine = parts(6, known=Knows.ALL)
    assert cell(mine) is not None
    for few in range(1, 5):
        assert cell([*mine, *parts(few, first=20)]) is None
    assert cell([*mine, *parts(5, first=20)]) is not None


def test_what_the_reader_knows_in_part_is_no_cover():
    assert cell([*parts(5, known=Knows.ALL), part(20, known=Knows.SOME)]) is None
    assert cell([*parts(4), part(20, known=Knows.SOME)]) is None
    assert cell([*parts(5), part(20, known=Knows.SOME)]) is not None


households = st.builds(
    part,
    household=st.integers(1, 12),
    people=st.integers(0, 3),
    n=st.integers(0, 4),
    of=st.integers(4, 9),
    known=st.sampled_from(Knows),
)


@given(st.lists(households, unique_by=lambda each: each.household))
def test_whoever_takes_away_what_they_know_is_left_with_none_or_enough(found):
    told = cell(found)
    if told is None:
        return
    unknown = [each for each in found if each.known is Knows.NONE]
    rest = [each for each in found if each.known is not Knows.ALL]
    assert not rest or (len(unknown) >= ENOUGH and len(frozenset().union(*(each.people for each in unknown))) >= ENOUGH)
    assert told.households >= ENOUGH
    assert told.people >= ENOUGH
    assert (told.n, told.of) == (sum(each.n for each in found), sum(each.of for each in found))


@given(st.lists(households, unique_by=lambda each: each.household), st.randoms())
def test_the_order_does_not_matter(found, random):
    other = list(found)
    random.shuffle(other)
    assert cell(found) == cell(other)
