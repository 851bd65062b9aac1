"""Giving, narrowing and ending; what is wider is given anew."""

from datetime import timedelta

import pytest
from django.utils import timezone

from households.actions.consent_offers import offer_link
from households.actions.consents import end, give, give_up, narrow, terms_of
from households.actions.people import leave_household, remove_member, return_member
from households.actions.refusal import Missing, Refused
from households.looking_in import onlooker_of
from households.models import Consent, ConsentOffer, Event
from tests.cast import add, as_actor, found, fresh, join
from tests.households.consent.looking import ROUTINE, facilitator, given, now, only, terms_for


def told(household, kind):
    return list(Event.objects.of(household.id).filter(kind=kind).order_by("id"))


def act(member, **more):
    return {"actor": as_actor(member), "at": timezone.now(), **more}


def test_a_link_that_is_taken_begins_a_consent(cast, sam, consent, terms):
    assert terms_of(now(consent)) == terms
    assert (consent.given_by_id, consent.facilitator_id) == (cast.maya.id, sam.id)
    (event,) = told(cast.household, "consent.given")
    assert (event.actor_id, event.member_id, event.title) == (None, cast.maya.id, "Sam")


@pytest.mark.parametrize("what", ["kind", "routine_id", "member_id"])
def test_one_tap_shows_less_and_moves_only_this_consent_on(cast, consent, what):
    value = {"kind": "counts", "routine_id": ROUTINE, "member_id": cast.bo.id}[what]
    if what == "routine_id":
        Consent.objects.filter(id=consent.id).update(routine_ids=[ROUTINE, 8])
    event = narrow(consent_id=consent.id, **{what: value}, **act(cast.maya))
    field = {"kind": "kinds", "routine_id": "routine_ids", "member_id": "member_ids"}[what]
    assert value not in getattr(now(consent), field)
    assert now(consent).turn == consent.turn + 1
    assert (event.kind, event.title) == ("consent.narrowed", "Sam")


def test_the_last_of_something_ends_it(cast, consent):
    narrow(consent_id=consent.id, kind="rungs", **act(cast.maya))
    event = narrow(consent_id=consent.id, kind="counts", **act(cast.maya))
    assert (event.kind, now(consent).ended_why) == ("consent.ended", "ended")


def test_what_was_not_shared_cannot_be_narrowed(cast, consent):
    assert narrow(consent_id=consent.id, kind="feelings", **act(cast.maya)) is None
    assert now(consent).turn == 0


def test_any_parent_ends_it_at_once(cast, consent):
    tim = add(cast.maya, "Tim", "parent", with_account=True)
    end(consent_id=consent.id, **act(tim))
    after = now(consent)
    assert (after.ended_by_id, after.ended_why, after.turn) == (tim.id, "ended", 1)
    assert onlooker_of(after) is None
    with pytest.raises(Refused, match="consent_over"):
        end(consent_id=consent.id, **act(cast.maya))
    with pytest.raises(Refused, match="consent_over"):
        narrow(consent_id=consent.id, kind="rungs", **act(cast.maya))


@pytest.mark.parametrize("who", ["leo", "nana", "bo"])
def test_only_parents(cast, consent, sam, terms, who):
    them = getattr(cast, who)
    for verb, more in (
        (end, {"consent_id": consent.id}),
        (narrow, {"consent_id": consent.id, "kind": "rungs"}),
        (give, {"facilitator_id": sam.id, "terms": terms}),
    ):
        with pytest.raises(Refused, match="parents_only"):
            verb(**act(them), **more)


def test_next_door_there_is_no_such_consent(cast, consent, sam, terms):
    for verb, more in ((end, {"consent_id": consent.id}), (give, {"facilitator_id": sam.id, "terms": terms})):
        with pytest.raises(Missing):
            verb(**act(cast.neighbour), **more)


def test_giving_again_replaces_and_both_stay_recorded(cast, sam, consent, terms):
    tim = add(cast.maya, "Tim", "parent", with_account=True)
    anew = give(facilitator_id=sam.id, terms=only(terms, kinds=("rungs",)), **act(tim))
    before = now(consent)
    assert (before.ended_why, before.ended_by_id) == ("replaced", tim.id)
    assert before.kinds == ["rungs", "counts"]
    assert (anew.given_by_id, anew.kinds) == (tim.id, ["rungs"])
    assert Consent.objects.of(cast.household.id).standing().count() == 1
    assert told(cast.household, "consent.given")[-1].changes == {"shared_kinds": [["rungs", "counts"], ["rungs"]]}


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kinds": ()}, "consent_no_kind"),
        ({"routine_ids": ()}, "consent_no_routine"),
        ({"member_ids": ()}, "consent_nobody"),
        ({"until_on": timezone.localdate() - timedelta(days=2)}, "consent_in_the_past"),
        ({"until_on": timezone.localdate() + timedelta(days=400)}, "consent_too_long"),
    ],
)
def test_terms_that_do_not_fit_change_nothing(cast, sam, consent, terms, values, code):
    with pytest.raises(Refused, match=code):
        give(facilitator_id=sam.id, terms=only(terms, **values), **act(cast.maya))
    assert now(consent).ended_at is None


def test_somebody_of_another_household_is_no_part_of_it(cast, sam, consent, terms):
    anew = give(
        facilitator_id=sam.id, terms=only(terms, member_ids=(cast.bo.id, cast.their_child.id)), **act(cast.maya)
    )
    assert anew.member_ids == [cast.bo.id]


def test_a_facilitator_who_joins_the_family_is_not_let_in_again(cast, sam, consent, terms):
    grown_up = add(cast.maya, "Ruth", "supporter")
    join(cast.maya, grown_up, account=sam.account)
    with pytest.raises(Refused, match="consent_own_family"):
        give(facilitator_id=sam.id, terms=terms, **act(cast.maya))


def test_a_parent_elsewhere_may_look_in(cast):
    ruth = facilitator("Ruth", account=fresh(cast.neighbour).account)
    assert given(cast.maya, ruth, terms_for(cast.bo)).facilitator_id == ruth.id


def test_two_households_of_separated_parents_are_two_consents(cast, sam, consent):
    tim = found("Tim’s home", founder="Tim")
    theirs = given(tim, sam, terms_for(tim))
    assert now(consent).ended_at is None
    assert theirs.household_id != consent.household_id
    end(consent_id=theirs.id, **act(tim))
    assert onlooker_of(now(consent)) is not None


def test_both_parents_of_one_household_invite_the_same(cast, sam, consent):
    tim = add(cast.maya, "Tim", "parent", with_account=True)
    second = given(tim, sam, terms_for(cast.bo))
    assert now(consent).ended_why == "replaced"
    assert onlooker_of(now(second)).member_ids == {cast.bo.id}


def test_the_facilitator_gives_up_by_themself(cast, consent):
    event = give_up(onlooker=onlooker_of(now(consent)), at=timezone.now())
    assert (event.kind, event.actor_id) == ("consent.left", None)
    assert (now(consent).ended_why, now(consent).ended_by_id) == ("left", None)


def test_who_leaves_is_out_at_once_and_does_not_come_back(cast, consent):
    remove_member(member_id=cast.bo.id, **act(cast.maya))
    assert cast.bo.id not in now(consent).member_ids
    assert now(consent).turn == 1
    return_member(member_id=cast.bo.id, **act(cast.maya))
    assert cast.bo.id not in onlooker_of(now(consent)).member_ids


def test_a_consent_of_one_ends_when_they_leave(cast, sam):
    consent = given(cast.maya, sam, terms_for(cast.bo))
    remove_member(member_id=cast.bo.id, **act(cast.maya))
    assert now(consent).ended_why == "ended"


def test_who_leaves_is_out_of_what_is_offered_and_takes_their_own_offers_along(cast):
    tim = add(cast.maya, "Tim", "parent", with_account=True)
    offer, _key = offer_link(terms=terms_for(cast.bo, tim), **act(cast.maya))
    own, _key = offer_link(terms=terms_for(cast.bo), **act(tim))
    alone, _key = offer_link(terms=terms_for(tim), **act(cast.maya))
    leave_household(**act(tim))
    offers = ConsentOffer.objects.in_bulk([offer.id, own.id, alone.id])
    assert offers[offer.id].member_ids == [cast.bo.id]
    assert offers[offer.id].withdrawn_at is None
    assert offers[own.id].withdrawn_at
    assert offers[alone.id].withdrawn_at
