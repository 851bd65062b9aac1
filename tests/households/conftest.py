import pytest
from django.core.cache import cache as tries

from tests.cast import cast

__all__ = ["cast"]


@pytest.fixture(autouse=True)
def nobody_tried_before():
    """Forget how often something was tried."""
    tries.clear()
