"""An organisation: its members, its invitations, and numbers in which nobody can be found."""

import csv
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.utils import timezone

from households.models import Consent, Facilitator, Household, Member, OrganisationInvitation
from routines.exports.cells import plain
from routines.models import Morning
from routines.regions.caseload.organisation import numbers_view
from tests.cast import client_of, make_account
from tests.facilitators.people import a_facilitator, browser_of, now_of
from tests.households.doors import words_of
from tests.load.caseload import families

HERE = "/facilitator/organisation"


@pytest.fixture
def sam(db):
    return a_facilitator("Sam", organisation="Open Doors")


@pytest.fixture
def ruth(sam):
    """A colleague, who came by Sam's link."""
    ruth = a_facilitator("Ruth")
    assert browser_of(ruth).post(invitation(sam)).status_code == 302
    return now_of(ruth)


def invitation(who):
    page = browser_of(who).post(f"{HERE}/invite").content.decode()
    return re.search(rf"{HERE}/join/[\w-]+", page)[0]


def numbers(who):
    return numbers_view(now_of(who), timezone.now())


def lived_long_ago(*kinds_of):
    """Put all mornings into the weeks that count."""
    for morning in Morning.objects.all():
        Morning.objects.filter(id=morning.id).update(on=morning.on - timedelta(days=14))


def test_founding_one(db):
    ruth = a_facilitator("Ruth")
    client = browser_of(ruth)
    assert "You work on your own" in words_of(client.get(HERE))
    assert client.get(f"{HERE}.csv").status_code == 404
    assert client.post(f"{HERE}/new", {"name": ""}).status_code == 422
    assert client.post(f"{HERE}/new", {"name": "Open Doors"})["Location"] == HERE
    page = words_of(client.get(HERE))
    assert "Only you so far" in page
    assert "There are no numbers yet" in page


def test_a_colleague_joins_by_a_link_that_works_once(sam):
    ruth, link = a_facilitator("Ruth"), invitation(sam)
    assert link.rsplit("/", 1)[1] not in OrganisationInvitation.objects.get().key_hash
    assert "Join Open Doors?" in words_of(browser_of(ruth).get(link))
    assert browser_of(ruth).post(link)["Location"] == HERE
    assert now_of(ruth).organisation.name == "Open Doors"
    uma = a_facilitator("Uma")
    assert "used already" in words_of(browser_of(uma).post(link))
    assert now_of(uma).organisation is None
    assert "Ruth" in words_of(browser_of(sam).get(HERE))


def test_a_link_is_over_after_a_week_or_when_taken_back(sam):
    ruth, link = a_facilitator("Ruth"), invitation(sam)
    OrganisationInvitation.objects.update(expires_at=timezone.now())
    assert browser_of(ruth).get(link).status_code == 410
    other = invitation(sam)
    made = OrganisationInvitation.objects.latest("id")
    assert browser_of(ruth).post(f"{HERE}/withdraw/{made.id}").status_code == 422
    assert browser_of(sam).post(f"{HERE}/withdraw/{made.id}").status_code == 302
    assert "taken back" in words_of(browser_of(ruth).get(other))
    assert browser_of(ruth).get(f"{HERE}/join/nonsense").status_code == 404


def test_a_stranger_cannot_take_an_invitation_back(sam):
    invitation(sam)
    uma = a_facilitator("Uma", organisation="Elsewhere")
    made = OrganisationInvitation.objects.get()
    assert browser_of(uma).post(f"{HERE}/withdraw/{made.id}").status_code == 404


def test_whoever_is_in_one_leaves_it_first(sam):
    uma, link = a_facilitator("Uma", organisation="Elsewhere"), invitation(sam)
    assert "Leave it first" in words_of(browser_of(uma).post(link))
    assert browser_of(uma).post(f"{HERE}/leave").status_code == 302
    assert browser_of(uma).post(link).status_code == 302


def test_leaving_ends_ones_open_invitations(sam, ruth):
    link = invitation(ruth)
    assert browser_of(ruth).post(f"{HERE}/leave").status_code == 302
    assert now_of(ruth).organisation is None
    assert browser_of(a_facilitator("Uma")).get(link).status_code == 410
    assert browser_of(ruth).post(f"{HERE}/leave").status_code == 422


def test_somebody_new_is_led_to_start_and_back(sam):
    link = invitation(sam)
    assert client_of(make_account()).get(link)["Location"] == f"/facilitator/start?next={link}"


def test_four_families_are_too_few(sam):
    families(sam, 4)
    lived_long_ago()
    assert not numbers(sam).any


def test_five_families_are_enough(sam):
    families(sam, 5)
    lived_long_ago()
    found = numbers(sam)
    assert [each.told for each in (*found.felt, *found.steps)] == [True] * 8
    assert {(each.n, each.of, each.families) for each in found.steps} == {(5, None, 5)}
    assert not found.views.told


def test_only_families_that_agreed_to_it_count(sam):
    families(sam, 4)
    families(sam, 3, kinds=["rungs", "counts", "feelings"])
    lived_long_ago()
    assert not numbers(sam).any


def test_a_kind_that_is_not_shared_does_not_count(sam):
    families(sam, 4)
    families(sam, 1, kinds=["rungs", "together"])
    lived_long_ago()
    found = numbers(sam)
    assert all(each.told for each in found.steps)
    assert not any(each.told for each in found.felt)


def test_how_steps_felt_does_not_count_beside_rungs_that_are_not_shared(sam):
    families(sam, 4)
    families(sam, 1, kinds=["counts", "feelings", "together"])
    lived_long_ago()
    assert not any(each.told for each in numbers(sam).felt)


def test_what_one_knows_oneself_cannot_be_taken_away(sam, ruth):
    """Sam sees five families; one more, Ruth's, would stand alone once Sam's are taken away."""
    families(sam, 5)
    families(ruth, 1)
    lived_long_ago()
    assert not numbers(sam).any
    families(ruth, 4)
    assert any(each.told for each in numbers(sam).steps)


def test_a_family_both_look_in_at_stands_for_neither(sam, ruth):
    ids = families(ruth, 5)
    families(sam, 4)
    lived_long_ago()
    assert any(each.told for each in numbers(sam).steps)
    for each in Consent.objects.filter(household_id=ids[0]):
        each.pk, each.key, each.facilitator = None, "6f1b1b0e-6f0c-4f83-9d2c-111111111111", sam
        each.kinds = ["rungs"]
        each.save()
    assert not numbers(sam).any


def test_a_family_one_lives_in_stands_for_nothing(sam, ruth):
    ids = families(ruth, 5)
    lived_long_ago()
    assert any(each.told for each in numbers(sam).steps)
    Member.objects.filter(household_id=ids[0], kind="parent").update(account=sam.account)
    assert not numbers(sam).any


def test_a_yes_given_before_one_joined_does_not_count(sam):
    ruth = a_facilitator("Ruth")
    families(ruth, 6)
    lived_long_ago()
    Consent.objects.update(given_at=timezone.now() - timedelta(days=1))
    browser_of(ruth).post(invitation(sam))
    assert not numbers(ruth).any


def test_ended_consents_and_refused_parts_do_not_count(sam):
    ids = families(sam, 5, people=1)
    lived_long_ago()
    assert any(each.told for each in numbers(sam).steps)
    member = Member.objects.of(ids[0]).get()
    refusal = sam.refusals.create(household_id=ids[0], member=member, at=timezone.now())
    assert not numbers(sam).any
    refusal.delete()
    Consent.objects.filter(household_id=ids[0]).update(until_on=timezone.now().date() - timedelta(days=2))
    assert not numbers(sam).any


def test_the_file_says_the_same_and_names_no_family(sam):
    families(sam, 5)
    lived_long_ago()
    Household.objects.update(name="The Lindens")
    answer = browser_of(sam).get(f"{HERE}.csv")
    assert answer["Content-Type"].startswith("text/csv")
    lines = list(csv.reader(StringIO(answer.content.decode())))
    assert ["Steps standing there now", "Consult", "5", "", "5"] in lines
    assert ["Views that got an answer", "", "too few families", "", ""] in lines
    assert any("five families and five people" in line[0] for line in lines)
    assert "Lindens" not in answer.content.decode()
    assert "Lindens" not in words_of(browser_of(sam).get(HERE))


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_a_name_is_no_formula(sam, name):
    Facilitator.objects.get(id=sam.id).organisation.__class__.objects.update(name=name)
    assert plain(name).startswith("'")
    line = next(csv.reader(StringIO(browser_of(sam).get(f"{HERE}.csv").content.decode())))
    assert line[0] == f"'{name}"
