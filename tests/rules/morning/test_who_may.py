"""Who may do what in a morning, as one table: every deed, every person."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from routines.rules.codes import Code
from routines.rules.morning.deeds import (
    BundleState,
    MorningDeed,
    PickState,
    RepairState,
    may_today,
    offered_today,
)
from routines.rules.morning.presence import Pause
from routines.rules.state import Rung
from tests.rules.household import AUNT, BO, DAD, FAMILY, GRAN, IVY, LEO, MAX, MUM, WHO
from tests.rules.household import step as planned_step
from tests.rules.morning.mornings import at, ids, morning, situation, step, wish

INFORM, CONSULT, CODESIGN, COPRODUCE = Rung
D = MorningDeed

SMALL = ("Socks", "Shoes")
DRESS = step(1, "Mum Leo Bo", small_steps=SMALL, helping="Gran")
BREAKFAST = step(2, "Mum Leo Bo Gran", rung=CODESIGN)
COFFEE = step(3, "Mum", rung=CONSULT, decider=DAD.id)
LEOS = step(4, "Leo", over_to_you=True)
BOS = step(5, "Bo", over_to_you=True)
BELT = step(6, "Mum Bo", safety=True)
IVYS = step(7, "Ivy", helping="Mum")
STEPS = (DRESS, BREAKFAST, COFFEE, LEOS, BOS, BELT, IVYS)
RUNS = {"morning": morning(*STEPS)}
LEFT = {"morning": replace(RUNS["morning"], left=at(60), left_by=BO.id)}
ASKED = {"today_ask": wish(CODESIGN, "Bo", asked="Mum Leo Bo Gran")}
PICK = {
    "pick": PickState(81, ((1, "Eggs"), (2, "Porridge"), (3, "Fruit")), asked=ids("Mum Leo Bo"), guests=ids("Gran"))
}
VOTED = planned_step(CODESIGN)
LEOS_BREAK = Pause(1, "sick", date(2026, 3, 1), None, member=LEO.id)
ALL_BREAK = Pause(2, "holiday", date(2026, 3, 1), None)
SAID_SORRY = {"repair": RepairState(by=MUM.id, to=BO.id)}

# Who may, of Mum, Dad, Leo (15), Bo (5), Ivy (3) and Gran.
TABLE = [
    ("start", D.START, {}, "Mum Dad Leo Bo Ivy"),
    ("do everybody's step", D.DONE, RUNS | {"step": DRESS}, "Mum Leo Bo Gran"),
    ("take it back", D.UNDONE, RUNS | {"step": DRESS}, "Mum Leo Bo Gran"),
    ("do Leo's own", D.DONE, RUNS | {"step": LEOS}, "Leo"),
    ("do Ivy's, whom Mum helps", D.DONE, RUNS | {"step": IVYS}, "Mum Ivy"),
    ("do it after leaving", D.DONE, LEFT | {"step": DRESS}, "Mum Leo Bo Gran"),
    ("tick a small step", D.TICK, RUNS | {"step": DRESS, "place": 0}, "Mum Leo Bo Gran"),
    ("tick where there is none", D.TICK, RUNS | {"step": BOS, "place": 0}, ""),
    ("unfold", D.UNFOLD, RUNS | {"step": DRESS}, "Mum Leo Bo Gran"),
    ("say we're off", D.LEAVE, RUNS, "Mum Dad Leo Bo Ivy"),
    ("say it twice", D.LEAVE, LEFT, ""),
    ("come back", D.BACK_AFTER_LEAVING, LEFT | {"now": at(65)}, "Mum Dad Leo Bo Ivy"),
    ("come back from nowhere", D.BACK_AFTER_LEAVING, RUNS, ""),
    ("skip on inform", D.SKIP, RUNS | {"step": DRESS}, "Mum Dad Leo Bo Ivy Gran"),
    ("skip on inform, Gran not named", D.SKIP, RUNS | {"step": IVYS}, "Mum Dad Leo Bo Ivy"),
    ("skip on consult", D.SKIP, RUNS | {"step": COFFEE}, "Mum Dad"),
    ("swap on co-design", D.SWAP, RUNS | {"step": BREAKFAST}, "Mum Dad Leo Bo Gran"),
    ("move on co-design", D.MOVE, RUNS | {"step": BREAKFAST}, "Mum Dad Leo Bo Gran"),
    ("skip Leo's own", D.SKIP, RUNS | {"step": LEOS}, "Leo"),
    ("swap Bo's own", D.SWAP, RUNS | {"step": BOS}, "Bo"),
    ("skip safety", D.SKIP, RUNS | {"step": BELT}, ""),
    ("swap safety", D.SWAP, RUNS | {"step": BELT}, ""),
    ("move safety", D.MOVE, RUNS | {"step": BELT}, ""),
    ("put something in", D.INSERT, RUNS | {"step": BREAKFAST}, "Mum Dad Leo Bo Ivy"),
    ("put something in behind safety", D.INSERT, RUNS | {"step": BELT}, "Mum Dad Leo Bo Ivy"),
    ("put something in at the beginning", D.INSERT, RUNS, "Mum Dad Leo Bo Ivy"),
    ("more time", D.LATER, RUNS | {"step": BREAKFAST}, "Mum Dad Leo Bo Ivy"),
    ("more time for safety", D.LATER, RUNS | {"step": BELT}, "Mum Dad Leo Bo Ivy"),
    ("agree", D.AGREE, RUNS | ASKED, "Mum Leo Bo Gran"),
    ("notice a slip", D.SLIP, RUNS, "Mum Dad Leo Bo Ivy"),
    ("notice a slip in a step", D.SLIP, RUNS | {"step": DRESS}, "Mum Dad Leo Bo Ivy"),
    ("pause", D.PAUSE, {}, "Mum Dad Leo"),
    ("end everybody's pause", D.END_PAUSE, {"pause": ALL_BREAK}, "Mum Dad"),
    ("end Leo's pause", D.END_PAUSE, {"pause": LEOS_BREAK}, "Mum Dad Leo"),
    ("say who is here", D.PRESENCE, {}, "Mum Dad Leo"),
    ("make a pick on co-design", D.PICK_MAKE, {"step": VOTED}, "Mum Dad Leo"),
    ("make a pick on co-produce", D.PICK_MAKE, {"step": planned_step(COPRODUCE)}, "Mum Dad Leo"),
    ("make a pick on consult", D.PICK_MAKE, {"step": planned_step(CONSULT)}, ""),
    ("make a pick on inform", D.PICK_MAKE, {"step": planned_step(INFORM)}, ""),
    ("make a pick on Leo's own", D.PICK_MAKE, {"step": planned_step(INFORM, LEO, over_to_you=True)}, ""),
    ("make a pick of safety", D.PICK_MAKE, {"step": planned_step(INFORM, safety=True)}, ""),
    ("change a pick", D.PICK_EDIT, PICK | {"step": VOTED}, "Mum Dad Leo"),
    ("pick", D.PICK_TAP, RUNS | PICK, "Mum Leo Bo Gran"),
    ("rule an option out", D.PICK_VETO, RUNS | PICK, "Mum Dad"),
    ("add an option", D.PICK_ADD_OPTION, RUNS | PICK, "Mum Dad Leo Bo"),
    ("put an option away", D.PICK_DROP_OPTION, PICK, "Mum Dad Leo"),
    ("give a treat", D.PICK_TREAT, RUNS | PICK, "Mum Dad"),
    ("ask to share turns", D.BUNDLE_PROPOSE, {"bundle": BundleState(ids("Leo Bo"))}, "Mum Dad Leo Bo"),
    ("answer about sharing turns", D.BUNDLE_SAY, {"bundle": BundleState(ids("Leo Bo"))}, "Leo Bo"),
    ("end sharing turns", D.BUNDLE_END, {"bundle": BundleState(ids("Leo Bo"), agreed=True)}, "Mum Dad Leo Bo"),
    ("notice", D.NOTICE, RUNS, "Mum Leo Bo Ivy Gran"),
    ("say how a step felt", D.FEEL, RUNS | {"step": DRESS}, "Mum Leo Bo Gran"),
    ("say how Leo's own felt", D.FEEL, RUNS | {"step": LEOS}, "Leo"),
    ("share Bo's pushed", D.SHARE_PUSHED, {"feeling_by": BO.id, "felt": "pushed"}, "Bo"),
    ("say sorry", D.SORRY, RUNS, "Mum Leo Bo Ivy Gran"),
    ("try something instead", D.TRY_THIS, RUNS | {"step": DRESS}, "Mum Leo Bo Gran"),
    ("try another morning", D.TRY_THIS, RUNS, "Mum Leo Bo Ivy Gran"),
    ("say thank you", D.THANK, RUNS, "Mum Leo Bo Ivy Gran"),
    ("answer a sorry", D.ANSWER_REPAIR, SAID_SORRY, "Bo"),
    ("answer a sorry to all", D.ANSWER_REPAIR, {"repair": RepairState(by=MUM.id)}, "Dad Leo Bo Ivy Gran"),
    ("hold a meeting", D.MEETING, {}, "Mum Dad Leo"),
]
NAMES = ("Mum", "Dad", "Leo", "Bo", "Ivy", "Gran")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("deed", "more", "those"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_who_may(deed, more, those, name):
    verdict = offered_today(deed, situation(WHO[name], **more))

    assert bool(verdict) is (name in those.split()), verdict


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("deed", "more"), [row[1:3] for row in TABLE], ids=[row[0] for row in TABLE])
def test_what_is_not_offered_is_refused_with_the_same_reason(deed, more, name):
    asked = situation(WHO[name], **more)

    if not (verdict := offered_today(deed, asked)):
        assert may_today(deed, asked) == verdict


def test_every_deed_stands_in_the_table():
    assert {row[1] for row in TABLE} == set(MorningDeed)


@pytest.mark.parametrize("deed", MorningDeed)
@pytest.mark.parametrize("person", FAMILY, ids=lambda person: person.name)
def test_who_has_left_does_nothing(deed, person):
    gone = replace(person, left=True)

    assert may_today(deed, situation(gone, **RUNS)).code is Code.LEFT
    assert offered_today(deed, situation(gone, by=MUM, **RUNS)).code is Code.LEFT


# Who taps for whom: a parent for a child, and for who has no account.
FOR = [
    (MUM, BO, True), (MUM, IVY, True), (MUM, MAX, True), (MUM, AUNT, True), (MUM, LEO, False), (MUM, DAD, False),
    (MUM, GRAN, False), (LEO, BO, False), (BO, IVY, False), (GRAN, BO, False),
]  # fmt: skip


@pytest.mark.parametrize(("actor", "speaker", "may"), FOR, ids=[f"{row[0].name} for {row[1].name}" for row in FOR])
def test_nobody_acts_for_anybody_but_a_parent_for_who_cannot(actor, speaker, may):
    everybody = step(1, " ".join(person.name for person in FAMILY))
    verdict = may_today(D.DONE, situation(speaker, by=actor, morning=morning(everybody), step=everybody))

    assert verdict.code is (Code.OK if may else Code.ACTING_FOR_NOT_YOURS)


def test_pushed_is_shared_by_its_author_and_by_nobody_for_them():
    hers = {"feeling_by": IVY.id, "felt": "pushed"}

    assert may_today(D.SHARE_PUSHED, situation(IVY, **hers))
    assert may_today(D.SHARE_PUSHED, situation(IVY, by=MUM, **hers)).code is Code.NOT_YOUR_ACCOUNT


def test_a_supporter_sees_no_step_that_does_not_name_them():
    for deed in (D.DONE, D.TICK, D.SKIP, D.FEEL, D.TRY_THIS, D.SORRY):
        verdict = offered_today(deed, situation(GRAN, **RUNS, step=BOS))
        assert verdict.code is Code.NOT_VISIBLE


def test_who_is_away_has_no_part():
    away = replace(DRESS, away=(BO.id,))
    verdict = may_today(D.DONE, situation(BO, morning=morning(away), step=away))

    assert verdict.code is Code.NOT_IN_IT_TODAY


def test_a_wish_needs_somebody_who_can_say_yes():
    parents = ids("Mum Dad")

    assert offered_today(D.SKIP, situation(LEO, **RUNS, step=DRESS, away=parents)).code is Code.NOBODY_TO_DECIDE
    assert offered_today(D.LATER, situation(LEO, **RUNS, step=LEOS, away=parents)).code is Code.NOBODY_TO_DECIDE
    assert offered_today(D.SKIP, situation(LEO, **RUNS, step=LEOS, away=parents))
    assert offered_today(D.SKIP, situation(LEO, **RUNS, step=BREAKFAST, away=parents))
    assert offered_today(D.SKIP, situation(LEO, **RUNS, step=DRESS, away=(MUM.id,)))


HOURS = [
    ("just begun", D.DONE, 0, Code.OK),
    ("the same evening", D.DONE, 15 * 60, Code.OK),
    ("the next day", D.DONE, 30 * 60, Code.OK),
    ("the day after", D.DONE, 41 * 60, Code.TAPS_OVER),
    ("slip, the day after", D.SLIP, 41 * 60, Code.TAPS_OVER),
    ("skip, forgotten", D.SKIP, 18 * 60, Code.MORNING_OVER),
    ("leave, forgotten", D.LEAVE, 18 * 60, Code.MORNING_OVER),
    ("felt, the next evening", D.FEEL, 38 * 60, Code.OK),
    ("felt, the day after", D.FEEL, 41 * 60, Code.FELT_TOO_LATE),
    ("noticed, the day after", D.NOTICE, 41 * 60, Code.FELT_TOO_LATE),
    ("sorry, a week after", D.SORRY, 7 * 24 * 60, Code.OK),
    ("thanks, a week after", D.THANK, 7 * 24 * 60, Code.OK),
]


@pytest.mark.parametrize(("deed", "minute", "code"), [row[1:] for row in HOURS], ids=[row[0] for row in HOURS])
def test_how_long_it_can_be_done(deed, minute, code):
    assert offered_today(deed, situation(BO, **RUNS, step=DRESS, minute=minute)).code is code


def test_they_come_back_within_the_hour():
    def back(minute, **more):
        return offered_today(D.BACK_AFTER_LEAVING, situation(BO, **(LEFT | more), minute=minute)).code

    assert back(120) is Code.OK
    assert back(121) is Code.BACK_TOO_LATE
    late = replace(LEFT["morning"], left=at(18 * 60 - 10))
    assert back(18 * 60, morning=late) is Code.BACK_TOO_LATE
    assert back(60 + 1 / 60, now=at(60) + timedelta(seconds=1)) is Code.OK
