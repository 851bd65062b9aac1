"""What is pushed to a tablet while a morning runs, and what it asks for when it wakes up."""

import pytest
from django.utils import timezone

from households.live import listening
from households.models import Tablet
from households.seat import tablet_viewer
from routines.models import Morning
from routines.regions.fragment import CSRF, TAP
from routines.regions.push import catch_up, render
from routines.regions.tablet.morning.shown import PROOF
from tests.routines.morning import assembled
from tests.routines.tablet.running import Running, page


@pytest.fixture
def running(transactional_db, monkeypatch) -> Running:
    """A morning whose changes are committed, so that they are told."""
    return Running(assembled(), monkeypatch)


def viewer(running, name, who=None):
    running.kitchen.sit(who)
    cookies = {"rungs-tablet": running.kitchen.client.cookies["rungs-tablet"].value}
    query = {"page": name, "member": str(who.id)} if who else {"page": name}
    return tablet_viewer(cookies, running.family.household.id, query)


def pushed(seen, act) -> str:
    with listening() as changes:
        act()
    return render(changes[-1], [seen]).get(seen, "")


def test_a_tap_elsewhere_is_seen_on_both_pages(running):
    family = running.family
    now, own = viewer(running, "now"), viewer(running, "run", family.ivy)
    with listening() as changes:
        running.run.done(family.ivy, family.car)
    sent = render(changes[-1], [now, own])
    assert 'hx-target="#now"' in sent[now]
    assert 'hx-target="#run"' in sent[own]
    assert f"{running.step(family.car)}-{family.ivy.id}" in sent[now]


def test_forms_carry_the_proofs_but_no_token_and_no_tap(running):
    family = running.family
    html = pushed(viewer(running, "now"), lambda: running.run.done(family.ivy, family.car))
    for placeholder in (CSRF, TAP, PROOF):
        assert placeholder not in html
    proof = html.split('name="seat" value="')[1].split('"')[0]
    assert running.tap("done", family.leo, family.car, seat=proof).status_code == 200


def test_a_face_with_a_code_has_no_proof_in_what_is_pushed(running):
    family = running.family
    running.coded(family.leo)
    html = pushed(viewer(running, "now"), lambda: running.run.done(family.ivy, family.car))
    assert html.count('name="seat"') == 2


def test_the_faces_hear_that_a_morning_begins(running):
    family = running.family
    seen = viewer(running, "faces")
    html = pushed(seen, lambda: running.run.leave())
    assert "data-rests" in html
    Morning.objects.update(taken_back_at=family.now)
    html = pushed(seen, lambda: running.run.start())
    assert "data-rests" in html


def test_what_is_over_is_to_be_left(running):
    family = running.family
    seen = viewer(running, "now")
    Morning.objects.update(taken_back_at=family.now)
    assert pushed(seen, lambda: running.run.start()) != "anew"
    Morning.objects.update(taken_back_at=family.now)
    revision, html = catch_up(seen, 0)
    assert (revision, html) == (family.revision, "anew")
    assert running.kitchen.get("tablet_poll", page="now", revision=0).status_code == 205


def test_a_vote_moves_neither(running):
    family = running.family
    question = family.ask(family.dress, "How?")
    option = family.idea(question, "Music")
    family.idea(question, "Pyjamas")
    seen = viewer(running, "now")
    assert pushed(seen, lambda: family.choose(question, family.leo, option)) == ""


def test_a_tablet_put_away_is_sent_nothing(running):
    family = running.family
    seen = viewer(running, "now")
    Tablet.objects.update(revoked_at=timezone.now(), revoked_by=family.maya)
    assert pushed(seen, lambda: running.run.done(family.ivy, family.car)) == ""
    assert running.kitchen.get("tablet_poll", page="now", revision=0).status_code == 302


def test_who_got_up_is_sent_nothing(running):
    family = running.family
    seen = viewer(running, "run", family.ivy)
    running.kitchen.sit(family.bo)
    assert pushed(seen, lambda: running.run.done(family.ivy, family.car)) == ""
    answer = running.kitchen.get("tablet_poll", page="run", member=family.ivy.id, revision=0)
    assert answer.status_code == 205


class TestAnew:
    """Time passes without anybody's doing: the page asks for itself when the server has said that it changes."""

    def test_nothing_new_is_nothing(self, running):
        answer = running.kitchen.get("tablet_poll", page="now", revision=running.family.revision)
        assert answer.status_code == 204

    def test_asked_for_it_comes_all_the_same(self, running):
        revision = running.family.revision
        first = page(running.kitchen.get("tablet_poll", page="now", revision=revision, anew=1))
        running.later(minutes=30)
        later = page(running.kitchen.get("tablet_poll", page="now", revision=revision, anew=1))
        assert 'id="now"' in first
        assert "disc-over" not in first
        assert "disc-over" in later
