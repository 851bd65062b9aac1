from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from households.models import Account, Event, Household
from routines.demo import PASSWORD, SIGN_INS, begin_demo
from routines.models import Decision, Question
from tests.cast import assemble
from tests.routines.morning import facts


def _printed(**options) -> str:
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


def test_it_is_loaded_once_and_says_how_to_get_in(db):
    first = _printed()
    before = facts()
    assert _printed() == first
    assert facts() == before
    for said in (PASSWORD, *SIGN_INS, *SIGN_INS.values(), "Ivy", "Bo"):
        assert said in first


def test_where_somebody_lives_already_nothing_is_loaded(db):
    assemble()
    before = facts()
    assert _printed(if_empty=True) == ""
    assert facts() == before


def test_where_nobody_lives_it_is_loaded_once(db):
    _printed(if_empty=True)
    assert PASSWORD in _printed(if_empty=True)
    assert Household.objects.count() == 1


def test_its_password_is_for_ones_own_machine_only(db, settings):
    settings.LOCAL = False
    with pytest.raises(CommandError):
        _printed()
    assert not Account.objects.exists()


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 3, 2, 0, 5, tzinfo=UTC),
        datetime(2026, 3, 3, 6, 0, tzinfo=UTC),
        datetime(2026, 4, 1, 9, 0, tzinfo=UTC),  # the clocks went forward on the Sunday of the story
        datetime(2026, 10, 29, 23, 55, tzinfo=UTC),  # and back
        datetime(2027, 1, 1, 12, 0, tzinfo=UTC),
        datetime(2027, 1, 2, 17, 30, tzinfo=UTC),
        datetime(2027, 1, 3, 0, 30, tzinfo=UTC),
    ],
    ids=lambda now: f"{now:%A}",
)
def test_whatever_the_day_it_happened_in_order_and_lately(db, now):
    begin_demo(now)
    moments = list(Event.objects.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert now - timedelta(days=12) < moments[0] < now - timedelta(days=4)
    assert now - timedelta(hours=1) < moments[-1] <= now
    assert Question.objects.get(text="How shall we get dressed?").deadline > now.date()
    assert Decision.objects.filter(trial_until__gte=now.date()).exists()
