import pytest

from tests.routines.mornings.run import Run


@pytest.fixture
def run(morning) -> Run:
    """The family's Monday, started a moment ago."""
    return Run(morning)
