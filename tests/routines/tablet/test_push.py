"""What is pushed to tablets: to each just what they may see, and nothing to those put away."""

import pytest
from django.utils import timezone

from households.live import listening
from households.live.change import Change
from households.models import Tablet
from routines.regions.fragment import CSRF, TAP
from routines.regions.push import catch_up, render
from routines.regions.tablet.shown import ASKS, SEAT
from tests.cast import found
from tests.routines.morning import Morning, assembled
from tests.routines.tablet.hand import Kitchen, elsewhere

SECRET = "because of the scratchy jumper"


@pytest.fixture
def morning(transactional_db) -> Morning:
    """A family whose changes are committed, so that they are told."""
    return assembled()


@pytest.fixture
def kitchen(morning) -> Kitchen:
    return Kitchen(morning.maya)


@pytest.fixture
def dressing(morning):
    question = morning.ask(morning.dress, "How shall we get dressed?")
    return question, morning.idea(question, "With music"), morning.idea(question, "In pyjamas")


def pushed(viewer, act) -> str:
    """Do something and return what this viewer is sent for it."""
    with listening() as changes:
        act()
    assert len(changes) == 1
    return render(changes[0], [viewer]).get(viewer, "")


def speaks(morning, dressing, who=None):
    return lambda: morning.say(dressing[0], who or morning.leo, "choice", dressing[1], note=SECRET)


class TestFaces:
    def test_the_numbers_are_live(self, morning, kitchen, dressing):
        html = pushed(kitchen.viewer(), lambda: morning.ask(morning.car, "We leave at 8:20."))
        assert 'hx-target="#faces"' in html
        assert "2 questions wait" in html
        html = pushed(kitchen.viewer(), speaks(morning, dressing))
        assert "1 question waits" in html

    def test_nothing_of_what_was_said(self, morning, kitchen, dressing):
        html = pushed(kitchen.viewer(), speaks(morning, dressing))
        for words in (SECRET, "With music", "How shall we get dressed?"):
            assert words not in html

    def test_a_tablet_put_away_is_sent_nothing(self, morning, kitchen, dressing):
        viewer = kitchen.viewer()
        Tablet.objects.update(revoked_at=timezone.now(), revoked_by=morning.maya)
        assert pushed(viewer, speaks(morning, dressing)) == ""

    def test_the_tablet_next_door_is_sent_nothing(self, morning, dressing):
        theirs = Kitchen(morning.neighbour)
        assert pushed(theirs.viewer(), speaks(morning, dressing)) == ""

    def test_a_tablet_next_door_that_claims_our_household_neither(self, morning, dressing):
        theirs = Kitchen(morning.neighbour)
        claim = elsewhere(theirs.viewer(), household_id=morning.household.id)
        assert pushed(claim, speaks(morning, dressing)) == ""


class TestSeat:
    def test_who_has_not_spoken_is_sent_no_faces_and_no_words(self, morning, kitchen, dressing):
        viewer = kitchen.sit(morning.ivy).viewer(morning.ivy)
        html = pushed(viewer, speaks(morning, dressing))
        assert 'hx-target="#seat"' in html
        assert SECRET not in html
        assert "Leo" not in html.split('class="choices"')[1].split("</form>")[0].split('class="helped"')[0]

    def test_who_has_spoken_sees_the_others(self, morning, kitchen, dressing):
        morning.say(dressing[0], morning.ivy, "pass")
        viewer = kitchen.sit(morning.ivy).viewer(morning.ivy)
        html = pushed(viewer, speaks(morning, dressing))
        assert SECRET in html
        assert "Leo" in html.split('class="choices"')[1].split("</form>")[0].split('class="helped"')[0]

    def test_two_children_at_two_tablets_are_sent_each_their_own(self, morning, kitchen, dressing):
        hall = Kitchen(morning.maya, name="Hall")
        ivy, bo = kitchen.sit(morning.ivy).viewer(morning.ivy), hall.sit(morning.bo).viewer(morning.bo)
        morning.say(dressing[0], morning.ivy, "pass")
        with listening() as changes:
            speaks(morning, dressing)()
        sent = render(changes[0], [ivy, bo])
        assert SECRET in sent[ivy]
        assert SECRET not in sent[bo]

    def test_who_got_up_is_sent_nothing(self, morning, kitchen, dressing):
        viewer = kitchen.sit(morning.ivy).viewer(morning.ivy)
        kitchen.sit(morning.bo)
        assert pushed(viewer, speaks(morning, dressing)) == ""
        assert catch_up(viewer, 0)[1] == ""

    def test_a_tablet_put_away_is_sent_nothing(self, morning, kitchen, dressing):
        viewer = kitchen.sit(morning.ivy).viewer(morning.ivy)
        Tablet.objects.update(revoked_at=timezone.now(), revoked_by=morning.maya, seat=None, seat_at=None)
        assert pushed(viewer, speaks(morning, dressing)) == ""

    def test_who_left_the_household_is_sent_nothing(self, morning, kitchen, dressing):
        from households.actions.people import remove_member

        viewer = kitchen.sit(morning.bo).viewer(morning.bo)
        remove_member(actor=morning.actor(morning.maya), member_id=morning.bo.id, at=morning.now)
        assert pushed(viewer, speaks(morning, dressing)) == ""

    def test_forms_carry_the_seat_but_no_token_and_no_tap(self, morning, kitchen, dressing):
        viewer = kitchen.sit(morning.ivy).viewer(morning.ivy)
        html = pushed(viewer, speaks(morning, dressing))
        for placeholder in (CSRF, TAP, ASKS, SEAT):
            assert placeholder not in html
        proof = html.split('name="seat" value="')[1].split('"')[0]
        assert kitchen.tap("say", morning.ivy, dressing[0], option=dressing[1], seat=proof).status_code == 200

    def test_each_in_their_own_language(self, morning, kitchen, dressing):
        viewer = kitchen.sit(morning.ivy).viewer(morning.ivy)
        german = elsewhere(viewer, language="de")
        with listening() as changes:
            speaks(morning, dressing)()
        sent = render(changes[0], [viewer, german])
        assert sent[viewer] != sent[german]


def test_what_concerns_no_question_is_not_sent(morning, kitchen, dressing):
    viewer = kitchen.viewer()
    for kinds in ({"presence"}, {"history"}):
        assert render(Change(morning.household.id, kinds=frozenset(kinds)), [viewer]) == {}


class TestPoll:
    def test_nothing_new(self, morning, kitchen, dressing):
        answer = kitchen.get("tablet_poll", page="faces", revision=morning.revision)
        assert answer.status_code == 204

    def test_faces(self, morning, kitchen, dressing):
        answer = kitchen.get("tablet_poll", page="faces", revision=0)
        assert answer.status_code == 200
        assert int(answer["X-Revision"]) == morning.revision
        assert 'id="faces"' in answer.content.decode()

    def test_the_seat_of_who_sits(self, morning, kitchen, dressing):
        kitchen.sit(morning.ivy)
        answer = kitchen.get("tablet_poll", page="seat", member=morning.ivy.id, revision=0)
        assert f'data-member="{morning.ivy.id}"' in answer.content.decode()

    @pytest.mark.parametrize("page", ["seat", "home", "", "routine"])
    def test_not_this_tablets_page(self, morning, kitchen, dressing, page):
        kitchen.sit(morning.ivy)
        answer = kitchen.get("tablet_poll", page=page, member=morning.bo.id, revision=0)
        assert (answer.status_code, answer.content) == (205, b"")

    def test_no_post(self, morning, kitchen):
        assert kitchen.client.post("/tablet/poll").status_code == 405


def test_a_family_without_a_routine(morning):
    empty = Kitchen(found("Empty", founder="Uma"))
    assert 'id="faces"' in empty.get("tablet_poll", page="faces", revision=0).content.decode()
