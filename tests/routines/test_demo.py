from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from households.actor import actor_of
from households.models import Account, Event, Household, Member
from routines.actions.start_morning import start_morning
from routines.demo import PASSWORD, SIGN_INS, begin_demo
from routines.demo.days import ZONE
from routines.models import Decision, Doing, Feeling, Morning, Question, Routine
from routines.rules.weekdays import days_of
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
    assert Household.objects.count() == 2


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
    maya = begin_demo(now)
    moments = list(Event.objects.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert now - timedelta(days=54) < moments[0] < now - timedelta(days=46)
    assert now - timedelta(hours=1) < moments[-1] <= now
    _mornings_lie_on_their_days(now)
    _something_can_be_started(maya, now)
    assert Question.objects.get(text="How shall we get dressed?").deadline > now.date()
    assert Decision.objects.filter(trial_until__gte=now.date()).exists()


def _mornings_lie_on_their_days(now: datetime) -> None:
    """Six weeks of mornings up to yesterday, each by the clock at home and on a day of its routine."""
    mornings = list(Morning.objects.select_related("routine").order_by("started_at"))
    today = now.astimezone(ZONE).date()
    assert len(mornings) > 30
    assert mornings[0].on < today - timedelta(days=42)
    assert today - timedelta(days=2) <= mornings[-1].on < today
    for morning in mornings:
        begun, left = morning.started_at.astimezone(ZONE), morning.left_at.astimezone(ZONE)
        assert morning.on == begun.date() == left.date()
        assert 5 <= begun.hour < 16
        assert morning.on.weekday() in days_of(morning.routine.weekdays)
        if morning.title == "School mornings":
            assert (morning.planned_leave_at.astimezone(ZONE).hour, begun.hour) == (8, 6)
    late = (Doing.objects.filter(done_at__gt=now), Feeling.objects.filter(said_at__gt=now))
    assert not any(rows.exists() for rows in late)


def _something_can_be_started(maya: Member, now: datetime) -> None:
    """Whoever tries it begins a morning at once, with the whole family in it but for Nana."""
    today = now.astimezone(ZONE).weekday()
    here = [routine for routine in Routine.objects.of(maya.household_id) if today in days_of(routine.weekdays)]
    assert {routine.anchor_time for routine in here} >= {None}
    for routine in here:
        event = start_morning(actor=actor_of(maya), routine_id=routine.id, at=now)
        named = Doing.objects.filter(morning=event.subject_key).values_list("member__name", flat=True)
        if routine.title != "Home again":
            assert {"Maya", "Leo", "Ivy", "Bo"} <= set(named)
