"""Log lines made of an allow-list, so that no name, address or note of a family gets into a log."""

import json
import logging
import traceback


class AllowListFormatter(logging.Formatter):
    """One JSON object a line: when, how bad, from where, the fixed part of the message, and the code that failed.

    The message's arguments, the path, the query, the body, cookies and the words of an exception are left out: all of
    them can hold what a family wrote. A route (`morning/<uuid:pk>/`) says which page it was without saying whose.
    """

    def format(self, record):
        """Build the line of one record."""
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "event": record.msg if isinstance(record.msg, str) else type(record.msg).__name__,
        }
        if request := getattr(record, "request", None):
            line["method"] = getattr(request, "method", None)
            line["route"] = getattr(getattr(request, "resolver_match", None), "route", None)
        if status := getattr(record, "status_code", None):
            line["status"] = status
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            line["exception"] = f"{kind.__module__}.{kind.__qualname__}"
            line["at"] = [f"{f.filename}:{f.lineno} {f.name}" for f in _telling(traceback.extract_tb(trace))]
        return json.dumps(line)


def _telling(frames):
    """Our own part of the way to a failure, and the place where it happened."""
    ours = [frame for frame in frames[:-1] if "site-packages" not in frame.filename]
    return [*ours[-6:], *frames[-1:]]
