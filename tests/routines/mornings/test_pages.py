"""The pages of today and of a running morning, and what is tapped on them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from households.actions.people import remove_member
from routines.actions.step import archive_step
from routines.models import Doing, Morning, PresenceDay, TodayAsk, mornings
from tests.routines.morning import MONDAY
from tests.routines.mornings.run import Run

pytestmark = pytest.mark.usefixtures("clock")


def page(client, name, *ids, **query):
    answer = client.get(reverse(name, args=ids), query)
    assert answer.status_code == 200
    return answer.content.decode()


def words(html):
    """Return what is read on a page, without its head."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2]))


@pytest.fixture
def home(morning):
    return morning.household.id


@pytest.fixture
def maya(at, morning):
    return at(morning.maya)


@pytest.fixture
def leo(at, morning):
    return at(morning.leo)


class TestToday:
    def test_the_routine_whose_turn_it_is_stands_on_top(self, maya, home):
        text = words(page(maya, "today", home))
        assert "Monday 2 March" in text
        assert "Start by 7:20 · door at 8:20" in text
        assert "Start the morning" in text

    def test_one_tap_starts_it(self, maya, home, morning):
        answer = maya.post(reverse("morning_start", args=[home, morning.routine.id]))
        assert answer.url == reverse("morning", args=[home, Morning.objects.get().id])

    def test_and_the_second_one_leads_there_too(self, maya, home, morning, run):
        answer = maya.post(reverse("morning_start", args=[home, morning.routine.id]))
        assert answer.url == reverse("morning", args=[home, run.id])

    def test_while_one_runs_today_leads_there(self, leo, home, run):
        assert leo.get(reverse("today", args=[home])).url == reverse("morning", args=[home, run.id])
        assert "Join in" in words(page(leo, "today", home, all=""))

    def test_an_open_page_goes_along_when_somebody_starts(self, leo, home, run):
        answer = leo.get(reverse("today", args=[home]), headers={"x-anew": "1"})
        assert f'data-leads-to="{reverse("morning", args=[home, run.id])}"' in answer.content.decode()

    def test_who_is_not_here_stands_there_with_why(self, maya, home, morning):
        about = {"household": morning.household, "on": morning.today, "here": False}
        PresenceDay.objects.create(**about, member=morning.leo, set_by=morning.maya, set_at=MONDAY)
        assert "Leo away" in words(page(maya, "today", home))

    def test_what_is_done_stands_there_with_how_it_was(self, maya, home, run):
        run.leave(at=run.state.planned_leave)
        text = words(page(maya, "today", home))
        assert "Done today" in text
        assert "Just as planned" in text
        assert "How was it?" in text

    def test_a_free_day(self, maya, home, morning):
        morning.pass_time(days=5)
        text = words(page(maya, "today", home))
        assert "A free day" in text
        assert "Next on Monday" in text
        assert "Start all the same" in text

    def test_a_household_without_routines(self, at, morning):
        text = words(page(at(morning.neighbour), "today", morning.cast.next_door.id))
        assert "No routine yet" in text

    def test_when_to_start_by_experience(self, maya, home, morning):
        for day in range(5):
            run = Run(morning)
            run.leave(at=run.state.started + timedelta(hours=2))
            Morning.objects.filter(id=run.id).update(on=f"2026-02-1{day}")
        text = words(page(maya, "today", home))
        assert "By the last 5 mornings" in text
        assert "when you start by 6:20" in text

    def test_the_home_page_has_it_too(self, maya, home, run):
        html = page(maya, "household", home)
        assert reverse("morning", args=[home, run.id]) in html

    def test_where_the_family_is_is_not_a_supporters_to_know(self, at, home, morning):
        about = {"household": morning.household, "on": morning.today, "here": False}
        PresenceDay.objects.create(**about, member=morning.leo, set_by=morning.maya, set_at=MONDAY)
        text = words(page(at(morning.nana), "today", home))
        assert "Monday" in text
        for name in ("Maya", "Leo", "Ivy", "Bo"):
            assert name not in text, name

    def test_a_supporter_is_led_only_to_mornings_with_them(self, at, home, morning, run):
        Doing.objects.filter(member=morning.nana).delete()
        assert at(morning.nana).get(reverse("today", args=[home])).status_code == 200


class TestRunner:
    def test_everybody_side_by_side_ones_own_card_first(self, leo, home, run):
        html = page(leo, "morning", home, run.id)
        cards = re.findall(r'id="run-name-\d+">.*?>(\w+)<', html)
        assert cards == ["Leo", "Maya", "Ivy", "Bo", "Nana"]

    def test_done_with_one_tap_and_undone_with_one(self, leo, home, run, morning):
        step = run.step(morning.car).id
        leo.post(reverse("morning_done", args=[home, run.id, step]), {"speaker": morning.leo.id})
        assert run.part(morning.leo, morning.car).done_at
        assert "Not done yet: Into the car" in words(page(leo, "morning", home, run.id))
        leo.post(reverse("morning_undone", args=[home, run.id, step]), {"speaker": morning.leo.id})
        assert not run.part(morning.leo, morning.car).done_at

    def test_a_tap_by_script_is_answered_with_the_regions(self, leo, home, run, morning):
        url = reverse("morning_done", args=[home, run.id, run.step(morning.car).id])
        answer = leo.post(url, {"speaker": morning.leo.id}, headers={"hx-request": "true"})
        html = answer.content.decode()
        assert answer.headers["X-Revision"] == str(morning.revision)
        assert 'hx-target="#morning-cards"' in html
        assert "Undo" not in html

    def test_a_teenager_has_no_button_on_others_cards(self, leo, home, run, morning):
        html = page(leo, "morning", home, run.id)
        assert f'id="run-now-{morning.leo.id}"' in html
        assert f'id="run-now-{morning.ivy.id}"' not in html

    def test_a_parent_marks_a_step_for_all_at_once(self, maya, home, run, morning):
        assert "Done together: Ivy and Bo" in words(page(maya, "morning", home, run.id))
        url = reverse("morning_done", args=[home, run.id, run.step(morning.car).id])
        maya.post(url, {"speaker": morning.ivy.id, "together": "1"})
        assert run.part(morning.bo, morning.car).done_at

    def test_small_steps(self, maya, home, morning):
        wash = morning.step("Wash", 5, (morning.ivy,), small_steps="Water\nSoap")
        run = Run(morning)
        for step in (morning.car, morning.dress, morning.game, morning.breakfast, morning.own):
            for who in (morning.leo, morning.ivy, morning.bo, morning.maya, morning.nana):
                if run.part(who, step):
                    run.done(who, step)
        text = words(page(maya, "morning_person", home, run.id, morning.ivy.id))
        assert "Water" in text
        assert "I can do it without" in text
        step = run.step(wash).id
        about = {"speaker": morning.ivy.id, "place": 1, "done": 1, "alone": morning.ivy.id}
        answer = maya.post(reverse("morning_tick", args=[home, run.id, step]), about)
        assert answer.url == reverse("morning_person", args=[home, run.id, morning.ivy.id])
        assert run.part(morning.ivy, wash).ticked == (1,)
        maya.post(reverse("morning_unfold", args=[home, run.id, step]), {"speaker": morning.ivy.id, "unfolded": "0"})
        assert "Show me the small steps" in words(page(maya, "morning", home, run.id))

    def test_what_is_handed_over_says_so(self, leo, home, run, morning):
        for step in (morning.car, morning.dress, morning.game, morning.breakfast):
            for who in (morning.leo, morning.ivy, morning.bo, morning.maya, morning.nana):
                if run.part(who, step):
                    run.done(who, step)
        assert "Over to you" in words(page(leo, "morning", home, run.id))

    def test_a_step_put_away_meanwhile_can_still_be_done(self, maya, home, run, morning):
        archive_step(actor=morning.actor(morning.maya), step_id=morning.car.id, at=morning.now)
        text = words(page(maya, "morning", home, run.id))
        assert "no longer in the plan" in text
        assert run.done(morning.leo, morning.car)

    def test_who_left_the_household_has_no_card(self, maya, home, run, morning):
        remove_member(actor=morning.actor(morning.maya), member_id=morning.leo.id, at=morning.now)
        html = page(maya, "morning", home, run.id)
        assert "run-name-" in html
        assert f"run-name-{morning.leo.id}" not in html

    def test_without_a_time_to_leave_there_is_no_door(self, maya, home, run, morning):
        Morning.objects.filter(id=run.id).update(leave_at=None, planned_leave_at=None)
        mornings.forget()
        html = page(maya, "morning", home, run.id)
        assert "morning-door" not in html
        assert "free time" not in html
        assert "More fun, more time" not in html

    def test_long_past_the_door_everything_stays_calm(self, maya, home, run, morning):
        morning.pass_time(hours=3)
        text = words(page(maya, "morning", home, run.id))
        assert "The door is open whenever you are ready." in text
        assert "still open" in text

    def test_one_person_full_screen(self, leo, home, run, morning):
        text = words(page(leo, "morning_person", home, run.id, morning.leo.id))
        assert "Now" in text
        assert "Everybody" in text

    def test_nobody_without_a_part_has_such_a_page(self, leo, home, run, morning):
        assert leo.get(reverse("morning_person", args=[home, run.id, morning.sam.id])).status_code == 404
        assert leo.get(reverse("morning", args=[home, run.id + 1])).status_code == 404

    def test_a_supporter_sees_only_what_names_them(self, at, home, run, morning):
        text = words(page(at(morning.nana), "morning", home, run.id))
        assert "Breakfast" in text
        for hidden in ("Into the car", "Get dressed", "The game", "Own breakfast", "pushing", "off"):
            assert hidden not in text, hidden

    def test_everybody_is_off(self, maya, home, run):
        answer = maya.post(reverse("morning_leave", args=[home, run.id]), follow=True)
        assert run.state.left
        assert "You are off. Have a good day." in answer.content.decode()

    def test_and_not_off_after_all(self, maya, home, run):
        run.leave()
        answer = maya.post(reverse("morning_back", args=[home, run.id]), follow=True)
        assert "The morning goes on." in answer.content.decode()

    def test_a_person_page_of_a_morning_that_is_over_leads_to_the_morning(self, leo, home, run, morning):
        run.leave()
        answer = leo.get(reverse("morning_person", args=[home, run.id, morning.leo.id]))
        assert answer.url == reverse("morning", args=[home, run.id])


class TestTakenBack:
    def undo(self, client, home, event, page=None):
        headers = {"hx-request": "true", "hx-current-url": page} if page else {}
        return client.post(reverse("undo", args=[home, event.id]), headers=headers)

    def test_a_start_leads_back_to_today(self, maya, home, run, morning):
        event = morning.events("morning.started")[0]
        page = "http://testserver" + reverse("morning", args=[home, run.id])
        assert self.undo(maya, home, event, page).headers["HX-Redirect"] == reverse("today", args=[home])

    def test_a_change_of_today_stays_on_the_page_it_was_made_on(self, maya, home, run, morning):
        event = run.ask(morning.maya, morning.car, "skip", reason="We walk.")
        path = reverse("morning_person", args=[home, run.id, morning.maya.id])
        assert self.undo(maya, home, event, "http://testserver" + path).headers["HX-Redirect"] == path
        assert not run.step(morning.car).skipped

    def test_without_a_script_it_leads_to_what_goes_on(self, maya, home, run, morning):
        event = run.ask(morning.maya, morning.car, "skip", reason="We walk.")
        assert self.undo(maya, home, event).url == reverse("today", args=[home])


class TestOtherwise:
    def test_the_step_is_chosen_first(self, maya, home, run, morning):
        run.done(morning.leo, morning.own)
        html = page(maya, "morning_otherwise", home, run.id)
        assert reverse("morning_today", args=[home, run.id, run.step(morning.car).id]) in html
        assert reverse("morning_today", args=[home, run.id, run.step(morning.own).id]) not in html

    def test_more_time_shows_what_it_costs_before_anybody_is_asked(self, maya, home, run, morning):
        step = run.step(morning.breakfast).id
        text = words(page(maya, "morning_today", home, run.id, step, kind="later", minutes=100))
        assert "20 minutes" in text
        assert "100 minutes" in text
        assert re.search(r"You leave at \d+:\d\d, \d+ minutes later", text)
        assert "All must say yes: Maya, Ivy and Bo." in text
        assert not TodayAsk.objects.exists()

    def test_and_then_asks(self, maya, home, run, morning):
        url = reverse("morning_today", args=[home, run.id, run.step(morning.breakfast).id])
        answer = maya.post(url, {"kind": "later", "minutes": "10", "own": "", "reason": "Pancakes!"}, follow=True)
        text = words(answer.content.decode())
        assert "Maya would like more time for “Breakfast” today: 10 minutes." in text
        assert "Still to answer: Ivy and Bo" in text
        assert TodayAsk.objects.get().minutes == 10

    def test_others_answer_on_their_screens(self, leo, maya, home, run, morning):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        ask = TodayAsk.objects.get().id
        assert "Take it back" in words(page(leo, "morning", home, run.id))
        assert "One yes is enough: Maya and Sam" in words(page(maya, "morning", home, run.id))
        maya.post(reverse("today_answer", args=[home, ask]), {"speaker": morning.maya.id, "agrees": "1"})
        assert run.step(morning.car).skipped

    def test_a_wish_is_taken_back(self, leo, home, run, morning):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        leo.post(reverse("today_withdraw", args=[home, TodayAsk.objects.get().id]))
        assert TodayAsk.objects.get().state == "withdrawn"

    def test_what_is_missing_is_said_and_what_was_typed_stays(self, maya, home, run, morning):
        url = reverse("morning_today", args=[home, run.id, run.step(morning.car).id])
        answer = maya.post(url, {"kind": "swap", "title": "The bus", "reason": " "})
        assert answer.status_code == 422
        html = answer.content.decode()
        assert 'value="The bus"' in html
        assert 'role="alert"' in html

    def test_something_is_put_in(self, maya, home, run, morning):
        about = {"title": "Snow!", "minutes": "10", "behind": run.step(morning.car).id, "members": morning.leo.id}
        answer = maya.post(reverse("morning_insert", args=[home, run.id]), about)
        assert answer.url == reverse("morning", args=[home, run.id])
        assert run.titles()[1] == "Snow!"
        assert run.step("Snow!").affected == (morning.leo.id,)

    def test_nothing_is_put_in_without_a_name(self, maya, home, run):
        answer = maya.post(reverse("morning_insert", args=[home, run.id]), {"title": "", "minutes": "10"})
        assert answer.status_code == 422

    def test_a_step_nobody_knows(self, maya, home, run):
        assert maya.get(reverse("morning_today", args=[home, run.id, 10**9])).status_code == 404
