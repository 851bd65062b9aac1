"""The forms of a break and of the weeks somebody lives by."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from routines.actions.presence import set_presence
from routines.forms.presence import UsualForm, places
from routines.models import Pause, Presence
from routines.models.presences import exceptions_of, presences_of
from routines.rules.morning.presence import EVERY_DAY, here_on
from tests.routines.plan.browser import form_of, text_of

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
SUNDAY_FIRST = [str(place) for place in range(14)]

pytestmark = pytest.mark.usefixtures("clock")


def test_a_break_is_noted(maya, morning):
    form = maya.open("days_break")
    assert (form["kind"], form["who"], form["from_on"], form["until_on"]) == (["holiday"], [""], ["2026-03-02"], [""])
    answer = maya.save("days_break", until_on="2026-03-08", note="By the sea")
    assert answer["Location"] == maya.url("days")
    pause = Pause.objects.get()
    assert (pause.kind, pause.member_id, pause.routine_id) == ("holiday", None, None)
    assert (pause.from_on, pause.until_on, pause.note) == (MONDAY, MONDAY + 6 * DAY, "By the sea")
    assert "Undo" in text_of(maya.get("days"))


def test_a_break_of_somebody_from_one_routine_without_an_end(maya, morning):
    maya.post("routine_start", starter="evening")
    maya.save("days_break", kind="other", who=str(morning.bo.id), routine=str(morning.routine.id))
    pause = Pause.objects.get()
    assert (pause.kind, pause.member_id, pause.routine_id) == ("other", morning.bo.id, morning.routine.id)
    assert pause.until_on is None


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": ""}, "Please choose one."),
        ({"kind": "lazy"}, "This cannot be chosen."),
        ({"who": "999999"}, "Choose somebody of this household."),
        ({"who": "x"}, "Choose somebody of this household."),
        ({"routine": "999999"}, "Choose one of the routines shown."),
        ({"from_on": ""}, "Choose a day."),
        ({"from_on": "soon"}, "Write the day like 2026-03-02, or choose it."),
        ({"from_on": "2026-03-05", "until_on": "2026-03-04"}, "a last day that is not before it"),
        ({"from_on": "2026-02-20", "until_on": "2026-03-01"}, "That break would be over already."),
        ({"from_on": "2027-06-01"}, "That is more than a year away."),
        ({"until_on": "9999-12-31"}, "That is more than a year away."),
        ({"from_on": "0001-01-01"}, "That is more than a year away."),
        ({"note": "n" * 201}, "This is 201 characters long, and there is room for 200."),
        ({"note": "a\u202eb"}, "There are signs in here that cannot be shown."),
    ],
)
def test_what_does_not_work_gets_a_sentence_and_is_kept(maya, morning, change, sentence):
    answer = maya.save("days_break", **{"note": "By the sea", **change})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert form_of(answer)["note"] == [change.get("note", "By the sea")]
    assert not Pause.objects.exists()


def test_a_teen_notes_one_for_themselves_alone(leo, morning):
    form = leo.open("days_break")
    assert form["who"] == [str(morning.leo.id)]
    page = text_of(leo.get("days_break"))
    assert "Everybody" not in page
    assert "Bo</span>" not in page
    assert leo.save("days_break", who=str(morning.bo.id)).status_code == 422
    assert leo.save("days_break", who="").status_code == 422
    assert leo.save("days_break").status_code == 302
    assert Pause.objects.get().member_id == morning.leo.id


def test_one_routine_needs_no_choice(maya):
    assert "Of which routine?" not in text_of(maya.get("days_break"))
    maya.post("routine_start", starter="evening")
    assert "Of which routine?" in text_of(maya.get("days_break"))


def here(morning, ahead):
    day = MONDAY + ahead * DAY
    household = morning.household.id
    return here_on(morning.bo.id, day, presences_of(household), exceptions_of(household, day, day))


class TestTheUsualWeeks:
    def test_are_every_day_at_first(self, maya, morning):
        form = maya.open("days_usual", morning.bo.id)
        assert form["days"] == SUNDAY_FIRST
        assert (form["turns"], form["from_on"]) == (["same"], ["2026-03-02"])
        answer = maya.client.post(maya.url("days_usual", morning.bo.id), form, follow=True)
        assert "Nothing was changed." in text_of(answer)

    def test_every_week_the_same_copies_the_first(self, maya, morning):
        answer = maya.save("days_usual", morning.bo.id, days=["1", "2", "3", "13"])
        assert answer["Location"] == maya.url("days")
        assert Presence.objects.get().days == 0b0000111_0000111
        assert [here(morning, ahead) for ahead in (0, 2, 3, 6, 7)] == [True, True, False, False, True]

    def test_two_weeks_in_turn_as_a_reader_sees_them(self, maya, morning):
        """The first week shown is Sunday 1 to Saturday 7 March, the one after Sunday 8 to Saturday 14."""
        maya.save("days_usual", morning.bo.id, turns="turns", days=[str(place) for place in range(7)])
        assert [here(morning, ahead) for ahead in range(14)] == [True] * 6 + [False] * 7 + [True]
        form = maya.open("days_usual", morning.bo.id)
        assert (form["turns"], form["days"]) == (["turns"], [str(place) for place in range(7)])

    def test_count_from_the_week_of_their_first_day(self, maya, morning):
        from_on = (MONDAY + 9 * DAY).isoformat()
        maya.save("days_usual", morning.bo.id, turns="turns", from_on=from_on, days=["3", "4"])
        assert [here(morning, ahead) for ahead in range(8, 14)] == [True, True, True, False, False, False]
        assert [ahead for ahead in range(14, 30) if here(morning, ahead)] == [23, 24]

    def test_read_the_other_way_round_a_week_later(self, maya, morning):
        maya.save("days_usual", morning.bo.id, turns="turns", days=["1", "2"])
        morning.pass_time(days=7)
        assert maya.open("days_usual", morning.bo.id)["days"] == ["8", "9"]

    def test_may_be_no_day_at_all(self, maya, morning):
        maya.save("days_usual", morning.nana.id, days=[])
        assert Presence.objects.get().days == 0
        assert "on single days only" in text_of(maya.get("days"))

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            ({"from_on": ""}, "Choose a day."),
            ({"from_on": "2026-03-01"}, "That day is over and stays as it was."),
            ({"from_on": "2027-06-01"}, "That is more than a year away."),
            ({"days": ["14"]}, "Choose days of these two weeks."),
            ({"days": ["x"]}, "Choose days of these two weeks."),
            ({"turns": "three"}, "This cannot be chosen."),
        ],
    )
    def test_what_does_not_work_gets_a_sentence(self, maya, morning, change, sentence):
        answer = maya.save("days_usual", morning.bo.id, **change)
        assert answer.status_code == 422
        assert sentence in text_of(answer)
        assert not Presence.objects.exists()

    def test_of_who_left_or_lives_elsewhere_are_not_there(self, maya, morning):
        assert maya.get("days_usual", morning.cast.their_child.id).status_code == 404
        maya.client.post(maya.url("member_remove", morning.bo.id), {"tap": "0b5a3b0e-2f43-4c7e-9d7b-111111111111"})
        assert maya.save("days_usual", morning.ivy.id, days=[]).status_code == 302
        answer = maya.post("days_usual", morning.bo.id, from_on="2026-03-02", turns="same", days=[])
        assert answer.status_code == 422
        assert "Choose somebody who is in this household now." in text_of(answer)

    def test_of_others_are_not_a_teens(self, leo, morning):
        answer = leo.get("days_usual", morning.bo.id)
        assert answer.status_code == 403
        assert "Say this for yourself only." in text_of(answer)
        assert leo.save("days_usual", morning.leo.id, days=["1"]).status_code == 302


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("ahead", range(-8, 9))
@pytest.mark.parametrize("mask", [0, EVERY_DAY, 0b0000000_1111111, 0b1010101_0100110])
def test_what_a_form_shows_is_what_it_means(language, ahead, mask):
    today = MONDAY + ahead * DAY
    with translation.override(language):
        chosen = places(mask, today)
        form = UsualForm({"from_on": today.isoformat(), "turns": "turns", "days": chosen}, mask=mask, today=today)
        assert form.is_valid()
        assert form.mask() == mask


def test_changes_are_read_back_in_words(maya, morning):
    actor = morning.actor(morning.maya)
    set_presence(actor=actor, member_id=morning.bo.id, days=0b0000000_0011111, from_on=MONDAY, at=morning.now)
    maya.save("days_break", kind="sick", who=str(morning.bo.id), until_on="2026-03-03", note="A cough")
    page = text_of(maya.get("history"))
    for words in (
        "Maya said on which days Bo is here.",
        "Days here",
        "every day",
        "Mon–Fri; the week after: no day",
        "Maya noted a break for Bo.",
        "Sick",
        "Tuesday 3 March",
        "Because: A cough",
    ):
        assert words in page
