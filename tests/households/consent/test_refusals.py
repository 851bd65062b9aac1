"""One's own part: nobody else's to give, gone at once, and gone for good until taken back by the person."""

from django.utils import timezone

from households.actions.consent_refusals import allow_part, refuse_part
from households.actions.consents import give
from households.actions.look_in import looked_in
from households.actions.people import Look, Who, change_member
from households.looking_in import onlooker_of
from households.models import ConsentRefusal, LookIn
from tests.cast import as_actor, fresh
from tests.households.consent.looking import given, now, terms_for


def no(member, sam):
    return refuse_part(actor=as_actor(member), facilitator_id=sam.id, at=timezone.now())


def yes(member, sam):
    return allow_part(actor=as_actor(member), facilitator_id=sam.id, at=timezone.now())


def seen(consent):
    return onlooker_of(now(consent)).member_ids


def test_no_takes_effect_at_once_and_yes_takes_it_back(cast, sam, consent):
    assert cast.bo.id in seen(consent)
    assert no(cast.bo, sam).kind == "consent.refused"
    assert cast.bo.id not in seen(consent)
    assert now(consent).turn == 1
    assert yes(cast.bo, sam).kind == "consent.allowed"
    assert cast.bo.id in seen(consent)


def test_saying_it_twice_is_saying_it_once(cast, sam, consent):
    no(cast.bo, sam)
    assert no(cast.bo, sam) is None
    assert yes(cast.bo, sam)
    assert yes(cast.bo, sam) is None


def test_a_no_outlives_the_consent(cast, sam, consent, terms):
    no(cast.bo, sam)
    anew = give(actor=as_actor(cast.maya), facilitator_id=sam.id, terms=terms, at=timezone.now())
    assert cast.bo.id not in seen(anew)


def test_a_no_of_somebody_who_is_not_in_it_tells_the_facilitator_nothing(cast, sam):
    consent = given(cast.maya, sam, terms_for(cast.maya))
    no(cast.bo, sam)
    assert now(consent).turn == 0


def test_a_child_who_becomes_a_teen_keeps_their_no_and_answers_for_themself(cast, sam, consent):
    no(cast.bo, sam)
    change_member(
        actor=as_actor(cast.maya),
        member_id=cast.bo.id,
        who=Who("teen"),
        look=Look(cast.bo.name, cast.bo.face, cast.bo.colour),
        at=timezone.now(),
    )
    assert fresh(cast.bo).kind == "teen"
    assert cast.bo.id not in seen(consent)
    yes(cast.bo, sam)
    assert cast.bo.id in seen(consent)


def test_a_supporter_says_no_too(cast, sam):
    consent = given(cast.maya, sam, terms_for(cast.maya, cast.nana))
    no(cast.nana, sam)
    assert seen(consent) == {cast.maya.id}
    assert ConsentRefusal.objects.get().member_id == cast.nana.id


def test_what_is_opened_is_noted(cast, consent):
    looked_in(onlooker=onlooker_of(now(consent)), page="step", at=timezone.now(), routine=1, step=2)
    row = LookIn.objects.get()
    assert (row.household_id, row.consent_id, row.page, row.step_key) == (cast.household.id, consent.id, "step", 2)
