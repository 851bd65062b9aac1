from copy import deepcopy

import pytest
from django.db import transaction

from routines.models import snapshots
from tests.routines.morning import Morning, assembled


@pytest.fixture(scope="module")
def _first_morning(django_db_setup, django_db_blocker):
    """One family for all tests of a file: each begins there and is rolled back to there.

    It stays until the file ends, so tests that need an empty database stand in a file of their own.
    """
    snapshots.forget()
    with django_db_blocker.unblock(), transaction.atomic():
        yield assembled()
        transaction.set_rollback(True)


@pytest.fixture
def morning(_first_morning, db) -> Morning:
    """A family with a step on every rung. Tests with real transactions make their own."""
    return deepcopy(_first_morning)
