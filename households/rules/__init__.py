"""The rules of living together in one household. Pure: standard library only, values in, verdicts out."""
