"""Order, merging, weekdays and the agenda of overrides."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.merge import merge
from routines.rules.order import reordered
from routines.rules.overrides import review_by, two_overrides
from routines.rules.weekdays import days_of, mask_of, next_day
from tests.rules.household import TODAY


@pytest.mark.parametrize(
    ("step", "to", "after"),
    [(1, 0, "1 2 3"), (1, 1, "2 1 3"), (1, 2, "2 3 1"), (3, 0, "3 1 2"), (2, 99, "1 3 2"), (2, -5, "2 1 3")],
    ids=["stays", "one on", "to the end", "to the front", "beyond the end", "before the front"],
)
def test_moving_a_step(step, to, after):
    assert " ".join(map(str, reordered([1, 2, 3], step, to))) == after


def test_moving_a_step_that_is_not_there():
    with pytest.raises(ValueError, match="x not in list"):
        reordered([1, 2], 9, 0)


@given(st.lists(st.integers(), min_size=1, unique=True), st.data())
def test_moving_keeps_everybody_and_the_others_order(ids, data):
    step = data.draw(st.sampled_from(ids))
    to = data.draw(st.integers(-3, len(ids) + 3))

    after = reordered(ids, step, to)

    assert sorted(after) == sorted(ids)
    assert [each for each in after if each != step] == [each for each in ids if each != step]
    assert after.index(step) == max(0, min(to, len(ids) - 1))


@pytest.mark.parametrize(
    ("base", "stored", "typed", "result", "conflict"),
    [
        ("a", "a", "a", "a", False),
        ("a", "a", "mine", "mine", False),
        ("a", "theirs", "a", "theirs", False),
        ("a", "same", "same", "same", False),
        ("a", "theirs", "mine", "mine", True),
        ("a", "theirs", "", "", True),
    ],
    ids=["nothing", "only mine", "only theirs", "both the same", "both", "theirs, and I emptied it"],
)
def test_merging_one_field(base, stored, typed, result, conflict):
    merged = merge({"title": base}, {"title": stored}, {"title": typed})

    assert merged.result == {"title": result}
    assert merged.conflicts == ({"title": (base, stored, typed)} if conflict else {})
    assert merged.clean is not conflict


def test_merging_keeps_both_sides_work():
    base = {"title": "Dress", "minutes": 10, "affected": (1, 2)}
    stored = base | {"minutes": 15}
    typed = base | {"title": "Get dressed"}

    merged = merge(base, stored, typed)

    assert merged.result == {"title": "Get dressed", "minutes": 15, "affected": (1, 2)}
    assert merged.theirs == ("minutes",)


FIELDS = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 2), min_size=1)


@given(FIELDS, FIELDS, FIELDS)
def test_merging_loses_nothing_anybody_typed(base, stored, typed):
    merged = merge(base, stored, typed)

    assert merged.result.keys() == typed.keys()
    for field, mine in typed.items():
        was, now = base.get(field), stored.get(field)
        assert merged.result[field] == mine or mine == was
        if now not in (was, merged.result[field]):
            assert field in merged.conflicts


@given(FIELDS, FIELDS)
def test_merging_when_nobody_else_was_there_is_what_was_typed(base, typed):
    assert merge(base, base, typed).result == typed


@given(st.integers(0, 127))
def test_weekdays_and_masks_are_the_same_thing(mask):
    assert mask_of(days_of(mask)) == mask


def test_no_other_days():
    with pytest.raises(ValueError, match="7"):
        mask_of([7])


@pytest.mark.parametrize(
    ("days", "day"),
    [([0], date(2026, 3, 2)), ([1], date(2026, 3, 3)), ([6], date(2026, 3, 8)), ([5, 6], date(2026, 3, 7)), ([], None)],
    ids=["today", "tomorrow", "Sunday", "the weekend", "never"],
)
def test_the_next_day_from_a_monday(days, day):
    assert next_day(mask_of(days), TODAY) == day


def days_ago(*days):
    return [TODAY - timedelta(days=each) for each in days]


@pytest.mark.parametrize(
    ("times", "twice"),
    [
        ([], False),
        (days_ago(0), False),
        (days_ago(0, 0), True),
        (days_ago(0, 13), True),
        (days_ago(0, 14), False),
        (days_ago(0, -1), False),
        ([datetime(2026, 3, 2, 6, tzinfo=UTC), datetime(2026, 3, 1, 6, tzinfo=UTC)], True),
    ],
    ids=["none", "one", "twice today", "in 14 days", "in 15 days", "one to come", "moments"],
)
def test_two_overrides_in_fourteen_days(times, twice):
    assert two_overrides(times, TODAY) is twice


def test_an_override_is_talked_about_within_a_week():
    assert review_by(TODAY) == date(2026, 3, 9)
