"""Taps of a morning at the tablet: one is enough, it counts once, and it is answered with the page it was made on."""

from uuid import uuid4

import pytest

from households.models import Event
from households.seat import seat_token
from routines.models import MorningStep
from tests.routines.tablet.running import page


def state(running, who, step):
    return running.run.part(who, step)


class TestDone:
    def test_one_tap_on_the_page_that_is_nobodys(self, running):
        family = running.family
        answer = running.tap("done", family.ivy, family.car)
        assert answer.status_code == 200
        assert 'id="now"' in page(answer)
        assert int(answer["X-Revision"]) == family.revision
        assert state(running, family.ivy, family.car).done_by == family.ivy.id

    def test_one_tap_on_ones_own_page(self, running):
        family = running.family
        running.kitchen.sit(family.ivy)
        assert 'id="run"' in page(running.tap("done", family.ivy, family.car, on="run"))

    def test_nobody_has_to_sit(self, running):
        running.kitchen.sit(None)
        assert running.tap("done", running.family.bo, running.family.car).status_code == 200

    def test_a_tap_sent_again_is_answered_like_the_first_time_and_counts_once(self, running):
        family, tap = running.family, str(uuid4())
        first, again = (running.tap("done", family.ivy, family.car, tap=tap) for _ in range(2))
        assert first.status_code == again.status_code == 200
        assert len(family.events("morning.done")) == 1

    def test_two_devices_finishing_the_same_step_are_one_finish(self, running):
        family = running.family
        running.tap("done", family.ivy, family.car)
        at = state(running, family.ivy, family.car).done_at
        assert running.tap("done", family.ivy, family.car).status_code == 200
        assert state(running, family.ivy, family.car).done_at == at
        assert len(family.events("morning.done")) == 1

    def test_without_a_script_it_leads_back_to_the_page(self, running):
        family = running.family
        answer = running.tap("done", family.ivy, family.car, script=False)
        assert (answer.status_code, answer["Location"]) == (303, "/tablet/now")
        answer = running.tap("undone", family.ivy, family.car, script=False, on="run")
        assert (answer.status_code, answer["Location"]) == (303, f"/tablet/m/{family.ivy.id}/now")

    @pytest.mark.parametrize("proof", ["", "nonsense"])
    def test_without_the_proof_of_a_seat_there_is_nothing(self, running, proof):
        family = running.family
        assert running.tap("done", family.ivy, family.car, seat=proof).status_code == 404
        assert state(running, family.ivy, family.car).done_at is None

    def test_nobody_taps_with_a_brothers_proof(self, running):
        family = running.family
        bos = seat_token(running.kitchen.tablet, family.bo)
        assert running.tap("done", family.ivy, family.car, seat=bos).status_code == 404

    def test_a_step_of_somebody_else_says_so_in_a_childs_words(self, running):
        family = running.family
        answer = running.tap("done", family.ivy, family.own)
        assert answer.status_code == 422
        assert page(answer) == "This is for Leo today. Look at your own steps."


def test_not_done_after_all(running):
    family = running.family
    running.tap("done", family.ivy, family.car)
    assert running.tap("undone", family.ivy, family.car).status_code == 200
    assert state(running, family.ivy, family.car).done_at is None


def test_a_tap_not_yet_answered_is_taken_back_by_its_mark(running):
    family, tap = running.family, uuid4()
    running.tap("done", family.ivy, family.car, tap=str(tap))
    answer = running.kitchen.tap("undo_tap", family.ivy, tap, on="now")
    assert 'id="now"' in page(answer)
    assert state(running, family.ivy, family.car).done_at is None
    assert Event.objects.get(kind="morning.done").taken_back_at


def test_small_steps_are_ticked_and_unticked_one_by_one(running):
    family = running.family
    step = running.run.step(family.dress)
    MorningStep.objects.filter(id=step.id).update(small_steps="Socks\nShoes")
    running.changed()
    assert running.tap("tick", family.bo, family.dress, tick=1).status_code == 200
    assert state(running, family.bo, family.dress).ticked == (1,)
    assert running.tap("tick", family.bo, family.dress, untick=1).status_code == 200
    assert state(running, family.bo, family.dress).ticked == ()
    assert running.tap("tick", family.bo, family.dress).status_code == 404
    assert running.tap("unfold", family.bo, family.dress, unfolded=1).status_code == 200
    assert state(running, family.bo, family.dress).unfolded


def test_pushing_is_named_with_one_tap_and_seen_by_nobody_else_at_the_tablet(running):
    family = running.family
    assert not running.own(family.ivy).slipped
    assert running.tap("slip", family.ivy, family.car, on="run").status_code in (200, 205)
    assert running.own(family.ivy).slipped
    assert not running.own(family.bo).slipped
    html = page(running.kitchen.get("tablet_now"))
    for words in ("push", "made to"):
        assert words not in html


class TestLeaving:
    def test_one_tap_says_we_are_off_for_all(self, running):
        family = running.family
        answer = running.tap("off", family.bo)
        assert 'data-state="left"' in page(answer)
        assert running.run.state.left_by == family.bo.id

    def test_another_says_not_off_yet(self, running):
        family = running.family
        running.tap("off", family.bo)
        assert 'data-state="running"' in page(running.tap("back", family.ivy))
        assert running.run.state.left is None

    def test_not_off_yet_is_too_late_after_an_hour(self, running):
        running.tap("off", running.family.bo)
        answer = running.later(minutes=61).tap("back", running.family.ivy)
        assert answer.status_code == 422
        assert page(answer) == "We left long ago. You can say how it was."
