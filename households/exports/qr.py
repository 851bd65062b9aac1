"""A link as a picture a phone can read, drawn by the page itself: one path, no style."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET_ZONE = 4


@dataclass(frozen=True, slots=True)
class QrCode:
    """`size` is the side of the square drawing, quiet zone included; `path` draws its dark modules."""

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    """Return the picture of a text."""
    rows = list(segno.make(text, error="m", micro=False).matrix)
    return QrCode(
        size=len(rows) + 2 * QUIET_ZONE,
        path="".join(_line(row, y) for y, row in enumerate(rows, QUIET_ZONE)),
    )


def _line(row, y: int) -> str:
    strokes, x = [], QUIET_ZONE
    for dark, modules in groupby(row):
        width = len(list(modules))
        if dark:
            strokes.append(f"M{x} {y}h{width}v1h-{width}z")
        x += width
    return "".join(strokes)
