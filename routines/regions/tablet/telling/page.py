"""The page of who tells how a morning was, as HTML: the same for the page and for the answer to a tap."""

from dataclasses import replace
from secrets import token_hex

from households import seat
from households.live.change import Viewer
from households.models import Event, Member, Tablet
from routines.models import Repair
from routines.models.accounts import account_of
from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.regions.noticing.gifts import SHOWN
from routines.regions.tablet.room import Room
from routines.regions.tablet.seat import Sight
from routines.regions.tablet.telling.asks import DONE, Telling, asks_of
from routines.regions.tablet.telling.values import Asked, TellView
from routines.rules.felt import may_tell, took_part
from routines.rules.judge.undoing import UNDO
from routines.rules.morning.state import MorningState
from routines.rules.tablet import NOTICED_HERE

# What stands for the proof of who sits in a fragment. New with every start.
SEAT = f"seat-{token_hex(12)}"


def morning_to_tell(room: Room, look: Look, morning_id: int | None = None) -> MorningState | None:
    """Return the morning who sits can tell about: the one asked for, else the latest; None where there is none."""
    may = [morning for morning in room.mornings if look.viewer.id in took_part(morning) and may_tell(morning, look.now)]
    return next((each for each in may if each.id == morning_id), may[0] if may else None)


def tell_html(room: Room, viewer: Viewer, sight: Sight, morning_id: int | None = None) -> str:
    """Return the page's region, or nothing where who sits is no member any more. Four queries beside the room's."""
    look = room.look_from(viewer)
    if look is None:
        return ""
    view = tell_view(room, look, sight, morning_id)
    html = fragment("tablet/tell_region.html", tell=view, proof=SEAT)
    return html.replace(SEAT, seat.seat_token(Tablet(id=viewer.tablet_id), Member(id=viewer.member_id)))


def tell_view(room: Room, look: Look, sight: Sight, morning_id: int | None = None) -> TellView:
    """Return all that is asked after a morning, with exactly one thing in sight, or none for the thank-you."""
    morning = morning_to_tell(room, look, morning_id)
    asks = asks_of(_telling(look, morning)) if morning else ()
    key = _in_sight(asks, sight.shown)
    placed = tuple(
        replace(ask, shown=ask.key == key, group=_group(ask, sight) if ask.key == key else ask.group) for ask in asks
    )
    return TellView(
        revision=look.revision,
        person=look.viewer,
        morning_id=morning.id if morning else 0,
        title=morning.title if morning else "",
        asks=placed,
        left=sum(ask.open for ask in asks),
        done=key == DONE,
        asked=bool(asks),
    )


def _telling(look: Look, morning: MorningState) -> Telling:
    repairs = Repair.objects.filter(household_id=look.household_id, taken_back_at=None)
    gifts = repairs.exclude(kind=Repair.Kind.CHANGE).order_by("id")
    return Telling(
        look=look,
        morning=morning,
        account=account_of(look.household_id, morning.id, look.viewer.id),
        given=tuple(gifts.filter(morning_id=morning.id, by_id=look.viewer.id)),
        got=tuple(gifts.filter(to_id=look.viewer.id, at__gte=look.now - SHOWN)),
        events=_undoable(look, morning),
    )


def _undoable(look: Look, morning: MorningState) -> dict[str, int]:
    """Return by which latest event each thing was told that can still be taken back."""
    made = Event.objects.of(look.household_id).filter(
        actor_id=look.viewer.id, kind__in=NOTICED_HERE, at__gte=look.now - UNDO, taken_back_at=None
    )
    found: dict[str, int] = {}
    for event in made.order_by("id"):
        if event.kind == "repair.answered":
            found[f"got-{event.subject_key}"] = event.id
        elif event.morning_key == morning.id:
            found |= dict.fromkeys(_told_by(event), event.id)
    return found


def _told_by(event: Event) -> tuple[str, ...]:
    """Return which asks an event answered."""
    if event.kind.startswith("notice."):
        was = event.undo["was"]
        return ("hard",) if was and "again" not in was else ("again",)
    if event.kind.startswith("feeling."):
        return (f"felt-{event.subject_key}",)
    return (event.kind.removeprefix("repair."),)


def _in_sight(asks: tuple[Asked, ...], shown: str) -> str:
    if shown == DONE or any(ask.key == shown for ask in asks):
        return shown
    first = next((ask.key for ask in asks if ask.kind == "again"), DONE)
    return next((ask.key for ask in asks if ask.open), first)


def _group(ask: Asked, sight: Sight) -> int:
    wanted = sight.group
    return ask.group if wanted is None or wanted >= len(ask.groups) else wanted
