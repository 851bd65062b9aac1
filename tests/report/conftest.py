"""A family whose plan and past are printed."""

import pytest
from django.urls import reverse

from tests.cast import client_of
from tests.routines.conftest import _first_morning, morning  # noqa: F401 - fixtures


@pytest.fixture
def opened(morning):  # noqa: F811 - the fixture
    """Open a page of the family as one of them: `opened(morning.leo, "fridge", routine_id=1)`."""

    def open_page(who, name, *, query="", **ids):
        address = reverse(name, kwargs={"household_id": morning.household.id, **ids})
        return client_of(who).get(address + query)

    return open_page
