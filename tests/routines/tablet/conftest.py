import pytest

from tests.routines.morning import Morning
from tests.routines.tablet.hand import Kitchen
from tests.routines.tablet.running import Running


@pytest.fixture
def kitchen(morning: Morning) -> Kitchen:
    """The family's tablet; nobody sits at it."""
    return Kitchen(morning.maya)


@pytest.fixture
def next_door(morning: Morning) -> Kitchen:
    """The neighbours' tablet."""
    return Kitchen(morning.neighbour)


@pytest.fixture
def running(morning: Morning, monkeypatch) -> Running:
    """The family's morning, running, with its tablet."""
    return Running(morning, monkeypatch)
