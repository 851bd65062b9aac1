"""The household's verbs on routines, steps and questions."""
