"""The page on which somebody tells how a morning was: one tap each, with and without a script."""

import pytest

from routines.models import Repair
from tests.routines.plan.browser import text_of

pytestmark = pytest.mark.usefixtures("by_the_clock")


@pytest.fixture
def leo(browse):
    return browse("leo")


@pytest.fixture
def maya(browse):
    return browse("maya")


def at(lived, speaker=None) -> str:
    page = f"/h/{lived.morning.household.id}/m/{lived.id}/notice"
    return f"{page}?speaker={speaker.id}" if speaker else page


def test_all_of_it_in_the_readers_words(lived, leo):
    page = text_of(leo.get("notice", lived.id))
    for words in ("How was the morning?", "Again like this?", "I was pressured.", "I shaped parts; they set how much."):
        assert words in page
    assert "Get dressed" in page
    assert "Breakfast" not in page.replace("Own breakfast", "")


def test_for_a_child_in_the_childs_words(lived, maya):
    page = text_of(maya.get("notice", lived.id, speaker=lived.morning.ivy.id))
    assert "I was made to." in page
    assert "How was the morning?" in page


def test_told_tap_by_tap_in_place(lived, leo):
    step = lived.step(lived.morning.dress)
    sent = [
        leo.post("notice_again", lived.id, again="no", htmx=True, at=at(lived)),
        leo.post("notice_feel", lived.id, step, felt="pushed", htmx=True, at=at(lived)),
        leo.post("notice_feel", lived.id, step, felt="pushed", words="So loud", htmx=True, at=at(lived)),
        leo.post("notice_share", lived.id, step, shared="1", htmx=True, at=at(lived)),
        leo.post("notice_hard", lived.id, picture="stopwatch", htmx=True, at=at(lived)),
        leo.post("notice_hard", lived.id, text="The bathroom", htmx=True, at=at(lived)),
        leo.post("repair_give", lived.id, kind="thanks", to=lived.morning.nana.id, htmx=True, at=at(lived)),
    ]
    for answer in sent:
        assert answer.status_code == 200
        assert 'hx-target="#notice"' in answer.content.decode()
        assert "Undo" in text_of(answer)
    account = lived.accounts()[lived.morning.leo.id]
    feeling = account.feeling(step)
    assert (account.again, account.hard, account.picture) == ("no", "The bathroom", "stopwatch")
    assert (feeling.felt, feeling.words, feeling.shared) == ("pushed", "So loud", True)
    assert Repair.objects.get(household=lived.morning.household).to_id == lived.morning.nana.id


def test_without_a_script_it_leads_back(lived, maya):
    answer = maya.post("notice_again", lived.id, again="yes", speaker=lived.morning.ivy.id)
    assert (answer.status_code, answer["Location"]) == (302, at(lived, lived.morning.ivy))
    assert lived.accounts()[lived.morning.ivy.id].said_by == lived.morning.maya.id


def test_passing_is_one_tap(lived, leo):
    leo.post("notice_again", lived.id, **{"pass": "1"}, htmx=True, at=at(lived))
    assert lived.accounts()[lived.morning.leo.id].passed
    assert "You passed." in text_of(leo.get("notice", lived.id))


def test_a_picture_tapped_again_is_taken_away(lived, leo):
    leo.post("notice_hard", lived.id, picture="stopwatch")
    leo.post("notice_hard", lived.id, picture="", text="The bathroom")
    account = lived.accounts()[lived.morning.leo.id]
    assert (account.picture, account.hard) == ("", "The bathroom")


def test_nothing_told_about_a_step_any_more(lived, leo):
    step = lived.step(lived.morning.dress)
    leo.post("notice_feel", lived.id, step, felt="pushed")
    leo.post("notice_feel", lived.id, step, felt="pushed", words="", remove="1")
    assert lived.morning.leo.id not in lived.accounts()


def test_trying_something_else_asks_and_stays_here(lived, leo):
    answer = leo.post("notice_try", lived.id, lived.step(lived.morning.game), text="A race", htmx=True, at=at(lived))
    assert answer.status_code == 200
    asked = lived.morning.question(lived.morning.game)
    assert asked.morning.id == lived.id
    assert [option.text for option in asked.options] == ["A race"]
    assert asked.options[0].by == lived.morning.leo.id


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("notice_again", {}, "Choose yes, maybe or no"),
        ("notice_again", {"again": "great"}, "Choose yes, maybe or no"),
        ("notice_hard", {}, "Write something"),
        ("notice_hard", {"text": "x" * 501}, "Make this shorter"),
        ("repair_give", {"kind": "thanks"}, "Choose somebody who is in this household"),
        ("repair_give", {"kind": "sorry", "to": "1000000"}, "Choose somebody who is in this household"),
    ],
)
def test_a_refusal_stands_in_its_form(lived, leo, name, data, sentence):
    answer = leo.post(name, lived.id, **data, htmx=True, at=at(lived))
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    if data.get("text"):
        assert data["text"] in text_of(answer)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("notice_feel", {}, "Choose how it felt."),
        ("notice_feel", {"felt": "inform", "words": "x" * 501}, "Make this shorter"),
        ("notice_try", {}, "Write your idea first."),
        ("notice_try", {"text": "x" * 121}, "Make this shorter"),
    ],
)
def test_so_does_one_about_a_step(lived, leo, name, data, sentence):
    answer = leo.post(name, lived.id, lived.step(lived.morning.dress), **data, htmx=True, at=at(lived))
    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_without_a_script_a_refusal_is_a_sentence(lived, leo):
    answer = leo.post("notice_again", lived.id)
    assert answer.status_code == 422
    assert "Choose yes, maybe or no" in text_of(answer)


def test_the_same_tap_twice_is_once(lived, leo):
    tap = "6f1c2a44-0000-4000-8000-000000000001"
    leo.post("notice_again", lived.id, again="yes", tap=tap, htmx=True, at=at(lived))
    again = leo.post("notice_again", lived.id, again="no", tap=tap, htmx=True, at=at(lived))
    assert again.status_code == 200
    assert lived.accounts()[lived.morning.leo.id].again == "yes"


def test_too_late_says_so_and_still_lets_one_repair(lived, leo):
    lived.until_the_day_after()
    page = text_of(leo.get("notice", lived.id))
    assert "How it was can be said until the end of the next day." in page
    assert "Again like this?" not in page
    assert "Say sorry" in page
    assert leo.post("repair_give", lived.id, kind="sorry", to="everybody").status_code == 302
    assert leo.post("notice_again", lived.id, again="yes", htmx=True, at=at(lived)).status_code == 422


def test_a_toast_takes_it_back_in_place(lived, leo):
    event = lived.notice(lived.morning.leo, "yes")
    back = leo.post("undo", event.id, htmx=True, at=at(lived))
    assert 'hx-target="#notice"' in back.content.decode()
    assert lived.morning.leo.id not in lived.accounts()


def test_a_parent_without_a_part_tells_for_the_small_ones(lived, browse):
    sam = browse("sam")
    page = text_of(sam.get("notice", lived.id))
    assert "I was made to." in page
    assert "I pushed or forced." not in page


def test_nobody_to_tell_for_leads_to_the_morning(lived, leo, monkeypatch):
    monkeypatch.setattr("routines.views.noticing.speaker_of", lambda *about: None)
    assert leo.get("notice", lived.id)["Location"] == f"/h/{lived.morning.household.id}/m/{lived.id}/"


def test_nobody_tells_in_anothers_name(lived, leo):
    page = text_of(leo.get("notice", lived.id, speaker=lived.morning.maya.id))
    assert "I pushed or forced." not in page
    refused = leo.post("notice_again", lived.id, again="no", speaker=lived.morning.maya.id)
    assert refused.status_code == 422
    assert lived.accounts() == {}
