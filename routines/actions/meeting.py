"""The family meeting: beginning it, passing the chair on, noting what came of each thing, and ending it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.agenda import tick
from routines.actions.stage import Stage, stage
from routines.models import Meeting, MeetingNote
from routines.models.meeting_things import agenda_item, thing_title
from routines.models.meetings import meetings_now, meetings_of
from routines.models.presences import away_today
from routines.rules.codes import Code
from routines.rules.meeting.chair import begins, chair_after, chairs, goes_on, next_chair
from routines.rules.morning.deeds import MorningDeed, MorningSituation, may_today
from routines.rules.verdict import Verdict, refuse

LONGEST_NOTE = 500
# Each event of a tap that did several things: taking one back takes back all of them.
WHOLE = {"whole": True}


def begin_meeting(*, actor: Actor, at: datetime, chair_id: int | None = None, tap: UUID | None = None) -> Event:
    """Begin a meeting. Whoever's turn it is chairs, unless `chair_id` names somebody else of the family."""
    with _sitting(actor=actor, at=at, tap=tap) as scene:
        running, last = meetings_now(actor.household_id)
        chair = _named(scene, chair_id) or next_chair(scene.people, last and last.chair_id, _away(scene))
        _go_on(begins(scene.people, chair, running=running is not None))
        meeting = Meeting.objects.create(
            household_id=actor.household_id, on=scene.today, chair_id=chair, begun_by_id=scene.me.id, begun_at=at
        )
        return _record(scene, "meeting.begun", meeting.id, member=chair)


def pass_chair(
    *, actor: Actor, meeting_id: int, at: datetime, chair_id: int | None = None, tap: UUID | None = None
) -> Event | None:
    """Pass the chair on: to `chair_id`, else to whose turn comes next. Returns None where they chair already."""
    with _sitting(actor=actor, at=at, tap=tap) as scene:
        meeting = _running(scene, meeting_id)
        chair = _named(scene, chair_id) or chair_after(scene.people, meeting.chair_id, _away(scene)) or meeting.chair_id
        _go_on(chairs(scene.people, chair))
        if chair == meeting.chair_id:
            return None
        before, meeting.chair_id = meeting.chair_id, chair
        meeting.save(update_fields=["chair"])
        return _record(scene, "meeting.passed", meeting_id, member=chair, undo={"chair": [before, chair]})


def note(
    *,
    actor: Actor,
    meeting_id: int,
    key: str,
    at: datetime,
    text: str = "",
    base: str | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Note what came of one thing, by its key; no words say only that it was talked about.

    What had waited on the agenda is ticked off. `base` is the note the form showed: where somebody else has changed it
    since, nothing is stored. Returns None where it says so already.
    """
    item = agenda_item(actor.household_id, key)
    with _sitting(actor=actor, at=at, tap=tap, step_id=item and item.step_id) as scene:
        meeting, text = _running(scene, meeting_id), text.strip()
        if len(text) > LONGEST_NOTE:
            _go_on(refuse(Code.TOO_LONG, longest=LONGEST_NOTE, over=len(text) - LONGEST_NOTE))
        stored = MeetingNote.objects.filter(meeting=meeting, key=key).first()
        if stored and stored.text == text:
            return None
        if stored and base is not None and stored.text != base and stored.by_id != scene.me.id:
            _go_on(refuse(Code.CHANGED_MEANWHILE))
        title = stored.title if stored else thing_title(actor.household_id, key)
        if title is None:
            raise Missing
        return _note(scene, meeting, key, title, text, stored, item and item.id)


def end_meeting(*, actor: Actor, meeting_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """End a meeting. What nobody talked about stands on the next one's agenda again."""
    with _sitting(actor=actor, at=at, tap=tap) as scene:
        meeting = _running(scene, meeting_id)
        meeting.ended_at = at
        meeting.save(update_fields=["ended_at"])
        return _record(scene, "meeting.ended", meeting_id)


@contextmanager
def _sitting(*, actor: Actor, at: datetime, tap: UUID | None, step_id: int | None = None) -> Iterator[Stage]:
    """Begin a change for somebody who takes part in family meetings."""
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        about = {"actor": scene.me, "speaker": scene.speaker, "members": scene.people}
        _go_on(may_today(MorningDeed.MEETING, MorningSituation(now=at, today=scene.today, **about)))
        yield scene


def _running(scene: Stage, meeting_id: int) -> Meeting:
    meeting = meetings_of(scene.actor.household_id).filter(id=meeting_id).first()
    if meeting is None:
        raise Missing
    _go_on(goes_on(running=meeting.ended_at is None))
    return meeting


def _named(scene: Stage, chair_id: int | None) -> int | None:
    """Return the id of whoever was named, None for nobody; raises `Missing` for a stranger."""
    if chair_id is not None and chair_id not in {person.id for person in scene.people}:
        raise Missing
    return chair_id


def _note(
    scene: Stage, meeting: Meeting, key: str, title: str, text: str, stored: MeetingNote | None, item_id: int | None
) -> Event:
    """Write the note, and tick what it is about off the family's agenda."""
    about = {"title": title, "text": text, "by_id": scene.me.id, "at": scene.at}
    MeetingNote.objects.update_or_create(
        household_id=scene.actor.household_id, meeting=meeting, key=key, defaults=about
    )
    ticked = tick(scene, item_id, undo=WHOLE) if item_id else None
    undo = {"key": key, "text": [stored and stored.text, text], "by": stored and stored.by_id}
    undo |= WHOLE if ticked else {}
    return _record(scene, "meeting.noted", meeting.id, title=title[:120], why=text, undo=undo)


def _record(scene: Stage, kind: str, meeting_id: int, **about: object) -> Event:
    """Record an event of the meeting. It stands on no step, so that nobody but the family reads it."""
    scene.change.tells("agenda")
    return scene.record(kind, subject=meeting_id, **{"routine": None, "step": None, "question": None, **about})


def _away(scene: Stage) -> frozenset[int]:
    ids = [person.id for person in scene.people if not person.left]
    return frozenset(each.member for each in away_today(scene.actor.household_id, scene.today, ids, None))


def _go_on(verdict: Verdict) -> None:
    if not verdict:
        raise Refused(str(verdict.code), **dict(verdict.params))
