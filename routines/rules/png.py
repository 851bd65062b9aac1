"""What a PNG says about itself in its first bytes, read before anything is unpacked."""

from struct import unpack

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEADER = len(SIGNATURE) + 8 + 13  # the signature, then the length, name and content of the first chunk
MOST_SIDE = 4096


def size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, or None where it is no PNG."""
    if len(data) < HEADER or not data.startswith(SIGNATURE) or data[8:16] != b"\x00\x00\x00\rIHDR":
        return None
    return unpack(">II", data[16:24])


def fits(width: int, height: int) -> bool:
    """Return whether a picture of this size may be unpacked: a few bytes can claim gigabytes."""
    return 0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE
