"""Nothing a family wrote gets into a log line."""

import json
import logging
from types import SimpleNamespace

from config.logs import AllowListFormatter

CANARY = "Zinnia"


def line(message, *args, exc_info=None, **extra):
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, message, args, exc_info)
    record.__dict__.update(extra)
    return AllowListFormatter().format(record)


def test_arguments_paths_and_exception_words_stay_out():
    request = SimpleNamespace(
        method="POST",
        path=f"/morning/{CANARY}/",
        POST={"name": CANARY},
        resolver_match=SimpleNamespace(route="morning/<str:name>/"),
    )
    try:
        raise ValueError(f"Key (name)=({CANARY}) already exists")
    except ValueError as error:
        text = line(
            "Failed: %s", CANARY, request=request, status_code=500, exc_info=(ValueError, error, error.__traceback__)
        )
    assert CANARY not in text
    told = json.loads(text)
    assert (told["event"], told["method"], told["route"], told["status"]) == (
        "Failed: %s",
        "POST",
        "morning/<str:name>/",
        500,
    )
    assert told["exception"] == "builtins.ValueError"
    assert told["at"][0].endswith("test_arguments_paths_and_exception_words_stay_out")


def test_an_object_as_message_tells_its_kind_only():
    assert json.loads(line(ValueError(CANARY)))["event"] == "ValueError"
