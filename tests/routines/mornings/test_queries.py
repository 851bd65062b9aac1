"""How much a page of a running morning asks of the database, whatever is in it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from routines.models import mornings, pickings, snapshots
from routines.regions import page, push
from routines.regions.morning import page as run_page
from tests.routines.mornings.run import Run

pytestmark = pytest.mark.usefixtures("clock")


def cold(client, path: str) -> int:
    """Return how many queries a page takes in a process that has read nothing yet."""
    for layer in (snapshots, mornings, pickings, page, push, run_page):
        layer.forget()
    return asked(client, path)


def asked(client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_the_runner_takes_eight_queries_cold_and_two_warm(morning, at):
    counts, client = set(), at(morning.maya)
    for size in (0, 3):
        for number in range(size):
            morning.step(f"Step {number}", 1, (morning.leo, morning.ivy, morning.bo))
        run = Run(morning)
        for step in ("Into the car", "Get dressed")[: 1 + size]:
            run.ask(morning.leo, step, "skip", reason="No time.")
        path = reverse("morning", args=[morning.household.id, run.id])
        counts.add((cold(client, path), asked(client, path)))
        run.leave()
        morning.pass_time(days=1)
    ((most, least),) = counts
    assert most <= 8
    assert least <= 2


def test_after_a_tap_it_takes_little_more(run, morning, at):
    client = at(morning.maya)
    path = reverse("morning", args=[morning.household.id, run.id])
    asked(client, path)
    run.done(morning.leo, morning.car)
    assert asked(client, path) <= 6


def test_today_takes_the_same_for_few_and_many(morning, at):
    client, counts = at(morning.maya), set()
    path = reverse("today", args=[morning.household.id])
    for size in (1, 3):
        for number in range(size):
            morning.step(f"Step {size}{number}", 1, (morning.leo, morning.ivy))
        counts.add(cold(client, path))
    assert len(counts) == 1
    assert max(counts) <= 16
