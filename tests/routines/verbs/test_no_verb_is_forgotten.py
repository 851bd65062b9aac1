import inspect
import pkgutil
from importlib import import_module

import routines.actions
from tests.routines.verbs.every import VERBS

NO_VERB = {"stage", "morning_stage", "pick_stage", "bundle_stage"}
MADE_OF_VERBS = {"begin_from_starter", "choose_again"}


def _verbs():
    for found in pkgutil.iter_modules(routines.actions.__path__):
        module = import_module(f"routines.actions.{found.name}")
        for name, thing in inspect.getmembers(module, inspect.isfunction):
            given = set(inspect.signature(thing).parameters)
            ours = thing.__module__ == module.__name__ and not name.startswith("_")
            if ours and {"actor", "at", "tap"} <= given:
                yield name


def test_every_verb_is_tried():
    assert set(_verbs()) - NO_VERB - MADE_OF_VERBS == set(VERBS)
