"""Files somebody might send as a drawing or a recording: good ones, and the whole rogues' gallery."""

import zlib
from base64 import b64encode
from io import BytesIO
from struct import pack

from PIL import Image, ImageDraw

WEBM = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm" + bytes(200)
OGG = b"OggS\x00\x02" + bytes(200)
MP4 = b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00" + bytes(200)


def drawn(size=(640, 480), *, mode="RGBA", colour="red", form="PNG", **more) -> bytes:
    """Return a picture with a line across it."""
    picture = Image.new(mode, size, (255, 255, 255, 0) if mode == "RGBA" else "white")
    ImageDraw.Draw(picture).line((5, 5, size[0] - 5, size[1] - 5), fill=colour, width=14)
    return _saved(picture, form, **more)


def noise(size=(640, 480)) -> bytes:
    """Return the picture that packs worst: dots of every colour."""
    dots = bytes((n * n * 31 + n // 7) % 251 for n in range(size[0] * size[1] * 3))
    return _saved(Image.frombytes("RGB", size, dots), "PNG")


def empty(colour="white") -> bytes:
    return _saved(Image.new("RGB", (640, 480), colour), "PNG")


def chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def claims(width: int, height: int, data: bytes = b"") -> bytes:
    """Return a PNG that says how large it is, whatever it holds."""
    head = chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b"")


def pixel_bomb() -> bytes:
    """Return a small PNG whose pixels unpack to far more than its size says; what it shows is nothing at all."""
    return claims(16, 16, bytes(50_000_000))


def text_bomb() -> bytes:
    """Return a small PNG that carries a text of 100 MB, packed."""
    data = drawn()
    packed = chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(100_000_000), 9))
    return data[:33] + packed + data[33:]


def as_text(data: bytes) -> str:
    """Return a drawing as the tablet sends it."""
    return "data:image/png;base64," + b64encode(data).decode()


def _saved(picture, form, **more) -> bytes:
    into = BytesIO()
    picture.save(into, form, **more)
    return into.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"

# name: (bytes, why it is refused)
BAD_DRAWINGS = {
    "ten megabytes": (drawn() + bytes(10_000_000), "drawing_too_big"),
    "just too big": (drawn() + bytes(300_001 - len(drawn())), "drawing_too_big"),
    "a JPEG": (drawn(mode="RGB", form="JPEG"), "drawing_not_png"),
    "a GIF": (drawn(mode="RGB", form="GIF"), "drawing_not_png"),
    "a WebP": (drawn(form="WEBP"), "drawing_not_png"),
    "an SVG": (SVG, "drawing_not_png"),
    "a page": (HTML, "drawing_not_png"),
    "a PNG's beginning": (drawn()[:8], "drawing_not_png"),
    "cut in its header": (drawn()[:28], "drawing_not_png"),
    "cut in the middle": (drawn()[: len(drawn()) // 2], "drawing_broken"),
    "without its pixels": (claims(640, 480), "drawing_broken"),
    "with a page for pixels": (claims(640, 480)[:33] + HTML, "drawing_broken"),
    "wrong sums": (drawn().replace(b"IDAT", b"IDAU"), "drawing_broken"),
    "wide beyond measure": (claims(2**31 - 1, 2**31 - 1), "drawing_too_wide"),
    "one dot too wide": (claims(4097, 1), "drawing_too_wide"),
    "no dot wide": (claims(0, 480), "drawing_too_wide"),
    "a pixel bomb": (pixel_bomb(), "drawing_empty"),
    "a text bomb": (text_bomb(), "drawing_broken"),
    "white paper": (empty(), "drawing_empty"),
    "black paper": (empty("black"), "drawing_empty"),
    "nothing but air": (_saved(Image.new("RGBA", (640, 480)), "PNG"), "drawing_empty"),
}
