"""At the tablet, too, whoever waits for a grown-up who has gone says that they are done, and takes it back."""

import pytest

from tests.routines.tablet.running import page


@pytest.fixture
def waiting(running):
    """Everybody but Nana is done with breakfast, so Leo waits for her with his own."""
    m = running.family
    for step in (m.car, m.dress, m.game):
        running.done(*((who, step) for who in (m.maya, m.leo, m.ivy, m.bo) if running.run.part(who, step)))
    running.done(*((who, m.breakfast) for who in (m.maya, m.ivy, m.bo)))
    return running


def test_it_is_offered_on_the_card_that_waits(waiting):
    m = waiting.family
    assert [each.name for each in waiting.card(m.leo).view.gone_ahead] == ["Nana"]
    html = page(waiting.kitchen.get("tablet_now"))
    assert html.count("<span>Nana is done</span>") == 1


def test_one_tap_lets_the_morning_go_on_and_can_be_taken_back(waiting):
    m = waiting.family
    answer = waiting.kitchen.tap("said_done", m.leo, waiting.run.id, m.nana.id, on="now")
    assert answer.status_code in (200, 303)
    assert waiting.card(m.leo).view.now.title == "Own breakfast"
    event = m.events("morning.said_done")[-1]
    assert (event.actor_id, event.member_id) == (m.leo.id, m.nana.id)
    waiting.kitchen.tap("undo", m.leo, event.id)
    assert waiting.card(m.leo).view.waits
