"""What every page says to the browser."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    return client.get("/accounts/login/")


def test_the_policy_lets_a_page_load_its_own_files_and_nothing_else(page):
    policy = dict(part.strip().split(" ", 1) for part in page["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_the_plain_headers(page, name, value):
    assert page[name] == value


def test_a_page_is_kept_nowhere_unless_it_says_so(page):
    assert "no-store" in page["Cache-Control"]


def test_no_page_may_use_camera_microphone_or_place(page):
    for feature in ("camera", "microphone", "geolocation"):
        assert f"{feature}=()" in page["Permissions-Policy"]
