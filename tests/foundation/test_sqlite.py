"""The engine and the way it is used keep what they acknowledged."""

import sqlite3
import sys

import pytest
from django.db import connection, transaction

from config import sqlite

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")


def pragma(name):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


@on_sqlite
def test_the_engine_has_the_wal_reset_fix():
    assert sqlite.engine_version() >= sqlite.FIXED
    assert connection.Database.sqlite_version_info == sqlite.engine_version()


def test_a_fixed_engine_is_left_alone(monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3), raising=False)
    before = sys.modules["sqlite3"]
    sqlite.prefer_fixed_engine()
    assert sys.modules["sqlite3"] is before


@on_sqlite
@pytest.mark.parametrize(("name", "value"), [("journal_mode", "wal"), ("foreign_keys", 1), ("recursive_triggers", 1)])
def test_connections_are_opened_strictly(name, value):
    assert pragma(name) == value


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_transaction_takes_the_write_lock_at_once():
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        engine = connection.Database
        other = engine.connect(connection.settings_dict["NAME"], timeout=0, isolation_level=None)
        with pytest.raises(engine.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
