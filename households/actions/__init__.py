"""The household's verbs: keyword-only arguments, one transaction each, time passed in."""
