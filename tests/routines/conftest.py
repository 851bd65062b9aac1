from datetime import timedelta

import pytest

from tests.cast import assemble
from tests.routines.morning import MONDAY, Morning


@pytest.fixture
def morning(db) -> Morning:
    """A family with a step on every rung."""
    return Morning(assemble(at=MONDAY - timedelta(days=3)))
