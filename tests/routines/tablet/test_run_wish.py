"""Asking for today to be otherwise at the tablet, and answering who asks."""

import pytest

from households.models import Member
from routines.models import Morning, TodayAsk
from tests.routines.tablet.hand import shown
from tests.routines.tablet.running import page


def wish_page(running, who, step, **query):
    return running.kitchen.sit(who).get("tablet_wish", who.id, running.run.id, running.step(step), **query)


def cards(response) -> list[str]:
    return [each["data-say"].split(".")[0] for each in shown(response).buttons if "choice" in each.get("class", "")]


@pytest.fixture
def asked(running):
    """Leo would like to leave the game out today; Maya, Ivy and Bo have a say."""
    running.run.ask(running.family.leo, running.family.game, "skip", reason="No time.")
    return running


def test_more_time_or_not_today(running):
    html = page(wish_page(running, running.family.ivy, running.family.game))
    assert "More time" in html
    assert "Not today" in html


@pytest.mark.parametrize(("band", "count"), [("3-5", 2), ("6-9", 3)])
def test_more_time_says_what_it_costs_first(running, band, count):
    family = running.family
    Member.objects.filter(id=family.ivy.id).update(age_band=band)
    family.household.__class__.objects.filter(id=family.household.id).update(people_revision=family.revision + 1)
    answer = wish_page(running, family.ivy, family.game, what="later")
    assert len(cards(answer)) == count
    assert "The door stays at 8:20." in page(answer)


@pytest.mark.parametrize(("band", "count"), [("3-5", 3), ("6-9", 6)])
def test_reasons_are_pictures(running, band, count):
    family = running.family
    Member.objects.filter(id=family.ivy.id).update(age_band=band)
    family.household.__class__.objects.filter(id=family.household.id).update(people_revision=family.revision + 1)
    assert len(cards(wish_page(running, family.ivy, family.game, what="skip"))) == count


def test_what_keeps_people_safe_can_get_more_time_and_is_not_left_out(running):
    from routines.models import MorningStep

    family = running.family
    MorningStep.objects.filter(id=running.step(family.car)).update(safety=True)
    running.changed()
    html = page(wish_page(running, family.ivy, family.car))
    assert "More time" in html
    assert "Not today" not in html


def test_without_anything_to_ask_for_it_says_why(running):
    family = running.family
    for each in (family.leo, family.ivy, family.bo):
        running.run.done(each, family.car)
    Morning.objects.filter(id=running.run.id).update(leave_at=None, planned_leave_at=None)
    running.changed()
    answer = wish_page(running, family.ivy, family.car)
    assert cards(answer) == []
    assert 'class="choice"' not in page(answer)
    assert shown(answer).text.count("done") > 0


def test_not_today_waits_for_whoever_has_a_say(running):
    family = running.family
    answer = running.tap("wish", family.ivy, family.game, reason="tired", on="run")
    assert 'id="run"' in page(answer)
    assert TodayAsk.objects.get().reason == "I am too tired."
    assert running.own(family.ivy).wish.kind == "skip"
    assert running.own(family.bo).ask.by.name == "Ivy"


def test_ones_own_matter_is_so_at_once_and_can_be_taken_back(running):
    family = running.family
    answer = running.tap("wish", family.leo, family.own, reason="other", on="run")
    assert "Own breakfast" not in running.run.titles()
    assert answer["X-Undo"].startswith(f"/tablet/m/{family.leo.id}/undo/")
    answer = running.kitchen.oops(family.leo, answer, on="run")
    assert 'id="run"' in page(answer)
    assert "Own breakfast" in running.run.titles()


@pytest.mark.parametrize("sent", [{}, {"reason": "nonsense"}, {"minutes": "7"}, {"minutes": "600"}])
def test_nonsense_changes_nothing(running, sent):
    family = running.family
    assert running.tap("wish", family.ivy, family.game, on="run", **sent).status_code == 422
    assert not TodayAsk.objects.exists()


def test_yes_and_no_are_one_tap(asked):
    family = asked.family
    ask = asked.own(family.ivy).ask
    assert asked.kitchen.tap("say_today", family.ivy, asked.run.id, ask.id, agrees=1, on="run").status_code == 200
    assert asked.own(family.ivy).ask is None
    asked.kitchen.tap("say_today", family.bo, asked.run.id, ask.id, agrees=1, on="run")
    assert "The game" not in asked.run.titles()


def test_who_has_no_say_is_told_so(asked):
    family = asked.family
    ask = asked.own(family.ivy).ask
    answer = asked.kitchen.tap("say_today", family.leo, asked.run.id, ask.id + 1, agrees=1, on="run")
    assert answer.status_code == 404
    asked.run.ask(family.maya, family.breakfast, "skip", reason="Cake.")
    answer = asked.kitchen.tap("say_today", family.leo, asked.run.id, asked.run.last_ask, agrees=1, on="run")
    assert answer.status_code == 422


def test_a_wish_is_taken_back_by_who_made_it(asked):
    family = asked.family
    wish = asked.own(family.leo).wish
    assert asked.kitchen.tap("wish_withdraw", family.ivy, asked.run.id, wish.id, on="run").status_code == 422
    assert asked.kitchen.tap("wish_withdraw", family.leo, asked.run.id, wish.id, on="run").status_code == 200
    assert asked.own(family.leo).wish is None
    assert asked.own(family.bo).ask is None


def test_a_yes_to_what_was_taken_back_meanwhile_does_no_harm(asked):
    family = asked.family
    ask = asked.own(family.ivy).ask
    asked.run.withdraw(family.leo)
    assert asked.kitchen.tap("say_today", family.ivy, asked.run.id, ask.id, agrees=1, on="run").status_code == 200
    assert "The game" in asked.run.titles()


def test_the_page_of_a_step_that_is_not_there(running):
    ivy = running.family.ivy
    assert running.kitchen.sit(ivy).get("tablet_wish", ivy.id, running.run.id, 999_999).status_code == 404
    assert running.kitchen.get("tablet_wish", ivy.id, 999_999, running.step(running.family.car)).status_code == 404
