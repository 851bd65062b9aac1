"""Pages of the tablet take the same number of queries whatever there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routines.models import LateVoice, snapshots
from routines.regions import page, push
from routines.regions.looking_in import known
from tests.routines.tablet.hand import Kitchen
from tests.routines.test_board_queries import SIZES, grow


def cold(kitchen, path: str) -> int:
    for layer in (snapshots, page, push, known):
        layer.forget()
    with CaptureQueriesContext(connection) as queries:
        assert kitchen.client.get(path).status_code == 200
    return len(queries)


def warm(kitchen, path: str) -> int:
    kitchen.client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert kitchen.client.get(path).status_code == 200
    return len(queries)


def more_late(morning, size: int) -> None:
    """Let Bo have said something too late, so many times."""
    for number in range(size):
        step = morning.step(f"Late {size} {number}", 1, (morning.bo,), why="So.")
        question = morning.ask(step)
        morning.say(question, morning.bo, "pass")
        morning.settle(question)
        LateVoice.objects.create(
            household=morning.household, question_id=question, member=morning.bo, say="got_it", arrived_at=morning.now
        )


@pytest.mark.parametrize(("where", "least", "most"), [("faces", 10, 15), ("seat", 7, 13), ("plan", 6, 10)])
def test_queries_do_not_grow(morning, kitchen: Kitchen, where, least, most):
    counts = set()
    for size in SIZES:
        grow(morning, size)
        more_late(morning, size)
        path = "/tablet/plan" if where == "plan" else "/tablet"
        if where == "seat":
            kitchen.sit(morning.bo)
            path = f"/tablet/m/{morning.bo.id}"
        counts.add((cold(kitchen, path), warm(kitchen, path)))
    assert len(counts) == 1
    ((all_new, nothing_new),) = counts
    assert nothing_new <= least
    assert all_new <= most
