import pytest
from django.core.cache import cache as tries

from tests.cast import cast
from tests.facilitators.people import a_facilitator
from tests.routines.morning import Morning

__all__ = ["cast"]


@pytest.fixture(autouse=True)
def nobody_tried_before():
    tries.clear()


@pytest.fixture
def sam(db):
    return a_facilitator("Sam")


@pytest.fixture
def morning(cast):
    return Morning(cast)
