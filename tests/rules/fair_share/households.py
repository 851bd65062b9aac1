"""Random households and their rounds, for properties that have to hold for all of them."""

from hypothesis import strategies as st

from routines.rules.fair_share import Round

EVERYBODY = ("Maya", "Leo", "Ivy", "Bo", "Nana", "Sam")
GUEST = "Tim"
OPTIONS = ("pancakes", "porridge", "fruit", "eggs", "waffles")


def those(everything, number):
    """Return the ones of a row that a number's binary digits say: all rows of digits make all choices."""
    return tuple(each for digit, each in enumerate(everything) if number >> digit & 1)


@st.composite
def entry(draw, family, *, all_take_part=False, moving=False):
    """One round; with a guest, people who are away or sit out, and members who come and go if asked for."""
    first, count = draw(st.integers(0, len(OPTIONS) - 1)), draw(st.integers(2, len(OPTIONS)))
    options = (OPTIONS * 2)[first : first + count]
    most = 2**count - 1
    taps = st.integers(1, most - 1) if all_take_part else st.integers(-1, most)
    members = those(family, draw(st.integers(1, 2 ** len(family) - 1))) if moving else family
    tapped = {member: draw(taps) for member in members} | {GUEST: draw(st.integers(-1, most))}
    ballots = {member: those(options, number) for member, number in tapped.items() if number >= 0}
    return Round.of(options, ballots, guests=[GUEST], members=members if moving else None)


@st.composite
def households(draw, *, rounds=12, **how):
    """A family of two to six and the rounds it went through."""
    family = EVERYBODY[: draw(st.integers(2, len(EVERYBODY)))]
    count = draw(st.integers(0, rounds))  # a list of its own making would mostly be short
    return family, [draw(entry(family, **how)) for _ in range(count)]
