"""The verbs of who is here when, ready to be done."""

from datetime import timedelta

from routines.actions.pause import end_pause, set_pause
from routines.actions.presence import set_day, set_presence
from tests.routines.verbs.every import of


@of(set_pause)
def _set_pause(m):
    return m.leo, {"kind": "sick", "from_on": m.today, "member_id": m.leo.id}, None


@of(end_pause)
def _end_pause(m):
    noted = _set_pause(m).do(actor=m.actor(m.leo), at=m.now)
    return m.leo, {"pause_id": noted.subject_key}, None


@of(set_presence)
def _set_presence(m):
    return m.maya, {"member_id": m.bo.id, "days": 0b0000000_1111111, "from_on": m.today}, None


@of(set_day)
def _set_day(m):
    return m.maya, {"member_id": m.bo.id, "on": m.today + timedelta(days=1), "here": False}, None
