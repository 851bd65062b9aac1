"""Families in the database of a running server, made by a process beside it: `python -m tests.browser.families`.

It reads one order a line, as JSON, and answers each with a line. Open pages hear nothing of what is done here: it comes
from outside the process that serves them, so it is just what a sleeping screen misses.
"""

import json
import sys
from datetime import date

import django


def main():
    """Take orders until there are no more."""
    django.setup()
    from tests.browser.today import Today

    families = []
    for line in sys.stdin:
        order = json.loads(line)
        try:
            if order["do"] == "make":
                families.append(Today())
                answer = {"is": len(families) - 1}
            else:
                answer = {"is": plain(done(families[order["family"]], order))}
        except Exception as error:  # told to the test, which knows what it asked for
            answer = {"error": repr(error)}
        print(json.dumps(answer), flush=True)


def done(family, order):
    """Call one of the family's methods, or look something of it up."""
    found = family
    for name in order["name"].split("."):
        found = getattr(found, name)
    if order["do"] == "look":
        return found
    about = {key: meant(family, value) for key, value in order["about"].items()}
    return found(*[meant(family, value) for value in order["args"]], **about)


def meant(family, value):
    """Return what a test's value means here: `{"named": "leo"}` is Leo, lists are of such values."""
    if isinstance(value, dict) and "named" in value:
        return getattr(family, value["named"])
    if isinstance(value, dict) and "answers" in value:
        return family.answers(*(getattr(family, name) for name in value["answers"]))
    if isinstance(value, dict) and "date" in value:
        return date.fromisoformat(value["date"])
    return value


def plain(found):
    """Return something as JSON knows it; what is stored, as its id."""
    if hasattr(found, "pk"):
        return found.pk
    if isinstance(found, (list, tuple)):
        return [plain(each) for each in found]
    return found if isinstance(found, (str, int, float, bool, type(None))) else repr(found)


if __name__ == "__main__":
    main()
