"""Fixtures for all tests. Browser tests come last: their event loop would be in the way of others in the process."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit, urlunsplit

import pytest
from hypothesis import HealthCheck, settings

from tests.memory import forget_everything
from tests.serving import Served

BROWSER_TESTS = Path(__file__).parent / "browser"

# How long an example takes says something about the machine, nothing about the rule.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.path.is_relative_to(BROWSER_TESTS))


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Forget what was read: a test that rolls back brings revisions back that mean something else."""
    forget_everything()


class SqliteFiles:
    """Databases as files: a new one is a copy of a prepared one."""

    def url(self, data):
        return f"sqlite:///{data}/rungs.sqlite3"

    def copy(self, source, target):
        shutil.copy(source / "rungs.sqlite3", target)

    def drop(self, data):
        """The folder goes, and the file with it."""


class PostgresDatabases:
    """Databases beside the one named by DATABASE_URL: a new one is made from a prepared one."""

    def __init__(self, url):
        self.parts = urlsplit(url)

    def url(self, data):
        return urlunsplit(self.parts._replace(path=f"/{self.name(data)}"))

    def name(self, data):
        return f"rungs_served_{os.getpid()}_{data.name}".replace("-", "_").lower()[:63]

    def copy(self, source, target):
        self.run(f'CREATE DATABASE "{self.name(target)}" TEMPLATE "{self.name(source)}"')

    def create(self, data):
        self.run(f'CREATE DATABASE "{self.name(data)}"')

    def drop(self, data):
        self.run(f'DROP DATABASE IF EXISTS "{self.name(data)}" WITH (FORCE)')

    def run(self, statement):
        import psycopg

        with psycopg.connect(urlunsplit(self.parts), autocommit=True) as connection:
            connection.execute(statement)


def _databases():
    url = os.environ.get("DATABASE_URL", "")
    return PostgresDatabases(url) if url.startswith("postgres") else SqliteFiles()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """Two installations nobody uses: one with empty tables, one with the demo; static files collected once."""
    databases = _databases()
    folders = SimpleNamespace(
        empty=tmp_path_factory.mktemp("empty"), demo=tmp_path_factory.mktemp("demo"), databases=databases, ready=set()
    )
    if isinstance(databases, PostgresDatabases):
        databases.create(folders.empty)
    empty = Served(folders.empty, databases.url(folders.empty))
    empty.python(
        "from django.core.management import call_command as call\n"
        "call('migrate', verbosity=0)\ncall('collectstatic', interactive=False, verbosity=0)\n"
    )
    yield folders
    databases.drop(folders.demo)
    databases.drop(folders.empty)


@contextmanager
def servers(prepared, tmp_path_factory):
    """Let servers be started, each over a database of its own; all are stopped at the end."""
    started, databases = [], prepared.databases

    def furnish(name, source):
        data = tmp_path_factory.mktemp(name) if isinstance(name, str) else name
        databases.copy(source, data)
        (data / "static").symlink_to(prepared.empty / "static")
        return data

    def make(*, demo=False, start=True, **settings):
        if demo and "demo" not in prepared.ready:
            furnish(prepared.demo, prepared.empty)
            Served(prepared.demo, databases.url(prepared.demo)).manage("demo", "--if-empty")
            prepared.ready.add("demo")
        data = furnish("served", prepared.demo if demo else prepared.empty)
        server = Served(data, databases.url(data), **settings)
        started.append(server)
        return server.start() if start else server

    yield make
    for server in started:
        server.stop()
        databases.drop(server.data)


@pytest.fixture
def make_served(prepared, tmp_path_factory):
    """Start servers: `make_served()`, `make_served(demo=True)`, with settings as `make_served(LIVE_BUS="memory")`."""
    with servers(prepared, tmp_path_factory) as make:
        yield make


@pytest.fixture
def served(make_served):
    """A running Rungs with empty tables; `served.url` is its address."""
    return make_served()


@pytest.fixture
def served_demo(make_served):
    """A running Rungs with the demo household."""
    return make_served(demo=True)
