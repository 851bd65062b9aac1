"""Start Rungs on this machine: `python -m config.serve`.

One process does everything: it brings the database up to date, collects static files when they changed, loads the demo
household the first time (on one's own machine only), says where to look, and serves.
"""

import hashlib
import os
import socket
import sys
from pathlib import Path

EVERYWHERE = "0.0.0.0"  # noqa: S104, only when asked for
SERVER = {
    "timeout_keep_alive": 75,
    "timeout_graceful_shutdown": 10,
    "backlog": 4096,
    "server_header": False,
    "access_log": False,
    "log_config": None,
    "lifespan": "on",
}


def main():
    """Prepare, then serve until stopped."""
    host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8000"))
    names = ["localhost", own_address()] if host == EVERYWHERE else [host.replace("127.0.0.1", "localhost")]
    if host == EVERYWHERE and os.environ.get("LOCAL") == "1":
        os.environ.setdefault("ALLOWED_HOSTS", ",".join([*names, "127.0.0.1", ".local"]))
    prepare()
    print("\nRungs is at", " and ".join(f"http://{name}:{port}" for name in names))
    print("Stop it with Ctrl+C; what you change is kept.", flush=True)

    import uvicorn

    reload = os.environ.get("RELOAD") == "1"
    uvicorn.run("config.asgi:application", host=host, port=port, reload=reload, **SERVER)


def prepare():
    """Bring database and static files up to date; on one's own machine, see that there is something to look at."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import BaseCommand, call_command

    BaseCommand().check()
    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
    collect(settings)
    if settings.LOCAL:
        call_command("demo", if_empty=True)


def own_address():
    """The address at which the tablet finds this machine; nothing is sent to learn it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return probe.getsockname()[0]


def collect(settings):
    """Collect static files when they, or what shapes them, changed since the last time."""
    from django.core.management import call_command

    if settings.DEBUG:
        return
    stamp, now = settings.STATIC_ROOT / ".stamp", fingerprint(settings)
    if stamp.exists() and stamp.read_text() == now:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0, skip_checks=True)
    stamp.write_text(now)


def fingerprint(settings):
    """A short text that changes when any static file does."""
    seen = hashlib.sha256(sys.version.encode())
    places = [*map(Path, settings.STATICFILES_DIRS), settings.BASE_DIR / "config"]
    for file in sorted(file for place in places for file in place.rglob("*") if file.is_file()):
        if "__pycache__" not in file.parts:
            facts = file.stat()
            seen.update(f"{file}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return seen.hexdigest()


if __name__ == "__main__":
    main()
