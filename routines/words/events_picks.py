"""What happened about daily picks, in words; never what somebody tapped."""

from routines.words.telling import Telling, Words, told

TELLINGS: dict[str, Telling] = {}

DONE: dict[str, Words] = {}
