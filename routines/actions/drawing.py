"""Drawings: from whatever a browser sent to a small PNG that holds nothing but the picture."""

from io import BytesIO

from PIL import Image

from households.actions.refusal import Refused
from routines.actions.stage import Stage
from routines.models import Drawing
from routines.models.drawing import HEIGHT, MOST_BYTES, WIDTH
from routines.rules import png

MOST_SENT = 300_000
# How it is made smaller until it fits: part of its size, and how many colours.
SMALLER = ((1, 64), (1, 16), (0.75, 16), (0.5, 16), (0.35, 8))


def small_png(data: bytes) -> bytes:
    """Return a drawing as it is kept: at most 640 x 480, in a palette, on white, without anything it carried along.

    Raises `Refused` for what is too big, no PNG, broken, or empty. Its size in pixels is looked at before it is
    unpacked.
    """
    if len(data) > MOST_SENT:
        raise Refused("drawing_too_big")
    size = png.size(data)
    if size is None:
        raise Refused("drawing_not_png")
    if not png.fits(*size):
        raise Refused("drawing_too_wide")
    picture = _on_white(data)
    if picture.getcolors(1):
        raise Refused("drawing_empty")
    sizes = (_packed(picture, part, colours) for part, colours in SMALLER)
    return next(packed for packed in sizes if len(packed) <= MOST_BYTES)


def keep_drawing(scene: Stage, packed: bytes) -> Drawing:
    """Keep a drawing of the speaker's, made small before."""
    return Drawing.objects.create(
        household_id=scene.actor.household_id, member_id=scene.speaker.id, png=packed, made_at=scene.at
    )


def _on_white(data: bytes) -> Image.Image:
    """Unpack a drawing and lay it on white paper: what is see-through would vanish on a dark page."""
    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as sent:
            sent.load()
            sent.thumbnail((WIDTH, HEIGHT))
            drawn = sent.convert("RGBA")
    except Exception as broken:  # whatever a decoder stumbles over, it is a broken picture
        raise Refused("drawing_broken") from broken
    paper = Image.new("RGB", drawn.size, "white")
    paper.paste(drawn, mask=drawn.getchannel("A"))
    return paper


def _packed(picture: Image.Image, part: float, colours: int) -> bytes:
    width, height = (max(1, round(side * part)) for side in picture.size)
    small = picture if part == 1 else picture.resize((width, height))
    packed = BytesIO()
    small.quantize(colours, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()
