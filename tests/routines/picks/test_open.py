"""Picks open with the morning: which, for whom, and until when."""

from datetime import UTC, datetime, time

import pytest

from routines.actions.pick_bundle import answer_bundle, propose_bundle
from routines.actions.pick_options import archive_option
from routines.actions.pick_plan import archive_pick
from routines.actions.routine import RoutineDraft, edit_routine
from routines.actions.rung import step_down
from routines.actions.step import StepDraft, edit_step, values_of
from routines.models import Picking, PickOption, PresenceDay
from routines.rules.state import Rung


def test_it_opens_for_those_who_are_here(today):
    m, state = today.family, today.state()

    assert state.members == state.asked == (m.leo.id, m.ivy.id, m.bo.id)
    assert state.guests == (m.nana.id,)
    assert state.bundle is None
    assert today.picking()


def away(picks, who):
    m = picks.family
    PresenceDay.objects.create(household=m.household, member=who, on=m.today, here=False, set_by=m.maya, set_at=m.now)


def test_who_is_away_stays_a_member_and_is_not_waited_for(picks):
    away(picks, picks.family.bo)
    state = picks.start().state()

    assert picks.family.bo.id in state.members
    assert picks.family.bo.id not in state.asked


def test_a_guest_who_is_away_is_no_guest(picks):
    away(picks, picks.family.nana)

    assert picks.start().state().guests == ()


def test_nobody_picks_where_nobody_is_here(picks):
    for who in (picks.family.leo, picks.family.ivy, picks.family.bo):
        away(picks, who)

    picks.start()
    assert not Picking.objects.exists()


@pytest.mark.parametrize("what", ["put away", "one option", "none", "off the ladder", "its own", "safety"])
def test_what_is_not_asked(picks, what):
    m = picks.family
    parent = {"actor": m.actor(m.maya), "at": m.now}
    match what:
        case "put away":
            archive_pick(**parent, pick_id=picks.pick.id)
        case "one option":
            archive_option(**parent, pick_id=picks.pick.id, option_id=picks.letters["O"])
            archive_option(**{**parent, "at": m.now}, pick_id=picks.pick.id, option_id=picks.letters["F"])
            PickOption.objects.filter(id=picks.letters["E"]).update(archived_at=m.now)
        case "none":
            PickOption.objects.update(archived_at=m.now)
        case _:
            step_down(**parent, step_id=picks.step.id, to_rung=Rung.INFORM, reason="Ice outside.")
    if what in ("its own", "safety"):
        base = values_of(m.state(picks.step))
        changed = {**base, "over_to_you": what == "its own", "safety": what == "safety"}
        if what == "its own":
            changed["affected"] = [m.leo.id]
        changed["affected"] = tuple(changed["affected"])
        changed["doers"] = tuple(changed["doers"])
        edit_step(**{**parent, "at": m.now}, step_id=picks.step.id, draft=StepDraft(**changed), base=base)

    picks.start()
    assert not Picking.objects.exists()


def closes(picks, **about):
    return Picking.objects.get(morning_id=picks.morning, **about).closes_at


def utc(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2026, 3, 2, hour, minute, second, tzinfo=UTC)


def test_it_ends_when_its_step_begins(today):
    # 70 minutes until 8:20, and the meal takes the last ten of them
    assert closes(today) == utc(8, 10)


def test_it_ends_by_the_clock(morning, picks):
    pick = picks.make(morning.game, "Which game?", "Tag", "Ball", until=time(7, 15))

    assert closes(picks.start(), pick=pick) == utc(7, 15)


def test_everybody_gets_five_minutes(morning, picks):
    pick = picks.make(morning.game, "Which game?", "Tag", "Ball", until=time(6, 31))
    picks.start()
    began = picks.morning_state().started

    assert (closes(picks, pick=pick) - began).total_seconds() == 300


def hours(picks, anchor, at):
    m = picks.family
    base = {"title": "Monday", "weekdays": 31, "anchor": "leave", "anchor_time": time(8, 20), "tells_minutes": True}
    draft = RoutineDraft("Monday", 31, anchor, at)
    edit_routine(actor=m.actor(m.maya), routine_id=m.routine.id, draft=draft, base=base, at=m.now)


def test_without_hours_it_takes_a_quarter_of_an_hour(picks):
    hours(picks, "start", None)
    picks.start()

    assert (closes(picks) - picks.morning_state().started).total_seconds() == 900


def test_a_slow_morning_counts_from_when_it_began(picks):
    hours(picks, "start", time(6, 0))
    picks.start()

    assert (closes(picks) - picks.morning_state().started).total_seconds() == 3600


def test_picks_that_share_their_turns_know_all_who_pick_there(picks):
    m = picks.family
    game = picks.make(m.game, "Which game?", "Tag", "Ball")
    event = propose_bundle(actor=m.actor(m.leo), pick_ids=(picks.pick.id, game.id), at=m.now)
    for who in (m.maya, m.ivy, m.bo):
        answer_bundle(**m.acting(who), bundle_id=event.subject_key, agrees=True, at=m.now)
    picks.start()

    everybody = (m.maya.id, m.leo.id, m.ivy.id, m.bo.id)
    assert picks.state().members == picks.state(game).members == everybody
    assert picks.state().asked == (m.leo.id, m.ivy.id, m.bo.id)
    assert {picks.state().bundle, picks.state(game).bundle} == {event.subject_key}
