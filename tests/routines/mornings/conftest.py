from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import client_of
from tests.routines.morning import MONDAY
from tests.routines.mornings.run import Run


@pytest.fixture
def run(morning) -> Run:
    """The family's Monday, started a moment ago."""
    return Run(morning)


@pytest.fixture
def clock(morning, monkeypatch):
    """Let pages be asked for at the family's moment, not today."""
    monkeypatch.setattr(timezone, "now", lambda: MONDAY + timedelta(seconds=morning._ticks))


@pytest.fixture
def at(morning, clock):
    """Sit down at a laptop of the family: `at(morning.leo)`."""
    return client_of
