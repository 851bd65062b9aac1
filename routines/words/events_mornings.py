"""What happened in a morning, in words: started, done, changed, left."""

from routines.words.telling import Telling, Words, told

TELLINGS: dict[str, Telling] = {}

DONE: dict[str, Words] = {}
