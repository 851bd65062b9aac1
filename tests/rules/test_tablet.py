"""What somebody is asked on the tablet at every moment, and how much they see at once."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from routines.rules.state import CommentState, DecisionState, Rung
from routines.rules.tablet import AskKind, at_once, in_groups, matters, may_say_late, next_run, seen_by_all
from routines.rules.weekdays import mask_of
from tests.rules.household import (
    AUNT,
    BO,
    CLOTHES,
    FAMILY,
    GAME,
    IVY,
    LEO,
    NOW,
    PYJAMAS,
    WHO,
    asks,
    concerns,
    override,
    question,
    situation,
    step,
    tasks,
    voices,
)

INFORM, CONSULT, CODESIGN, COPRODUCE = Rung
TWO = (PYJAMAS, CLOTHES)
HEARD = {"concerns": concerns(*(WHO[name] for name in ("Mum", "Leo", "Bo")))}
BOS_OWN = step(INFORM, BO, over_to_you=True)
FINE = {"Mum": "yes", "Leo": "ok", "Bo": "ok"}
REPLIED = override(replies=(CommentState(1, BO.id, "Brr.", kind="reply"),))


def co(more=None, **said):
    """Return a co-produced step whose concerns are said and whose table holds pyjamas."""
    values = {**HEARD, "table": 11, **(more or {})}
    given = tuple(replace(each, round=values.get("round", 1)) for each in voices(**said))
    return asks(COPRODUCE, PYJAMAS, CLOTHES, voices=given, **values)


def chosen(minutes: int, by: int = BO.id):
    """Return Bo's own step, chosen some minutes ago."""
    decision = DecisionState(1, "own", INFORM, option=11, by=by, at=NOW - timedelta(minutes=minutes))
    return replace(BOS_OWN, last=replace(question(INFORM, *TWO, closed=True), affected=(4,), decision=decision))


# "!" marks what waits for them; the others are answered and stay in sight, or are offered.
ROWS = [
    ("nothing asked", step(CONSULT), "Bo -; Leo -"),
    ("told", asks(INFORM), "Bo !inform; Ivy -; Gran -"),
    ("told, and he said so", asks(INFORM, voices=voices(Bo="dislike")), "Bo inform; Leo !inform"),
    ("no idea yet", asks(CONSULT), "Bo !pick"),
    ("one idea", asks(CONSULT, PYJAMAS), "Bo !pick"),
    ("two ideas", asks(CODESIGN, *TWO), "Bo !pick; Ivy -"),
    ("two ideas, and he picked", asks(CODESIGN, *TWO, voices=voices(Bo=PYJAMAS)), "Bo pick"),
    ("all picked", asks(CODESIGN, *TWO, voices=voices(Mum=CLOTHES, Leo=PYJAMAS, Bo=PYJAMAS)), "Bo pick; Leo pick"),
    ("a pass before there was an idea", asks(CONSULT, voices=voices(Bo="pass")), "Bo pick"),
    ("his own, ideas there", replace(BOS_OWN, question=question(INFORM, *TWO, affected=(4,))), "Bo !own; Leo -; Ivy -"),
    ("his own, no ideas", replace(BOS_OWN, question=question(INFORM, affected=(4,))), "Bo !own"),
    ("his own, just chosen", chosen(3), "Bo own; Leo -"),
    ("his own, chosen long ago", chosen(11), "Bo -"),
    ("his own, chosen for him", chosen(3, by=1), "Bo -"),
    ("together: what matters", asks(COPRODUCE), "Bo !concern; Ivy -"),
    ("together: he said it", asks(COPRODUCE, concerns=concerns(BO)), "Bo concern; Leo !concern"),
    ("together: no idea", asks(COPRODUCE, **HEARD), "Bo concern !table"),
    ("together: an idea", asks(COPRODUCE, PYJAMAS, **HEARD), "Bo concern !table"),
    ("together: on the table", co(Mum="yes"), "Bo !consent; Leo !consent; Ivy -"),
    ("together: he answered", co(Bo="ok"), "Bo consent"),
    ("together: not OK", co(Mum="yes", Leo="no", Bo="ok"), "Bo consent table; Leo consent table"),
    ("together: another round", co({"round": 2}), "Bo !consent"),
    ("together: fine", co(**FINE), "Bo consent !task"),
    ("together: fine, he has a task", co({"tasks": tasks(BO)}, **FINE), "Bo consent task; Leo consent !task"),
    ("together: somebody new", co({"concerns": concerns(LEO)}), "Bo !concern !consent"),
    ("overridden", step(CODESIGN, override=override()), "Bo !reply; Ivy -; Leo !reply"),
    ("overridden and replied", step(CODESIGN, override=REPLIED), "Bo reply; Leo !reply"),
    (
        "overridden while it is asked",
        replace(asks(CODESIGN, *TWO), override=override()),
        "Bo !reply !pick; Leo !reply !pick",
    ),
    ("overridden until just now", step(CODESIGN, override=override(expires_at=NOW)), "Bo -"),
    ("put away", replace(asks(INFORM), archived=True), "Bo -"),
    (
        "settled",
        step(CONSULT, last=replace(question(CONSULT, closed=True), decision=DecisionState(1, "decided", CONSULT))),
        "Bo -",
    ),
]

ONE_BY_ONE = [
    pytest.param(at, *pair.split(" ", 1), id=f"{what}: {pair}")
    for what, at, expected in ROWS
    for pair in expected.split("; ")
]


@pytest.mark.parametrize(("at", "name", "expected"), ONE_BY_ONE)
def test_what_is_asked(at, name, expected):
    found = matters(situation(WHO[name], at))

    assert " ".join(f"{'!' if each.open else ''}{each.kind}" for each in found) == expected.replace("-", "")


@pytest.mark.parametrize("at", [row[1] for row in ROWS], ids=[row[0] for row in ROWS])
@pytest.mark.parametrize("person", FAMILY, ids=lambda person: person.name)
def test_keys_are_told_apart(at, person):
    keys = [each.key for each in matters(situation(person, at))]

    assert len(keys) == len(set(keys))


def test_every_kind_but_late_and_daily_comes_from_a_step():
    kinds = {each.kind for _what, at, _expected in ROWS for who in FAMILY for each in matters(situation(who, at))}

    assert kinds == set(AskKind) - {AskKind.LATE, AskKind.DAILY}


def test_keys_name_the_question_and_what_is_asked_beside_it():
    found = matters(situation(BO, co({"tasks": tasks(BO)}, **FINE)))

    assert [each.key for each in found] == ["31", "task-31"]
    assert [each.key for each in matters(situation(BO, step(CODESIGN, override=override())))] == ["reply-21"]


@pytest.mark.parametrize(("band", "most"), [("3-5", 3), ("6-9", 4), ("10-12", 6), ("", 6)])
def test_how_many_choices_at_once(band, most):
    assert at_once(band) == most


@pytest.mark.parametrize(
    ("count", "most", "sizes"),
    [
        (0, 3, []),
        (1, 3, [1]),
        (3, 3, [3]),
        (4, 3, [2, 2]),
        (5, 3, [2, 3]),
        (7, 3, [2, 2, 3]),
        (12, 3, [3, 3, 3, 3]),
        (5, 4, [2, 3]),
        (12, 4, [4, 4, 4]),
        (6, 6, [6]),
        (7, 6, [3, 4]),
        (12, 6, [6, 6]),
    ],
)
def test_groups_are_as_even_as_can_be(count, most, sizes):
    groups = in_groups(range(count), most)

    assert [len(group) for group in groups] == sizes
    assert [each for group in groups for each in group] == list(range(count))


@pytest.mark.parametrize("count", range(1, 40))
@pytest.mark.parametrize("most", [3, 4, 6])
def test_no_group_holds_more_than_fit_or_one_left_over(count, most):
    sizes = [len(group) for group in in_groups(range(count), most)]

    assert max(sizes) <= most
    assert max(sizes) - min(sizes) <= 1


def test_only_those_asked_say_something_late():
    at = step(CONSULT, LEO, BO)

    assert may_say_late(at, BO)
    assert not may_say_late(at, IVY)


def test_a_page_for_all_shows_what_all_may_see():
    at = step(CONSULT, BO)

    assert seen_by_all(at, (BO, IVY, LEO))
    assert not seen_by_all(at, (BO, AUNT))


WEEKDAYS = mask_of(range(5))


@pytest.mark.parametrize(
    ("weekdays", "leave", "now", "day"),
    [
        (WEEKDAYS, time(8, 20), datetime(2026, 3, 2, 7, 0, tzinfo=UTC), date(2026, 3, 2)),
        (WEEKDAYS, time(8, 20), datetime(2026, 3, 2, 8, 20, tzinfo=UTC), date(2026, 3, 2)),
        (WEEKDAYS, time(8, 20), datetime(2026, 3, 2, 8, 21, tzinfo=UTC), date(2026, 3, 3)),
        (WEEKDAYS, None, datetime(2026, 3, 2, 23, 0, tzinfo=UTC), date(2026, 3, 2)),
        (WEEKDAYS, time(8, 20), datetime(2026, 3, 6, 9, 0, tzinfo=UTC), date(2026, 3, 9)),
        (0, time(8, 20), datetime(2026, 3, 6, 9, 0, tzinfo=UTC), None),
        (mask_of([0]), time(8, 20), datetime(2026, 3, 2, 9, 0, tzinfo=UTC), date(2026, 3, 9)),
    ],
)
def test_the_next_morning(weekdays, leave, now, day):
    assert next_run(weekdays, leave, now) == day


def test_three_ideas_and_a_game_are_still_one_question():
    assert [each.kind for each in matters(situation(BO, asks(CONSULT, PYJAMAS, CLOTHES, GAME)))] == [AskKind.PICK]
