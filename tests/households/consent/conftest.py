import pytest
from django.core.cache import cache as tries

from tests.cast import cast
from tests.households.consent.looking import facilitator, given, terms_for

__all__ = ["cast"]


@pytest.fixture(autouse=True)
def nobody_tried_before():
    tries.clear()


@pytest.fixture
def sam(db):
    return facilitator("Sam")


@pytest.fixture
def terms(cast):
    return terms_for(cast.maya, cast.leo, cast.bo)


@pytest.fixture
def consent(cast, sam, terms):
    return given(cast.maya, sam, terms)
