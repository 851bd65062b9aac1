"""The settings under test: the real ones, with quick passwords and files that need no collecting."""

import atexit
import os
import shutil
import tempfile

os.environ["LOCAL"] = "1"
os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "x" * 50)
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="rungs-tests-")
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)

from config.settings import *  # noqa: E402, F403
from config.settings import DATA_DIR, DATABASES, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True

# A file, not memory: threads then meet the same locks as in a kitchen. Nothing has to survive, so nothing is synced.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = DATABASES["default"]["OPTIONS"]["init_command"].replace(
        "synchronous=FULL", "synchronous=OFF"
    )
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 0}
