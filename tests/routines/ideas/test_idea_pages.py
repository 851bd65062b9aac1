"""A child brings an idea at the tablet: every screen works as plain links and forms."""

import re
from html import unescape
from uuid import uuid4

import pytest

from households.models import Member
from routines.models import ClimbAsk, Comment, Drawing, Option, Question
from tests.routines.ideas.files import as_text, drawn
from tests.routines.morning import facts
from tests.routines.tablet.hand import shown

LINK = re.compile(r'<a class="choice[^"]*" href="([^"]+)" data-say="([^"]*)"')


def cards(response):
    """Return what can be tapped on a screen: its words, and where each leads."""
    return {unescape(say): unescape(href) for href, say in LINK.findall(response.content.decode())}


def hidden(response):
    """Return what the screen's form holds."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', response.content.decode())
    return {name: unescape(value) for name, value in found}


@pytest.fixture
def ivy(morning):
    return morning.ivy


@pytest.fixture
def at(kitchen, ivy):
    """Follow links as Ivy, who is in her seat; `at("More", ...)` taps one card after the other."""
    kitchen.sit(ivy)

    def go(*taps, **query):
        page = kitchen.get("tablet_idea", ivy.id, **query)
        for tap in taps:
            while tap not in cards(page):
                page = kitchen.client.get(more(page))
            page = kitchen.client.get(cards(page)[tap])
        return page

    return go


def more(page):
    found = re.search(r'<a class="tile idea-more" href="([^"]+)"', page.content.decode())
    return unescape(found[1])


def test_three_taps_and_a_send_without_a_word(morning, kitchen, at, ivy):
    question = morning.ask(morning.dress)
    page = at("Get dressed", "Choose a picture", "Play and music", "Music")
    assert page.status_code == 200
    assert "Music" in shown(page).words
    answer = kitchen.client.post(f"/tablet/m/{ivy.id}/idea", hidden(page))
    option = Option.objects.get()
    assert (option.question_id, option.text, option.pictogram) == (question, "Music", "musical-notes")
    assert option.proposed_by_id == ivy.id
    thanks = kitchen.client.get(answer["Location"])
    assert (answer.status_code, thanks.status_code) == (303, 200)
    assert "Maya decides and answers you" in shown(thanks).text


def test_what_happens_next_is_said_before_anything_is_chosen(morning, at):
    assert "This is decided. I will tell them your idea" in shown(at("Into the car")).text
    assert "Everyone gets asked. Your idea comes first." in shown(at("The game")).text


def test_straight_from_a_question_it_is_about_its_step(morning, at):
    question = morning.ask(morning.dress)
    page = at(question=question)
    assert 'data-screen="way"' in page.content.decode()
    assert "Choose a picture" in cards(page)


def test_from_a_question_that_is_over_it_begins_anew(morning, at):
    assert "Get dressed" in cards(at(question=12345))


@pytest.mark.parametrize(("who", "most"), [("ivy", 8), ("leo", 18)])
def test_the_small_see_few_pictures_at_once(morning, kitchen, who, most):
    member = getattr(morning, who)
    kitchen.sit(member)
    page = kitchen.get("tablet_idea", member.id, step=morning.dress.id, how="picture", category="animals")
    assert 1 < len(cards(page)) <= most
    seen = set()
    for _turn in range(8):
        seen |= set(cards(page))
        page = kitchen.client.get(more(page))
    assert len(seen) == 44


def test_whoever_does_not_read_yet_is_not_asked_to_write(morning, kitchen, at):
    assert "Write it" not in cards(at(step=morning.dress.id))
    Member.objects.filter(id=morning.ivy.id).update(age_band="6-9")
    type(morning.household).objects.filter(id=morning.household.id).update(people_revision=99)
    kitchen.tablet.refresh_from_db()
    assert "Write it" in cards(at(step=morning.dress.id))


def test_something_to_ask_is_offered_where_the_rung_lets_them(morning, at):
    assert "Ask something" in cards(at(step=morning.game.id))
    assert "Ask something" not in cards(at(step=morning.car.id))
    morning.ask(morning.game)
    assert "Ask something" not in cards(at(step=morning.game.id))


def test_a_picture_can_be_a_question(morning, kitchen, at, ivy):
    page = at("The game", "Ask something", "Choose a picture", "Play and music", "Music")
    kitchen.client.post(f"/tablet/m/{ivy.id}/idea", hidden(page))
    question = Question.objects.get()
    assert (question.text, question.opened_by_id) == ("Ivy asks: what about “Music”?", ivy.id)
    assert not Option.objects.exists()


def test_a_drawing_travels_as_text_and_is_kept_as_a_picture(morning, kitchen, at, ivy):
    morning.ask(morning.dress)
    sent = hidden(at(step=morning.dress.id, how="draw"))
    answer = kitchen.tap("idea", ivy, **{**sent, "drawing": as_text(drawn())})
    option = Option.objects.get()
    assert (answer.status_code, option.text) == (200, "Ivy’s drawing")
    assert option.drawing_id == Drawing.objects.get().id
    thanks = kitchen.client.get(answer["X-Next"])
    assert f'src="/tablet/drawings/{option.drawing_id}"' in thanks.content.decode()


def test_the_script_gets_the_seat_and_where_to_go_on(morning, kitchen, ivy):
    question = morning.ask(morning.dress)
    answer = kitchen.sit(ivy).tap("idea", ivy, step=morning.dress.id, picture="musical-notes")
    region = answer.content.decode()
    assert (answer.status_code, int(answer["X-Revision"])) == (200, morning.revision)
    assert f'data-question="{question}"' in region
    event = morning.events("option.proposed")[0]
    assert answer["X-Undo"] == f"/tablet/m/{ivy.id}/undo/{event.id}"
    assert answer["X-Next"] == f"/tablet/m/{ivy.id}/idea?sent={event.id}"


@pytest.mark.parametrize("script", [True, False])
def test_a_tap_that_comes_twice_brings_one_idea(morning, kitchen, ivy, script):
    tap = str(uuid4())
    sent = {"step": morning.game.id, "picture": "musical-notes", "tap": tap, "script": script}
    kitchen.sit(ivy).tap("idea", ivy, **sent)
    before = facts()
    again = kitchen.tap("idea", ivy, **sent)
    assert again.status_code == (200 if script else 303)
    assert facts() == before


@pytest.mark.parametrize("step", ["dress", "game", "car"])
def test_oops_takes_all_of_it_back(morning, kitchen, ivy, step):
    morning.ask(morning.dress)
    kitchen.sit(ivy)
    answer = kitchen.tap("idea", ivy, step=getattr(morning, step).id, picture="musical-notes")
    undone = kitchen.client.post(answer["X-Undo"], hidden(kitchen.client.get(answer["X-Next"])))
    assert undone.status_code == 303
    assert not Option.objects.filter(taken_back_at=None).exists()
    assert not Comment.objects.filter(taken_back_at=None).exists()
    assert not ClimbAsk.objects.filter(taken_back_at=None).exists()
    assert kitchen.client.get(answer["X-Next"]).status_code == 302


def test_sent_days_later_it_becomes_what_it_can_be_then(morning, kitchen, ivy):
    question, *_ = morning.consulted()
    morning.settle(question, text="As ever.", reason="We tried.", answers=morning.answers(*morning.cast.family[1:4]))
    answer = kitchen.sit(None).tap("idea", ivy, step=morning.dress.id, picture="sun-with-face", late="1")
    assert (answer.status_code, Comment.objects.get().text, ClimbAsk.objects.get().to_rung) == (200, "Sun", 3)


def test_what_is_missing_is_said_and_nothing_typed_is_lost(morning, kitchen, ivy):
    kitchen.sit(ivy)
    sent = {"step": morning.game.id, "how": "words", "words": "x" * 121}
    answer = kitchen.tap("idea", ivy, script=False, **sent)
    assert answer.status_code == 422
    assert "Make this a bit shorter." in shown(answer).text
    assert "x" * 121 in answer.content.decode()
    assert kitchen.tap("idea", ivy, **sent).content.decode() == "Make this a bit shorter."


@pytest.mark.parametrize(("brings", "longest"), [("", 120), ("question", 200)])
def test_too_many_words_are_never_cut_but_refused_and_kept(morning, kitchen, ivy, brings, longest):
    kitchen.sit(ivy)
    about = {"step": morning.game.id, "how": "words", "brings": brings}
    page = kitchen.get("tablet_idea", ivy.id, **about).content.decode()
    assert 'name="words"' in page
    assert "maxlength" not in page
    before, words = facts(), "x" * (longest + 1)
    answer = kitchen.tap("idea", ivy, script=False, words=words, **about)
    assert answer.status_code == 422
    assert "Make this a bit shorter." in shown(answer).text
    assert f'value="{words}"' in answer.content.decode()
    assert facts() == before


def test_an_idea_of_nothing_at_all(morning, kitchen, ivy):
    answer = kitchen.sit(ivy).tap("idea", ivy, step=morning.game.id, words="  ")
    assert (answer.status_code, answer.content.decode()) == (422, "Say your idea first.")


@pytest.mark.parametrize("sent", [{}, {"step": "abc"}, {"step": 987654}, {"step": 2**62}])
def test_a_step_that_is_none(kitchen, ivy, sent):
    assert kitchen.sit(ivy).tap("idea", ivy, picture="musical-notes", **sent).status_code == 404


def test_a_step_of_the_neighbours(morning, next_door, kitchen, ivy):
    tim = morning.cast.their_child
    next_door.sit(tim)
    assert next_door.get("tablet_idea", tim.id, step=morning.game.id).status_code == 404
    assert next_door.tap("idea", tim, step=morning.game.id, picture="musical-notes").status_code == 404


def test_nobody_brings_ideas_for_a_sibling(morning, kitchen, ivy):
    from households import seat

    kitchen.sit(ivy)
    mine = seat.seat_token(kitchen.tablet, ivy)
    assert kitchen.tap("idea", morning.bo, seat=mine, step=morning.game.id, picture="play").status_code == 404
    assert kitchen.get("tablet_idea", morning.bo.id).status_code == 302


def test_an_idea_of_a_sibling_is_not_shown_as_mine(morning, kitchen, ivy):
    morning.ask(morning.dress)
    answer = kitchen.sit(morning.bo).tap("idea", morning.bo, step=morning.dress.id, picture="play")
    number = answer["X-Next"].rpartition("=")[2]
    kitchen.sit(ivy)
    assert kitchen.get("tablet_idea", ivy.id, sent=number).status_code == 302


@pytest.mark.parametrize(
    "query",
    [
        {"how": "dance"},
        {"category": "<b>"},
        {"picture": "../../etc"},
        {"page": 10**17},
        {"brings": "war"},
        {"page": "-1"},
    ],
)
def test_nonsense_in_the_address_is_left_out(morning, kitchen, at, query):
    assert at(step=morning.game.id, **query).status_code == 200


def test_other_methods_are_refused(kitchen, ivy):
    kitchen.sit(ivy)
    assert kitchen.client.put(f"/tablet/m/{ivy.id}/idea").status_code in (404, 405)


def test_too_many_ideas_in_a_minute_wait(morning, kitchen, ivy, monkeypatch):
    from routines.views.tablet import limit

    monkeypatch.setattr(limit, "A_MINUTE", 1)
    kitchen.sit(ivy)
    kitchen.tap("idea", ivy, step=morning.car.id, picture="play")
    before = facts()
    waits = kitchen.tap("idea", ivy, step=morning.car.id, picture="musical-notes")
    assert (waits.status_code, facts()) == (429, before)
    assert int(waits["Retry-After"]) > 0
