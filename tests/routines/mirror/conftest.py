import pytest

from tests.routines.morning import Morning
from tests.routines.noticing.lived import Lived
from tests.routines.plan.browser import Browser


@pytest.fixture
def lived(morning: Morning) -> Lived:
    """A Monday that is over."""
    return Lived(morning)


@pytest.fixture
def browse(morning):
    """Open a browser for somebody of the family by name, or for the neighbour."""

    def of(name: str) -> Browser:
        return Browser(getattr(morning, name), morning.household.id)

    return of


@pytest.fixture
def by_the_clock(monkeypatch, morning: Morning) -> None:
    """Let pages be opened at the tests' own time: the family's Monday and after."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning.now)
