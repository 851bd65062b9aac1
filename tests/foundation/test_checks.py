"""Combinations that would lose something are refused at start."""

import pytest

from config import checks, sqlite


@pytest.mark.parametrize(
    ("bus", "environment", "refused"),
    [
        ("memory", {}, False),
        ("memory", {"WEB_CONCURRENCY": "1"}, False),
        ("memory", {"WEB_CONCURRENCY": "2"}, True),
        ("memory", {"UVICORN_WORKERS": "4"}, True),
        ("memory", {"WEB_CONCURRENCY": "many"}, False),
        ("redis", {"WEB_CONCURRENCY": "4"}, False),
    ],
)
def test_several_processes_need_a_bus_that_reaches_them(settings, monkeypatch, bus, environment, refused):
    settings.LIVE_BUS = bus
    for name in ("WEB_CONCURRENCY", "UVICORN_WORKERS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert [e.id for e in checks.one_process_on_the_memory_bus(None)] == ["rungs.E001"] * refused


@pytest.mark.parametrize(
    ("backend", "version", "warned"),
    [
        ("sqlite3", (3, 51, 2), True),
        ("sqlite3", (3, 51, 3), False),
        ("postgresql", (3, 40, 1), False),
    ],
)
def test_an_engine_with_the_wal_reset_bug_is_named(settings, monkeypatch, backend, version, warned):
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", f"django.db.backends.{backend}")
    monkeypatch.setattr(sqlite, "engine_version", lambda: version)
    assert [w.id for w in checks.sqlite_engine_is_fixed(None)] == ["rungs.W001"] * warned
