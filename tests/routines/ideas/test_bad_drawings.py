"""What is no drawing is refused before anything is stored; what is one is kept small and bare."""

from io import BytesIO

import pytest
from PIL import Image

from households.actions.refusal import Refused
from routines.actions.drawing import MOST_SENT, small_png
from routines.models.drawing import MOST_BYTES
from routines.words import SENTENCES
from tests.routines.ideas.files import BAD_DRAWINGS, drawn, noise


def opened(data):
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("name", BAD_DRAWINGS)
def test_what_is_no_drawing_is_refused(name):
    data, code = BAD_DRAWINGS[name]
    with pytest.raises(Refused) as refusal:
        small_png(data)
    assert refusal.value.code == code
    assert code in SENTENCES


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "P", "1", "LA", "I;16"])
def test_every_way_to_write_a_png_is_read(mode):
    into = BytesIO()
    picture = opened(drawn(mode="L", colour="black"))
    (picture.convert("I").convert("I;16") if mode == "I;16" else picture.convert(mode)).save(into, "PNG")
    kept = opened(small_png(into.getvalue()))
    assert (kept.format, kept.mode, kept.size) == ("PNG", "P", (640, 480))


@pytest.mark.parametrize(
    ("size", "kept"),
    [((640, 480), (640, 480)), ((300, 200), (300, 200)), ((1280, 960), (640, 480)), ((4096, 4096), (480, 480))],
)
def test_it_is_never_larger_than_the_paper(size, kept):
    assert opened(small_png(drawn(size))).size == kept


def test_the_worst_picture_still_fits():
    data = noise((320, 300))
    assert len(data) <= MOST_SENT
    assert len(small_png(data)) <= MOST_BYTES


def test_a_line_on_see_through_paper_lies_on_white():
    kept = opened(small_png(drawn())).convert("RGB")
    assert (kept.getpixel((600, 10)), kept.getpixel((320, 240))) == ((255, 255, 255), (255, 0, 0))


def test_nothing_it_carried_along_is_kept():
    from PIL.PngImagePlugin import PngInfo

    carried = PngInfo()
    carried.add_text("Author", "Ivy, 5, Linden Street")
    sent = drawn(pnginfo=carried, dpi=(72, 72), exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00")
    kept = small_png(sent)
    assert b"Linden" in sent
    assert b"Linden" not in kept
    assert [kept.count(name) for name in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"pHYs", b"iCCP")] == [0] * 6
    assert opened(kept).info == {}
