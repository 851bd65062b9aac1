"""The page of the family meeting: before it begins, while it goes on, and those that were held."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from routines.models import Meeting, MeetingNote
from routines.models.meetings import meetings_now, meetings_of
from routines.models.presences import away_today
from routines.models.snapshots import RoutineState, routine_states
from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.regions.meeting.agenda import thing_view, things_of
from routines.regions.meeting.values import HeldPage, HeldView, MeetingView, NoteView, ThingView
from routines.rules.meeting.chair import chair_after, may_chair, next_chair
from routines.words.days import date_words
from routines.words.meeting import home_words

PAGE = 10


@dataclass(frozen=True, slots=True)
class Kept:
    """A tap that changed nothing: why, and what was written about which thing, if about one."""

    sentence: str
    key: str = ""
    title: str = ""
    typed: str = ""


def meeting_html(look: Look, kept: Kept | None = None, before: int | None = None) -> SafeString:
    """Return the page's one region: the meeting, and those that were held (`before` an id, for further ones)."""
    meeting = meeting_view(look, routine_states(look.household_id, look.now), kept)
    return fragment("meeting/meeting.html", meeting=meeting, held=held_page(look, before))


def meeting_view(look: Look, routines: tuple[RoutineState, ...], kept: Kept | None = None) -> MeetingView:
    """Return the meeting as it is now. Thirteen queries, however much there is to talk about."""
    running, last = meetings_now(look.household_id)
    notes = _notes(look, running) if running else ()
    found = things_of(look, routines, (note.key for note in notes))
    things = _with_notes(tuple(thing_view(look, each) for each in found), notes, kept)
    chair = look.maybe(_chair(look, running, last))
    nowhere = kept and not (running and kept.key)
    return MeetingView(
        household_id=look.household_id,
        revision=look.revision,
        today=date_words(look.today),
        id=running and running.id,
        began=date_words(running.on) if running and running.on != look.today else "",
        chair=chair,
        chairs=may_chair(look.people),
        next=look.maybe(chair_after(look.people, chair.id, _away(look))) if running and chair else None,
        things=things if running else tuple(replace(thing, now=False) for thing in things),
        open=sum(not thing.note for thing in things),
        refusal=kept.sentence if nowhere else "",
        words=kept.typed if nowhere else "",
    )


def held_page(look: Look, before: int | None = None) -> HeldPage:
    """Return a page of the meetings that were held, the latest first. Two queries, however many."""
    rows = meetings_of(look.household_id).exclude(ended_at=None).order_by("-id").prefetch_related("notes")
    rows = list((rows.filter(id__lt=before) if before else rows)[: PAGE + 1])
    held = [_held(look, row) for row in rows[:PAGE]]
    fresh = held.pop(0) if held and not before and held[0].on == look.today else None
    return HeldPage(fresh, tuple(held), rows[PAGE - 1].id if len(rows) > PAGE else None, before is not None)


def _held(look: Look, row: Meeting) -> HeldView:
    return HeldView(
        id=row.id,
        on=row.on,
        day=date_words(row.on, year=row.on.year != look.today.year),
        chair=look.person(row.chair_id),
        notes=tuple(_note(look, each) for each in sorted(row.notes.all(), key=lambda each: each.id)),
    )


def meeting_line(look: Look, routines: tuple[RoutineState, ...]) -> str:
    """Return what Home says of the family meeting in one line; nothing where nobody could chair it."""
    running, last = meetings_now(look.household_id)
    chair = look.maybe(_chair(look, running, last))
    if chair is None:
        return ""
    things = 0 if running else len(things_of(look, routines))
    return home_words(things, chair.name, running=running is not None)


def _chair(look: Look, running: Meeting | None, last: Meeting | None) -> int | None:
    if running:
        return running.chair_id
    return next_chair(look.people, last and last.chair_id, _away(look))


def _away(look: Look) -> frozenset[int]:
    ids = [person.id for person in look.people if not person.left]
    return frozenset(each.member for each in away_today(look.household_id, look.today, ids, None))


def _notes(look: Look, meeting: Meeting) -> tuple[NoteView, ...]:
    rows = MeetingNote.objects.filter(household_id=look.household_id, meeting_id=meeting.id).order_by("id")
    return tuple(_note(look, each) for each in rows)


def _note(look: Look, row: MeetingNote) -> NoteView:
    return NoteView(row.key, row.title, row.text, look.person(row.by_id))


def _with_notes(things: Sequence[ThingView], notes: Sequence[NoteView], kept: Kept | None) -> tuple[ThingView, ...]:
    """Return the things with what came of them; the first without a note is the one talked about now.

    What was noted or written about something that has left the agenda meanwhile, as a question settled in the meeting
    does, stays at the end.
    """
    there = {thing.key for thing in things}
    gone = [ThingView(note.key, note.title) for note in notes if note.key not in there]
    if kept and kept.key and kept.key not in there | {thing.key for thing in gone}:
        gone.append(ThingView(kept.key, kept.title))
    noted = {note.key: note for note in notes}
    now = next((thing.key for thing in things if thing.key not in noted), None)
    return tuple(
        replace(thing, note=noted.get(thing.key), now=thing.key == now, **_typed(thing.key, kept))
        for thing in (*things, *gone)
    )


def _typed(key: str, kept: Kept | None) -> dict[str, str]:
    """Return what was typed into the form of a thing that was kept, and why."""
    return {"typed": kept.typed, "refusal": kept.sentence} if kept and kept.key == key else {}
