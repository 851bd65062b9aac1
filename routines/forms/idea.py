"""Reads an idea as a tablet sends it: words, a picture's name, and a drawing as text."""

from base64 import b64decode
from binascii import Error

from django.http import HttpRequest

from households.actions.refusal import Refused
from routines.actions.drawing import MOST_SENT

BEFORE = "data:image/png;base64,"
# Four letters stand for three bytes.
MOST_LETTERS = len(BEFORE) + MOST_SENT * 4 // 3 + 4


def drawing_sent(request: HttpRequest) -> bytes:
    """Return the drawing that was sent, as a file or as text, so that it can wait among the taps of a tablet without
    a net. Nothing is b"".

    Raises `Refused` for one too big to look at, and for text that is none.
    """
    file = request.FILES.get("drawing")
    if file is not None:
        return _not_empty(file.read(MOST_SENT + 1))
    text = request.POST.get("drawing", "")
    if len(text) > MOST_LETTERS:
        raise Refused("drawing_too_big")
    try:
        return b64decode(text.removeprefix(BEFORE), validate=True)
    except (Error, ValueError) as broken:
        raise Refused("drawing_broken") from broken


def _not_empty(data: bytes) -> bytes:
    if not data:
        raise Refused("drawing_empty")
    return data
