"""Every address of facilitators, every actor: what they open through a consent, and what does not exist for them."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from households.actions.consents import end
from households.models import Consent
from tests.access.test_matrix import FACILITATORS, MATRIX, World, addresses
from tests.cast import add, as_actor, client_of, found
from tests.facilitators.people import a_facilitator, given, terms

# Parent and teen are of the family looked in at. "other" has the consent of another family, "ended" had one of this
# family; "both" is a facilitator with the neighbours' consent and a parent elsewhere.
ACTORS = ("nobody", "parent", "teen", "with_consent", "other", "ended", "both")
WORKING = ("with_consent", "other", "ended", "both")


def row(nobody, family, working) -> dict[str, set[int]]:
    return {"nobody": nobody, **dict.fromkeys(("parent", "teen"), family), **dict.fromkeys(WORKING, working)}


# Somebody who is no facilitator is led to become one.
PAGE = row({302}, {302}, {200})
NO_GET = row({302, 405}, {302, 405}, {405})
FORM = row({404}, {404}, {302, 422})
VERB = row({404}, {404}, {200, 302, 404, 422})
NO_POST = row({404, 405}, {404, 405}, {405})
BY_KEY = row({302}, {302}, {404})
MISSING = {each: {404} for each in WORKING}

OWN_SIDE = {
    # name: (GET, POST)
    "caseload": (PAGE, NO_POST),
    "caseload_ended": (PAGE, NO_POST),
    "facilitator_start": (row({302}, {200}, {302}), row({302}, {422}, {302})),
    "facilitator_you": (PAGE, FORM),
    "facilitator_stop": (NO_GET, VERB),
    "facilitator_ask": (PAGE, FORM),
    "facilitator_offer": (BY_KEY | {"nobody": {200}, "parent": {404}, "teen": {404}}, VERB | MISSING),
    "organisation": (PAGE, NO_POST),
    "organisation_csv": (PAGE | MISSING, NO_POST),
    "organisation_new": (PAGE, FORM),
    "organisation_invite": (NO_GET, VERB),
    "organisation_withdraw": (NO_GET, VERB),
    "organisation_leave": (NO_GET, VERB),
    "organisation_join": (BY_KEY, VERB | MISSING),
}

# Through a consent: to whoever has just that one. Over, its page says so; for everybody else it does not exist.
SEEN = {each: {404} for each in ACTORS} | {"nobody": {302}, "with_consent": {200}}
LIVE = SEEN | {"with_consent": {204, 205}}
NAMED = SEEN | {"with_consent": {404}}  # no such opaque name
DONE = {each: {404} for each in ACTORS} | {"with_consent": {200, 302, 303, 409, 422}}
NOT_NAMED = DONE | {"with_consent": {404}}
ONLY_POST = SEEN | {"nobody": {302, 405}, "with_consent": {405}}
ONLY_GET = {each: {404} for each in ACTORS} | {"with_consent": {405}}

THROUGH = {
    # name: (GET, POST)
    "review": (SEEN, ONLY_GET),
    "review_step": (NAMED, ONLY_GET),
    "review_poll": (LIVE, ONLY_GET),
    "review_give_up": (ONLY_POST, DONE),
    "review_ask": (ONLY_POST, DONE),
    "review_ask_back": (ONLY_POST, NOT_NAMED),
    "review_ask_close": (ONLY_POST, NOT_NAMED),
    "review_notes": (SEEN, DONE),
    "review_note": (ONLY_POST, NOT_NAMED),
    "review_note_delete": (ONLY_POST, NOT_NAMED),
    "review_sessions": (SEEN, DONE),
    "review_session": (NAMED, ONLY_GET),
    "review_item": (ONLY_POST, NOT_NAMED),
    "review_item_remove": (ONLY_POST, NOT_NAMED),
    "review_item_tick": (ONLY_POST, NOT_NAMED),
    "review_sum_up": (ONLY_POST, NOT_NAMED),
    "review_sign": (ONLY_POST, NOT_NAMED),
    "review_call_off": (ONLY_POST, NOT_NAMED),
    "review_report": (SEEN, ONLY_GET),
    "review_csv": (SEEN, ONLY_GET),
    "review_json": (SEEN, ONLY_GET),
}


class Looked(World):
    """The household with one of everything, and facilitators at its door."""

    def __init__(self, cast) -> None:
        super().__init__(cast)
        self.routine = self.morning.routine.id
        shared = terms([cast.maya, cast.leo], [self.routine])
        theirs = terms([cast.neighbour], [self.routine])
        sam, ruth, tim = a_facilitator("Sam"), a_facilitator("Ruth"), a_facilitator("Tim")
        uma = found("Far away", founder="Uma")
        both = a_facilitator("Uma", account=uma.account)
        self.consent = given(cast.maya, sam, shared)
        self.over = given(cast.maya, tim, shared)
        end(actor=as_actor(cast.maya), consent_id=self.over.id, at=timezone.now())
        for each in (ruth, both):
            given(cast.neighbour, each, theirs)
        self.who = {
            "nobody": None,
            "parent": cast.maya,
            "teen": cast.leo,
            "with_consent": sam.account,
            "other": ruth.account,
            "ended": tim.account,
            "both": both.account,
        }
        self.ids |= {"invitation_id": 1, "consent_key": self.consent.key, "token": "0" * 20, "item": "0" * 20}


@pytest.fixture
def looked(cast) -> Looked:
    return Looked(cast)


def unexpected(answers: dict[str, int], allowed: dict[str, set[int]]) -> dict[str, int]:
    return {actor: status for actor, status in answers.items() if status not in allowed[actor]}


def test_every_address_outside_a_family_has_a_row():
    assert set(OWN_SIDE) == {name for name in FACILITATORS if addresses()[name][0].startswith("facilitator/")}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(OWN_SIDE))
def test_get(looked, name):
    answers = {actor: looked.client(actor).get(looked.path(name)).status_code for actor in ACTORS}
    assert unexpected(answers, OWN_SIDE[name][0]) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(OWN_SIDE))
def test_post(looked, name):
    data = {"tap": str(uuid.uuid4())}
    answers = {actor: looked.client(actor).post(looked.path(name), data).status_code for actor in ACTORS}
    assert unexpected(answers, OWN_SIDE[name][1]) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(n for n in OWN_SIDE if OWN_SIDE[n][1] is not NO_POST))
def test_no_post_without_a_token(looked, name):
    client = Client(enforce_csrf_checks=True)
    client.force_login(looked.who["with_consent"], backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post(looked.path(name), {"tap": str(uuid.uuid4())}).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(MATRIX))
def test_nothing_of_a_household_exists_for_a_facilitator(looked, name):
    """Consent opens the review, and no address of the household itself."""
    for actor in WORKING:
        client, path = looked.client(actor), looked.path(name)
        assert client.get(path).status_code in {404, 405}, actor
        assert client.post(path, {"tap": str(uuid.uuid4())}).status_code in {404, 405}, actor


def test_every_address_through_a_consent_has_a_row():
    assert set(THROUGH) == {name for name in FACILITATORS if addresses()[name][0].startswith("review/")}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(THROUGH))
def test_through_a_consent(looked, name):
    path, data = looked.path(name), {"tap": str(uuid.uuid4())}
    got = {actor: looked.client(actor).get(path).status_code for actor in ACTORS}
    assert unexpected(got, THROUGH[name][0]) == {}
    done = {actor: looked.client(actor).post(path, data).status_code for actor in ACTORS}
    assert unexpected(done, THROUGH[name][1]) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(n for n in THROUGH if THROUGH[n][1] is not ONLY_GET))
def test_no_post_through_a_consent_without_a_token(looked, name):
    client = Client(enforce_csrf_checks=True)
    client.force_login(looked.who["with_consent"], backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post(looked.path(name), {"tap": str(uuid.uuid4())}).status_code == 403


@pytest.mark.django_db
def test_a_consent_is_for_its_own_facilitator(looked):
    path = reverse("review", args=[looked.consent.key])
    answers = {actor: looked.client(actor).get(path).status_code for actor in ACTORS}
    assert answers == dict.fromkeys(ACTORS, 404) | {"nobody": 302, "with_consent": 200}
    over = reverse("review", args=[looked.over.key])
    assert looked.client("ended").get(over).status_code == 410
    assert looked.client("with_consent").get(over).status_code == 404


@pytest.mark.django_db
def test_a_parent_who_is_a_facilitator_elsewhere_stays_a_parent(looked):
    """The two sides of one account never mix: what they may do at home is not what they may do as a facilitator."""
    maya = a_facilitator("Maya", account=looked.cast.maya.account)
    child = add(looked.cast.neighbour, "Zoe", "teen")
    consent = given(looked.cast.neighbour, maya, terms([child], [looked.routine]))
    client = client_of(looked.cast.maya)
    assert client.get(reverse("household", args=[looked.cast.household.id])).status_code == 200
    assert client.get(reverse("household", args=[looked.cast.next_door.id])).status_code == 404
    Consent.objects.filter(id=consent.id).update(until_on=timezone.now().date() - timedelta(days=2))
    assert client.get(reverse("review", args=[consent.key])).status_code == 410
