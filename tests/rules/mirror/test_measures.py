"""Each measure against examples counted by hand."""

from datetime import timedelta
from fractions import Fraction

import pytest

from routines.rules.mirror.lens import ALL_KINDS, COUNTS, FEELINGS
from routines.rules.mirror.measure import MeasureKey, Tally
from routines.rules.mirror.measures import MEASURES, measures
from routines.rules.state import Rung
from tests.rules.mirror.made import (
    BO,
    FIRST,
    IVY,
    LEO,
    MAYA,
    again,
    asked,
    counts,
    done,
    facts,
    felt,
    idea,
    morning,
    override,
    picked,
    remark,
    said,
    tally_of,
)


def _measure(key: str, **what):
    return MEASURES[MeasureKey(key)](facts(**what))


def test_below_five_nothing_is_told_in_percent():
    assert Tally(4, 4).percent is None
    assert Tally(4, 5).percent == 80
    assert Tally(0, 0).percent is None
    assert Tally(3).percent is None


def test_felt_as_planned():
    told = (
        felt(1, IVY, "consult"),
        felt(2, IVY, "pushed"),
        felt(3, BO, "consult"),
        felt(4, BO, "coproduce", Rung.COPRODUCE),
        felt(5, BO, "consult", None),
    )
    measure = _measure("felt_as_planned", felt=told)
    assert counts(measure) == [(None, "", 3, 4), (IVY, "", 1, 2), (BO, "", 2, 2)]


def test_views_answered():
    views = (
        said(1, IVY, answer="did", hours=2.0),
        said(1, IVY, "concern", answer="didnt", hours=30.0),
        said(2, BO, answer="partly", hours=5.0),
        said(3, BO),
        said(4, LEO, way="pass", owed=False),
    )
    measure = _measure("views_answered", said=views)
    assert counts(measure) == [(None, "", 3, 4), (IVY, "", 2, 2), (BO, "", 1, 2)]
    assert measure.hours == 5.0


def test_without_an_answer_there_is_no_median():
    assert _measure("views_answered", said=(said(1, BO),)).hours is None


def test_ideas():
    brought = (
        idea(1, IVY, "tried"),
        idea(2, IVY, "not"),
        idea(3, BO, "partly", said_by=MAYA),
        idea(4, BO, "waiting"),
    )
    assert counts(_measure("ideas", ideas=brought)) == [
        (None, "tried", 1, 4),
        (None, "partly", 1, 4),
        (None, "not", 1, 4),
        (None, "waiting", 1, 4),
        (IVY, "tried", 1, 2),
        (IVY, "not", 1, 2),
        (BO, "partly", 1, 2),
        (BO, "waiting", 1, 2),
    ]


def test_starters_leave_out_what_was_opened_before_and_count_entered_questions_apart():
    opened = (
        asked(1, MAYA),
        asked(2, MAYA),
        asked(3, BO, said_by=MAYA),
        asked(4, LEO, on=FIRST - timedelta(days=1), open=True),
    )
    assert counts(_measure("starters", asked=opened)) == [
        (MAYA, "", 2, 3),
        (BO, "", 1, 3),
        (BO, "entered", 1, 1),
    ]


def test_share_of_voice():
    views = (
        said(1, MAYA),
        said(2, LEO, way="pass", owed=False),
        said(3, BO, said_by=MAYA),
        said(1, MAYA, "change"),
    )
    measure = _measure("share_of_voice", said=views, remarks=(remark(1, MAYA), remark(2, IVY)), asked=(asked(1, LEO),))
    assert counts(measure)[1:] == [
        (MAYA, "", 2, 4),
        (LEO, "", 1, 4),
        (IVY, "", 1, 4),
        (BO, "", 0, 4),
        (BO, "entered", 1, None),
    ]
    assert tally_of(measure, None, "equal").exact == Fraction(1)


def test_overrides():
    there = (override(1, reviewed=True), override(2, reviewed=False), override(3, reviewed=True))
    assert counts(_measure("overrides", overrides=there)) == [(None, "", 2, 3)]


def test_own_tasks_count_what_was_done_by_whomever():
    parts = (
        done(1, "task", LEO),
        done(2, "task", LEO, done=False, by_self=False),
        done(3, "task", BO, by_self=False),
        done(4, "handed", BO),
    )
    assert counts(_measure("own_tasks", done=parts)) == [(None, "", 2, 3), (LEO, "", 1, 2), (BO, "", 1, 1)]


def test_independence_counts_what_people_tapped_themselves():
    parts = (
        done(1, "handed", LEO),
        done(2, "handed", LEO, by_self=False),
        done(3, "handed", LEO, done=False, by_self=False),
        done(4, "task", LEO),
    )
    assert counts(_measure("independence", done=parts)) == [(None, "", 1, 3), (LEO, "", 1, 3)]


def test_changed_counts_mornings_once():
    told = (
        again(1, IVY, "no", morning=1, changed_by=(BO,)),
        again(2, BO, "no", morning=1, changed_by=(BO,)),
        again(3, BO, "no", morning=2),
        again(4, BO, "maybe", morning=3, changed_by=(BO,)),
    )
    assert counts(_measure("changed", again=told)) == [(None, "", 1, 2)]


def test_left_in_time_is_to_the_minute():
    there = (
        morning(1, "08:15", "08:15:40"),
        morning(2, "08:15", "08:16:01"),
        morning(3, "08:15", "07:50"),
        morning(4, "08:15"),
        morning(5, left="08:00"),
    )
    assert counts(_measure("left_in_time", mornings=there)) == [(None, "", 2, 3)]


# Ten days of Mia 3, Ben 5 and Zoe 13: what they tapped, and what won.
TEN_DAYS = (
    ("P", {3: "P", 5: "P", 13: "E"}),
    ("E", {3: "P", 5: "P", 13: "E"}),
    ("P", {3: "P", 5: "P", 13: "E"}),
    ("F", {3: "FP", 5: "F", 13: "FE"}),
    ("O", {3: "O", 5: "E"}),
    ("E", {3: "W", 5: "WE", 13: "E"}),
    ("O", {5: "O", 13: "W"}),
    ("W", {3: "P", 5: "O", 13: "EW"}),
    ("P", {3: "P", 5: "FP", 13: "W"}),
    ("W", {3: "PW", 5: "F", 13: "WF"}),
)


@pytest.fixture
def ten_days():
    rounds = tuple(
        picked(number, ord(won), {member: tuple(map(ord, tapped)) for member, tapped in taps.items()})
        for number, (won, taps) in enumerate(TEN_DAYS, start=1)
    )
    return facts(people=(3, 5, 13), picked=rounds)


def test_fair_turns_of_ten_days_are_those_of_the_design(ten_days):
    measure = MEASURES[MeasureKey.FAIR_TURNS](ten_days)
    happy = {each.member: (each.n, each.of) for each in measure.tallies if each.part == "happy"}
    gaps = {each.member: each.exact for each in measure.tallies if each.part == "gap"}
    agreed = {each.member: each.n for each in measure.tallies if each.part == "agreed"}
    assert happy == {3: (5, 8), 5: (5, 9), 13: (4, 8)}
    assert gaps == {3: Fraction(-1, 6), 5: Fraction(1, 3), 13: Fraction(-1, 2)}
    assert agreed == {3: 1, 5: 1, 13: 1}


def test_waiting_stands_beside_its_limit():
    last = picked(2, 8, {IVY: (7,), BO: (8,)}, waits=((IVY, 2), (BO, 0)), limit=5)
    measure = _measure("fair_turns", picked=(picked(1, 8, {IVY: (7,), BO: (8,)}), last))
    assert (tally_of(measure, IVY, "waits").n, tally_of(measure, IVY, "waits").limit) == (2, 5)
    assert tally_of(measure, IVY, "longest").n == 2
    assert tally_of(measure, BO, "longest").n == 0


def test_beside_turns_stands_whose_ideas_were_on_the_list_and_ruled_out():
    monday = picked(1, 8, {IVY: (7,), BO: (8,)}, listed=((7, IVY), (8, BO), (9, BO)), ruled_out=((9, MAYA),))
    tuesday = picked(2, 8, {IVY: (7,), BO: (8,)}, listed=((7, IVY), (8, BO), (9, BO), (6, LEO)), ruled_out=((9, MAYA),))
    measure = _measure("fair_turns", picked=(monday, tuesday))
    beside = [each for each in counts(measure) if each[1] in ("listed", "ruled_out")]
    assert beside == [(LEO, "listed", 1, 4), (IVY, "listed", 1, 4), (BO, "listed", 2, 4), (BO, "ruled_out", 2, None)]


def test_whoever_takes_part_with_no_idea_on_the_list_is_told_so():
    one = picked(1, 8, {IVY: (7,), BO: (8,)}, listed=((7, MAYA), (8, MAYA)))
    measure = _measure("fair_turns", picked=(one,))
    assert (tally_of(measure, IVY, "listed").n, tally_of(measure, IVY, "listed").of) == (0, 2)


def _of_one(key: str, member: int, **what):
    return next(each for each in measures(facts(**what), member=member) if each.key == key)


def test_of_one_person_who_started_is_still_of_all_that_was_opened():
    opened = (asked(1, MAYA), asked(2, MAYA), asked(3, BO, said_by=MAYA))
    measure = _of_one("starters", BO, asked=opened)
    assert counts(measure) == [(BO, "", 1, 3), (BO, "entered", 1, 1)]
    assert measure.whole == Tally(1, 3, BO)
    assert not _of_one("starters", IVY, asked=opened).has


def test_of_one_person_the_share_of_voice_is_still_of_all_that_was_brought():
    views = {"said": (said(1, MAYA), said(2, MAYA), said(3, IVY)), "asked": (asked(1, MAYA),)}
    measure = _of_one("share_of_voice", IVY, **views)
    assert counts(measure) == [(None, "equal", 0, None), (IVY, "", 1, 4)]
    assert tally_of(measure, None, "equal").exact == Fraction(1)


def test_of_one_person_fair_turns_are_counted_among_the_others(ten_days):
    whole = MEASURES[MeasureKey.FAIR_TURNS](ten_days)
    measure = next(each for each in measures(ten_days, member=5) if each.key is MeasureKey.FAIR_TURNS)
    assert measure.tallies == tuple(each for each in whole.tallies if each.member == 5)
    assert (tally_of(measure, 5, "happy").n, tally_of(measure, 5, "happy").of) == (5, 9)


def test_of_one_person_their_own_things_are_counted():
    told = (felt(1, IVY, "consult"), felt(2, BO, "pushed"))
    assert counts(_of_one("felt_as_planned", IVY, felt=told)) == [(IVY, "", 1, 1)]
    views = (said(1, IVY, answer="did", hours=2.0), said(2, BO, answer="did", hours=30.0))
    assert _of_one("views_answered", IVY, said=views).hours == 2.0
    again_not = (again(1, IVY, "no", changed_by=(BO,)), again(2, BO, "no", morning=2))
    assert counts(_of_one("changed", BO, again=again_not)) == [(BO, "", 0, 1)]


def test_what_is_no_one_persons_is_everybodys_and_says_so():
    there = {"overrides": (override(1, reviewed=True),), "mornings": (morning(1, "08:15", "08:00"),)}
    for key in ("overrides", "left_in_time"):
        measure = _of_one(key, IVY, **there)
        assert (measure.together, counts(measure)) == (True, [(None, "", 1, 1)])
    assert not any(each.together for each in measures(facts(**there)))


def test_measures_come_in_order_and_leave_out_what_is_not_shared():
    assert [each.key for each in measures(facts())] == list(MeasureKey)
    assert measures(facts(), {FEELINGS}) == ()
    without = [each.key for each in measures(facts(), {COUNTS})]
    assert set(MeasureKey) - set(without) == {MeasureKey.FELT_AS_PLANNED, MeasureKey.CHANGED}
    assert not any(each.has for each in measures(facts(), ALL_KINDS))
