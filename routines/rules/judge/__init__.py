"""The rules deed by deed. Each module holds two tables of checks.

`MAY` says who may do a deed and when; `ENOUGH` what must be filled in for it. A check looks at the
situation and returns the refusal, or None to let it pass. `routines.rules.ladder` asks them.
"""
