"""Six digits typed on a tablet: what fits, and the growing waits for guessing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from households.actions import guesses, pairing
from households.actions.guesses import guessed_right, guessed_wrong, may_guess
from households.actions.refusal import Refused
from households.models import Pairing
from tests.cast import found
from tests.households.doors import tap, words_of
from tests.households.kitchen import offered, tablet_client

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def typed(digits, address="192.0.2.1", client=None):
    return (client or tablet_client()).post("/tablet/digits", {"digits": digits, "tap": tap()}, REMOTE_ADDR=address)


def wrong_for(offer):
    return "000000" if offer.digits != "000000" else "111111"


def waits(address, at=NOW):
    try:
        may_guess(address, at)
    except Refused as refused:
        return refused.code, refused.params["seconds"]
    return "", 0


@pytest.mark.parametrize("written", ["{a}{b}", " {a} {b} ", "{a}-{b}", "{a}.{b}", "{a}\u00a0{b}"])
def test_right_digits(cast, written):
    offer = offered(cast.maya)
    answer = typed(written.format(a=offer.digits[:3], b=offer.digits[3:]))
    assert answer["Location"] == "/tablet"
    assert Pairing.objects.get().claimed_at


@pytest.mark.parametrize("written", ["", "12345", "1234567", "abcdef", "12 34 5x", "١٢٣٤٥٦", "1" * 3000, "\x00"])
def test_what_is_not_six_digits(cast, written):
    offered(cast.maya)
    answer = typed(written)
    assert answer.status_code == 422
    assert "Type the six digits from the other screen." in words_of(answer)
    assert settings.TABLET_COOKIE_NAME not in answer.cookies


def test_wrong_digits(cast):
    answer = typed(wrong_for(offered(cast.maya)))
    assert answer.status_code == 422
    assert "This code does not fit." in words_of(answer)
    assert Pairing.objects.get().claimed_at is None


def test_five_wrong_ones_and_then_even_the_right_ones_wait(cast):
    offer = offered(cast.maya)
    for _ in range(5):
        assert typed(wrong_for(offer)).status_code == 422
    answer = typed(offer.digits)
    assert answer.status_code == 429
    assert 25 <= int(answer["Retry-After"]) <= 30
    assert "Have a little rest: try again in" in words_of(answer)
    assert Pairing.objects.get().claimed_at is None
    assert typed(offer.digits, "192.0.2.99").status_code == 302  # a neighbour's guessing does not lock others out


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(4, 0), (5, 30), (6, 60), (7, 120), (8, 300), (20, 300)], ids=lambda each: str(each)
)
def test_waits_grow(wrong, seconds):
    for _ in range(wrong):
        guessed_wrong("192.0.2.1", NOW)
    assert waits("192.0.2.1") == (("digits_wait", seconds) if seconds else ("", 0))
    assert waits("192.0.2.1", NOW + timedelta(seconds=seconds)) == ("", 0)


def test_right_digits_forget_the_wrong_ones(cast):
    for _ in range(4):
        guessed_wrong("192.0.2.1", NOW)
    guessed_right("192.0.2.1")
    guessed_wrong("192.0.2.1", NOW)
    assert waits("192.0.2.1") == ("", 0)


def test_guessing_from_everywhere_waits_too(cast):
    for number in range(51):
        guessed_wrong(f"192.0.2.{number}", NOW)
    assert waits("198.51.100.1") == ("digits_wait_all", 30)
    offer = offered(cast.maya)
    cache.clear()
    for number in range(51):
        typed(wrong_for(offer), f"192.0.2.{number}")
    answer = typed(offer.digits, "198.51.100.1")
    assert answer.status_code == 429
    assert "or scan the square picture" in words_of(answer)
    assert tablet_client().post(f"/tablet/pair/{offer.key}", {"tap": tap()}).status_code == 302


def test_a_home_with_ipv6_is_one_address():
    for number in range(5):
        guessed_wrong(f"2001:db8:1:1::{number:x}", NOW)
    assert waits("2001:db8:1:1:ffff::1")[0] == "digits_wait"
    assert waits("2001:db8:1:2::1") == ("", 0)


def test_no_address_at_all_is_counted_too():
    for _ in range(5):
        guessed_wrong("", NOW)
    assert waits("not an address")[0] == "digits_wait"


def test_many_at_once_are_all_counted():
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: guessed_wrong("192.0.2.1", NOW), range(8)))
    assert cache.get(guesses._key(guesses.DIGITS, "wrong", "192.0.2.1")) == 8


def test_digits_of_two_households_at_once_fit_neither(cast, monkeypatch):
    monkeypatch.setattr(pairing, "_free_digits", lambda at: "123456")
    offered(cast.maya)
    offered(cast.neighbour)
    assert typed("123456").status_code == 422
    assert not Pairing.objects.exclude(claimed_at=None).exists()


def test_digits_that_are_in_use_are_not_given_out_again(cast, monkeypatch):
    drawn = iter([7, 7, 8])
    monkeypatch.setattr(pairing, "randbelow", lambda top: next(drawn) if top == 10**6 else 0)
    assert offered(cast.maya).digits == "000007"
    assert offered(cast.neighbour).digits == "000008"


def test_digits_that_were_given_out_before_count_for_the_new_one(monkeypatch, cast):
    monkeypatch.setattr(pairing, "_free_digits", lambda at: "123456")
    offered(cast.neighbour, timezone.now() - timedelta(minutes=11))
    mine = offered(found("Elsewhere", founder="Uma"))
    assert typed("123456").status_code == 302
    assert Pairing.objects.exclude(claimed_at=None).get().id == mine.pairing.id
