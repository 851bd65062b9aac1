"""The board takes the same number of queries whatever its steps, options and voices."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from routines.actions.comment import comment
from routines.models import Option, Question, snapshots
from routines.regions import page, push
from routines.rules.state import Rung
from tests.cast import client_of
from tests.routines.morning import Morning

SIZES = (1, 3, 30)


def grow(morning: Morning, size: int) -> None:
    """Let the morning have so many more steps, each with a question of so many ideas and voices."""
    for number in range(size):
        step = morning.step(
            f"Step {number}",
            1,
            (morning.leo, morning.ivy, morning.bo),
            rung=Rung.CONSULT,
            decider=morning.maya.id,
        )
        question = morning.ask(step)
        Option.objects.bulk_create(
            Option(
                household=morning.household,
                question_id=question,
                text=f"Idea {each}",
                pictogram="play",
                proposed_by=morning.maya,
                proposed_at=morning.now,
            )
            for each in range(size)
        )
        first = Option.objects.filter(question_id=question).first().id
        for who in (morning.leo, morning.ivy):
            morning.say(question, who, "choice" if size > 1 else "yes", first if size > 1 else None)


def cold(client, path: str) -> int:
    """Return how many queries a page takes in a process that has read nothing yet."""
    for layer in (snapshots, page, push):
        layer.forget()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def warm(client, path: str) -> int:
    """Return how many queries a page takes when nothing has changed since it was last shown."""
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("view", ["", "?view=list"])
def test_the_board_takes_eight_queries_cold_and_two_warm(morning, view):
    counts = set()
    for size in SIZES:
        grow(morning, size)
        path = f"/h/{morning.household.id}/r/{morning.routine.id}/{view}"
        client = client_of(morning.maya)
        counts.add((cold(client, path), warm(client, path)))
    assert len(counts) == 1
    ((most, least),) = counts
    assert most <= 8
    assert least <= 2


def test_a_panel_takes_the_same_whatever_was_said(morning):
    client, counts = client_of(morning.maya), set()
    question = morning.ask(morning.dress)
    path = f"/h/{morning.household.id}/s/{morning.dress.id}/"
    for size in SIZES:
        for number in range(size):
            comment(
                actor=morning.actor(morning.leo),
                step_id=morning.dress.id,
                text=f"Remark {number} of {size}",
                at=timezone.now(),
            )
        Option.objects.create(
            household=morning.household,
            question=Question.objects.get(id=question),
            text=f"Idea {size}",
            pictogram="play",
            proposed_by=morning.maya,
            proposed_at=morning.now,
        )
        counts.add(cold(client, path))
    assert len(counts) == 1
    assert max(counts) <= 12
