"""What of a morning stands in the household's history, and in whose."""

from django.urls import reverse

from routines.actions.slip import notice_slip
from routines.event_words import done_words, event_sentence
from tests.cast import client_of


def history(who, **query):
    answer = client_of(who).get(reverse("history", args=[who.household_id]), query)
    return answer.content.decode()


def test_the_many_taps_of_a_morning_do_not_flood_it(run, morning):
    run.done(morning.leo, morning.car)
    run.undone(morning.leo, morning.car)
    run.ask(morning.maya, morning.car, "skip", reason="We walk.")
    run.leave()
    html = history(morning.maya)
    assert "Maya started “Monday”." in html
    assert "“Into the car” is left out today. The last yes: Maya." in html
    assert "We walk." in html
    assert "Maya said “we’re off”: “Monday” is over." in html
    assert "has done" not in html
    assert "has not done" not in html


def test_a_swap_says_what_there_was_instead(run, morning):
    run.ask(morning.maya, morning.car, "swap", title="The bus", reason="Snow.")
    html = history(morning.maya)
    assert "Into the car" in html
    assert "The bus" in html


def test_a_wish_says_what_was_wished(run, morning):
    run.ask(morning.leo, morning.dress, "later", minutes=5)
    assert "more time" in history(morning.maya)


def test_that_it_turned_into_pushing_stays_in_the_family(run, morning):
    step = run.step(morning.breakfast).id
    event = notice_slip(actor=morning.actor(morning.maya), morning_id=run.id, morning_step_id=step, at=morning.now)
    told = event_sentence(event.kind, who="Maya", what=event.title)
    assert told in history(morning.leo)
    assert told not in history(morning.nana)


def test_every_tap_is_answered_in_a_word(run, morning):
    assert done_words(run.done(morning.leo, morning.car)) == "Done."
    assert done_words(run.ask(morning.leo, morning.dress, "skip", reason="Warm.")).startswith("Asked.")
    assert done_words(run.leave()) == "You are off. Have a good day."
