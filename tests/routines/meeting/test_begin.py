from datetime import timedelta

from households.models import Member
from routines.models import Meeting, Pause
from routines.models.snapshots import forget
from tests.routines.morning import missing, refused


def test_the_first_in_the_family_chairs_the_first_meeting(table, morning):
    event = table.begin()
    meeting = Meeting.objects.get()
    assert (meeting.chair_id, meeting.begun_by_id, meeting.on) == (morning.maya.id, morning.maya.id, morning.today)
    assert (meeting.ended_at, meeting.begun_at) == (None, event.at)
    assert (event.kind, event.subject_key, event.member_id) == ("meeting.begun", meeting.id, morning.maya.id)


def test_the_chair_goes_round_also_to_the_small_but_not_to_guests(table, morning):
    chairs = [table.row(table.held()).chair_id for _ in range(6)]
    round_ = [morning.maya, morning.leo, morning.ivy, morning.bo, morning.sam, morning.maya]
    assert chairs == [each.id for each in round_]


def test_whoever_is_away_or_has_left_is_skipped(table, morning):
    table.held(morning.maya)
    today = morning.today
    Pause.objects.create(
        household_id=morning.household.id,
        member=morning.leo,
        kind="sick",
        from_on=today,
        until_on=today + timedelta(days=1),
        set_by=morning.maya,
        set_at=morning.now,
    )
    Member.objects.filter(id=morning.ivy.id).update(left_at=morning.now)
    forget()
    assert table.view().chair.name == "Bo"
    assert table.row(table.begun()).chair_id == morning.bo.id


def test_somebody_else_may_be_named(table, morning):
    assert table.row(table.begun(morning.bo)).chair_id == morning.bo.id


def test_only_somebody_of_the_family_chairs(table, morning):
    with refused("chair_of_the_family"):
        table.begin(morning.nana)
    with missing():
        table.begin(morning.neighbour)


def test_one_at_a_time(table, morning):
    table.begin()
    with refused("meeting_on"):
        table.begin(by=morning.leo)


def test_a_supporter_does_not_begin_one(table, morning):
    with refused("ask_parent_or_teen"):
        table.begin(by=morning.nana)


def test_another_one_after_it_ended(table):
    first = table.held()
    assert table.begun() != first


def test_the_neighbours_have_their_own(table, morning):
    table.begin()
    event = table.begin(by=morning.neighbour, actor=morning.actor(morning.neighbour))
    assert table.row(event.subject_key).household_id == morning.cast.next_door.id
    with missing():
        table.end(Meeting.objects.filter(household=morning.household).get().id, by=morning.neighbour)
