"""The verbs of noticing and repairing, ready to be done."""

from routines.actions.feel import feel, share_pushed
from routines.actions.idea import Idea
from routines.actions.notice import Noticed, notice
from routines.actions.repair import Gift, answer_repair, give
from routines.actions.slip import notice_slip, withdraw_slip
from routines.actions.start_morning import start_morning
from routines.actions.try_this import try_this
from routines.models import MorningStep
from tests.routines.verbs.every import of


def _begun(m) -> dict:
    begun = start_morning(actor=m.actor(m.maya), routine_id=m.routine.id, at=m.now)
    return {"morning_id": begun.morning_key}


def _step(m, step) -> dict:
    about = _begun(m)
    return about | {"morning_step_id": MorningStep.objects.get(**about, step=step).id}


@of(notice)
def _notice(m):
    return m.leo, {**_begun(m), "noticed": Noticed("yes")}, None


@of(feel)
def _feel(m):
    return m.leo, {**_step(m, m.dress), "felt": "pushed"}, None


@of(share_pushed)
def _share(m):
    about = _step(m, m.dress)
    feel(actor=m.actor(m.leo), **about, felt="pushed", at=m.now)
    return m.leo, {**about, "shared": True}, None


@of(notice_slip)
def _slip(m):
    return m.leo, _step(m, m.dress), None


@of(withdraw_slip)
def _withdraw(m):
    slip = notice_slip(actor=m.actor(m.leo), **_begun(m), at=m.now)
    return m.leo, {"slip_id": slip.subject_key}, None


@of(give)
def _give(m):
    return m.leo, {**_begun(m), "gift": Gift("sorry", m.maya.id, "I was slow.")}, None


@of(answer_repair)
def _answer(m):
    sorry = give(actor=m.actor(m.maya), **_begun(m), gift=Gift("sorry", m.leo.id), at=m.now)
    return m.leo, {"repair_id": sorry.subject_key, "picture": "ear"}, None


@of(try_this)
def _try(m):
    idea = Idea(name="Music", question="What do we do?", pictogram="musical-notes")
    return m.leo, {**_step(m, m.game), "idea": idea}, m.game.id
