"""The verbs of picks, ready to be done."""

from routines.actions.pick_bundle import answer_bundle, end_bundle, propose_bundle
from routines.actions.pick_options import add_option, archive_option, restore_option
from routines.actions.pick_plan import (
    OptionDraft,
    PickDraft,
    archive_pick,
    edit_pick,
    make_pick,
    restore_pick,
)
from routines.actions.pick_tap import keep_late_tap, tap_pick
from routines.actions.pick_veto import give_treat, veto_option
from tests.routines.picks.hand import Picks
from tests.routines.verbs.every import of


@of(make_pick)
def _make(m):
    options = (OptionDraft("Hide and seek", "play"), OptionDraft("Tag", "play"))
    return m.maya, {"step_id": m.game.id, "draft": PickDraft("Which game?"), "options": options}, m.game.id


@of(edit_pick)
def _edit(m):
    picks = Picks(m)
    base = {"text": "What do we eat?", "until": None}
    return m.maya, {"pick_id": picks.pick.id, "draft": PickDraft("What is it today?"), "base": base}, picks.step.id


@of(archive_pick)
def _archive(m):
    picks = Picks(m)
    return m.maya, {"pick_id": picks.pick.id}, picks.step.id


@of(restore_pick)
def _restore(m):
    ready = _archive(m)
    ready.do(actor=m.actor(m.maya), at=m.now)
    return m.maya, ready.about, ready.step


@of(add_option)
def _add(m):
    picks = Picks(m)
    return m.leo, {"pick_id": picks.pick.id, "draft": OptionDraft("Waffles", "waffle")}, picks.step.id


@of(archive_option)
def _archive_option(m):
    picks = Picks(m)
    return m.maya, {"pick_id": picks.pick.id, "option_id": picks.letters["E"]}, picks.step.id


@of(restore_option)
def _restore_option(m):
    ready = _archive_option(m)
    ready.do(actor=m.actor(m.maya), at=m.now)
    return m.maya, ready.about, ready.step


@of(tap_pick)
def _tap(m):
    picks = Picks(m).start()
    return m.leo, {"picking_id": picks.picking(), "options": picks.wanted("PE")}, None


@of(keep_late_tap)
def _late(m):
    picks = Picks(m).start().all_tap("P", "P", "E")
    picks.settle()
    return m.leo, {"picking_id": picks.picking(), "options": picks.wanted("F")}, None


@of(veto_option)
def _veto(m):
    picks = Picks(m).start()
    about = {"picking_id": picks.picking(), "option_id": picks.letters["E"], "ground": "health", "reason": "Old."}
    return m.maya, about, None


@of(give_treat)
def _treat(m):
    picks = Picks(m).start()
    return m.maya, {"picking_id": picks.picking(), "member_id": m.bo.id, "reason": "Birthday"}, None


def _two(m) -> tuple[int, int]:
    picks = Picks(m)
    return picks.pick.id, picks.make(m.game, "Which game?", "Tag", "Hide and seek").id


@of(propose_bundle)
def _propose(m):
    return m.leo, {"pick_ids": _two(m)}, None


def _proposed(m) -> int:
    return propose_bundle(actor=m.actor(m.leo), pick_ids=_two(m), at=m.now).subject_key


@of(answer_bundle)
def _answer(m):
    return m.maya, {"bundle_id": _proposed(m), "agrees": True}, None


@of(end_bundle)
def _end(m):
    return m.leo, {"bundle_id": _proposed(m)}, None
