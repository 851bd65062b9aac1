"""The mirror: what a household's days can tell of themselves. Facts in, counts out; nothing scores, nothing ranks."""
