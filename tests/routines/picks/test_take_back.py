"""Taking back what was done about picks, as long as nothing rests on it."""

from datetime import time

from routines.actions.pick_bundle import answer_bundle, propose_bundle
from routines.actions.pick_options import archive_option
from routines.actions.pick_plan import PickDraft, archive_pick, edit_pick, restore_pick
from routines.actions.take_back import take_back
from routines.actions.undo_tap import undo_tap
from routines.models import Ballot, Bundle, Pick, PickOption, PickVeto
from routines.models.picks import bundles_of
from tests.routines.morning import refused


def back(picks, event, who=None):
    m = picks.family
    return take_back(actor=m.actor(who or m.maya), event_id=event.id, at=m.now)


def test_a_new_pick(picks):
    back(picks, picks.family.events("pick.made")[0])

    assert Pick.objects.get().archived_at


def test_not_once_somebody_has_added_to_it(picks):
    picks.add(picks.family.leo, "W", "Waffles")
    with refused("others_built_on_it"):
        back(picks, picks.family.events("pick.made")[0])


def test_not_once_it_was_asked(today):
    with refused("others_built_on_it"):
        back(today, today.family.events("pick.made")[0])


def test_a_change(picks):
    m = picks.family
    draft = PickDraft("Food?", time(7, 15))
    base = {"text": "What do we eat?", "until": None}
    event = edit_pick(actor=m.actor(m.maya), pick_id=picks.pick.id, draft=draft, base=base, at=m.now)
    back(picks, event)

    assert Pick.objects.values("text", "until").get() == base


def test_putting_away_and_bringing_back(picks):
    m = picks.family
    about = {"actor": m.actor(m.maya), "pick_id": picks.pick.id}
    back(picks, archive_pick(**about, at=m.now))
    assert Pick.objects.get().archived_at is None
    archive_pick(**about, at=m.now)
    back(picks, restore_pick(**about, at=m.now))
    assert Pick.objects.get().archived_at


def test_an_option(today):
    event = today.add(today.family.leo, "W", "Waffles")
    back(today, event, today.family.leo)

    assert today.letters["W"] not in today.options(today.pick)


def test_not_one_that_others_have_tapped(today):
    event = today.add(today.family.leo, "W", "Waffles")
    today.tap(today.family.bo, "W")
    with refused("others_built_on_it"):
        back(today, event, today.family.leo)


def test_an_option_put_away(today):
    m = today.family
    event = archive_option(actor=m.actor(m.maya), pick_id=today.pick.id, option_id=today.letters["E"], at=m.now)
    back(today, event)

    assert PickOption.objects.get(text="Eggs").archived_at is None


def test_a_tap_is_what_it_was_before(today):
    m = today.family
    first = today.tap(m.leo, "P")
    second = today.tap(m.leo, "PE")
    with refused("others_built_on_it"):
        back(today, first, m.leo)
    back(today, second, m.leo)
    assert Ballot.objects.get().options == today.wanted("P")
    back(today, first, m.leo)
    assert not Ballot.objects.exists()


def test_a_tap_for_a_child_is_taken_back_by_who_tapped(today):
    event = today.tap(today.family.bo, "P")
    back(today, event)

    assert not Ballot.objects.exists()


def test_what_was_revealed_stays(today):
    m = today.family
    today.tap(m.ivy, "P")
    today.tap(m.bo, "P")
    event = today.tap(m.leo, "E")
    m.pass_time(seconds=10)
    with refused("pick_settled"):
        back(today, event, m.leo)


def test_oops_finds_the_tap_though_another_pick_ended_with_it(morning, picks):
    from uuid import uuid4

    picks.make(morning.game, "Which game?", "Tag", "Ball")
    picks.start()
    morning.pass_time(hours=1, minutes=15)  # the game is over by the clock, and nobody has written it down
    tap = uuid4()
    picks.tap(morning.leo, "P", tap=tap)
    assert [event.kind for event in morning.events()][-2:] == ["pick.settled", "pick.tapped"]
    undo_tap(actor=morning.actor(morning.leo), of_tap=tap, at=morning.now)

    assert not Ballot.objects.exists()


def test_ruling_out(today):
    back(today, today.veto("E"))

    assert not PickVeto.objects.exists()


def test_a_treat(today):
    m = today.family
    today.treat(m.bo, "Birthday")
    back(today, today.treat(m.ivy, "Brave"))
    assert (today.state().treat_for, today.state().treat_reason) == (m.bo.id, "Birthday")


def shared(picks):
    m = picks.family
    game = picks.make(m.game, "Which game?", "Tag", "Ball")
    return propose_bundle(actor=m.actor(m.leo), pick_ids=(picks.pick.id, game.id), at=m.now)


def said(picks, who, bundle, agrees=True):
    m = picks.family
    return answer_bundle(**m.acting(who), bundle_id=bundle, agrees=agrees, at=m.now)


def test_asking_to_share_turns(picks):
    back(picks, shared(picks), picks.family.leo)

    assert bundles_of(picks.family.household.id) == ()


def test_not_once_somebody_has_answered(picks):
    event = shared(picks)
    said(picks, picks.family.maya, event.subject_key)
    with refused("others_built_on_it"):
        back(picks, event, picks.family.leo)


def test_the_yes_that_agreed_it(picks):
    m = picks.family
    bundle = shared(picks).subject_key
    said(picks, m.maya, bundle)
    said(picks, m.ivy, bundle)
    back(picks, said(picks, m.bo, bundle))

    assert Bundle.objects.get().agreed_at is None
    assert {voice.member for voice in bundles_of(m.household.id)[0].voices} == {m.leo.id, m.maya.id, m.ivy.id}


def test_not_once_a_morning_began_with_it(picks):
    m = picks.family
    bundle = shared(picks).subject_key
    said(picks, m.maya, bundle)
    said(picks, m.ivy, bundle)
    event = said(picks, m.bo, bundle)
    picks.start()
    with refused("others_built_on_it"):
        back(picks, event)


def test_a_no_that_ended_it(picks):
    m = picks.family
    bundle = shared(picks).subject_key
    back(picks, said(picks, m.ivy, bundle, agrees=False))

    (standing,) = bundles_of(m.household.id)
    assert len(standing.picks) == 2
    assert {voice.member for voice in standing.voices} == {m.leo.id}
