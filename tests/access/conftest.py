"""What the access tests begin with."""

import pytest
from django.core.cache import cache as tries

from tests.cast import cast  # noqa: F401, a fixture


@pytest.fixture(autouse=True)
def nobody_tried_before():
    """Forget how often something was tried."""
    tries.clear()
