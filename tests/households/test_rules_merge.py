"""Two people change the same thing."""

import pytest

from households.rules.merge import as_it_was, merge


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "values", "clashes"),
    [
        ("owl", "owl", "owl", "owl", False),  # nobody changed it
        ("owl", "fox", "owl", "fox", False),  # I did
        ("owl", "owl", "bear", "bear", False),  # they did
        ("owl", "fox", "fox", "fox", False),  # both, alike
        ("owl", "fox", "bear", "fox", True),  # both, differently: mine is kept to be seen
    ],
)
def test_field_by_field(base, mine, theirs, values, clashes):
    outcome = merge(base={"face": base}, mine={"face": mine}, theirs={"face": theirs})
    assert outcome.values == {"face": values}
    assert outcome.clashes == ({"face": theirs} if clashes else {})


def test_fields_do_not_touch_each_other():
    outcome = merge(
        base={"name": "Bo", "face": "owl"},
        mine={"name": "Bobo", "face": "owl"},
        theirs={"name": "Bo", "face": "bear"},
    )
    assert outcome.values == {"name": "Bobo", "face": "bear"}
    assert not outcome.clashes


def test_how_it_was_before_several_changes():
    now = {"name": "Bobo", "face": "bear", "colour": "sun"}
    changes = [{"name": ["B", "Bo"]}, {"name": ["Bo", "Bobo"], "face": ["owl", "bear"]}, {"gone": [1, 2]}]
    assert as_it_was(now, changes) == {"name": "B", "face": "owl", "colour": "sun"}


def test_what_belongs_together_is_merged_as_one():
    outcome = merge(
        base={"kind": "child", "age_band": "3-5", "name": "Ivy"},
        mine={"kind": "child", "age_band": "6-9", "name": "Ivy"},
        theirs={"kind": "teen", "age_band": "", "name": "Iv"},
        together=frozenset({"kind", "age_band"}),
    )
    assert outcome.values == {"kind": "child", "age_band": "6-9", "name": "Iv"}
    assert outcome.clashes == {"kind": "teen", "age_band": ""}
