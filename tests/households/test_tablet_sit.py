"""Sitting down at a tablet: tapping a face, perhaps three pictures, and leaving."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from households.access import stream_viewer
from households.actions.people import remove_member
from households.actions.picture_codes import set_code
from households.actions.refusal import Refused
from households.actions.sitting import leave, sit
from households.actions.tablets import change_tablet
from households.live.outlet import listening
from households.models import Event, Member, PictureCode, Tablet
from households.rules.tablets import GRID
from tests.cast import as_actor, assemble, fresh
from tests.households.doors import words_of
from tests.households.kitchen import CODE, WRONG, paired, sat_down, tablet_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def kitchen(cast):
    return paired(cast.maya)


@pytest.fixture
def ivys_code(cast):
    return set_code(actor=as_actor(cast.maya), member_id=cast.ivy.id, code=CODE, at=timezone.now())


def tapped(client, member, code=()):
    return client.post(f"/tablet/sit/{member.id}", {"code": list(code)})


def seat(key=None):
    return Tablet.objects.get().seat_id


def later(**time):
    """Let time pass for whoever waits."""
    code = PictureCode.objects.get()
    PictureCode.objects.update(wait_until=code.wait_until and code.wait_until - timedelta(**time))


def test_a_tap_on_a_face(cast, kitchen):
    before = fresh(cast.maya).household.revision
    browser = sat_down(kitchen[1], cast.ivy)
    assert seat() == cast.ivy.id
    assert browser.get(f"/tablet/m/{cast.ivy.id}").status_code == 200
    assert fresh(cast.maya).household.revision == before
    assert not Event.objects.filter(actor=cast.ivy).exists()


def test_a_tablet_that_was_switched_off_shows_its_faces_again(cast, kitchen):
    """Nobody finds the page of the child who sat there last, and that child's taps still count."""
    browser = sat_down(kitchen[1], cast.ivy)
    long_ago = timezone.now() - timedelta(minutes=11)
    Tablet.objects.update(last_seen_at=long_ago, seat_at=long_ago)
    assert browser.get(f"/tablet/m/{cast.ivy.id}")["Location"] == "/tablet"
    assert seat() is None


def test_who_goes_on_sitting_keeps_the_seat(cast, kitchen):
    browser = sat_down(kitchen[1], cast.ivy)
    Tablet.objects.update(seat_at=timezone.now() - timedelta(minutes=30))
    assert browser.get(f"/tablet/m/{cast.ivy.id}").status_code == 200


def test_only_who_sits_sees_their_page(cast, kitchen):
    browser = sat_down(kitchen[1], cast.ivy)
    assert browser.get(f"/tablet/m/{cast.bo.id}")["Location"] == "/tablet"
    tapped(browser, cast.bo)
    assert browser.get(f"/tablet/m/{cast.ivy.id}")["Location"] == "/tablet"
    assert browser.get(f"/tablet/m/{cast.bo.id}").status_code == 200


def test_leaving(cast, kitchen):
    browser = sat_down(kitchen[1], cast.ivy)
    assert browser.get("/tablet/here").json()["member"] == cast.ivy.id
    assert browser.post("/tablet/leave")["Location"] == "/tablet"
    assert seat() is None
    assert browser.get(f"/tablet/m/{cast.ivy.id}")["Location"] == "/tablet"
    assert browser.get("/tablet/here").json()["member"] is None
    assert browser.post("/tablet/leave").status_code == 302  # twice is fine
    assert browser.get("/tablet/leave").status_code == 405


def test_a_face_without_a_code_needs_no_page(cast, kitchen):
    assert tablet_client(kitchen[1]).get(f"/tablet/sit/{cast.ivy.id}")["Location"] == "/tablet"
    assert seat() is None


def test_a_fresh_token_for_kept_taps(cast, kitchen):
    browser = tablet_client(kitchen[1], enforce_csrf_checks=True)
    token = browser.get("/tablet/here").json()["token"]
    assert browser.post(f"/tablet/sit/{cast.ivy.id}").status_code == 403
    assert browser.post(f"/tablet/sit/{cast.ivy.id}", headers={"X-CSRFToken": token}).status_code == 302


@pytest.mark.parametrize("who", ["maya", "nana", "their_child"])
def test_whose_face_is_on_no_tablet(cast, kitchen, who):
    for answer in (
        tapped(tablet_client(kitchen[1]), getattr(cast, who)),
        tablet_client(kitchen[1]).get(f"/tablet/sit/{getattr(cast, who).id}"),
    ):
        assert answer.status_code == 404
        assert "This face is not on this tablet. Ask a grown-up if it should be." in words_of(answer)
        assert "/accounts/" not in answer.content.decode()
    assert seat() is None


def test_a_face_that_is_not_on_this_tablet(cast, kitchen):
    change_tablet(
        actor=as_actor(cast.maya), tablet_id=kitchen[0].id, name="Kitchen", hidden=[cast.bo.id], at=timezone.now()
    )
    assert "This face is not on this tablet." in words_of(tapped(tablet_client(kitchen[1]), cast.bo))
    assert tapped(tablet_client(kitchen[1]), cast.ivy).status_code == 302


def test_somebody_who_left_while_they_sat(cast, kitchen):
    browser = sat_down(kitchen[1], cast.ivy)
    remove_member(actor=as_actor(cast.maya), member_id=cast.ivy.id, at=timezone.now())
    assert seat() is None
    assert browser.get(f"/tablet/m/{cast.ivy.id}")["Location"] == "/tablet"
    assert "Ivy" not in words_of(browser.get("/tablet"))
    gone = tapped(browser, cast.ivy)
    assert gone.status_code == 404
    assert "This face is not on this tablet." in words_of(gone)
    assert (
        stream_viewer({"rungs-tablet": kitchen[1]}, cast.household.id, {"page": "seat", "member": str(cast.ivy.id)})
        is None
    )


def test_the_nine_pictures_change_places(cast, kitchen, ivys_code):
    browser = tablet_client(kitchen[1])
    orders = set()
    for _ in range(12):
        page = browser.get(f"/tablet/sit/{cast.ivy.id}")
        assert page.status_code == 200
        names = tuple(each.name for each in page.context["pictures"])
        assert sorted(names) == sorted(GRID)
        orders.add(names)
    assert len(orders) > 6


def test_picture_by_picture_as_without_scripts(cast, kitchen, ivys_code):
    browser, data = tablet_client(kitchen[1]), {"seed": "7"}
    orders = []
    for number in (1, 2):
        page = browser.post(f"/tablet/sit/{cast.ivy.id}", data | {"code": list(CODE[:number])})
        assert page.status_code == 200
        assert page.context["so_far"] == CODE[:number]
        assert page.content.decode().count('class="is-full"') == number
        orders.append([each.name for each in page.context["pictures"]])
    assert orders[0] == orders[1]
    assert seat() is None
    assert (
        browser.post(f"/tablet/sit/{cast.ivy.id}", data | {"code": list(CODE)})["Location"]
        == f"/tablet/m/{cast.ivy.id}"
    )
    assert seat() == cast.ivy.id


def test_a_code_cannot_be_left_out(cast, kitchen, ivys_code):
    assert tapped(tablet_client(kitchen[1]), cast.ivy).status_code == 200
    assert seat() is None


@pytest.mark.parametrize(
    "code", [WRONG, CODE[::-1][:2] + ("house",), ("star", "star", "frog"), ("x", "y", "z"), ("", "", "")]
)
def test_a_wrong_code(cast, kitchen, ivys_code, code):
    answer = tapped(tablet_client(kitchen[1]), cast.ivy, code)
    assert answer.status_code == 422
    assert "Those were not the right pictures. Try once more." in words_of(answer)
    assert seat() is None
    assert PictureCode.objects.get().wrong == 1


def test_five_wrong_ones_and_the_right_one_waits(cast, kitchen, ivys_code):
    browser = tablet_client(kitchen[1])
    for _ in range(2):
        assert tapped(browser, cast.ivy, WRONG).status_code == 422
    for seconds in (30, 60, 120):
        answer = tapped(browser, cast.ivy, WRONG)
        assert answer.status_code == 429
        assert seconds - 2 <= int(answer["Retry-After"]) <= seconds
        assert "Have a little rest: try again in" in words_of(answer)
        assert tapped(browser, cast.ivy, CODE).status_code == 429  # also the right one, and it is not counted
        assert browser.get(f"/tablet/sit/{cast.ivy.id}").content.decode().count("disabled") == 9
        later(seconds=seconds)
    assert PictureCode.objects.get().wrong == 5
    assert tapped(browser, cast.ivy, CODE).status_code == 302
    code = PictureCode.objects.get()
    assert (code.wrong, code.wait_until) == (0, None)


def test_seven_wrong_ones_and_a_parent_must_help(cast, kitchen, ivys_code):
    browser = tablet_client(kitchen[1])
    for _ in range(7):
        answer = tapped(browser, cast.ivy, WRONG)
        later(minutes=10)
    assert answer.status_code == 429
    for answer in (tapped(browser, cast.ivy, CODE), browser.get(f"/tablet/sit/{cast.ivy.id}")):
        assert "Ask a parent: they can help you choose new pictures." in words_of(answer)
    assert seat() is None
    assert PictureCode.objects.get().wrong == 7
    assert tapped(browser, cast.bo).status_code == 302  # others are not held up by it


def test_another_tablet_does_not_start_afresh(cast, kitchen, ivys_code):
    _tablet, other = paired(cast.maya, "Hall")
    for _ in range(3):
        tapped(tablet_client(kitchen[1]), cast.ivy, WRONG)
    assert tapped(tablet_client(other), cast.ivy, CODE).status_code == 429


@pytest.mark.parametrize("seed", ["", "x", "-1", "9" * 30, "١"])
def test_nonsense_in_the_form(cast, kitchen, ivys_code, seed):
    answer = tablet_client(kitchen[1]).post(f"/tablet/sit/{cast.ivy.id}", {"seed": seed, "code": ["star", "nonsense"]})
    assert answer.status_code == 200
    assert answer.context["so_far"] == ("star",)


def test_their_own_language_and_size(cast, kitchen, ivys_code):
    Member.objects.filter(id=cast.ivy.id).update(language="de", text_size="largest")
    page = tablet_client(kitchen[1]).get(f"/tablet/sit/{cast.ivy.id}").content.decode()
    assert '<html lang="de"' in page
    assert 'data-text="largest"' in page
    assert 'data-band="3-5"' in page


def test_a_tap_by_somebody_who_never_sat(cast, kitchen):
    browser = tablet_client(kitchen[1])
    assert browser.post(f"/tablet/m/{cast.ivy.id}/undo/1", {"seat": "made-up"}).status_code == 404
    assert browser.post(f"/tablet/m/{cast.ivy.id}/undo/1").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_who_sat_before_is_told_nothing_more():
    cast = assemble()
    tablet, _key = paired(cast.maya)
    with listening() as heard:
        sit(tablet=tablet, member_id=cast.ivy.id, code=(), at=timezone.now())
        assert heard == []
        sit(tablet=tablet, member_id=cast.bo.id, code=(), at=timezone.now())
        leave(tablet=tablet)
        leave(tablet=tablet)
    assert [each.kinds for each in heard] == [frozenset({"rights"})] * 2


@pytest.mark.django_db(transaction=True)
def test_many_guesses_at_once_are_counted_one_by_one():
    cast = assemble()
    tablet, _key = paired(cast.maya)
    set_code(actor=as_actor(cast.maya), member_id=cast.ivy.id, code=CODE, at=timezone.now())

    def guess(_number):
        try:
            sit(tablet=tablet, member_id=cast.ivy.id, code=WRONG, at=timezone.now())
        except Refused as refused:
            return refused.code
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(guess, range(12)))
    assert sorted(answers) == ["code_wait"] * 10 + ["code_wrong"] * 2
    assert PictureCode.objects.get().wrong == 3  # from the third on nobody tries before the wait is over
