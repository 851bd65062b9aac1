"""Pages that look back take as many queries after three years of mornings as after one."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from routines.actions.pick_plan import OptionDraft, PickDraft, make_pick
from routines.models import Feeling, Morning, Picking
from routines.past import make_past
from tests.cast import client_of
from tests.memory import forget_everything
from tests.routines.morning import Morning as Family

YEAR = 365
# One morning in so many days is enough to tell whether their number matters.
EVERY = 9


def _lived(family: Family, years: int) -> None:
    """Make the mornings of so many years up to yesterday."""
    yesterday = timezone.now().date() - timedelta(days=1)
    make_past(family.household.id, yesterday - timedelta(days=years * YEAR), yesterday, timezone.now(), every=EVERY)


def _pages(family: Family, pick: int, told: int, picking: int) -> dict[str, str]:
    wanted = {
        "today": [],
        "mirror": [],
        "mirror_said": [],
        "mornings": [],
        "repairs": [],
        "picks": [],
        "meeting": [],
        "days": [],
        "household": [],
        "history": [],
        "morning": [told],
        "notice": [told],
        "step_story": [family.game.id],
        "pick": [pick],
        "picking": [picking],
    }
    return {name: reverse(name, args=[family.household.id, *which]) for name, which in wanted.items()}


def _counted(client, pages: dict[str, str]) -> dict[str, tuple[int, int]]:
    """Return how many queries each page takes where nothing was read before, and where nothing has changed since."""
    return {name: (_queries(client, path, cold=True), _queries(client, path)) for name, path in pages.items()}


def _queries(client, path: str, *, cold: bool = False) -> int:
    if cold:
        forget_everything()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.fixture
def pick(morning):
    options = tuple(OptionDraft(text, "play") for text in ("Drums", "Guitar", "Ducks", "Rain"))
    about = {"actor": morning.actor(morning.leo), "step_id": morning.game.id, "at": morning.now}
    return make_pick(**about, draft=PickDraft("Which song?"), options=options).id


def _after(family: Family, pick: int, years: int) -> tuple[int, dict[str, tuple[int, int]]]:
    """Return how many mornings there are after so many years, and how many queries each page takes."""
    with transaction.atomic():
        _lived(family, years)
        told = Feeling.objects.latest("id").morning_id
        pages = _pages(family, pick, told, Picking.objects.get(morning=told).id)
        counted = Morning.objects.count(), _counted(client_of(family.maya), pages)
        transaction.set_rollback(True)
    return counted


def test_pages_that_look_back_take_the_same_queries_after_years(morning, pick):
    (few, one), (many, three) = (_after(morning, pick, years) for years in (1, 3))
    assert many > 2 * few > 40
    assert three == one
