"""At the tablet a child finds out who looks in, and answers for themself."""

import uuid

import pytest

from households.looking_in import onlooker_of
from households.models import ConsentRefusal, Event
from tests.households.consent.looking import now
from tests.households.kitchen import paired, sat_down

BY_SCRIPT = {"X-Rungs-Tap": "1"}


@pytest.fixture
def bo(morning, consent):
    _tablet, key = paired(morning.maya)
    return sat_down(key, morning.bo)


def seat_of(html):
    return html.split('name="seat" value="')[1].split('"')[0]


def there(morning, consent):
    return f"/tablet/m/{morning.bo.id}/looking-in", f"/tablet/m/{morning.bo.id}/looking-in/{consent.facilitator_id}"


def test_the_seat_says_who_looks_in_as_a_child_reads_it(morning, bo):
    html = bo.get(f"/tablet/m/{morning.bo.id}").content.decode()
    assert "Ruth looks in at our mornings and sees: what we decide together, how often things happen" in html
    assert "rungs and decisions" not in html
    assert f"/tablet/m/{morning.bo.id}/looking-in" in html
    assert "also what was before" in bo.get(f"/tablet/m/{morning.bo.id}/looking-in").content.decode()


def test_the_teens_seat_says_it_as_on_their_own_screen(morning, consent):
    _tablet, key = paired(morning.maya)
    html = sat_down(key, morning.leo).get(f"/tablet/m/{morning.leo.id}").content.decode()
    assert "Ruth looks in until" in html


def test_a_no_and_a_yes_without_a_script(morning, consent, bo):
    page, tap = there(morning, consent)
    html = bo.get(page).content.decode()
    assert "Ruth looks in at our mornings" in html
    assert "what we decide together" in html
    answer = bo.post(tap, {"seat": seat_of(html), "part": "no", "tap": str(uuid.uuid4())})
    assert (answer.status_code, answer["Location"]) == (303, page)
    assert morning.bo.id not in onlooker_of(now(consent)).member_ids
    assert Event.objects.get(kind="consent.refused").actor_id == morning.bo.id
    bo.post(tap, {"seat": seat_of(html), "part": "yes", "tap": str(uuid.uuid4())})
    assert morning.bo.id in onlooker_of(now(consent)).member_ids


def test_a_tap_sent_twice_counts_once_and_answers_with_the_page(morning, consent, bo):
    page, tap = there(morning, consent)
    body = {"seat": seat_of(bo.get(page).content.decode()), "part": "no", "tap": str(uuid.uuid4())}
    for _ in range(2):
        answer = bo.post(tap, body, headers=BY_SCRIPT)
        assert answer.status_code == 200
        html = answer.content.decode()
        assert 'value="no" aria-pressed="true"' in html
        assert 'value="yes" aria-pressed="false"' in html
    assert ConsentRefusal.objects.count() == 1


def test_whose_part_is_not_shared_is_asked_nothing(morning, consent):
    _tablet, key = paired(morning.maya)
    ivy = sat_down(key, morning.ivy)
    html = ivy.get(f"/tablet/m/{morning.ivy.id}/looking-in").content.decode()
    assert "Ruth does not see your part." in html
    assert 'name="part"' not in html


def test_nobody_looks_in(morning):
    _tablet, key = paired(morning.maya)
    bo = sat_down(key, morning.bo)
    assert "Nobody looks in." in bo.get(f"/tablet/m/{morning.bo.id}/looking-in").content.decode()
    assert "looking-in" not in bo.get(f"/tablet/m/{morning.bo.id}").content.decode()


def test_somebody_the_family_never_met_does_not_exist(morning, consent, bo):
    page, tap = there(morning, consent)
    seat = seat_of(bo.get(page).content.decode())
    assert bo.post(tap.replace(str(consent.facilitator_id), "99999"), {"seat": seat, "part": "no"}).status_code == 404
