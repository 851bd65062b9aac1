"""A consent given anew leads a page on to its like, and nowhere to what is no longer shared."""

from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.urls import reverse

from households.actions.consents import give, terms_of
from households.looking_in import lineage
from households.models import Consent
from routines.actions.review_note import write_note
from routines.regions.review.scene import review_scene
from tests.review.lookers import browser_of, fresh, looking_in, onlooker

CHANGED = "The family changed what you see."


@pytest.fixture
def tim(consent):
    return browser_of(consent)


def anew(morning, consent, **changed):
    """Share with the same facilitator anew; returns the consent that stands."""
    terms = terms_of(consent).without(**changed)
    return give(actor=morning.actor(morning.maya), facilitator_id=consent.facilitator_id, terms=terms, at=morning.now)


def step_url(morning, consent):
    return review_scene(onlooker(consent), morning.now).url("review_step", step_token(morning, consent))


def step_token(morning, consent):
    return review_scene(onlooker(consent), morning.now).token("step", morning.dress.id)


@pytest.mark.parametrize("name", ["review", "review_notes", "review_sessions", "review_report"])
def test_a_page_leads_to_its_like(morning, consent, tim, name):
    newer = anew(morning, consent, kind="comments")
    answer = tim.get(reverse(name, args=[consent.key]), follow=True)
    assert answer.redirect_chain[-1][0] == reverse(name, args=[newer.key])
    assert answer.status_code == 200


def test_it_says_in_one_sentence_that_something_changed(morning, consent, tim):
    anew(morning, consent, kind="comments")
    assert CHANGED in tim.get(reverse("review", args=[consent.key]), follow=True).content.decode()


def test_a_step_leads_to_the_same_step(morning, consent, tim):
    old = step_url(morning, consent)
    newer = anew(morning, consent, kind="comments")
    assert tim.get(f"{old}?weeks=4", follow=True).redirect_chain[-1][0] == f"{step_url(morning, newer)}?weeks=4"


def test_a_step_no_longer_shared_leads_to_the_overview(morning, consent, tim):
    old = step_url(morning, consent)
    Consent.objects.filter(id=consent.id).update(routine_ids=[10**6])
    answer = tim.get(reverse("review_anew", args=[consent.key]) + "?" + urlencode({"from": old}))
    assert answer["Location"] == reverse("review", args=[consent.key])


def test_an_address_of_somebody_else_tells_nothing(morning, consent, tim):
    foreign = looking_in(morning)
    for old in (step_url(morning, foreign), f"/h/{morning.household.id}/", "//[", "nonsense", ""):
        answer = tim.get(reverse("review_anew", args=[consent.key]) + "?" + urlencode({"from": old}))
        assert answer["Location"] == reverse("review", args=[consent.key])


def test_a_page_that_asks_by_itself_is_told_that_it_is_over(morning, consent, tim):
    anew(morning, consent, kind="comments")
    for headers in ({"HX-Request": "true"}, {"X-Anew": "1"}):
        assert tim.get(reverse("review", args=[consent.key]), headers=headers).status_code == 410


def test_what_was_sent_to_the_old_address_is_given_back_with_the_way_on(morning, consent, tim):
    newer = anew(morning, consent, kind="comments")
    sent = {"text": "What would help?", "tap": str(uuid4())}
    answer = tim.post(reverse("review_ask", args=[consent.key]), sent)
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "What would help?" in page
    assert CHANGED in page
    assert "no longer shares" not in page
    assert reverse("review_anew", args=[newer.key]) in page


def test_what_was_being_written_is_known_by_the_same_name(morning, consent, tim):
    write_note(onlooker=onlooker(consent), text="Ask about Tuesdays", step_id=None, at=morning.now)
    newer = anew(morning, consent, kind="comments")
    kept = lineage(consent.household_id, consent.facilitator_id)
    page = tim.get(reverse("review_notes", args=[newer.key])).content.decode()
    assert f'data-kept="{kept}"' in page
    Consent.objects.filter(id=newer.id).update(ended_at=morning.now, ended_why="ended")
    over = tim.get(reverse("review_notes", args=[newer.key])).content.decode()
    assert f'data-kept="{kept}"' in over
    assert lineage(consent.household_id, fresh(looking_in(morning)).facilitator_id) != kept
