"""Settings are safe unless somebody asks for less."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password

ROOT = Path(__file__).resolve().parent.parent.parent


def settings_in(tmp_path, expression, **environment):
    """The value of an expression about `settings`, in a process with just this environment."""
    return subprocess.run(
        [sys.executable, "-c", f"from config import settings; print({expression})"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)} | environment,
        capture_output=True,
        text=True,
    )


def value_in(tmp_path, expression, **environment):
    done = settings_in(tmp_path, expression, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_without_a_key_it_refuses_in_one_clear_sentence(tmp_path):
    done = settings_in(tmp_path, "1")
    assert done.returncode != 0
    assert "Set SECRET_KEY to a long random text" in done.stderr


def test_a_local_key_is_made_once_and_private(tmp_path):
    first = value_in(tmp_path, "settings.SECRET_KEY", LOCAL="1")
    assert len(first) > 60
    assert value_in(tmp_path, "settings.SECRET_KEY", LOCAL="1") == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("settings.DEBUG", "False"),
        ("settings.LOCAL", "False"),
        ("settings.ALLOWED_HOSTS", "[]"),
        ("settings.SESSION_COOKIE_NAME", "__Host-rungs"),
        ("settings.CSRF_COOKIE_NAME", "__Host-csrf"),
        ("settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE", "True"),
        ("settings.SECURE_SSL_REDIRECT and settings.SECURE_HSTS_SECONDS > 0", "True"),
        ("settings.ACCOUNT_EMAIL_VERIFICATION", "none"),
        ("settings.LIVE_BUS", "memory"),
        ("settings.DATABASES['default'].get('ATOMIC_REQUESTS', False)", "False"),
    ],
)
def test_the_open_internet_is_the_default(tmp_path, expression, value):
    assert value_in(tmp_path, expression, SECRET_KEY="k" * 60) == value


def test_with_a_mail_server_addresses_are_confirmed(tmp_path):
    mail = {"EMAIL_URL": "smtp+tls://user:secret@mail.example:587", "SECRET_KEY": "k" * 60}
    assert value_in(tmp_path, "settings.ACCOUNT_EMAIL_VERIFICATION, settings.EMAIL_HOST", **mail) == (
        "mandatory mail.example"
    )


def test_postgresql_connections_are_kept_and_checked(tmp_path):
    given = {"DATABASE_URL": "postgres://rungs:secret@db.example/rungs", "SECRET_KEY": "k" * 60}
    shown = "d['CONN_MAX_AGE'], d['CONN_HEALTH_CHECKS'], d['ENGINE']"
    assert value_in(tmp_path, f"(lambda d: ({shown}))(settings.DATABASES['default'])", **given) == (
        "(600, True, 'django.db.backends.postgresql')"
    )


def test_passwords_are_kept_with_frugal_argon2():
    kept = make_password("a long enough password", hasher=_hasher())
    assert re.match(r"argon2\$argon2id\$v=19\$m=19456,t=2,p=1\$", kept)


def _hasher():
    from config.hashers import FrugalArgon2Hasher

    return FrugalArgon2Hasher()


def test_locks_name_no_place_to_download_from():
    for lock in (ROOT / "config" / "locks").glob("*.txt"):
        text = lock.read_text()
        assert "://" not in text
        assert "--index" not in text
        assert all("==" in line for line in text.splitlines() if line and not line.startswith(" "))


def test_locks_agree_with_each_other():
    def pins(name):
        lines = (ROOT / "config" / "locks" / name).read_text().splitlines()
        return {line.split("==")[0]: line.split()[0] for line in lines if "==" in line}

    run = pins("run.txt")
    for other in ("test.txt", "postgres.txt"):
        assert run.items() <= pins(other).items()
