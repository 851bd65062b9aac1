"""Who is here when, and pauses, in words."""

from routines.words.telling import Telling, Words, told

TELLINGS: dict[str, Telling] = {}

DONE: dict[str, Words] = {}
