import pytest

from tests.routines.meeting.table import Table
from tests.routines.morning import Morning
from tests.routines.noticing.lived import Lived
from tests.routines.plan.browser import Browser


@pytest.fixture
def table(morning: Morning) -> Table:
    """The table the family sits around."""
    return Table(morning)


@pytest.fixture
def lived(morning: Morning) -> Lived:
    """A Monday that is over."""
    return Lived(morning)


@pytest.fixture
def browse(morning):
    """Open a browser for somebody of the family by name, for the neighbour, or for a stranger (None)."""

    def of(name: str | None) -> Browser:
        return Browser(name and getattr(morning, name), morning.household.id)

    return of


@pytest.fixture
def maya(browse):
    """The browser of a parent."""
    return browse("maya")


@pytest.fixture
def leo(browse):
    """The browser of a teenager."""
    return browse("leo")
