"""How mornings were noticed and repaired, in words; never what somebody felt."""

from routines.words.telling import Telling, Words, told

TELLINGS: dict[str, Telling] = {}

DONE: dict[str, Words] = {}
