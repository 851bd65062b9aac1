import pytest

from tests.routines.morning import Morning
from tests.routines.tablet.hand import Kitchen


@pytest.fixture
def kitchen(morning: Morning) -> Kitchen:
    """The family's tablet; nobody sits at it."""
    return Kitchen(morning.maya)


@pytest.fixture
def next_door(morning: Morning) -> Kitchen:
    """The neighbours' tablet."""
    return Kitchen(morning.neighbour)
