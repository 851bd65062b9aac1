"""The page of days: today, breaks, four weeks, what is usual, and one tap on any of it."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from households.live import listening
from households.live.change import Viewer
from routines.actions.pause import set_pause
from routines.actions.presence import set_day, set_presence
from routines.models import Pause, Presence, PresenceDay
from routines.models.presences import away_today
from routines.regions import push
from routines.words.days import week_start
from tests.cast import add
from tests.routines.plan.browser import text_of

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
WEEK_ABOUT = 0b0000000_1111111

pytestmark = pytest.mark.usefixtures("clock")


def iso(ahead):
    return (MONDAY + ahead * DAY).isoformat()


def note(morning, who=None, **about):
    about = {"kind": "holiday", "from_on": MONDAY, "until_on": MONDAY + 4 * DAY, **about}
    about["member_id"] = who and getattr(morning, who).id
    return set_pause(actor=morning.actor(morning.maya), at=morning.now, **about)


def usual(morning, who="bo", days=WEEK_ABOUT):
    about = {"member_id": getattr(morning, who).id, "days": days, "from_on": MONDAY}
    return set_presence(actor=morning.actor(morning.maya), at=morning.now, **about)


def spot(page, morning, who, ahead):
    """Return the HTML from somebody's place on a day to the next."""
    name = f'id="spot-{getattr(morning, who).id}-{iso(ahead)}"'
    return page[page.index(name) :].split('id="spot-', 2)[1]


def taps(morning, who, ahead, word):
    return {"day": f"{getattr(morning, who).id} {iso(ahead)} {word}"}


class TestWhatItShows:
    def test_everybody_is_here_until_somebody_says_otherwise(self, maya, morning):
        page = text_of(maya.get("days"))
        assert "No break is planned." in page
        assert "Bo, Monday 2 March: here" in page
        assert "Bo, Saturday 28 March: here" in page
        assert "Sunday 29 March" not in page
        assert "away<" not in page.replace("/svg>away<", "")

    def test_the_week_begins_as_its_reader_is_used_to(self, maya, morning):
        assert "Bo, Sunday 1 March: here" in text_of(maya.get("days"))
        with translation.override("de"):
            assert week_start(MONDAY + 6 * DAY) == MONDAY
        assert week_start(MONDAY + 6 * DAY) == MONDAY + 6 * DAY

    def test_two_homes(self, maya, morning):
        usual(morning)
        page = text_of(maya.get("days"))
        assert "Bo, Sunday 8 March: here" in page
        assert "Bo, Monday 9 March: at the other home" in page
        assert "week of Mon 2 Mar: every day; the week after: no day" in page

    def test_what_is_to_come_stands_below_what_is(self, maya, morning):
        set_presence(
            actor=morning.actor(morning.maya),
            member_id=morning.ivy.id,
            days=0,
            from_on=MONDAY + 7 * DAY,
            at=morning.now,
        )
        page = text_of(maya.get("days"))
        assert "from Mon 9 Mar: no day" in page
        assert "Ivy, Sunday 8 March: here" in page
        assert "Ivy, Monday 9 March: at the other home" in page

    def test_a_day_that_is_other_than_usual_is_marked(self, maya, morning):
        set_day(actor=morning.actor(morning.maya), member_id=morning.bo.id, on=MONDAY, here=False, at=morning.now)
        page = text_of(maya.get("days"))
        assert "other than usual" in spot(page, morning, "bo", 0)
        assert "Bo, Monday 2 March: away" in page
        assert "other than usual" not in spot(page, morning, "bo", 1)

    def test_breaks_say_whose_how_long_and_by_whom(self, maya, morning):
        note(morning, note="By the sea", until_on=None, from_on=MONDAY + 2 * DAY)
        note(morning, "bo", kind="sick", until_on=MONDAY)
        note(morning, "leo", kind="other", routine_id=morning.routine.id, until_on=None)
        page = text_of(maya.get("days"))
        for words in (
            "Everybody: holiday",
            "from Wed 4 Mar, until you end it",
            "By the sea",
            "Bo: sick",
            "today",
            "Leo: a break",
            "only “Monday”",
            "noted by Maya",
            "beside another break",
        ):
            assert words in page
        assert "Leo, Monday 2 March: here" in page
        assert "Leo, Wednesday 4 March: on holiday" in page
        assert "Bo, Monday 2 March: sick" in page

    def test_a_day_in_a_break_leads_to_it(self, maya, morning):
        event = note(morning, "bo", kind="sick")
        place = spot(text_of(maya.get("days")), morning, "bo", 1)
        assert f'href="#break-{event.subject_key}"' in place

    def test_days_that_are_over_are_not_tapped(self, maya, morning):
        assert 'name="day"' not in spot(text_of(maya.get("days")), morning, "bo", -1)

    def test_a_break_that_is_over_has_gone(self, maya, morning):
        note(morning, "bo", kind="sick", from_on=MONDAY - DAY, until_on=MONDAY)
        morning.pass_time(days=1)
        page = text_of(maya.get("days"))
        assert "Bo: sick" not in page
        assert "Bo, Sunday 1 March: sick" in page

    def test_supporters_are_shown_once_their_days_are_said(self, maya, morning):
        page = text_of(maya.get("days"))
        assert "Nana, Monday 2 March" not in page
        assert "no days said yet" in page
        usual(morning, "nana", 0b0000010_0000010)
        page = text_of(maya.get("days"))
        assert "Nana, Tuesday 3 March: here" in page
        assert "Nana, Monday 2 March: away" in page

    def test_who_left_is_not_shown(self, maya, morning):
        usual(morning)
        maya.client.post(maya.url("member_remove", morning.bo.id), {"tap": "0b5a3b0e-2f43-4c7e-9d7b-111111111111"})
        assert "Bo, " not in text_of(maya.get("days"))

    @pytest.mark.parametrize(
        ("week", "first"),
        [
            (iso(28), "Bo, Sunday 29 March: here"),
            (iso(30), "Bo, Sunday 29 March: here"),
            (iso(-30), "Bo, Sunday 1 March: here"),
            (iso(500), "Bo, Sunday 1 March: here"),
            ("nonsense", "Bo, Sunday 1 March: here"),
            ("9999-12-31", "Bo, Sunday 1 March: here"),
        ],
    )
    def test_later_weeks_and_nonsense(self, maya, week, first):
        page = text_of(maya.get("days", week=week))
        assert first in page

    def test_weeks_lead_on_for_a_year_and_back(self, maya):
        seen, page = [], text_of(maya.get("days"))
        while len(seen) < 20 and (later := re.search(r'href="([^"]*\?week=[^"]*)">Later', page)):
            seen.append(later[1])
            page = text_of(maya.client.get(later[1]))
        assert len(seen) == 13
        assert ">Earlier" in text_of(maya.client.get(seen[0])).replace("</svg>Earlier", ">Earlier")


class TestOneTap:
    def test_takes_somebody_away_and_brings_them_back(self, maya, morning):
        answer = maya.post("days_day", **taps(morning, "bo", 2, "away"), htmx=True, at=maya.url("days"))
        assert answer.status_code == 200
        page = text_of(answer)
        assert 'hx-target="#days"' in page
        assert "Bo is away on Wednesday 4 March." in page
        assert f"{morning.bo.id} {iso(2)} here" in spot(page, morning, "bo", 2)
        assert answer["X-Revision"] == str(morning.revision)
        maya.post("days_day", **taps(morning, "bo", 2, "here"), htmx=True, at=maya.url("days"))
        assert not PresenceDay.objects.exists()

    def test_works_without_scripts_and_keeps_the_weeks(self, maya, morning):
        answer = maya.post("days_day", **taps(morning, "bo", 30, "away"), week=iso(28))
        assert answer["Location"] == maya.url("days") + f"?week={iso(28)}"
        assert "Bo is away on Wednesday 1 April." in text_of(maya.client.get(answer["Location"]))

    def test_says_what_it_means_so_that_twice_is_once(self, maya, morning):
        for _again in range(2):
            assert maya.post("days_day", **taps(morning, "bo", 2, "away")).status_code == 302
        assert len(morning.events("presence.away")) == 1

    @pytest.mark.parametrize(
        "day", ["", "1", "x 2026-03-02 away", "1 2026-02-30 away", "1 2026-03-02 maybe", "1 2 3 4"]
    )
    def test_nonsense_gets_a_sentence(self, maya, morning, day):
        answer = maya.post("days_day", day=day, htmx=True)
        assert answer.status_code == 422
        assert "Choose a day." in text_of(answer)

    def test_a_day_that_is_over_stays(self, maya, morning):
        answer = maya.post("days_day", **taps(morning, "bo", -1, "away"), htmx=True)
        assert "That day is over and stays as it was." in text_of(answer)
        assert not PresenceDay.objects.exists()

    def test_strangers_are_not_there(self, maya, morning):
        day = f"{morning.cast.their_child.id} {iso(1)} away"
        assert maya.post("days_day", day=day).status_code == 404
        assert maya.post("days_day", day=f"{'9' * 30} {iso(1)} away").status_code == 404

    def test_is_taken_back_in_place(self, maya, morning):
        maya.post("days_day", **taps(morning, "bo", 2, "away"), htmx=True, at=maya.url("days"))
        event = morning.events("presence.away")[-1]
        answer = maya.post("undo", event.id, htmx=True, at=maya.url("days") + f"?week={iso(28)}")
        page = text_of(answer)
        assert 'hx-target="#days"' in page
        assert "Sunday 29 March" in page
        assert not PresenceDay.objects.exists()
        assert maya.post("undo", event.id)["Content-Type"].startswith("text/html")

    def test_without_scripts_taking_back_leads_to_the_page(self, maya, morning):
        event = note(morning)
        assert maya.post("undo", event.id)["Location"] == maya.url("days")


class TestSickToday:
    def test_is_one_tap_and_well_again_another(self, maya, morning):
        quick = {"kind": "sick", "from_on": iso(0), "until_on": iso(0), "who": morning.bo.id}
        page = text_of(maya.post("days_break", **quick, htmx=True, at=maya.url("days")))
        assert "Noted. Nothing is lost: the plan waits." in page
        assert "Well again" in page
        assert away_today(morning.household.id, MONDAY, [morning.bo.id], None)[0].why == "sick"
        pause = Pause.objects.get()
        page = text_of(maya.post("days_break_end", pause.id, htmx=True, at=maya.url("days")))
        assert "Welcome back." in page
        assert Pause.objects.of(morning.household.id).count() == 0

    def test_two_parents_at_once_note_it_once(self, maya, browse, morning):
        quick = {"kind": "sick", "from_on": iso(0), "until_on": iso(0), "who": morning.bo.id}
        maya.post("days_break", **quick)
        page = text_of(browse("sam").post("days_break", **quick, htmx=True, at=maya.url("days")))
        assert "This was noted already." in page
        assert Pause.objects.count() == 1

    def test_a_page_from_yesterday_is_told_so(self, maya, morning):
        quick = {"kind": "sick", "from_on": iso(-1), "until_on": iso(-1), "who": morning.bo.id}
        answer = maya.post("days_break", **quick, htmx=True, at=maya.url("days"))
        assert answer.status_code == 422
        assert "That break would be over already." in text_of(answer)
        assert "<html" not in text_of(answer)


class TestWhoMay:
    def test_a_teen_changes_their_own_days(self, leo, morning):
        usual(morning, "leo")
        page = text_of(leo.get("days"))
        assert page.count(">Sick today<") == page.count(f'id="rest-{morning.leo.id}"') == 1
        assert 'name="day"' in spot(page, morning, "leo", 1)
        assert 'name="day"' not in spot(page, morning, "bo", 1)
        assert "Tap one of your days" in page
        assert leo.post("days_day", **taps(morning, "leo", 1, "away")).status_code == 302
        assert leo.post("days_day", **taps(morning, "bo", 1, "away")).status_code == 422
        assert not PresenceDay.objects.filter(member=morning.bo).exists()

    def test_a_teen_ends_their_own_break(self, leo, morning):
        mine, ours = note(morning, "leo"), note(morning)
        page = text_of(leo.get("days"))
        assert leo.url("days_break_end", mine.subject_key) in page
        assert leo.url("days_break_end", ours.subject_key) not in page
        assert leo.post("days_break_end", ours.subject_key).status_code == 422
        assert leo.post("days_break_end", mine.subject_key).status_code == 302

    def test_a_supporter_sees_nothing_of_it(self, nana, morning):
        for name, ids in (("days", ()), ("days_break", ()), ("days_usual", (morning.nana.id,))):
            answer = nana.get(name, *ids)
            assert answer.status_code == 403
            assert "Monday 2 March" not in text_of(answer)
        assert nana.post("days_day", **taps(morning, "nana", 1, "away")).status_code == 422
        assert not PresenceDay.objects.exists()
        assert nana.url("days") not in text_of(nana.get("household"))
        assert nana.url("days") not in text_of(nana.get("people"))


class TestWhereItIsFound:
    def test_home_says_who_is_not_here(self, maya, leo, morning):
        assert "Everybody is here today." in text_of(leo.get("household"))
        note(morning, "bo", kind="sick")
        usual(morning, "ivy", 0)
        page = text_of(maya.get("household"))
        assert f'<a href="{maya.url("days")}">Today Ivy is at the other home, Bo is sick.</a>' in page

    def test_home_says_that_all_have_a_break(self, maya, morning):
        note(morning)
        assert "Everybody: holiday, until Friday 6 March" in text_of(maya.get("household"))

    def test_today_leads_there(self, leo, nana):
        assert f'href="{leo.url("days")}"' in text_of(leo.get("today"))
        assert nana.url("days") not in text_of(nana.get("today"))

    def test_people_lead_there(self, maya, leo, morning):
        page = text_of(maya.get("people"))
        assert f'href="{maya.url("days")}"' in page
        assert f'href="{maya.url("days_usual", morning.bo.id)}"' in page
        page = text_of(leo.get("people"))
        assert f'href="{leo.url("days_usual", morning.leo.id)}"' in page
        assert f'href="{leo.url("days_usual", morning.bo.id)}"' not in page


def queries_of(browser, name):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        browser.get(name)
    return len(caught)


def test_queries_do_not_grow_with_people_breaks_and_days(maya, morning):
    maya.get("days")
    few = queries_of(maya, "days")
    for number, name in enumerate(("Tim", "Ruth")):
        extra = add(morning.maya, name, "child", age_band="6-9")
        actor = morning.actor(morning.maya)
        set_presence(actor=actor, member_id=extra.id, days=number, from_on=MONDAY, at=morning.now)
        for ahead in range(5):
            set_day(actor=actor, member_id=extra.id, on=MONDAY + ahead * DAY, here=True, at=morning.now)
        set_pause(actor=actor, kind="other", from_on=MONDAY + 9 * DAY, member_id=extra.id, at=morning.now)
    maya.get("days")
    assert Presence.objects.count() == 2
    assert queries_of(maya, "days") == few


@pytest.mark.parametrize("page", ["days", "home", "today"])
def test_pages_fetch_themselves_anew(morning, page, django_capture_on_commit_callbacks):
    with listening() as heard, django_capture_on_commit_callbacks(execute=True):
        note(morning)
    viewer = Viewer(morning.household.id, morning.leo.id, "teen", "en", page=page)
    assert push.render(heard[0], [viewer]) == {viewer: push.ANEW}
