"""The pages of a running morning take few queries, and the same number whatever there is in it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routines.models import Morning, mornings, snapshots
from routines.regions import page, push
from tests.routines.tablet.running import Running

MOST = 8


def counted(running, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert running.kitchen.client.get(path).status_code == 200
    return len(queries)


def cold(running, path: str) -> int:
    for layer in (snapshots, mornings, page, push):
        layer.forget()
    return counted(running, path)


@pytest.mark.parametrize("where", ["now", "run"])
def test_pages(morning, monkeypatch, where):
    counts = set()
    for size in (0, 6):
        for number in range(size):
            morning.step(f"More {number}", 1, (morning.leo, morning.ivy, morning.bo), small_steps="One\nTwo")
        running = Running(morning, monkeypatch)
        path = "/tablet/now"
        if where == "run":
            running.kitchen.sit(morning.ivy)
            path = f"/tablet/m/{morning.ivy.id}/now"
        counts.add((cold(running, path), counted(running, path)))
        running.run.leave()
        running.changed()
        Morning.objects.filter(id=running.run.id).update(taken_back_at=running.clock())
    assert len(counts) == 1
    ((all_new, nothing_new),) = counts
    assert nothing_new <= all_new <= MOST
