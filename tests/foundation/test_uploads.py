"""What is too big to be read is refused with a sentence, wherever it is sent."""

import pytest
from django.test import RequestFactory

from config.uploads import uploads_middleware

pytestmark = pytest.mark.django_db
TEN_MB = b"drawing=" + b"A" * 10_000_000
FORM = "application/x-www-form-urlencoded"


def sent(client, path, data=TEN_MB, **headers):
    return client.post(path, data, content_type=FORM, headers=headers)


def test_a_child_hears_what_to_do(client):
    answer = sent(client, "/tablet/m/1/idea", **{"X-Rungs-Tap": "1"})
    assert (answer.status_code, answer.content.decode()) == (413, "This is too big to send. Draw a smaller one.")


def test_without_a_script_it_is_a_page(client):
    answer = sent(client, "/tablet/m/1/idea")
    assert answer.status_code == 413
    assert "This is too big to send. Draw a smaller one." in answer.content.decode()


def test_in_a_panel_it_is_a_word_at_the_edge(client):
    answer = sent(client, "/h/1/q/1/record", **{"HX-Request": "true"})
    assert answer.status_code == 413
    assert answer.content.decode().startswith('<hx-partial hx-target="#toast"')


def test_elsewhere_it_is_a_page(client):
    answer = sent(client, "/h/1/q/1/record")
    assert (answer.status_code, "Too big to send" in answer.content.decode()) == (413, True)


def test_nothing_of_it_reaches_what_would_read_it():
    def never(request):
        raise AssertionError

    request = RequestFactory().post("/tablet/m/1/idea", TEN_MB, content_type=FORM, headers={"X-Rungs-Tap": "1"})
    assert uploads_middleware(never)(request).status_code == 413


@pytest.mark.parametrize("length", ["", "abc", "-5", "²", "12"])
def test_whatever_is_said_of_its_length_is_no_error(length):
    request = RequestFactory().post("/tablet", b"a=b", content_type=FORM)
    request.META["CONTENT_LENGTH"] = length
    assert uploads_middleware(lambda request: "read")(request) == "read"


class Cut:
    """A line that breaks off."""

    def read(self, *_size):
        raise OSError


def test_a_line_that_breaks_off_harms_nobody():
    request = RequestFactory().post("/tablet/m/1/idea", TEN_MB, content_type=FORM, headers={"X-Rungs-Tap": "1"})
    request._stream = Cut()
    assert uploads_middleware(lambda request: None)(request).status_code == 413


def test_what_fits_is_let_through(client):
    assert sent(client, "/tablet/m/1/idea", b"drawing=" + b"A" * 500_000).status_code == 404
