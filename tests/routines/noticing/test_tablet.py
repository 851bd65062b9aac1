"""At the tablet: pictures one after the other, each tap one verb, taken back with one tap, also made without a net."""

from uuid import uuid4

import pytest
from django.urls import reverse

from households import seat
from routines.models import Repair
from tests.routines.tablet.hand import shown

pytestmark = pytest.mark.usefixtures("by_the_clock")


@pytest.fixture
def bo(lived):
    return lived.morning.bo


@pytest.fixture
def page(kitchen, bo):
    """Open the page of Bo, who sits down."""

    def of(who=None, **query):
        who = who or bo
        return kitchen.sit(who).get("tablet_notice", who.id, **query)

    return of


def test_the_first_thing_is_again(lived, page, bo):
    read = shown(page())
    assert read.in_sight == [f"again-{lived.id}"]
    for words in ("Do you want a morning like this again?", "How was the morning?", "Yes", "Maybe", "No", "Pass"):
        assert words in read.text


def test_one_thing_is_in_sight_and_all_are_there(lived, page, bo):
    dress, felt = lived.step(lived.morning.dress), shown(page(q=f"felt-{lived.step(lived.morning.dress)}"))
    assert felt.in_sight == [f"felt-{dress}"]
    kinds = [each.partition("-")[0] for each in felt.asks]
    assert kinds == ["again", "which", "hard", "thanks", "sorry", "felt", "felt", "felt", "felt"]


def test_all_seven_ways_are_there_at_most_four_at_once(lived, page):
    html = page(q=f"felt-{lived.step(lived.morning.dress)}").content.decode()
    article = html.split('data-kind="felt"')[1].split("</article>")[0]
    groups = article.split('class="choice-group"')[1:]
    assert [group.count('name="felt"') for group in groups] == [3, 4]
    for words in ("I was made to.", "You showed me.", "We talked. A bit changed.", "We pick it. We do it."):
        assert words in article


def test_the_choices_begin_where_the_step_was_planned(lived, page):
    for step, words in ((lived.morning.car, "I was made to."), (lived.morning.breakfast, "We pick it. We do it.")):
        assert words in shown(page(q=f"felt-{lived.step(step)}")).text


def test_only_steps_one_had_a_part_in(lived, page):
    read = shown(page(q=f"which-{lived.id}", g=0)).text
    assert "Get dressed" in page(q=f"which-{lived.id}").content.decode()
    assert "Own breakfast" not in page(q=f"which-{lived.id}").content.decode()
    assert "Which one do you want to tell about?" in read


def test_each_tap_is_told(lived, kitchen, bo):
    kitchen.sit(bo)
    step = lived.step(lived.morning.dress)
    taps = [
        kitchen.tap("again", bo, lived.id, again="no"),
        kitchen.tap("feel", bo, lived.id, step, felt="pushed"),
        kitchen.tap("hard", bo, lived.id, picture="zzz"),
        kitchen.tap("thanks", bo, lived.id, lived.morning.leo.id),
        kitchen.tap("sorry", bo, lived.id, 0),
    ]
    for answer in taps:
        assert answer.status_code == 200
        assert 'id="noticing"' in answer.content.decode()
        assert answer["X-Revision"]
    account = lived.accounts()[bo.id]
    assert (account.again, account.picture, account.said_by) == ("no", "zzz", None)
    assert account.feeling(step).felt == "pushed"
    assert {(row.kind, row.to_id) for row in Repair.objects.filter(by=bo)} == {
        ("thanks", lived.morning.leo.id),
        ("sorry", None),
    }


def test_oops_takes_each_back_alone(lived, kitchen, bo):
    kitchen.sit(bo)
    kitchen.tap("again", bo, lived.id, again="no")
    kitchen.tap("hard", bo, lived.id, picture="zzz")
    html = kitchen.get("tablet_notice", bo.id).content.decode()
    undo = html.split('data-kind="again"')[1].split('data-undo="')[1].split('"')[0]
    answer = kitchen.client.post(
        undo,
        {"seat": seat.seat_token(kitchen.tablet, bo), "tap": str(uuid4()), "q": f"again-{lived.id}"},
        headers={"X-Rungs-Tap": "1"},
    )
    assert shown(answer).in_sight == [f"again-{lived.id}"]
    assert (lived.accounts()[bo.id].again, lived.accounts()[bo.id].picture) == ("", "zzz")


def test_oops_before_the_answer(lived, kitchen, bo):
    kitchen.sit(bo)
    tap = uuid4()
    kitchen.tap("again", bo, lived.id, again="no", tap=str(tap))
    assert kitchen.tap("notice_undo_tap", bo, tap).status_code == 200
    assert bo.id not in lived.accounts()


def test_what_was_told_elsewhere_is_not_undone_here(lived, kitchen, bo):
    event = lived.notice(lived.morning.leo, "yes")
    kitchen.sit(bo)
    assert kitchen.tap("notice_undo", bo, event.id).status_code == 422
    said = lived.morning.events("step.added")[0]
    assert kitchen.tap("notice_undo", bo, said.id).status_code == 404


def test_a_tap_that_waited_for_its_net_counts_in_time(lived, kitchen, bo):
    lived.until_the_day_after()
    assert kitchen.tap("again", bo, lived.id, again="yes").status_code == 422
    assert kitchen.tap("again", bo, lived.id, again="yes", age=str(2 * 60 * 60)).status_code == 200
    assert lived.accounts()[bo.id].again == "yes"


def test_the_same_tap_twice_is_once(lived, kitchen, bo):
    tap = str(uuid4())
    for again in ("yes", "no"):
        assert kitchen.tap("again", bo, lived.id, again=again, tap=tap).status_code == 200
    assert lived.accounts()[bo.id].again == "yes"


def test_without_a_script_it_leads_back(lived, kitchen, bo):
    answer = kitchen.tap("again", bo, lived.id, again="no", script=False)
    assert answer.status_code == 303
    assert answer["Location"] == f"/tablet/m/{bo.id}/notice?q=again-{lived.id}&m={lived.id}"


@pytest.mark.parametrize(
    ("name", "data"), [("again", {}), ("again", {"again": "great"}), ("hard", {"picture": "bomb"})]
)
def test_nonsense_gets_a_sentence(lived, kitchen, bo, name, data):
    answer = kitchen.tap(name, bo, lived.id, **data)
    assert answer.status_code == 422
    assert answer.content.decode()
    assert bo.id not in lived.accounts()


def test_a_sorry_is_answered_if_one_likes(lived, kitchen, page, bo):
    sorry = lived.give("sorry", lived.morning.maya, bo, "I was too quick.")
    first = shown(page())
    assert first.in_sight == [f"got-{sorry.subject_key}"]
    assert "Maya says sorry." in first.text
    assert "I was too quick." in first.text
    kitchen.tap("answer", bo, sorry.subject_key, picture="hourglass-not-done")
    assert Repair.objects.get(id=sorry.subject_key).answered_by_id == bo.id
    assert shown(page()).in_sight == [f"again-{lived.id}"]


def test_sharing_is_for_who_can_weigh_it(lived, kitchen, page, bo):
    step, leo = lived.step(lived.morning.dress), lived.morning.leo
    for who in (bo, leo):
        kitchen.sit(who)
        kitchen.tap("feel", who, lived.id, step, felt="pushed")
    assert "Share it" not in page(bo, q=f"felt-{step}").content.decode()
    assert "Share it with helpers, too" in page(leo, q=f"felt-{step}").content.decode()
    kitchen.tap("share", leo, lived.id, step, shared="1")
    assert lived.accounts()[leo.id].feeling(step).shared


def test_who_can_see_it(lived, kitchen, page, bo):
    """Nana helps with breakfast: she reads how it was, but not that somebody was pushed."""
    step = lived.step(lived.morning.breakfast)
    article = page(q=f"felt-{step}").content.decode().split(f'data-ask="felt-{step}"')[1].split("</article>")[0]
    assert "Nana" in article.split("Who can see this: ")[1].split("<")[0]
    kitchen.tap("feel", bo, lived.id, step, felt="pushed")
    article = page(q=f"felt-{step}").content.decode().split(f'data-ask="felt-{step}"')[1].split("</article>")[0]
    assert "Nana" not in article.split("Who can see this: ")[1].split("<")[0]


def test_nothing_of_the_others_is_on_it(lived, kitchen, page, bo):
    lived.notice(lived.morning.leo, "no", hard="Waiting alone")
    lived.feel(lived.morning.leo, lived.morning.dress, "pushed", words="So loud")
    lived.slip(lived.morning.leo)
    html = page().content.decode()
    assert "Waiting alone" not in html
    assert "So loud" not in html
    assert 'aria-pressed="true"' not in html


def test_trying_another_way_says_which_morning(lived, kitchen, bo):
    kitchen.sit(bo)
    where = reverse("tablet_idea", args=[bo.id])
    game = lived.morning.game
    screen = kitchen.client.get(where, {"step": game.id, "morning": lived.id, "how": "picture", "picture": "balloon"})
    assert f'name="morning" value="{lived.id}"' in screen.content.decode()
    kitchen.tap("idea", bo, step=game.id, morning=lived.id, how="picture", picture="balloon")
    asked = lived.morning.question(game)
    assert asked.morning.id == lived.id
    assert asked.options[0].by == bo.id
    assert Repair.objects.get(kind="change").by_id == bo.id


def test_an_idea_for_another_step_is_just_an_idea(lived, kitchen, bo):
    kitchen.sit(bo)
    kitchen.tap("idea", bo, step=lived.morning.own.id, morning=lived.id, how="picture", picture="balloon")
    assert not Repair.objects.filter(kind="change").exists()


def test_no_morning_says_so_and_leads_on(lived, page):
    lived.until_the_day_after()
    read = shown(page())
    assert read.in_sight == []
    assert "There is no morning to tell about now." in read.text


def test_the_seat_leads_there(lived, kitchen, bo):
    kitchen.sit(bo)
    assert "How was the morning?" in shown(kitchen.get("tablet_seat", bo.id, q="done")).text
    lived.until_the_day_after()
    kitchen.sit(bo)
    assert "How was the morning?" not in shown(kitchen.get("tablet_seat", bo.id, q="done")).text


def test_another_households_morning_is_none(lived, kitchen, bo):
    assert kitchen.tap("again", bo, 10**9, again="yes").status_code == 404
    assert kitchen.tap("answer", bo, 10**9, picture="ear").status_code == 404
