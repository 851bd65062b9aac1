from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import client_of
from tests.routines.morning import MONDAY
from tests.routines.picks.hand import Picks


@pytest.fixture
def picks(morning) -> Picks:
    """A pick in the plan; no morning has begun."""
    return Picks(morning)


@pytest.fixture
def today(picks) -> Picks:
    """The same, on a morning that began a moment ago."""
    return picks.start()


@pytest.fixture
def clock(morning, monkeypatch):
    """Let pages be asked for at the family's moment, not today."""
    monkeypatch.setattr(timezone, "now", lambda: MONDAY + timedelta(seconds=morning._ticks))


@pytest.fixture
def at(morning, clock):
    """Sit down at a laptop of the family: `at(morning.leo)`."""
    return client_of
