import pytest
from django.core.cache import cache as tries
from django.utils import timezone

from tests.households.consent.looking import facilitator, given, terms_for


@pytest.fixture(autouse=True)
def nobody_tried_before():
    """Forget how often something was tried."""
    tries.clear()


@pytest.fixture
def ruth(morning):
    return facilitator("Ruth", organisation="Open doors")


@pytest.fixture
def consent(morning, ruth):
    people = (morning.maya, morning.leo, morning.bo, morning.nana)
    return given(morning.maya, ruth, terms_for(*people, routines=(morning.routine.id,)), at=timezone.now())
