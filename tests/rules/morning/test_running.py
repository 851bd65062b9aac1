"""What comes now and next, and how long it takes today."""

from dataclasses import replace

import pytest

from routines.rules.morning.running import now_and_next, of_all, of_person, seconds_left
from tests.rules.household import BO, DAD, IVY, LEO, MUM, WHO
from tests.rules.morning.mornings import at, morning, step

TOGETHER = (step(1, "Mum Bo"), step(2, "Mum Bo"), step(3, "Mum Bo"))
SIDE_BY_SIDE = (step(1, "Mum"), step(2, "Bo", alongside=True), step(3, "Leo", alongside=True), step(4, "Mum Bo"))

# A morning's steps, a person: their step now, the next, whether they wait, how many are left and done.
ROWS = [
    ("the beginning", TOGETHER, "Bo", 1, 2, False, 3, 0),
    ("one done", (step(1, "Mum Bo:9"), *TOGETHER[1:]), "Bo", 2, 3, False, 2, 1),
    ("the other goes at her own pace", (step(1, "Mum Bo:9"), *TOGETHER[1:]), "Mum", 1, 2, False, 3, 0),
    ("the last", (step(1, "Bo:5"), step(2, "Bo:9"), step(3, "Bo")), "Bo", 3, None, False, 1, 2),
    ("all done", (step(1, "Bo:5"), step(2, "Mum")), "Bo", None, None, False, 0, 1),
    ("no part in it", TOGETHER, "Leo", None, None, False, 0, 0),
    ("no steps", (), "Bo", None, None, False, 0, 0),
    ("side by side", SIDE_BY_SIDE, "Bo", 2, 4, False, 2, 0),
    ("side by side, nobody waits inside", SIDE_BY_SIDE, "Leo", 3, None, False, 1, 0),
    ("after one's own, the others go on", (step(1, "Mum"), step(2, "Bo:5", alongside=True), step(3, "Bo")), "Bo",
     3, None, False, 1, 1),
    ("waits for a block without a part", (step(1, "Mum"), step(2, "Bo"), step(3, "Bo")), "Bo", None, 2, True, 2, 0),
    ("waits for somebody in it", (step(1, "Mum:5 Leo"), step(2, "Bo")), "Bo", None, 2, True, 1, 0),
    ("waits no more", (step(1, "Mum:5 Leo:9"), step(2, "Bo")), "Bo", 2, None, False, 1, 0),
    ("waits halfway", (step(1, "Bo:5"), step(2, "Mum"), step(3, "Bo")), "Bo", None, 3, True, 1, 1),
    ("done ahead still waits", (step(1, "Mum"), step(2, "Bo:5"), step(3, "Bo")), "Bo", None, 3, True, 1, 1),
    ("out of order", (step(1, "Bo"), step(2, "Bo:5"), step(3, "Bo")), "Bo", 1, 3, False, 2, 1),
    ("skipped does not count", (step(1, "Bo", skipped=True), step(2, "Bo"), step(3, "Bo")), "Bo", 2, 3, False, 2, 0),
    ("nobody waits for what is skipped", (step(1, "Mum", skipped=True), step(2, "Bo")), "Bo", 2, None, False, 1, 0),
    ("beside a skipped one begins its own block", (step(1, "Mum"), step(2, "Leo", skipped=True),
     step(3, "Bo", alongside=True)), "Bo", None, 3, True, 1, 0),
    ("who is away holds nobody up", (step(1, "Mum", away=(MUM.id,)), step(2, "Bo")), "Bo", 2, None, False, 1, 0),
    ("who is away has nothing to do", (step(1, "Mum Bo", away=(MUM.id,)),), "Mum", None, None, False, 0, 0),
    ("nobody's step holds nobody up", (step(1, ""), step(2, "Bo")), "Bo", 2, None, False, 1, 0),
    ("a helper has it too", (step(1, "Bo", helping="Mum"),), "Mum", 1, None, False, 1, 0),
    ("by position, however listed", TOGETHER[::-1], "Bo", 1, 2, False, 3, 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("steps", "who", "now", "coming", "waits", "left", "done"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_now_and_next(steps, who, now, coming, waits, left, done):
    place = now_and_next(morning(*steps), WHO[who].id)

    assert (place.now.id if place.now else None, place.next.id if place.next else None) == (now, coming)
    assert (place.waits, place.left, place.done) == (waits, left, done)


BEGAN = [
    ("the start of the morning", (step(1, "Bo"),), 0),
    ("one's own last step", (step(1, "Bo:7"), step(2, "Bo")), 7),
    ("whatever one waited for", (step(1, "Bo:7"), step(2, "Mum:9 Leo:12"), step(3, "Bo")), 12),
    ("not what others do meanwhile", (step(1, "Mum:9 Bo:7"), step(2, "Bo"), step(3, "Mum:12")), 7),
    ("not what was skipped", (step(1, "Bo:7", skipped=True), step(2, "Bo")), 0),
    ("a step done out of order", (step(1, "Bo"), step(2, "Bo:7")), 7),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "minute"), [row[1:] for row in BEGAN], ids=[row[0] for row in BEGAN])
def test_since_when(steps, minute):
    assert now_and_next(morning(*steps), BO.id).began == at(minute)


HOUR = (step(1, "Bo", 10), step(2, "Bo", 20), step(3, "Bo", 10))

# Steps, minutes until leaving (None: no time), now: the end of the present step, its whole length, free, short.
TIMES = [
    ("at the start", HOUR, 60, 0, 10, 10, 20, 0),
    ("elapsed time counts", HOUR, 60, 4, 10, 10, 20, 0),
    ("just at its end", HOUR, 60, 10, 10, 10, 20, 0),
    ("run over, free time gives", HOUR, 60, 15, 15, 15, 15, 0),
    ("run over, nothing left", HOUR, 60, 30, 30, 30, 0, 0),
    ("scarce from the start", HOUR, 30, 0, 7.5, 7.5, 0, 0),
    ("scarce, and it counts down evenly", HOUR, 30, 5, 7.5, 7.5, 0, 0),
    ("scarce and run over", HOUR, 30, 9, 9, 9, 0, 0),
    ("not even the least", HOUR, 15, 0, 5, 5, 0, 5),
    ("long past", HOUR, 15, 30, 30, 30, 0, 30),
    ("no time to leave", HOUR, None, 0, 10, 10, 0, 0),
    ("no time to leave, run over", HOUR, None, 25, 25, 25, 0, 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("steps", "leave", "now", "ends", "length", "free", "short"), [row[1:] for row in TIMES], ids=[r[0] for r in TIMES]
)
def test_the_present_step(steps, leave, now, ends, length, free, short):
    person = of_person(morning(*steps, leave=leave and at(leave)), BO.id, at(now))

    assert (person.ends, person.length) == (at(ends), length * 60)
    assert (person.free, person.short) == (free * 60, short * 60)


def test_what_ran_over_comes_out_of_the_steps_after_it():
    person = of_person(morning(*HOUR, leave=at(40)), BO.id, at(22))

    assert dict(person.lengths) == {1: 10 * 60, 2: 12 * 60, 3: 6 * 60}


def test_who_waits_has_no_disc_and_their_time_counts_the_waiting():
    steps = (step(1, "Mum", 20), step(2, "Bo", 20))
    person = of_person(morning(*steps, leave=at(50)), BO.id, at(5))

    assert (person.ends, person.length) == (None, 0)
    assert person.free == 10 * 60
    assert dict(person.lengths) == {2: 20 * 60}


def test_waiting_that_is_still_to_come_counts_too():
    steps = (step(1, "Bo", 10), step(2, "Mum", 30), step(3, "Bo", 10))
    begun = morning(*steps)

    assert of_person(begun, BO.id, at(0)).free == 10 * 60
    assert of_person(replace(begun, leave=at(25)), BO.id, at(0)).short == 0
    assert of_person(replace(begun, leave=at(20)), BO.id, at(0)).short == 5 * 60


def test_waiting_goes_on_through_others_who_wait():
    steps = (step(1, "Leo", 10), step(2, "Mum", 10), step(3, "Bo", 10))

    assert of_person(morning(*steps), BO.id, at(0)).free == 30 * 60


def test_who_is_done_has_the_time_until_they_leave():
    begun = morning(step(1, "Bo:5"), step(2, "Mum"))

    assert of_person(begun, BO.id, at(30)).free == 30 * 60
    assert of_person(begun, BO.id, at(70)).free == 0
    assert of_person(replace(begun, leave=None), BO.id, at(30)).free == 0


def test_everybody():
    whole = of_all(morning(step(1, "Mum Bo:5", 20), step(2, "Leo", 30, alongside=True), step(3, "Bo", 10)), at(6))

    assert [each.member for each in whole.people] == [MUM.id, BO.id, LEO.id]
    assert (whole.free, whole.short, whole.all_done) == (30 * 60, 0, False)
    assert whole.changes_at == at(15)
    assert whole.person(LEO.id).ends == at(30)
    assert whole.person(DAD.id) is None


def test_the_least_free_and_the_most_short_of_anybody_count():
    whole = of_all(morning(step(1, "Mum", 50), step(2, "Bo", 200, alongside=True), step(3, "Ivy:1")), at(0))

    assert (whole.free, whole.short) == (0, 40 * 60)
    assert whole.person(IVY.id).free == 60 * 60


def test_all_done():
    whole = of_all(morning(step(1, "Mum:9 Bo:5")), at(20))

    assert (whole.all_done, whole.free, whole.short, whole.changes_at) == (True, 40 * 60, 0, None)


def test_a_morning_of_nobody_is_done():
    whole = of_all(morning(step(1, "Bo", away=(BO.id,))), at(20))

    assert (whole.people, whole.all_done, whole.free) == ((), True, 40 * 60)


def test_what_ran_over_asks_for_no_new_look():
    assert of_all(morning(step(1, "Bo", 10)), at(10)).changes_at is None
    assert of_all(morning(step(1, "Bo", 10)), at(30)).changes_at is None
    assert of_all(morning(step(1, "Bo", 10), step(2, "Mum", 5)), at(3)).changes_at == at(10)


def test_the_disc_stays_where_it_is_while_somebody_is_at_it():
    begun = morning(*HOUR, leave=at(31))
    ends = {of_person(begun, BO.id, at(minute / 4)).ends for minute in range(30)}

    assert len(ends) == 1


def test_the_seconds_left():
    assert seconds_left(morning(), at(50)) == 600
    assert seconds_left(morning(), at(61)) == -60
    assert seconds_left(morning(leave=None), at(61)) is None
