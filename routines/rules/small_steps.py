"""What a step unfolds into for whoever wants it smaller: a few short lines."""

MOST = 8
LONGEST = 60


def lines(text: str) -> tuple[str, ...]:
    """Return the small steps somebody wrote, one a line; blank lines are none."""
    return tuple(line for each in text.splitlines() if (line := each.strip()))
