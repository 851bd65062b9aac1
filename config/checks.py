"""System checks: combinations of settings that would lose something are refused at start."""

import os

from django.conf import settings
from django.core.checks import Error, Warning, register

from config import sqlite


def _count(name):
    value = os.environ.get(name, "")
    return int(value) if value.isdigit() else 1


@register()
def one_process_on_the_memory_bus(app_configs, **kwargs):
    """The memory bus reaches only the screens of its own process; with several, taps would not arrive."""
    asked = max(_count("WEB_CONCURRENCY"), _count("UVICORN_WORKERS"))
    if settings.LIVE_BUS != "memory" or asked <= 1:
        return []
    return [
        Error(
            f"{asked} server processes were asked for, but live updates use the memory bus, which reaches one process.",
            hint="Run one process (unset WEB_CONCURRENCY and UVICORN_WORKERS), or name a bus for them all in LIVE_BUS.",
            id="rungs.E001",
        )
    ]


@register()
def sqlite_engine_is_fixed(app_configs, **kwargs):
    """Warn when the SQLite engine in use still has the WAL-reset bug."""
    uses_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not uses_sqlite or sqlite.engine_version() >= sqlite.FIXED:
        return []
    return [
        Warning(
            "The SQLite engine is {}.{}.{}; before 3.51.3 a rare race can damage the database.".format(
                *sqlite.engine_version()
            ),
            hint="Install a newer SQLite, the pysqlite3 package, or use PostgreSQL.",
            id="rungs.W001",
        )
    ]
