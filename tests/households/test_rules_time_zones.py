"""Which clock somebody means."""

from zoneinfo import ZoneInfo

import pytest

from households.rules.time_zones import known, meant, offered


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("  Berlin ", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("UTC", "UTC"),
        ("Asia/Calcutta", "Asia/Calcutta"),
        ("Atlantis", None),
        ("../../etc/passwd", None),
        ("", None),
        ("localtime", None),
    ],
)
def test_what_people_type(typed, zone):
    assert meant(typed) == zone


def test_everything_offered_is_a_clock():
    assert len(offered()) > 300
    assert set(offered()) <= known()
    for name in offered():
        ZoneInfo(name)
