"""What somebody who looks in asks, at the tablet: one question at a time, answered with pictures or a few words."""

from collections.abc import Sequence
from dataclasses import replace
from secrets import token_hex

from django.urls import reverse
from django.utils.translation import gettext as _

from households import seat
from households.live.change import Viewer
from households.models import Event, Member, Tablet
from households.pictograms import PICTOGRAMS
from routines.models import ReviewQuestion
from routines.regions.asking.page import MOODS, Seers, asked_rows, seers_of
from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.regions.tablet.room import Room
from routines.regions.tablet.seat import Sight
from routines.regions.tablet.telling.values import Asked, Tell, TellView
from routines.rules.judge.undoing import UNDO
from routines.rules.state import Kind
from routines.rules.tablet import ANSWERED_HERE, at_once, in_groups

DONE = "done"
# What stands for the proof of who sits in a fragment. New with every start.
SEAT = f"seat-{token_hex(12)}"


def asked_html(room: Room, viewer: Viewer, sight: Sight) -> str:
    """Return the page's region, or nothing where who sits is no member any more. Six queries beside the room's."""
    look = room.look_from(viewer)
    if look is None:
        return ""
    html = fragment("tablet/asked_region.html", tell=asked_view(room, look, sight), proof=SEAT)
    return html.replace(SEAT, seat.seat_token(Tablet(id=viewer.tablet_id), Member(id=viewer.member_id)))


def asked_view(room: Room, look: Look, sight: Sight) -> TellView:
    """Return the open questions, exactly one of them in sight, or none for the thank-you."""
    seers = seers_of(look)
    rows = [row for row in asked_rows(look) if row.closed_at is None and seers.stands(row.consent.facilitator_id)]
    undo = _undoable(look)
    keys = [f"asked-{row.id}" for row in rows]
    asks = [
        _ask(look, row, seers, _pictures(room, look, row), undo=undo.get(row.id, 0), after=after)
        for row, after in zip(rows, [*keys[1:], DONE] if keys else [], strict=True)
    ]
    shown = _in_sight(asks, sight.shown)
    placed = tuple(_placed(ask, shown, sight.group) for ask in asks)
    return TellView(
        revision=look.revision,
        person=look.viewer,
        morning_id=0,
        title="",
        asks=placed,
        left=sum(ask.open for ask in asks),
        done=shown == DONE,
        asked=bool(asks),
    )


def _ask(look: Look, row: ReviewQuestion, seers: Seers, pictures: Sequence[Tell], *, undo: int, after: str) -> Asked:
    by, me = row.consent.facilitator, look.viewer
    mine = next((each for each in row.given if each.member_id == me.id), None)
    tells = [replace(each, mine=bool(mine and mine.pictogram == each.value)) for each in pictures]
    return Asked(
        key=f"asked-{row.id}",
        kind="asked",
        title=row.text,
        beside=_beside(by.name, sees=seers.see(by.id, me.id)),
        pictogram=row.step.pictogram if row.step else "speech-balloon",
        sees=_family(look),
        name="picture",
        send=reverse("tablet_asked_answer", args=[me.id, row.id]),
        groups=in_groups(tells, at_once(me.age_band)),
        open=mine is None,
        answered=mine is not None,
        words=mine.text if mine else "",
        may_pass=True,
        passed=bool(mine and not mine.text and not mine.pictogram),
        undo=undo,
        next=after,
    )


def _pictures(room: Room, look: Look, row: ReviewQuestion) -> tuple[Tell, ...]:
    """Return what can be tapped for an answer: how it is, the routine's steps, the family's faces; each once."""
    routine = next((each for each in room.routines if each.id == row.routine_id), None)
    steps = routine.steps if routine else tuple(step for each in room.routines for step in each.steps)
    tells = [Tell(value=each, text=str(PICTOGRAMS[each].label), pictogram=each) for each in MOODS]
    tells += [Tell(value=step.pictogram, text=step.title, pictogram=step.pictogram) for step in steps if step.pictogram]
    tells += [Tell(value=each.face, text=each.name, face=each) for each in _family(look)]
    return tuple({each.value: each for each in reversed(tells)}.values())[::-1]


def _beside(name: str, *, sees: bool) -> str:
    if sees:
        return _("%(name)s asks, and can see what you say. You need not say anything.") % {"name": name}
    return _("%(name)s asks. What you say stays in the family.") % {"name": name}


def _family(look: Look):
    return tuple(each for each in look.people if not each.left and each.kind is not Kind.SUPPORTER)


def _undoable(look: Look) -> dict[int, int]:
    """Return by question the latest event of who sits that can still be taken back."""
    made = Event.objects.of(look.household_id).filter(
        member_id=look.viewer.id,
        actor_id=look.viewer.id,
        kind__in=ANSWERED_HERE,
        at__gte=look.now - UNDO,
        taken_back_at=None,
    )
    return {event.subject_key: event.id for event in made.order_by("id")}


def _in_sight(asks: list[Asked], shown: str) -> str:
    if shown == DONE or any(ask.key == shown for ask in asks):
        return shown
    return next((ask.key for ask in asks if ask.open), DONE)


def _placed(ask: Asked, shown: str, group: int | None) -> Asked:
    if ask.key != shown:
        return ask
    place = group if group is not None and group < len(ask.groups) else _with_mine(ask)
    return replace(ask, shown=True, group=place)


def _with_mine(ask: Asked) -> int:
    return next((place for place, each in enumerate(ask.groups) if any(tell.mine for tell in each)), 0)
