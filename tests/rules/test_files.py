"""What files say they are in their first bytes."""

from struct import pack

import pytest

from routines.rules import png, sound

START = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
REST = b"\x08\x06\x00\x00\x00\x00\x00\x00\x00"


def header(width, height):
    return START + pack(">II", width, height) + REST


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (header(640, 480), (640, 480)),
        (header(2**32 - 1, 1), (2**32 - 1, 1)),
        (header(640, 480)[:-10], None),
        (b"", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff\xe0" + header(1, 1), None),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='640'/>", None),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rtEXt" + header(1, 1)[16:], None),
    ],
)
def test_how_large_a_png_says_it_is(data, size):
    assert png.size(data) == size


@pytest.mark.parametrize(
    ("size", "fits"),
    [((1, 1), True), ((4096, 4096), True), ((4097, 1), False), ((1, 4097), False), ((0, 9), False), ((9, 0), False)],
)
def test_what_may_be_unpacked(size, fits):
    assert png.fits(*size) is fits


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm", "audio/webm"),
        (b"\x1a\x45\xdf\xa3\x9fB\x82\x88matroska", None),
        (b"OggS\x00\x02", "audio/ogg"),
        (b"\x00\x00\x00\x1cftypM4A ", "audio/mp4"),
        (b"RIFF\x00\x00\x00\x00WAVE", None),
        (b"<html>webm", None),
        (b"", None),
        (b"abc", None),
    ],
)
def test_what_kind_of_sound_it_is(data, kind):
    assert sound.kind_of(data) == kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [("audio/webm;codecs=opus", "audio/webm"), (" Audio/MP4 ", "audio/mp4"), ("", ""), ("text/html", "text/html")],
)
def test_what_a_browser_says_it_is(said, kind):
    assert sound.claimed(said) == kind
