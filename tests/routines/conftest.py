from datetime import timedelta

import pytest

from routines.models.snapshots import forget
from tests.cast import assemble
from tests.routines.morning import MONDAY, Morning


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Tests roll revisions back, so what was read under them must go too."""
    forget()


@pytest.fixture
def morning(db) -> Morning:
    """A family with a step on every rung."""
    return Morning(assemble(at=MONDAY - timedelta(days=3)))
