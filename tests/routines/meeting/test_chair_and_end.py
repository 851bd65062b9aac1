import pytest

from tests.routines.morning import missing, refused


def test_the_chair_passes_to_whose_turn_comes_next(table, morning):
    meeting = table.begun()
    event = table.pass_on(meeting)
    assert table.row(meeting).chair_id == morning.leo.id
    assert (event.kind, event.member_id) == ("meeting.passed", morning.leo.id)


def test_or_to_somebody_named_by_anybody(table, morning):
    meeting = table.begun()
    table.pass_on(meeting, morning.bo, by=morning.leo)
    assert table.row(meeting).chair_id == morning.bo.id
    table.end(meeting)
    assert table.view().chair.name == "Sam"


def test_to_whom_it_is_already_changes_nothing(table, morning):
    assert table.pass_on(table.begun(), morning.maya) is None


def test_not_to_a_guest(table, morning):
    meeting = table.begun()
    with refused("chair_of_the_family"):
        table.pass_on(meeting, morning.nana)


def test_it_ends_once(table, morning):
    meeting = table.begun()
    event = table.end(meeting, by=morning.leo)
    assert (table.row(meeting).ended_at, event.kind) == (event.at, "meeting.ended")
    for again in (table.end, table.pass_on):
        with refused("meeting_over"):
            again(meeting)


@pytest.mark.parametrize("verb", ["end", "pass_on"])
def test_an_unknown_meeting_is_missing(table, verb):
    with missing():
        getattr(table, verb)(10**6)


@pytest.mark.parametrize("verb", ["end", "pass_on"])
def test_a_supporter_has_no_part_in_it(table, morning, verb):
    meeting = table.begun()
    with refused("ask_parent_or_teen"):
        getattr(table, verb)(meeting, by=morning.nana)
