"""Time stretches: nobody loses a step because it is late, and nothing gets shorter than it can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.morning.elastic import Need, Stretched, stretch

DRESS, EAT, SHOES = Need(1, 600, 300), Need(2, 1200, 900), Need(3, 300, 60)
ALL = (DRESS, EAT, SHOES)

ROWS = [
    ("no time to leave", ALL, None, "600 1200 300", 0, 0),
    ("just enough", ALL, 2100, "600 1200 300", 0, 0),
    ("a quarter of an hour over", ALL, 3000, "600 1200 300", 900, 0),
    ("all by one factor", ALL, 1785, "510 1020 255", 0, 0),
    ("breakfast needs its least", ALL, 1350, "300 900 150", 0, 0),
    ("dressing needs it too", ALL, 1300, "300 900 100", 0, 0),
    ("only the least", ALL, 1260, "300 900 60", 0, 0),
    ("not even that", ALL, 1000, "300 900 60", 0, 260),
    ("late already", ALL, -240, "300 900 60", 0, 1500),
    ("no time at all", ALL, 0, "300 900 60", 0, 1260),
    ("nothing to do", (), 300, "", 300, 0),
    ("nothing to do and late", (), -60, "", 0, 60),
    ("whole seconds", (Need(1, 100), Need(2, 100), Need(3, 100)), 100, "34 33 33", 0, 0),
    ("cannot shrink", (Need(1, 600, 600), Need(2, 600, 0)), 700, "600 100", 0, 0),
    ("takes no time", (Need(1, 0, 0), Need(2, 60, 0)), 30, "0 30", 0, 0),
    ("a least longer than the whole", (Need(1, 60, 600), Need(2, 60, 0)), 90, "60 30", 0, 0),
    ("a length that cannot be", (Need(1, -60, -90), Need(2, 60, 0)), 90, "0 60", 30, 0),
]


@pytest.mark.parametrize(
    ("needs", "available", "lengths", "free", "short"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_how_time_stretches(needs, available, lengths, free, short):
    shared = stretch(needs, available)

    assert " ".join(str(seconds) for _, seconds in shared.lengths) == lengths
    assert (shared.free, shared.short) == (free, short)
    assert [need for need, _ in shared.lengths] == [need.id for need in needs]


def test_one_length():
    shared = stretch([DRESS, (2, 1200, 900)], None)

    assert (shared.length(2), shared.length(99)) == (1200, 0)
    assert shared == Stretched(((1, 600), (2, 1200)))


@st.composite
def some_needs(draw):
    lengths = draw(st.lists(st.integers(0, 3600), max_size=8))
    return tuple(Need(number, length, draw(st.integers(0, length))) for number, length in enumerate(lengths))


AVAILABLE = st.integers(-3600, 30_000)


@given(some_needs(), AVAILABLE)
def test_every_second_is_given_out_once(needs, available):
    shared = stretch(needs, available)

    assert sum(length for _, length in shared.lengths) + shared.free - shared.short == available
    assert shared.free == 0 or shared.short == 0


@given(some_needs(), AVAILABLE)
def test_nothing_is_shorter_than_its_least_or_longer_than_planned(needs, available):
    shared = stretch(needs, available)

    assert all(need.least <= shared.length(need.id) <= need.seconds for need in needs)


@given(some_needs(), AVAILABLE, st.integers(1, 5))
def test_more_time_makes_nothing_shorter(needs, available, more):
    before, after = stretch(needs, available), stretch(needs, available + more)

    assert all(before.length(need.id) <= after.length(need.id) for need in needs)
    assert before.free <= after.free
    assert before.short >= after.short


@given(some_needs(), AVAILABLE)
def test_what_shrinks_shrinks_alike(needs, available):
    shared = stretch(needs, available)
    shrunk = [(shared.length(need.id), need) for need in needs if need.least < shared.length(need.id)]

    for length, need in shrunk:
        for other in needs:  # nobody else could have spared a second for it more easily
            spared = shared.length(other.id)
            assert (spared + 1) * need.seconds >= length * other.seconds or spared == other.seconds
