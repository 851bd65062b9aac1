"""Processes under load: started on a core of their own, watched through /proc, stopped by their number only."""

import os
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
SERVER_CORE, CLIENT_CORE = (CORES[0], CORES[1]) if len(CORES) > 1 else (None, None)
TICKS = os.sysconf("SC_CLK_TCK")


def stay_on(core):
    """Bind the calling process to one core, where there are two to choose from."""
    if core is not None:
        os.sched_setaffinity(0, {core})


def allow_files(wanted=25_000):
    """Raise the number of files (sockets, too) this process may open; returns what it got."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return allowed


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(data):
    """A local installation that keeps everything in `data`."""
    unwanted = {"DEBUG", "DJANGO_SETTINGS_MODULE", "DATABASE_URL", "WEB_CONCURRENCY"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return kept | {"LOCAL": "1", "DATA_DIR": str(data), "SECRET_KEY": "only-for-measuring-" + "x" * 50}


class Server:
    """One uvicorn process with the options the product runs with."""

    def __init__(self, application, env):
        self.application, self.env = application, env
        self.port = free_port()
        self.log = Path(env["DATA_DIR"]) / f"server-{self.port}.log"

    def start(self):
        """Start it and wait until it answers."""
        command = [
            *(sys.executable, "-m", "uvicorn", self.application, "--port", str(self.port)),
            *("--timeout-keep-alive", "75", "--timeout-graceful-shutdown", "10", "--backlog", "4096"),
            *("--no-access-log", "--no-server-header", "--log-level", "warning"),
        ]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.env, preexec_fn=self._prepare, stdout=log, stderr=log
            )
        deadline = time.monotonic() + 60
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self.application} did not start:\n{self.complaints()}")
            time.sleep(0.05)
        return self

    def stop(self):
        """Ask it to stop, and return how many seconds that took."""
        began = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return time.monotonic() - began

    def complaints(self):
        """The last it wrote; nothing when all is well."""
        return self.log.read_text()[-2000:]

    def cpu(self):
        """Seconds of processor time it has used."""
        fields = self._proc("stat").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self):
        """Its resident memory, in KiB."""
        return self._status("VmRSS")

    def threads(self):
        return self._status("Threads")

    def connections(self):
        """How many connections to the SQLite database it holds."""
        folder = Path(f"/proc/{self.process.pid}/fd")
        files = [os.readlink(entry) for entry in folder.iterdir() if entry.is_symlink()]
        return sum(file.endswith(".sqlite3") for file in files)

    def _prepare(self):
        stay_on(SERVER_CORE)
        allow_files()

    def _answers(self):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}/about", timeout=5).read()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True

    def _proc(self, name):
        return Path(f"/proc/{self.process.pid}/{name}").read_text()

    def _status(self, name):
        return int(self._proc("status").split(f"{name}:")[1].split()[0])
