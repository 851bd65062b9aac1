import gzip

import brotli
import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from config.compression import compression_middleware

PAGE = "<p>Get dressed</p>" * 200


def answer(accept: str, content: str = PAGE, **headers):
    request = RequestFactory().get("/", headers={"accept-encoding": accept})
    return compression_middleware(lambda _: HttpResponse(content, headers=headers))(request)


def test_brotli_where_the_browser_reads_it():
    response = answer("gzip, deflate, br, zstd")
    assert response["Content-Encoding"] == "br"
    assert brotli.decompress(response.content).decode() == PAGE
    assert response["Content-Length"] == str(len(response.content))
    assert "Accept-Encoding" in response["Vary"]


def test_gzip_otherwise():
    response = answer("gzip")
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).decode() == PAGE


@pytest.mark.parametrize("accept", ["", "identity", "br;q=0, gzip;q=0"])
def test_plain_for_those_who_cannot(accept):
    response = answer(accept)
    assert not response.has_header("Content-Encoding")
    assert response.content.decode() == PAGE


def test_small_answers_and_files_are_left_alone():
    assert not answer("br", "short").has_header("Content-Encoding")
    assert not answer("br", PAGE, **{"Content-Type": "image/png"}).has_header("Content-Encoding")
    assert answer("br", PAGE, **{"Content-Encoding": "gzip"})["Content-Encoding"] == "gzip"
