"""Every address of a tablet with every key, and every other address with a tablet's key.

A new address under `tablet/` without a row here fails.
"""

import uuid

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from households.access import stream_viewer
from households.actions.sitting import sit
from households.actions.tablets import revoke_tablet
from households.models import Tablet
from households.seat import seat_token
from routines.actions.start_morning import start_morning
from routines.actions.today_ask import TodayDraft, ask_today
from routines.models import MorningStep
from tests.access.test_matrix import ACCOUNT, ELSEWHERE, MATRIX, TABLETS, World, addresses, each, state_of, unexpected
from tests.cast import as_actor
from tests.households.kitchen import paired, tablet_client

# No key at all, one made up, one put away, the neighbours' own, ours with nobody there, ours where Bo sits.
KEYS = ("none", "forged", "revoked", "theirs", "ours", "seated")
STRANGERS = ("none", "forged", "revoked")
ALL_OF_US = ("theirs", "ours", "seated")

TO_THE_FACES = each(STRANGERS, {302})
NOTHING = each(STRANGERS, {404})
ANYBODYS = each(KEYS, {200})
NO_GET = TO_THE_FACES | each(ALL_OF_US, {405})
NO_POST = NOTHING | each(ALL_OF_US, {405})
NO_POST_FOR_ANYBODY = each(KEYS, {405})
# A page of Bo's is for whoever sits as Bo; a tap of his carries the proof that he sat.
BOS_PAGE = TO_THE_FACES | {"theirs": {302}, "ours": {302}, "seated": {200}}
BOS_TAP = each(KEYS, {404}) | {"seated": {200, 303, 409, 422}}
NO_PAGE = BOS_PAGE | {"seated": {405}}
NO_TAP = BOS_TAP | {"seated": {405}}
HOUSEHOLDS_FILE = TO_THE_FACES | {"theirs": {404}, "ours": {200, 404}, "seated": {200}}

MATRIX_OF_TABLETS = {
    # name: (GET, POST)
    "tablet": (ANYBODYS | {"ours": {302}, "seated": {302}}, NO_POST_FOR_ANYBODY),  # a morning runs: it rests there
    "tablet_key": (each(STRANGERS, {404}) | each(ALL_OF_US, {409}),) * 2,
    "tablet_digits": (each(KEYS, {405}), each(STRANGERS, {422}) | each(ALL_OF_US, {409})),
    "tablet_waiting": (each(STRANGERS, {410}) | each(ALL_OF_US, {200}), NO_POST_FOR_ANYBODY),
    "tablet_app": (ANYBODYS, NO_POST_FOR_ANYBODY),
    "tablet_worker": (ANYBODYS, NO_POST_FOR_ANYBODY),
    "tablet_offline": (ANYBODYS, NO_POST_FOR_ANYBODY),
    "tablet_sit": (
        TO_THE_FACES | {"theirs": {404}, "ours": {302}, "seated": {302}},
        NOTHING | {"theirs": {404}, "ours": {302}, "seated": {302}},
    ),
    "tablet_leave": (NO_GET, NOTHING | each(ALL_OF_US, {302})),
    "tablet_here": (TO_THE_FACES | each(ALL_OF_US, {200}), NO_POST),
    "tablet_plan": (TO_THE_FACES | each(ALL_OF_US, {200}), NO_POST),
    "tablet_poll": (TO_THE_FACES | each(ALL_OF_US, {200, 204, 205}), NO_POST),
    "tablet_drawing": (HOUSEHOLDS_FILE, NO_POST),
    "tablet_recording": (HOUSEHOLDS_FILE, NO_POST),
    "tablet_seat": (BOS_PAGE, NO_TAP),
    "tablet_idea": (BOS_PAGE, BOS_TAP),
    "tablet_say": (NO_PAGE, BOS_TAP),
    "tablet_concern": (NO_PAGE, BOS_TAP),
    "tablet_task": (NO_PAGE, BOS_TAP),
    "tablet_table": (NO_PAGE, BOS_TAP),
    "tablet_choose": (NO_PAGE, BOS_TAP),
    "tablet_reply": (NO_PAGE, BOS_TAP),
    "tablet_late": (NO_PAGE, BOS_TAP),
    # A morning is Bo's to do with the proof that he could sit; what runs is shown to whoever has the key.
    "tablet_now": (TO_THE_FACES | {"theirs": {302}, "ours": {200}, "seated": {302}}, NO_POST),
    "tablet_run": (BOS_PAGE, NO_TAP),
    "tablet_start": (NO_PAGE, BOS_TAP),
    "tablet_off": (NO_PAGE, BOS_TAP),
    "tablet_back": (NO_PAGE, BOS_TAP),
    "tablet_done": (NO_PAGE, BOS_TAP),
    "tablet_undone": (NO_PAGE, BOS_TAP),
    "tablet_tick": (NO_PAGE, BOS_TAP | {"seated": {404, 422}}),  # without saying which small step
    "tablet_unfold": (NO_PAGE, BOS_TAP),
    "tablet_slip": (NO_PAGE, BOS_TAP),
    "tablet_wish": (BOS_PAGE, BOS_TAP),
    "tablet_say_today": (NO_PAGE, BOS_TAP),
    "tablet_wish_withdraw": (NO_PAGE, BOS_TAP),
    # What is to be taken back here is not Bo's, and no tap has this UUID: also with the right key there is nothing.
    "tablet_undo": (NO_PAGE, BOS_TAP | {"seated": {200, 303, 404, 422}}),
    "tablet_undo_tap": (NO_PAGE, BOS_TAP | {"seated": {200, 303, 404, 422}}),
    "tablet_notice": (BOS_PAGE, NO_TAP),
    "tablet_notice_undo": (NO_PAGE, BOS_TAP | {"seated": {200, 303, 404, 422}}),
    "tablet_notice_undo_tap": (NO_PAGE, BOS_TAP | {"seated": {200, 303, 404, 422}}),
    "tablet_answer": (NO_PAGE, BOS_TAP),
    "tablet_again": (NO_PAGE, BOS_TAP),
    "tablet_hard": (NO_PAGE, BOS_TAP),
    "tablet_thanks": (NO_PAGE, BOS_TAP),
    "tablet_sorry": (NO_PAGE, BOS_TAP),
    "tablet_feel": (NO_PAGE, BOS_TAP),
    "tablet_pick": (NO_PAGE, BOS_TAP),
    "tablet_more": (NO_PAGE, BOS_TAP),
    "tablet_asked": (BOS_PAGE, NO_TAP),
    "tablet_asked_answer": (NO_PAGE, BOS_TAP),
    "tablet_asked_undo": (NO_PAGE, BOS_TAP | {"seated": {200, 303, 404, 422}}),
    "tablet_asked_undo_tap": (NO_PAGE, BOS_TAP | {"seated": {200, 303, 404, 422}}),
    "tablet_share": (NO_PAGE, BOS_TAP | {"seated": {404}}),
    "tablet_looking_in": (BOS_PAGE, NO_TAP),
    "tablet_part": (NO_PAGE, BOS_TAP),
}

# Addresses outside that know a tablet: the front door leads it back to its faces.
FOR_TABLETS_TOO = {"home"}
# Those of the sign-in that need no key from a mail.
SIGN_IN = sorted(name for name in ACCOUNT if not {"(", "<"} & set(addresses()[name][0]))
# Those that name whom they are for; sitting down is how one gets the proof the others ask for.
OF_A_MEMBER = sorted(name for name in TABLETS if "<int:member_id>" in addresses()[name][0] and name != "tablet_sit")
STREAMS = ("home", "routine", "history", "people", "", "faces", "seat", "now", "run")


class Kitchens(World):
    """The world of the other matrix, with a tablet in every state."""

    def __init__(self, cast) -> None:
        super().__init__(cast)
        put_away, self.revoked_key = paired(cast.maya, "Lost")
        revoke_tablet(actor=as_actor(cast.maya), tablet_id=put_away.id, at=put_away.paired_at)
        self.theirs, self.their_key = paired(cast.neighbour, "Theirs")
        self.proof = seat_token(self.tablet, cast.bo)
        self.ids |= running_now(self.morning)
        self.keys = {
            "none": "",
            "forged": "f" * 43,
            "revoked": self.revoked_key,
            "theirs": self.their_key,
            "ours": self.tablet_key,
            "seated": self.tablet_key,
        }

    def browser(self, key: str) -> Client:
        """Return a browser with one of the keys; Bo sits only at the one where he should."""
        Tablet.objects.filter(id=self.tablet.id).update(seat=None, seat_at=None)
        if key == "seated":
            sit(tablet=self.tablet, member_id=self.cast.bo.id, code=(), at=self.tablet.paired_at)
        return tablet_client(self.keys[key])

    def post(self, key: str, path: str):
        """Post with one of the keys; all but the one who only has the key bring Bo's proof."""
        proof = {} if key == "ours" else {"seat": self.proof}
        return self.browser(key).post(path, proof | {"tap": str(uuid.uuid4())})


def running_now(family) -> dict[str, int]:
    """Start a morning that runs while the test does, with a wish of Leo's; return their ids."""
    at, step_of = timezone.now(), MorningStep.objects.filter(step=family.dress)
    morning_id = start_morning(actor=family.actor(family.maya), routine_id=family.routine.id, at=at).morning_key
    step = step_of.get(morning_id=morning_id)
    about = {"morning_id": morning_id, "morning_step_id": step.id}
    wish = ask_today(actor=family.actor(family.leo), **about, draft=TodayDraft("skip", reason="It is warm."), at=at)
    return {**about, "wish_id": wish.subject_key}


@pytest.fixture
def kitchens(cast) -> Kitchens:
    return Kitchens(cast)


def test_every_address_of_a_tablet_has_a_row():
    assert set(MATRIX_OF_TABLETS) == TABLETS


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(MATRIX_OF_TABLETS))
def test_get(kitchens, name):
    before = state_of(kitchens)
    answers = {key: kitchens.browser(key).get(kitchens.path(name)).status_code for key in KEYS}
    assert unexpected(answers, MATRIX_OF_TABLETS[name][0]) == {}
    assert state_of(kitchens) == before


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(MATRIX_OF_TABLETS))
def test_post(kitchens, name):
    answers = {}
    for key in KEYS:
        before = state_of(kitchens)
        answers[key] = kitchens.post(key, kitchens.path(name)).status_code
        if key != "seated":
            assert state_of(kitchens) == before
        if key in (*STRANGERS, "theirs"):
            assert Tablet.objects.get(id=kitchens.tablet.id).seat_id is None
    assert unexpected(answers, MATRIX_OF_TABLETS[name][1]) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(MATRIX_OF_TABLETS))
def test_a_parents_sign_in_opens_nothing_on_a_tablet(kitchens, name):
    """The two never mix: who is signed in, but has no tablet's key, is nobody here."""
    path, parent = kitchens.path(name), kitchens.client("parent")
    get, post = MATRIX_OF_TABLETS[name]
    assert parent.get(path).status_code in get["none"]
    assert parent.post(path, {"seat": kitchens.proof, "tap": str(uuid.uuid4())}).status_code in post["none"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", OF_A_MEMBER)
@pytest.mark.parametrize("who", ["ivy", "maya", "nana", "their_child"])
def test_bos_proof_is_nobody_elses(kitchens, name, who):
    member = getattr(kitchens.cast, who)
    kitchens.ids["member_id"] = member.id
    browser, before = kitchens.browser("seated"), state_of(kitchens)
    path = kitchens.path(name)
    answer = browser.get(path)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("tablet")
    assert browser.post(path, {"seat": kitchens.proof, "tap": str(uuid.uuid4())}).status_code == 404
    assert state_of(kitchens) == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", sorted(name for name in TABLETS if MATRIX_OF_TABLETS[name][1] is not NO_POST_FOR_ANYBODY)
)
def test_no_post_without_a_token(kitchens, name):
    kitchens.browser("seated")
    browser = tablet_client(kitchens.tablet_key, enforce_csrf_checks=True)
    answer = browser.post(kitchens.path(name), {"seat": kitchens.proof, "tap": str(uuid.uuid4())})
    assert answer.status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(set(MATRIX) | set(ELSEWHERE)))
def test_a_tablets_key_opens_nothing_else(kitchens, name):
    """Every other address answers a tablet just as it answers nobody at all."""
    browser, nobody = kitchens.browser("seated"), Client()
    path, before, data = kitchens.path(name), state_of(kitchens), {"seat": kitchens.proof}
    for method in ("get", "post"):
        answer, expected = getattr(browser, method)(path, data), getattr(nobody, method)(path, data)
        if method == "get" and name in FOR_TABLETS_TOO:
            assert answer["Location"] == reverse("tablet")
            continue
        assert answer.status_code == expected.status_code
        assert answer.headers.get("Location") == expected.headers.get("Location")
        if name in MATRIX:
            assert answer.status_code in MATRIX[name][method == "post"]["nobody"]
    assert state_of(kitchens) == before


@pytest.mark.django_db
@pytest.mark.parametrize("name", SIGN_IN)
def test_a_tablets_key_signs_nobody_in(kitchens, name):
    browser, nobody = kitchens.browser("seated"), Client()
    for method in ("get", "post"):
        answer, expected = getattr(browser, method)(reverse(name)), getattr(nobody, method)(reverse(name))
        assert (answer.status_code, answer.headers.get("Location")) == (
            expected.status_code,
            expected.headers.get("Location"),
        )


@pytest.mark.django_db
@pytest.mark.parametrize("page", STREAMS)
@pytest.mark.parametrize("key", KEYS)
def test_streams(kitchens, page, key):
    """A tablet's key opens the streams of its own pages, of its own household, and of who sits there alone."""
    kitchens.browser(key)
    cookies = {settings.TABLET_COOKIE_NAME: kitchens.keys[key]}
    household_id, bo = kitchens.cast.household.id, kitchens.cast.bo
    for member in (bo, kitchens.cast.ivy, kitchens.cast.maya):
        viewer = stream_viewer(cookies, household_id, {"page": page, "member": str(member.id)})
        shared = key in ("ours", "seated") and page in ("faces", "now")
        opens = shared or (key == "seated" and page in ("seat", "run") and member == bo)
        assert (viewer is not None) is opens
        assert viewer is None or viewer.tablet_id == kitchens.tablet.id
    assert stream_viewer(cookies, kitchens.cast.next_door.id, {"page": "faces"}) is None or key == "theirs"
