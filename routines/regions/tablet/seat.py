"""The page of who sits at a tablet: all they are asked, one thing in sight."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import ngettext

from routines.regions.look import Look
from routines.regions.morning.bar import milliseconds
from routines.regions.tablet.asks import ask_view, late_view
from routines.regions.tablet.daily import daily_asks
from routines.regions.tablet.reading import late_of, undoable
from routines.regions.tablet.room import Room
from routines.regions.tablet.values import Ask, Dot, SeatView

# Instead of the key of something asked: the thank-you after the last.
DONE = "done"
# The first that waits, whatever was in sight before.
NEXT = "next"


@dataclass(frozen=True, slots=True)
class Sight:
    """What shall be in sight: `shown` is the key of something asked, its question's number, or "step-" and the number
    of its step; empty is the first that waits. `group` is which of its choices, `extra` which of what says more.
    """

    shown: str = ""
    group: int | None = None
    extra: int | None = None


FIRST = Sight()


def seat_asks(room: Room, look: Look, sight: Sight = FIRST) -> tuple[Ask, ...]:
    """Return all that somebody is asked, today's picks first, with exactly one in sight, or none for the thank-you.

    Two queries beside the room's own, and those of picks that changed.
    """
    member_id = look.viewer.id
    events = undoable(look.household_id, member_id, look.now)
    asks = daily_asks(room, look, events)
    asks += [late_view(look, late) for late in late_of(look.household_id, member_id)]
    asks += [ask_view(look, matter, events) for matter in room.matters(look)]
    key = _in_sight(asks, sight.shown)
    return tuple(_placed(asks, place, key, sight) for place in range(len(asks)))


def seat_view(
    look: Look,
    asks: Sequence[Ask],
    changes_at: datetime | None = None,
    *,
    tells: bool = False,
    runs: bool = False,
    lookers: tuple[str, ...] = (),
) -> SeatView:
    """Return what stands around the asks; `changes_at` is when something is revealed by itself.

    `tells` says that there is a morning to tell about, `runs` that they have a part in one that goes on,
    `lookers` who looks in.
    """
    left = sum(ask.open for ask in asks)
    words = ngettext("%(n)d question is left.", "%(n)d questions are left.", left) % {"n": left}
    return SeatView(
        revision=look.revision,
        person=look.viewer,
        dots=tuple(Dot(ask.key, ask.pictogram, ask.title, ask.open, ask.shown) for ask in asks),
        left=left,
        left_words=words if left else "",
        done=not any(ask.shown for ask in asks),
        asked=bool(asks),
        changes_at=milliseconds(changes_at),
        tells=tells,
        runs=runs,
        lookers=lookers,
    )


def _in_sight(asks: Sequence[Ask], shown: str) -> str:
    keys = [ask.key for ask in asks]
    if shown in keys or shown == DONE:
        return shown
    about = [ask.key for ask in asks if shown and (ask.key.endswith(f"-{shown}") or f"step-{ask.step_id}" == shown)]
    waiting = [ask.key for ask in asks if ask.open]
    return next(iter([*about, *waiting]), DONE)


def _placed(asks: Sequence[Ask], place: int, key: str, sight: Sight) -> Ask:
    """Return an ask with what comes after it: the next that waits, at last nothing. It leads round in no circle."""
    ask = asks[place]
    after = next((each.key for each in asks[place + 1 :] if each.open), "")
    if ask.key != key:
        return replace(ask, next=after)
    return replace(
        ask,
        next=after,
        shown=True,
        group=_one_of(ask.groups, sight.group, ask.group),
        extra=_one_of(ask.extras, sight.extra, ask.extra),
    )


def _one_of(groups: Sequence, wanted: int | None, otherwise: int) -> int:
    return otherwise if wanted is None or wanted >= len(groups) else wanted
