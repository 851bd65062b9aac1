from uuid import uuid4

import pytest

from routines.models import Step
from tests.routines.plan.browser import text_of


def order(morning):
    steps = Step.objects.of(morning.household.id).filter(routine=morning.routine).current()
    return list(steps.in_order().values_list("title", flat=True))


CAR, DRESS, GAME, BREAKFAST, OWN = "Into the car", "Get dressed", "The game", "Breakfast", "Own breakfast"


@pytest.mark.parametrize(
    ("step", "sent", "after"),
    [
        ("dress", {"direction": "earlier"}, [DRESS, CAR, GAME, BREAKFAST, OWN]),
        ("dress", {"direction": "later"}, [CAR, GAME, DRESS, BREAKFAST, OWN]),
        ("car", {"direction": "earlier"}, [CAR, DRESS, GAME, BREAKFAST, OWN]),
        ("own", {"direction": "later"}, [CAR, DRESS, GAME, BREAKFAST, OWN]),
        ("own", {"index": "0"}, [OWN, CAR, DRESS, GAME, BREAKFAST]),
        ("car", {"index": "99"}, [DRESS, GAME, BREAKFAST, OWN, CAR]),
        ("car", {"index": "-1"}, [CAR, DRESS, GAME, BREAKFAST, OWN]),
        ("car", {"index": "nonsense"}, [CAR, DRESS, GAME, BREAKFAST, OWN]),
        ("car", {}, [CAR, DRESS, GAME, BREAKFAST, OWN]),
    ],
)
def test_a_step_gets_another_place(maya, morning, step, sent, after):
    answer = maya.post("step_move", getattr(morning, step).id, **sent)
    assert answer["Location"] == maya.url("step", getattr(morning, step).id)
    assert order(morning) == after


def test_the_same_tap_moves_once(maya, morning):
    tap = str(uuid4())
    for _ in range(2):
        assert maya.post("step_move", morning.car.id, direction="later", tap=tap).status_code == 302
    assert order(morning)[:2] == [DRESS, CAR]


def test_a_script_gets_the_board(maya, morning):
    at = maya.url("routine", morning.routine.id)
    answer = maya.post("step_move", morning.car.id, htmx=True, at=at, direction="later")
    text = text_of(answer)
    assert 'hx-target="#board"' in text
    assert "“Into the car” has a new place." in text
    assert '<hx-partial hx-target="#panel"' not in text
    assert maya.url("undo", morning.events("step.moved")[-1].id) in text


def test_with_its_panel_open_the_panel_comes_too(maya, morning):
    at = maya.url("step", morning.car.id)
    answer = maya.post("step_move", morning.car.id, htmx=True, at=at, direction="later")
    assert '<hx-partial hx-target="#panel"' in text_of(answer)


@pytest.mark.parametrize(("who", "status"), [("leo", 422), ("nana", 404)])
def test_others_move_nothing(browse, morning, who, status):
    before = order(morning)
    assert browse(who).post("step_move", morning.car.id, direction="later").status_code == status
    assert order(morning) == before


def test_what_was_put_away_has_no_place(maya, morning):
    maya.post("step_archive", morning.car.id)
    answer = maya.post("step_move", morning.car.id, direction="later")
    assert answer.status_code == 422
    assert "This was put away. Bring it back first." in text_of(answer)
