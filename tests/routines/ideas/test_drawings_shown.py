"""Who sees a drawing: whoever may see what it belongs to, and nobody else."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from households.models import Tablet
from routines.actions.idea import Idea, bring_idea
from routines.actions.take_back import take_back
from routines.models import Drawing
from tests.cast import client_of
from tests.routines.ideas.files import drawn

DRAWN = Idea(name="A drawing", question="What do we do?", pictogram="thought-balloon", drawing=drawn())


@pytest.fixture
def bring(morning):
    def bring(step, who="ivy"):
        actor = replace(morning.actor(getattr(morning, who)), tablet_id=1)
        return bring_idea(actor=actor, step_id=step.id, idea=DRAWN, at=morning.now)

    return bring


@pytest.fixture
def idea(morning, bring):
    """A drawing among the ideas for getting dressed, which is for Leo, Ivy and Bo."""
    morning.ask(morning.dress)
    bring(morning.dress)
    return Drawing.objects.get()


@pytest.fixture
def remark(morning, bring):
    """A drawing in a remark on news that asks Leo, Ivy and Bo: Leo has not spoken."""
    morning.ask(morning.car, "We leave at eight.")
    bring(morning.car)
    return Drawing.objects.get()


def get(morning, who, drawing, household=None):
    household_id = (household or morning.household).id
    return client_of(who).get(reverse("drawing", args=[household_id, drawing.id]))


@pytest.mark.parametrize("who", ["maya", "leo", "sam"])
def test_the_family_sees_the_drawing_of_an_idea(morning, idea, who):
    answer = get(morning, getattr(morning, who), idea)
    assert (answer.status_code, answer.content) == (200, bytes(idea.png))


def test_it_can_do_no_harm_and_is_kept_nowhere(morning, idea):
    answer = get(morning, morning.maya, idea)
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "no-store"


def test_a_supporter_sees_only_what_names_them(morning, bring, idea):
    assert get(morning, morning.nana, idea).status_code == 404
    morning.ask(morning.breakfast)
    bring(morning.breakfast)
    assert get(morning, morning.nana, Drawing.objects.latest("id")).status_code == 200


def test_others_find_nothing(morning, idea):
    assert get(morning, morning.neighbour, idea).status_code == 404
    assert get(morning, morning.neighbour, idea, morning.neighbour.household).status_code == 404
    assert get(morning, None, idea).status_code == 302


def test_only_looking_is_possible(morning, idea):
    assert client_of(morning.maya).post(reverse("drawing", args=[morning.household.id, idea.id])).status_code == 405


def test_a_remark_is_veiled_until_one_has_spoken(morning, remark):
    assert get(morning, morning.leo, remark).status_code == 404
    morning.say(morning.question(morning.car).id, morning.leo, "got_it")
    assert get(morning, morning.leo, remark).status_code == 200


def test_once_the_question_is_over_everybody_sees_the_remark(morning, remark):
    question = morning.question(morning.car)
    for who in (morning.leo, morning.ivy, morning.bo):
        morning.say(question.id, who, "got_it")
    morning.settle(question.id)
    assert get(morning, morning.sam, remark).status_code == 200


def test_what_was_taken_back_is_gone(morning, idea):
    event = morning.events("option.proposed")[0]
    take_back(actor=morning.actor(morning.ivy), event_id=event.id, at=morning.now)
    assert get(morning, morning.maya, idea).status_code == 404


def test_it_stays_when_the_question_is_asked_anew(morning, idea):
    from routines.actions.rung import climb
    from routines.rules.state import Rung

    climb(actor=morning.actor(morning.maya), step_id=morning.dress.id, to_rung=Rung.COPRODUCE, at=morning.now)
    assert [option.drawing for option in morning.question(morning.dress).options] == [idea.id]
    assert get(morning, morning.leo, idea).status_code == 200


def test_the_familys_tablet_shows_an_idea(morning, kitchen, idea):
    assert kitchen.get("tablet_drawing", idea.id).content == bytes(idea.png)
    assert kitchen.sit(morning.bo).get("tablet_drawing", idea.id)["Cache-Control"] == "no-store"


def test_on_the_tablet_a_remark_is_for_who_sits_and_has_spoken(morning, kitchen, remark):
    assert kitchen.get("tablet_drawing", remark.id).status_code == 404
    assert kitchen.sit(morning.bo).get("tablet_drawing", remark.id).status_code == 404
    assert kitchen.sit(morning.ivy).get("tablet_drawing", remark.id).status_code == 200


def test_another_tablet_and_one_put_away_show_nothing(morning, kitchen, next_door, idea):
    assert next_door.get("tablet_drawing", idea.id).status_code == 404
    Tablet.objects.filter(id=kitchen.tablet.id).update(revoked_at=timezone.now(), seat=None, seat_at=None)
    assert kitchen.get("tablet_drawing", idea.id).status_code == 302


def test_without_a_key_nothing_is_shown(morning, idea):
    assert client_of(morning.maya).get(reverse("tablet_drawing", args=[idea.id])).status_code == 302


def test_the_tablets_key_opens_no_member_address(morning, kitchen, idea):
    assert kitchen.get("drawing", morning.household.id, idea.id).status_code == 302


@pytest.mark.parametrize("number", [0, 987654, 2**63])
def test_a_drawing_that_is_none(morning, kitchen, number):
    assert client_of(morning.maya).get(f"/h/{morning.household.id}/drawings/{number}").status_code == 404
    assert kitchen.client.get(f"/tablet/drawings/{number}").status_code == 404


def test_it_shows_in_the_panel_instead_of_the_picture(morning, idea):
    page = client_of(morning.maya).get(reverse("step", args=[morning.household.id, morning.dress.id]))
    assert f'src="/h/{morning.household.id}/drawings/{idea.id}"' in page.content.decode()


def test_a_remark_shows_its_drawing_in_the_panel_to_who_may_see_it(morning, remark):
    address = f'src="/h/{morning.household.id}/drawings/{remark.id}"'
    where = reverse("step", args=[morning.household.id, morning.car.id])
    assert address not in client_of(morning.leo).get(where).content.decode()
    morning.say(morning.question(morning.car).id, morning.leo, "got_it")
    assert address in client_of(morning.leo).get(where).content.decode()
