import pytest

from tests.routines.plan.conftest import browse, leo, maya, nana  # noqa: F401, fixtures


@pytest.fixture
def clock(morning, monkeypatch):
    """Let pages have the family's Monday, 2 March, seven seconds later with every look."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning.now)
