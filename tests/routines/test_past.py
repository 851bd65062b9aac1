"""Years of mornings made at once: like those that were lived, and only where none were."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from households.models import Event, Member
from routines.actions.pause import set_pause
from routines.actions.pick_plan import OptionDraft, PickDraft, make_pick
from routines.actions.presence import set_presence
from routines.actions.start_morning import start_morning
from routines.models import Ballot, Doing, Feeling, Morning, MorningStep, Notice, Picking, Repair, TodayAsk
from routines.models.mornings import morning_state
from routines.models.pick_memory import memory_of
from routines.past import AlreadyLived, make_past
from routines.past.chapter import Chapter
from routines.rules.fair_share import Memory, decide
from routines.rules.picking.result import stored_round
from tests.routines.morning import facts

MONTH = timedelta(days=27)


@pytest.fixture
def yesterday() -> date:
    return timezone.now().date() - timedelta(days=1)


def _songs(morning):
    options = (OptionDraft("Drums", "drum"), OptionDraft("Guitar", "guitar"), OptionDraft("Ducks", "duck"))
    about = {"actor": morning.actor(morning.leo), "step_id": morning.game.id, "at": morning.now}
    return make_pick(**about, draft=PickDraft("Which song?"), options=options)


def _made(morning, last: date, days: timedelta = MONTH, **about):
    return make_past(morning.household.id, last - days, last, timezone.now(), **about)


def _printed(**options) -> str:
    out = StringIO()
    call_command("mornings", stdout=out, **options)
    return out.getvalue()


def test_a_month_has_a_morning_on_each_day_of_the_routine(morning, yesterday):
    made = _made(morning, yesterday)
    on = set(Morning.objects.values_list("on", flat=True))
    wanted = (yesterday - timedelta(days=ago) for ago in range(28))
    assert on == {day for day in wanted if day.weekday() < 5}
    assert made.rows["mornings"] == len(on) == 20
    assert made.rows["doings"] == Doing.objects.count()


def test_the_plan_is_copied_as_it_is_when_somebody_starts(morning, yesterday):
    _made(morning, yesterday)
    start_morning(actor=morning.actor(morning.maya), routine_id=morning.routine.id, at=timezone.now())
    started, made = (
        [
            (step["title"], step["position"], step["minutes"], step["least"], step["rung"], step["away"])
            for step in MorningStep.objects.filter(morning=each).order_by("position").values()
        ]
        for each in (Morning.objects.latest("id"), Morning.objects.earliest("id"))
    )
    assert started == made
    people = [
        set(Doing.objects.filter(morning=each).values_list("morning_step__title", "member_id", "helps"))
        for each in (Morning.objects.latest("id"), Morning.objects.earliest("id"))
    ]
    assert people[0] == people[1]


def test_all_of_it_lies_in_the_past_and_in_its_morning(morning, yesterday):
    _made(morning, yesterday)
    now = timezone.now()
    for each in Morning.objects.all():
        done = Doing.objects.filter(morning=each, done_at__isnull=False).values_list("done_at", flat=True)
        assert all(each.started_at <= at <= each.left_at for at in done)
    assert not Notice.objects.filter(said_at__gt=now).exists()
    assert not Feeling.objects.filter(said_at__gt=now).exists()


def test_there_is_something_of_everything_in_a_year(morning, yesterday):
    _songs(morning)
    made = _made(morning, yesterday, timedelta(days=364)).rows
    for kind in (
        "mornings",
        "pickings",
        "ballots",
        "notices",
        "feelings",
        "slips",
        "repairs",
        "today asks",
        "comments",
    ):
        assert made[kind], kind
    assert set(Repair.objects.values_list("kind", flat=True)) == {"sorry", "thanks", "change"}
    assert set(TodayAsk.objects.values_list("kind", flat=True)) == {"skip", "later"}
    told = set(Event.objects.filter(morning_key__isnull=False).values_list("kind", flat=True))
    assert told >= {"morning.started", "morning.done", "morning.left", "pick.tapped", "pick.settled", "notice.told"}
    assert told >= {"feeling.told", "slip.noticed", "repair.sorry", "repair.change", "today.skipped", "today.later"}


def test_replaying_the_picks_gives_what_is_stored(morning, yesterday):
    pick = _songs(morning)
    _made(morning, yesterday, timedelta(days=99))
    memory = Memory()
    for row in Picking.objects.order_by("settled_at"):
        outcome, memory = decide(memory, stored_round(row.record))
        assert (row.winner_id, row.kind, row.decided_by) == (outcome.winner, outcome.kind, outcome.decided_by)
        tapped = {str(ballot.member_id): ballot.options for ballot in Ballot.objects.filter(picking=row)}
        assert row.record["ballots"] == tapped
    assert memory == memory_of(morning.household.id, ("pick", pick.id))
    assert sum(dict(memory.jars).values()) == 0


def test_what_was_settled_before_keeps_its_turns(morning, yesterday):
    _songs(morning)
    _made(morning, yesterday, timedelta(days=6))
    before = list(Picking.objects.values_list("id", "winner_id"))
    made = _made(morning, yesterday, add=True)
    assert made.left_out == ("Which song?",)
    assert list(Picking.objects.values_list("id", "winner_id")) == before


def test_whoever_was_away_has_no_part(morning, yesterday):
    maya = morning.actor(morning.maya)
    first = yesterday - MONTH
    then = timezone.now() - MONTH - timedelta(days=3)
    set_presence(actor=maya, member_id=morning.leo.id, days=0, from_on=first, at=then)
    week = {"from_on": first, "until_on": timezone.now().date()}
    set_pause(actor=maya, kind="sick", member_id=morning.bo.id, **week, at=timezone.now())
    _made(morning, yesterday)
    assert set(Doing.objects.values_list("member__name", flat=True)) == {"Maya", "Ivy", "Nana"}


def test_a_pause_of_all_has_no_mornings(morning, yesterday):
    until = timezone.now().date()
    about = {"actor": morning.actor(morning.maya), "kind": "holiday", "from_on": yesterday - MONTH}
    set_pause(**about, until_on=until, at=timezone.now())
    assert not _made(morning, yesterday).rows["mornings"]


def test_it_is_the_same_each_time(morning, yesterday):
    first = _made(morning, yesterday).rows
    kept = list(Feeling.objects.order_by("id").values_list("morning__on", "member_id", "felt"))
    Morning.objects.all().delete()
    assert _made(morning, yesterday).rows == first
    assert list(Feeling.objects.order_by("id").values_list("morning__on", "member_id", "felt")) == kept


def test_only_some_days_are_enough_for_years(morning, yesterday):
    made = _made(morning, yesterday, timedelta(days=1094), every=13)
    assert 50 < made.rows["mornings"] < 70


def test_a_morning_reads_like_any_other(morning, yesterday):
    _made(morning, yesterday)
    row = Morning.objects.latest("on")
    state = morning_state(morning.household.id, row.id)
    assert (state.on, state.left) == (row.on, row.left_at)
    assert len(state.steps) == 5


def test_where_mornings_were_lived_it_refuses_unless_told(morning, yesterday):
    _made(morning, yesterday, timedelta(days=6))
    before = facts()
    with pytest.raises(AlreadyLived):
        _made(morning, yesterday)
    assert facts() == before
    lived = set(Morning.objects.values_list("id", flat=True))
    _made(morning, yesterday, add=True)
    assert lived < set(Morning.objects.values_list("id", flat=True))
    assert Morning.objects.count() == 20


def test_all_or_nothing(morning, yesterday, monkeypatch):
    before, stored = facts(), Chapter.store

    def fails_later(self, days, lived):
        if yesterday in days:
            raise RuntimeError
        return stored(self, days, lived)

    monkeypatch.setattr(Chapter, "store", fails_later)
    with pytest.raises(RuntimeError):
        _made(morning, yesterday, timedelta(days=200))
    assert facts() == before


def test_what_is_not_over_is_not_past(morning, yesterday):
    with pytest.raises(ValueError, match="no time that is over"):
        _made(morning, yesterday + timedelta(days=1))


def test_the_command_says_what_it_made(morning):
    said = _printed(household=morning.household.id, years=0.1)
    assert " mornings\n" in said
    assert f"{Morning.objects.count()} mornings" in said
    with pytest.raises(CommandError, match="--add"):
        _printed(household=morning.household.id, years=0.1)
    _printed(household=morning.household.id, years=0.2, add=True)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"household": 999_999}, "no household"), ({"years": 0}, "less than a day"), ({"every": 0}, "--every")],
)
def test_what_the_command_cannot_do_it_says(morning, wrong, said):
    before = facts()
    with pytest.raises(CommandError, match=said):
        _printed(**{"household": morning.household.id, "years": 0.1} | wrong)
    assert facts() == before


def test_a_household_without_parents_has_no_mornings(morning):
    Member.objects.filter(household=morning.household, kind="parent").update(left_at=timezone.now())
    with pytest.raises(CommandError, match="Nobody lives there"):
        _printed(household=morning.household.id, years=0.1)
