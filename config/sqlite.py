"""Choose a SQLite engine that keeps what it acknowledged.

SQLite 3.7.0 to 3.51.2 can corrupt a database in WAL mode when a checkpoint and a writer race (the "WAL-reset" bug,
fixed in 3.51.3). Many systems still ship such an engine, so a newer one is swapped in before Django loads.
"""

import importlib
import sqlite3
import sys

FIXED = (3, 51, 3)


def prefer_fixed_engine():
    """Put `pysqlite3` in the place of `sqlite3` when that brings the fixed engine; otherwise change nothing."""
    if sqlite3.sqlite_version_info >= FIXED:
        return
    try:
        newer = importlib.import_module("pysqlite3")
    except ImportError:
        return
    if newer.sqlite_version_info > sqlite3.sqlite_version_info:
        sys.modules["sqlite3"] = newer
        sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")


def engine_version():
    """The version of the engine that `import sqlite3` gives now, as a tuple."""
    return sys.modules["sqlite3"].sqlite_version_info
