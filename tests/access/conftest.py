"""The cast for the access tests."""

from tests.cast import cast  # noqa: F401, a fixture
