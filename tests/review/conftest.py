import pytest

from routines.models import mirrors
from routines.regions.review import mirror
from tests.review.lookers import looking_in
from tests.routines.conftest import _first_morning, morning

__all__ = ["_first_morning", "morning"]


@pytest.fixture(autouse=True)
def nothing_drawn():
    """Forget what was read and drawn: revisions that were rolled back mean something else."""
    mirrors.forget()
    mirror.forget()


@pytest.fixture(autouse=True)
def by_the_clock(monkeypatch, morning):
    """Let pages be opened at the tests' own time: the family's Monday and after."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning.now)


@pytest.fixture
def consent(morning):
    """Let Tim look in at all there is, of all the family but Nana and Sam."""
    return looking_in(morning)
