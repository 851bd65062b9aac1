"""Whoever has gone without a tap stops nobody: it is said openly that they are done, and taken back like anything."""

import pytest

from routines.actions.doing import say_done
from routines.event_words import event_sentence
from tests.routines.morning import refused
from tests.routines.plan.browser import text_of
from tests.routines.verbs.undoing import back


@pytest.fixture
def waiting(run):
    """Everybody but Nana is done with breakfast, so Leo waits for her with his own."""
    family = run.family
    for step in (family.car, family.dress, family.game):
        for who in (family.maya, family.leo, family.ivy, family.bo):
            if run.part(who, step):
                run.done(who, step)
    for who in (family.maya, family.ivy, family.bo):
        run.done(who, family.breakfast)
    return run


def said(run, by, whom):
    family = run.family
    return say_done(actor=family.actor(by), morning_id=run.id, member_id=whom.id, at=family.now)


@pytest.mark.parametrize("name", ["leo", "maya", "sam"])
def test_who_waits_or_a_parent_says_it_and_the_morning_goes_on(waiting, name):
    """It is signed: the history says by whom."""
    family = waiting.family
    by = getattr(family, name)
    event = said(waiting, by, family.nana)
    part = waiting.part(family.nana, family.breakfast)
    assert (part.done_at is not None, part.done_by) == (True, by.id)
    assert waiting.scene(family.leo).at.person(family.leo.id).at.now.step == family.own.id
    about = {"who": by.name, "whom": "Nana", "what": event.title}
    assert (event.actor_id, event.member_id) == (by.id, family.nana.id)
    assert event_sentence(event.kind, **about) == (
        f"{by.name} said that Nana is done with “Breakfast”, so that nobody waits."
    )


def test_it_can_be_taken_back_and_she_can_say_not_done_yet(waiting):
    family = waiting.family
    back(family, said(waiting, family.leo, family.nana))
    assert waiting.part(family.nana, family.breakfast).done_at is None
    said(waiting, family.leo, family.nana)
    waiting.undone(family.nana, family.breakfast)
    assert waiting.part(family.nana, family.breakfast).done_at is None


def test_not_of_a_child_and_not_where_nobody_waits(run):
    family = run.family
    with refused("acting_for_not_yours"):
        said(run, family.leo, family.bo)
    with refused("nobody_waits"):
        said(run, family.leo, family.nana)


def test_it_is_offered_at_the_card_that_waits(waiting, at):
    family = waiting.family
    here = f"/h/{family.household.id}/m/{waiting.id}/"
    leo = at(family.leo)
    assert "Nana is done" in text_of(leo.get(here))
    leo.post(f"{here}p/{family.nana.id}/done")
    assert waiting.part(family.nana, family.breakfast).done_by == family.leo.id
    assert "Nana is done" not in text_of(leo.get(here))
