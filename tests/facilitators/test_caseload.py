"""The caseload: one row a family, through its consent, at the same cost for five families and for many."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from households.looking_in import onlookers_of
from households.models import Consent, Household, Member
from routines.models import Feeling, ReviewAnswer, ReviewQuestion, StepPerson
from routines.models.mirrors import facts_of, first_day
from routines.regions.caseload.page import WEEKS, caseload_view
from routines.rules.mirror.lens import Lens, through
from routines.rules.mirror.measure import MeasureKey
from routines.rules.mirror.measures import measures
from tests.facilitators.people import browser_of, now_of
from tests.households.doors import words_of
from tests.load.caseload import families

KINDS = ("rungs", "counts", "comments", "feelings")


def rows(sam, **wanted):
    return caseload_view(now_of(sam), timezone.now(), **wanted).rows


def row(sam):
    return rows(sam)[0]


@pytest.fixture
def house(sam):
    (household_id,) = families(sam, 1, KINDS)
    return Household.objects.get(id=household_id)


def counted(sam):
    """Count felt as planned by the mirror's own measure, through the lens of the consent."""
    consents = Consent.objects.standing().select_related("household", "facilitator__organisation")
    (onlooker,) = onlookers_of(consents)
    today = timezone.now().date()
    lens = Lens(today, None, onlooker.member_ids, onlooker.routine_ids, onlooker.kinds)
    facts = facts_of(onlooker.household_id, 0, first_day(today, WEEKS), today, onlooker.time_zone)
    found = measures(through(lens, facts), onlooker.kinds)
    whole = next(each for each in found if each.key is MeasureKey.FELT_AS_PLANNED).whole
    return (whole.n, whole.of) if whole else (0, 0)


def told(sam):
    n, of = row(sam).felt.removeprefix("felt as planned ").split(" of ")
    return int(n), int(of)


def forget():
    from tests.memory import forget_everything

    forget_everything()


def test_it_counts_what_the_measure_counts(sam, house):
    assert told(sam) == counted(sam)
    assert told(sam)[1] > 20


def test_pushed_counts_only_where_it_was_shared(sam, house):
    _n, before = told(sam)
    pushed = Feeling.objects.filter(felt="pushed")
    assert before == Feeling.objects.count() - pushed.count()
    pushed.filter(id=pushed.first().id).update(shared_at=timezone.now())
    forget()
    assert told(sam) == counted(sam)
    assert told(sam)[1] == before + 1


def test_a_no_of_ones_own_takes_ones_part_out(sam, house):
    maya, leo = Member.objects.of(house.id).order_by("position")
    sam.refusals.create(household=house, member=leo, at=timezone.now())
    assert told(sam) == counted(sam)
    assert told(sam)[1] == Feeling.objects.filter(member=maya).exclude(felt="pushed").count()
    assert "1 person" in row(sam).shared


def test_mornings_that_can_still_be_told_of_do_not_count(sam, house):
    from routines.models import Morning

    latest = Morning.objects.latest("on")
    Morning.objects.filter(id=latest.id).update(on=timezone.now().date() - timedelta(days=2))
    assert told(sam) == counted(sam)
    assert told(sam)[1] == Feeling.objects.exclude(felt="pushed").exclude(morning=latest).count()


def test_other_routines_do_not_count(sam, house):
    Consent.objects.update(routine_ids=[10**6])
    assert row(sam).felt == "nothing told in these weeks"
    assert row(sam).changed == "Nothing has changed yet."


def test_feelings_that_are_not_shared_are_not_told(sam, house):
    Consent.objects.update(kinds=["rungs", "counts"])
    assert (row(sam).felt, row(sam).lanes) == ("How steps felt is not shared.", ())


@pytest.mark.parametrize("kinds", [["feelings"], ["rungs", "feelings"], ["counts", "feelings"]])
def test_felt_as_planned_needs_rungs_and_counts_beside_feelings(sam, house, kinds):
    Consent.objects.update(kinds=kinds)
    assert row(sam).felt == "How steps felt is shared, but not how often it was as planned."
    assert row(sam).lanes == ()


def test_what_changed_on_a_step_for_somebody_not_shared_is_not_told(sam, house):
    maya, leo = Member.objects.of(house.id).order_by("position")
    step = house.events.filter(kind__in=("rung.climbed", "rung.stepped_down")).latest("id").step_key
    StepPerson.objects.filter(step_id=step, part="affected").delete()
    StepPerson.objects.create(household=house, step_id=step, member=leo, part="affected")
    before = row(sam).changed
    Consent.objects.update(member_ids=[maya.id])
    forget()
    assert row(sam).changed != before


def test_what_changed_last(sam, house):
    assert row(sam).changed == "“Step 2” climbed to Consult"
    house.events.update(taken_back_at=timezone.now())
    assert row(sam).changed == "Nothing has changed yet."
    Consent.objects.update(kinds=["counts"])
    assert row(sam).changed == "Rungs and decisions are not shared."


def test_questions_wait_until_somebody_who_is_shared_answers(sam, house):
    maya, leo = Member.objects.of(house.id).order_by("position")
    consent, now = Consent.objects.get(), timezone.now()
    question = ReviewQuestion.objects.create(household=house, consent=consent, text="What helped?", asked_at=now)
    assert row(sam).waiting == 1
    ReviewAnswer.objects.create(household=house, question=question, member=leo, text="Music", said_at=now)
    assert row(sam).waiting == 0
    Consent.objects.update(member_ids=[maya.id])
    assert row(sam).waiting == 1


def test_a_pass_is_nothing_a_facilitator_could_count(sam, house):
    maya, _leo = Member.objects.of(house.id).order_by("position")
    consent, now = Consent.objects.get(), timezone.now()
    question = ReviewQuestion.objects.create(household=house, consent=consent, text="What helped?", asked_at=now)
    ReviewAnswer.objects.create(household=house, question=question, member=maya, said_at=now)
    assert row(sam).waiting == 1


def test_the_count_leads_to_just_those_questions(sam, house):
    maya, _leo = Member.objects.of(house.id).order_by("position")
    consent, now = Consent.objects.get(), timezone.now()
    about = {"household": house, "consent": consent, "asked_at": now}
    for text in ("What helped?", "What was hard?"):
        ReviewQuestion.objects.create(**about, text=text)
    answered = ReviewQuestion.objects.create(**about, text="What is new?")
    ReviewAnswer.objects.create(household=house, question=answered, member=maya, text="Music", said_at=now)
    ReviewQuestion.objects.create(**about, text="What is over?", closed_at=now)
    client = browser_of(sam)
    assert "2 questions not answered yet" in words_of(client.get("/facilitator/"))
    address = client.get("/facilitator/").content.decode().split('class="case-waiting" href="')[1].split('"')[0]
    page = words_of(client.get(address))
    assert "What helped?" in page
    assert "What was hard?" in page
    assert "What is new?" not in page
    assert "What is over?" not in page


def test_search_order_and_pages(sam):
    families(sam, 31)
    Consent.objects.filter(household__name="Family 007").update(until_on=timezone.now().date())
    client = browser_of(sam)
    assert len(rows(sam)) == 30
    assert [each.name for each in rows(sam, page=2)] == ["Family 030"]
    assert [each.name for each in rows(sam, page=99)] == ["Family 030"]
    assert rows(sam, by_end=True)[0].name == "Family 007"
    assert [each.name for each in rows(sam, search="FAMILY 012")] == ["Family 012"]
    assert "Page 2 of 2" in words_of(client.get("/facilitator/?page=2"))
    assert "No family of that name" in words_of(client.get("/facilitator/?q=Nobody"))
    for nonsense in ("?page=x", "?page=-1", "?page=9999999999999999999999", "?sort=%00", "?q=%25%27"):
        assert client.get("/facilitator/" + nonsense).status_code == 200


def test_ended_ones_stand_apart(sam, house):
    Consent.objects.update(ended_at=timezone.now(), ended_why="ended")
    client = browser_of(sam)
    page = words_of(client.get("/facilitator/"))
    assert house.name not in page
    assert "1 family no longer shares" in page
    assert house.name in words_of(client.get("/facilitator/ended"))


def test_one_whose_last_day_is_over_stands_apart(sam, house):
    Consent.objects.update(until_on=timezone.now().date() - timedelta(days=2))
    assert rows(sam) == ()


def test_one_given_anew_is_no_longer_among_the_ended(sam, house):
    consent = Consent.objects.get()
    Consent.objects.update(ended_at=timezone.now(), ended_why="replaced")
    consent.pk, consent.key = None, "6f1b1b0e-6f0c-4f83-9d2c-111111111111"
    consent.ended_at, consent.ended_why = None, ""
    consent.save()
    assert len(rows(sam)) == 1
    assert "no longer" not in words_of(browser_of(sam).get("/facilitator/"))


def test_nothing_sent_names_a_household_by_number(sam, house):
    Household.objects.filter(id=house.id).update(revision=987654)
    page = browser_of(sam).get("/facilitator/").content.decode()
    assert f"/h/{house.id}" not in page
    assert "987654" not in page


def test_as_many_queries_for_many_as_for_few(sam):
    client = browser_of(sam)
    families(sam, 5)
    few = queries(client)
    families(sam, 60)
    assert queries(client) == few
    assert few <= 10


def queries(client):
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/facilitator/").status_code == 200
    return len(asked)
