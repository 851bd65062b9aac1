"""The six weeks of mornings of the demo: slips and repairs, turns and reasons, everybody's own account."""

from collections import Counter, defaultdict

import pytest
from django.db import transaction

from households.models import Event, Member
from routines.demo import begin_demo
from routines.models import (
    Ballot,
    Decision,
    Feeling,
    Meeting,
    Morning,
    MorningStep,
    Notice,
    Pause,
    Picking,
    PickVeto,
    Presence,
    Question,
    Repair,
    Slip,
    Step,
    TodayAsk,
    Unfolding,
    mornings,
    pick_memory,
    pickings,
    snapshots,
)
from routines.models.pick_memory import memory_of
from routines.rules.morning.taps import accepts_taps


@pytest.fixture(scope="module")
def _told(django_db_setup, django_db_blocker):
    """The demo, told once for all tests of this file."""
    for layer in (snapshots, mornings, pickings, pick_memory):
        layer.forget()
    with django_db_blocker.unblock(), transaction.atomic():
        yield begin_demo()
        transaction.set_rollback(True)


@pytest.fixture
def demo(_told, db) -> Member:
    """Maya of the demo."""
    return _told


def _by_name() -> dict[int, str]:
    return dict(Member.objects.values_list("id", "name"))


def test_some_left_late_some_early_and_one_later_on_purpose(demo):
    school = Morning.objects.filter(title="School mornings")
    late = [(each.left_at - each.planned_leave_at).total_seconds() / 60 for each in school]
    assert min(late) < -4
    assert max(late) > 10
    (chosen,) = [each for each in school if each.leave_at != each.planned_leave_at]
    assert 10 * 60 < (chosen.leave_at - chosen.planned_leave_at).total_seconds() <= 15 * 60
    assert chosen.left_at < chosen.leave_at


def test_today_was_otherwise_than_planned_and_why(demo):
    settled = Counter(TodayAsk.objects.values_list("kind", "state"))
    wanted = ("skip", "accepted"), ("skip", "declined"), ("swap", "accepted"), ("insert", "accepted")
    assert all(settled[each] for each in (*wanted, ("later", "accepted")))
    assert all(TodayAsk.objects.values_list("reason", flat=True))
    swapped = MorningStep.objects.exclude(was="").get()
    assert (swapped.was, swapped.title) == ("Breakfast", "Toast in the hand")


def test_everybody_tells_for_themselves_and_they_differ(demo):
    names, told = _by_name(), defaultdict(dict)
    for row in Feeling.objects.order_by("id"):
        told[row.morning_step_id][names[row.member_id]] = row.felt
    assert {name for accounts in told.values() for name in accounts} == {"Maya", "Leo", "Ivy", "Bo"}
    assert sum(len(set(accounts.values())) > 1 for accounts in told.values()) > 5
    assert set(Feeling.objects.values_list("felt", flat=True)) >= {"inform", "consult", "codesign", "coproduce"}
    assert set(Feeling.objects.values_list("felt", flat=True)) >= {"engaged", "explained", "pushed"}
    mornings_told = Notice.objects.values("morning").distinct().count()
    assert 15 < mornings_told < Morning.objects.count()
    assert Notice.objects.filter(again="", hard="", hard_picture="").exists()
    small = Notice.objects.filter(member__name__in=("Ivy", "Bo"))
    assert set(small.values_list("said_by__name", flat=True)) == {"Maya"}


def test_slips_were_noticed_and_said_sorry_for_in_both_directions(demo):
    assert set(Slip.objects.values_list("noticed_by__name", flat=True)) >= {"Maya", "Leo", "Ivy"}
    sorry = Repair.objects.filter(kind="sorry").values_list("by__name", "to__name")
    assert {("Maya", "Ivy"), ("Bo", "Leo"), ("Leo", "Ivy"), ("Maya", None)} <= set(sorry)
    answers = set(Repair.objects.exclude(answer="").values_list("answer", flat=True))
    assert answers == {"ear", "red-heart", "hourglass-not-done"}


def test_a_repair_became_a_revision_that_names_its_morning(demo):
    stool = Repair.objects.get(kind="change", by__name="Bo")
    decision = Decision.objects.get(question=stool.question)
    assert (decision.kind, decision.option.text) == ("counted", stool.text)
    changes = Event.objects.filter(kind="step.changed", morning_key__isnull=False)
    assert set(changes.values_list("title", "morning_key")) == {
        ("Pancakes", stool.morning_id),
        ("Wake up", Feeling.objects.get(words="You carried me like a bag.").morning_id),
    }
    assert "stool" in Step.objects.get(title="Pancakes").limits


def test_one_change_is_still_being_asked(demo):
    socks = Repair.objects.get(kind="change", by__name="Ivy")
    assert socks.question.closed_at is None
    assert socks.question.morning_id == socks.morning_id
    assert Question.objects.filter(closed_at=None, morning__isnull=False).count() == 1


def test_picks_went_by_fair_turns(demo):
    assert set(Picking.objects.values_list("kind", flat=True)) >= {"shared", "agreed", "treat"}
    ways = set(Picking.objects.values_list("decided_by", flat=True))
    assert ways >= {"level", "longest_wait", "turn_list", "guests"}
    assert not Picking.objects.filter(settled_at=None).exists()
    assert PickVeto.objects.get().ground == "health"
    assert Ballot.objects.filter(member__name="Nana").exists()
    for pick in set(Picking.objects.values_list("pick_id", flat=True)):
        assert sum(dict(memory_of(demo.household_id, ("pick", pick)).jars).values()) == 0


def test_somebody_was_away_ill_or_on_holiday(demo):
    assert set(Pause.objects.values_list("kind", "member__name")) == {
        ("sick", "Bo"),
        ("holiday", None),
        ("holiday", "Nana"),
    }
    holiday = Pause.objects.get(kind="holiday", member=None)
    assert not Morning.objects.filter(on__gte=holiday.from_on, on__lte=holiday.until_on).exists()
    assert Presence.objects.get().member.name == "Leo"
    leo = Member.objects.get(name="Leo").id
    assert any(leo in away for away in MorningStep.objects.values_list("away", flat=True))


def test_small_steps_were_folded_as_they_learned(demo):
    folded = Unfolding.objects.filter(step__title="Get dressed", unfolded=False)
    assert set(folded.values_list("member__name", flat=True)) == {"Ivy", "Bo"}


def test_three_meetings_with_the_chair_going_round(demo):
    meetings = Meeting.objects.order_by("id")
    assert list(meetings.values_list("chair__name", flat=True)) == ["Maya", "Leo", "Ivy"]
    assert all(meeting.ended_at and meeting.notes.exists() for meeting in meetings)


def test_yesterday_can_still_be_told(demo):
    now = Event.objects.latest("id").at
    last = Morning.objects.latest("started_at")
    state = mornings.morning_state(demo.household_id, last.id)
    told = set(Notice.objects.filter(morning=last).values_list("member__name", flat=True))
    assert told == ({"Ivy", "Leo"} if accepts_taps(state, now) else {"Ivy", "Leo", "Bo"} & told)
