"""A real server for tests: uvicorn in a process of its own, over a database of its own."""

import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UVICORN = ["-m", "uvicorn", "config.asgi:application", "--no-access-log", "--no-server-header"]
UVICORN += ["--timeout-keep-alive", "75", "--timeout-graceful-shutdown", "10", "--backlog", "4096"]


def environment(data, database):
    """The environment of a local installation that keeps its files in `data`."""
    clean = {k: v for k, v in os.environ.items() if k not in {"DEBUG", "DJANGO_SETTINGS_MODULE", "DATA_DIR"}}
    return clean | {
        "LOCAL": "1",
        "DATA_DIR": str(data),
        "DATABASE_URL": database,
        "SECRET_KEY": "only-for-served-tests-" + "x" * 50,
        "PYTHONUNBUFFERED": "1",
    }


class Served:
    """One running Rungs. `url` is where; `manage` and `python` work in its database from outside."""

    def __init__(self, data, database, **extra):
        self.data, self.url, self.process = Path(data), None, None
        self.env = environment(data, database) | extra
        self.log_file = self.data / "server.log"

    @property
    def log(self):
        """All the server has written so far."""
        return self.log_file.read_text()

    def start(self):
        """Start it on a free port (or, a second time, where it was) and wait until it answers."""
        port = self.url.rsplit(":", 1)[1] if self.url else "0"
        with self.log_file.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, *UVICORN, "--port", port], cwd=ROOT, env=self.env, stdout=log, stderr=log
            )
        deadline = time.monotonic() + 30
        while not (found := re.search(r"Uvicorn running on (http://\S+)", self.log)):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"The server did not start:\n{self.log}")
            time.sleep(0.02)
        self.url = found[1]
        return self

    def stop(self):
        """Stop it as a service manager would; insist after 15 seconds."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(15)
            self.process.kill()
            self.process.wait()

    def manage(self, *arguments):
        """Run a management command in its database; gives what it printed."""
        return self._run("manage.py", *arguments)

    def python(self, source):
        """Run a few lines of Python with Django ready, in its database; gives what they printed."""
        return self._run("-c", f"import django; django.setup()\n{source}")

    def _run(self, *arguments):
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.env | {"DJANGO_SETTINGS_MODULE": "config.settings"},
            capture_output=True,
            text=True,
            timeout=240,
        )
        if done.returncode:
            raise RuntimeError(f"{arguments} failed:\n{done.stdout}\n{done.stderr}")
        return done.stdout
