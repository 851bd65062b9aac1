from datetime import date, timedelta

import pytest

from households.rules.consent import KINDS, PROPOSED_KINDS, Terms, terms_fit, usual_until

TODAY = date(2026, 3, 2)
FINE = {"kinds": ("rungs",), "routine_ids": (1,), "member_ids": (5,), "until_on": TODAY + timedelta(weeks=12)}


def why_not(**values):
    verdict, field = terms_fit(Terms(**{**FINE, **values}), TODAY, {5, 6})
    return ("", "") if verdict else (verdict.code, field)


def test_terms_that_fit():
    assert why_not() == ("", "")
    assert why_not(until_on=TODAY) == ("", "")
    assert why_not(until_on=TODAY + timedelta(weeks=52)) == ("", "")


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"kinds": ()}, "consent_no_kind", "kinds"),
        ({"kinds": ("rungs", "everything")}, "consent_no_kind", "kinds"),
        ({"routine_ids": ()}, "consent_no_routine", "routines"),
        ({"member_ids": ()}, "consent_nobody", "members"),
        ({"member_ids": (99,)}, "consent_nobody", "members"),
        ({"until_on": TODAY - timedelta(days=1)}, "consent_in_the_past", "until_on"),
        ({"until_on": TODAY + timedelta(weeks=52, days=1)}, "consent_too_long", "until_on"),
    ],
)
def test_terms_that_do_not_fit(values, code, field):
    assert why_not(**values) == (code, field)


def test_what_a_form_proposes():
    assert PROPOSED_KINDS == ("rungs", "counts")
    assert usual_until(TODAY) - TODAY == timedelta(weeks=12)


def test_taking_out_one_thing_leaves_the_rest():
    terms = Terms(KINDS, (1, 2), (5, 6), TODAY)
    assert terms.without(kind="feelings").kinds == ("rungs", "counts", "comments", "together")
    assert terms.without(routine_id=1).routine_ids == (2,)
    assert terms.without(member_ids=(5,)).member_ids == (6,)
    assert not terms.without(member_ids=(5,)).empty
    assert terms.without(member_ids=(5, 6)).empty
