"""Years of mornings are replayed while somebody waits for a page."""

from random import Random
from time import process_time

from routines.rules.fair_share import Round, decide, replay

THREE_YEARS = 1100
FAMILY, OPTIONS = range(1, 7), range(101, 109)
# Measured at 15 ms; plain fractions need ten times as much. The rest is for slow and busy machines.
MOST_SECONDS = 0.1


def mornings(random):
    for _ in range(THREE_YEARS):
        taps = {member: random.sample(OPTIONS, random.randint(1, 4)) for member in FAMILY if random.random() < 0.9}
        yield Round.of(OPTIONS, taps, members=FAMILY)


def seconds(rounds):
    *before, last = rounds
    start = process_time()
    decide(replay(FAMILY, before), last)
    return process_time() - start


def test_three_years_of_six_people_and_eight_options_take_no_time_to_speak_of():
    rounds = tuple(mornings(Random(2026)))

    assert min(seconds(rounds) for _ in range(3)) < MOST_SECONDS
