"""Making, changing and putting away a pick, and what can be picked."""

from datetime import time

import pytest

from households.models import Event
from routines.actions.pick_options import add_option, archive_option, restore_option
from routines.actions.pick_plan import OptionDraft, PickDraft, archive_pick, edit_pick, make_pick, restore_pick
from routines.actions.routine import Conflict
from routines.models import Pick, PickOption
from routines.models.picks import pick_of
from tests.routines.morning import missing, refused

TWO = (OptionDraft("Tag", "play"), OptionDraft("Hide and seek", "play"))


def make(m, who, step, text="Which game?", options=TWO):
    return make_pick(actor=m.actor(who), step_id=step.id, draft=PickDraft(text), options=options, at=m.now)


@pytest.mark.parametrize("name", ["maya", "sam", "leo"])
def test_parents_and_teens_make_one(morning, name):
    pick = make(morning, getattr(morning, name), morning.game)

    planned = pick_of(morning.household.id, pick.id)
    assert [option.text for option in planned.listed] == ["Tag", "Hide and seek"]
    assert planned.affected == (morning.maya.id, morning.leo.id, morning.ivy.id, morning.bo.id)
    assert [event.title for event in morning.events("pick.made")] == ["Which game?"]


def test_a_supporter_does_not_see_the_step(morning):
    with missing():
        make(morning, morning.nana, morning.game)


@pytest.mark.parametrize(
    ("step", "code"), [("car", "pick_climb_first"), ("dress", "pick_climb_first"), ("own", "pick_own_matter")]
)
def test_only_where_all_have_a_vote(morning, step, code):
    with refused(code):
        make(morning, morning.maya, getattr(morning, step))


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (" ", TWO, "pick_text_first"),
        ("What?", TWO[:1], "pick_two_first"),
        ("What?", (), "pick_two_first"),
        ("What?", (*TWO, OptionDraft(" TAG ", "play")), "idea_there"),
        ("What?", (*TWO, OptionDraft("x" * 81, "play")), "too_long"),
        ("What?", tuple(OptionDraft(f"Thing {n}", "play") for n in range(13)), "ideas_enough"),
    ],
)
def test_what_must_be_there(morning, text, options, code):
    with refused(code):
        make(morning, morning.maya, morning.game, text, options)


def test_it_is_not_made_on_a_step_that_was_put_away(morning):
    from routines.actions.step import archive_step

    archive_step(actor=morning.actor(morning.maya), step_id=morning.game.id, at=morning.now)
    with refused("archived"):
        make(morning, morning.maya, morning.game)


def test_empty_lines_count_for_nothing(morning):
    make(morning, morning.maya, morning.game, options=(*TWO, OptionDraft("  ", "play")))

    assert PickOption.objects.count() == 2


def edit(picks, who, base, **draft):
    m = picks.family
    draft = PickDraft(**{"text": "What do we eat?", **draft})
    return edit_pick(actor=m.actor(who), pick_id=picks.pick.id, draft=draft, base=base, at=m.now)


FIRST = {"text": "What do we eat?", "until": None}


def test_changing_it(picks):
    event = edit(picks, picks.family.leo, FIRST, text="Breakfast?", until=time(7, 15))

    assert event.changes == {"text": ["What do we eat?", "Breakfast?"], "until": [None, "07:15"]}
    assert Pick.objects.values("text", "until").get() == {"text": "Breakfast?", "until": time(7, 15)}


def test_nothing_changed_is_no_event(picks):
    assert edit(picks, picks.family.maya, FIRST) is None
    assert picks.family.events("pick.changed") == []


def test_two_people_at_once_are_merged(picks):
    edit(picks, picks.family.leo, FIRST, text="Breakfast?")
    edit(picks, picks.family.maya, FIRST, until=time(7, 15))

    assert Pick.objects.values("text", "until").get() == {"text": "Breakfast?", "until": time(7, 15)}


def test_the_same_field_twice_is_shown_and_nothing_is_stored(picks):
    edit(picks, picks.family.leo, FIRST, text="Breakfast?")
    with pytest.raises(Conflict) as clash:
        edit(picks, picks.family.maya, FIRST, text="Food?")
    assert clash.value.conflicts == {"text": ("What do we eat?", "Breakfast?", "Food?")}


def test_putting_away_and_bringing_back(picks):
    m = picks.family
    about = {"actor": m.actor(m.maya), "pick_id": picks.pick.id}
    archive_pick(**about, at=m.now)
    with refused("archived"):
        archive_pick(**about, at=m.now)
    restore_pick(**about, at=m.now)
    with refused("not_archived"):
        restore_pick(**about, at=m.now)


def test_putting_away_leaves_a_morning_alone(today):
    m = today.family
    archive_pick(actor=m.actor(m.maya), pick_id=today.pick.id, at=m.now)

    assert today.tap(m.leo, "P")


@pytest.mark.parametrize("name", ["leo", "ivy", "maya", "sam"])
def test_who_it_is_for_and_parents_add_to_it(picks, name):
    picks.add(getattr(picks.family, name), "W", "Waffles")

    assert PickOption.objects.get(text="Waffles").proposed_by == getattr(picks.family, name)


def test_acting_for_a_child_is_kept(picks):
    picks.add(picks.family.ivy, "W", "Waffles")

    assert PickOption.objects.get(text="Waffles").acted_by == picks.family.maya


def test_a_guest_eats_what_there_is(picks):
    with refused("pick_not_yours"):
        picks.add(picks.family.nana, "W", "Waffles")


@pytest.mark.parametrize(("text", "code"), [(" ", "idea_first"), (" EGGS", "idea_there"), ("x" * 81, "too_long")])
def test_what_is_added_must_be_new_and_short(picks, text, code):
    with refused(code):
        picks.add(picks.family.leo, "W", text)


def option(picks, verb, letter, who=None):
    m = picks.family
    about = {"actor": m.actor(who or m.maya), "pick_id": picks.pick.id, "option_id": picks.letters[letter]}
    return verb(**about, at=m.now)


def test_an_option_is_put_away_and_comes_back_to_its_place(picks):
    option(picks, archive_option, "O")
    assert [each.text for each in pick_of(picks.family.household.id, picks.pick.id).listed] == [
        "Pancakes",
        "Fruit",
        "Eggs",
    ]
    option(picks, restore_option, "O")
    assert picks.options(picks.pick) == picks.wanted("POFE")


def test_two_options_stay(picks):
    option(picks, archive_option, "O")
    option(picks, archive_option, "F")
    with refused("redesign"):
        option(picks, archive_option, "E")


def test_an_option_does_not_come_back_beside_its_twin(picks):
    option(picks, archive_option, "O")
    picks.add(picks.family.leo, "O2", "porridge")
    with refused("idea_there"):
        option(picks, restore_option, "O")


def test_options_of_another_pick_are_not_there(picks):
    m = picks.family
    other = picks.make(m.game, "Which game?", "Tag", "Hide and seek", "Ball")
    with missing():
        archive_option(actor=m.actor(m.maya), pick_id=other.id, option_id=picks.letters["P"], at=m.now)


def test_nothing_is_added_to_one_that_was_put_away(picks):
    m = picks.family
    archive_pick(actor=m.actor(m.maya), pick_id=picks.pick.id, at=m.now)
    with refused("archived"):
        add_option(actor=m.actor(m.leo), pick_id=picks.pick.id, draft=OptionDraft("Waffles", "waffle"), at=m.now)


def test_events_name_what_it_is_and_not_who_likes_it(today):
    m = today.family
    today.add(m.leo, "W", "Waffles")
    today.tap(m.leo, "W")

    tapped = Event.objects.get(kind="pick.tapped")
    assert (tapped.title, tapped.changes, tapped.why) == ("What do we eat?", {}, "")
