from copy import deepcopy
from datetime import timedelta

import pytest
from django.db import transaction

from tests.cast import assemble
from tests.routines.morning import MONDAY, Morning


@pytest.fixture
def morning(request) -> Morning:
    """A family with a step on every rung."""
    if request.node.get_closest_marker("django_db"):
        return _assembled()
    kept = request.getfixturevalue("_kept_morning")
    request.getfixturevalue("db")
    return deepcopy(kept)


@pytest.fixture(scope="module")
def _kept_morning(django_db_setup, django_db_blocker):
    """One family for all tests of a file: each begins where it begins and is rolled back to there."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _assembled()
        transaction.set_rollback(True)


def _assembled() -> Morning:
    return Morning(assemble(at=MONDAY - timedelta(days=3)))
