"""Cells of a CSV file that are opened as they were meant: as words."""

# What a spreadsheet takes for a formula when a cell begins with it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(value: object) -> object:
    """Return a cell no spreadsheet takes for a formula: a text that looks like one is led by an apostrophe."""
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else value
