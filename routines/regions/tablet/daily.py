"""Today's picks on the tablet: what to tap while they are hidden, and what came of them."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from routines.models.pickings import pickings_of
from routines.regions.look import Look
from routines.regions.picks.cards import card_view, shows
from routines.regions.picks.cups import frames_of
from routines.regions.picks.reveal import Reveal, gone_from, reveals
from routines.regions.picks.values import PickCard, PickChoice
from routines.regions.tablet.room import Room
from routines.regions.tablet.values import Ask, Choice
from routines.rules.judge.voicing import MOST_IDEAS
from routines.rules.morning.state import MorningState
from routines.rules.morning.taps import is_running
from routines.rules.picking.state import PickingState
from routines.rules.picking.times import has_tapped, is_over, over_at, waited_for
from routines.rules.state import Kind, Person
from routines.rules.tablet import AskKind, at_once, in_groups
from routines.words import rung_words
from routines.words.names import joined
from routines.words.tablet import asking_words

TAKEN_BACK = "pick"


def daily_asks(room: Room, look: Look, events: dict[tuple[str, int], int]) -> list[Ask]:
    """Return the picks of the mornings that run, for who sits, in the order of their steps.

    Two queries for each morning that changed, one more for what is revealed; `events` are what they can take back.
    """
    asks = []
    for morning, pickings in _running(room):
        found = reveals(look, pickings)
        for picking in pickings:
            reveal = found.get(picking.id)
            if _is_for(look.viewer, picking) and shows(picking, reveal):
                asks.append(_ask(look, morning, picking, reveal, events.get((TAKEN_BACK, picking.id), 0)))
    return asks


def picks_waiting(room: Room, look: Look) -> int:
    """Return how many of today's picks wait for somebody."""
    me, gone = look.viewer.id, gone_from(look)
    return sum(
        me in waited_for(picking, gone) and not has_tapped(picking, me) and not is_over(picking, look.now, gone)
        for _morning, pickings in _running(room)
        for picking in pickings
        if not picking.skipped
    )


def picks_change_at(room: Room, look: Look) -> datetime | None:
    """Return when a pick is revealed by itself, None where none is open."""
    gone = gone_from(look)
    moments = (over_at(each, gone) for _morning, pickings in _running(room) for each in pickings if not each.settled_at)
    return min((moment for moment in moments if moment > look.now), default=None)


def _running(room: Room) -> list[tuple[MorningState, Sequence[PickingState]]]:
    running = (morning for morning in room.mornings if is_running(morning, room.now))
    return [(morning, pickings_of(room.household.id, morning)) for morning in running]


def _is_for(person: Person, picking: PickingState) -> bool:
    return person.id in (*picking.asked, *picking.guests)


def _ask(look: Look, morning: MorningState, picking: PickingState, reveal: Reveal | None, undo: int) -> Ask:
    card = card_view(look, morning, picking, reveal)
    person = look.viewer
    step = next(each for each in morning.steps if each.step == picking.step)
    rung = rung_words(step.rung, person.kind, person.age_band)
    cups = frames_of(look, picking, reveal) if reveal else ()
    groups = in_groups(_choices(card), at_once(person.age_band)) if card.may_tap else ()
    return Ask(
        key=f"{AskKind.DAILY}-{picking.id}",
        kind=str(AskKind.DAILY),
        subject=picking.id,
        step_id=picking.step,
        member_id=person.id,
        title=step.title,
        pictogram=step.pictogram,
        question=picking.text,
        asking=_asking(look, card, rung),
        rung=step.rung,
        rung_words=rung,
        person=person,
        sees=_may_see(look, picking),
        helpers=tuple(each for each in look.people if card.may_tap and each.id != person.id and not each.left),
        send="tablet_pick",
        open=card.may_tap and not card.spoken,
        groups=groups,
        group=next((place for place, group in enumerate(groups) if any(choice.mine for choice in group)), 0),
        outcome=_choice(card.winner) if card.winner else None,
        mine="" if cups else joined(choice.text for choice in card.choices if choice.mine),
        waiting=card.waiting_words if card.open and card.spoken else "",
        decided=card.reason,
        why=_ruled_out(card),
        may_pass=card.may_tap,
        passed=card.passed,
        undo=undo if card.open else 0,
        tapped=card.tapped,
        one=card.single,
        revealed=reveal is not None,
        cups=cups,
        late=card.late,
        adds=card.may_tap and person.id in picking.asked and len(picking.options) < MOST_IDEAS,
    )


def _asking(look: Look, card: PickCard, rung: str) -> str:
    """Return what is asked, or the rung's words where nothing is asked any more: they stand there already."""
    if not card.open:
        return rung
    if card.treat_for is None:
        return asking_words("daily", look.viewer.kind, look.viewer.age_band)
    if card.treat_for.id == look.viewer.id:
        return asking_words("treat", look.viewer.kind, look.viewer.age_band)
    return _("Today %(name)s picks: %(reason)s") % {"name": card.treat_for.name, "reason": card.treat_reason}


def _ruled_out(card: PickCard) -> str:
    """Return what a parent ruled out today, with the reason."""
    return " ".join(
        _("%(option)s is ruled out today: %(reason)s") % {"option": choice.text, "reason": choice.reason}
        for choice in card.choices
        if choice.ground
    )


def _choices(card: PickCard) -> tuple[Choice, ...]:
    return tuple(_choice(choice) for choice in card.choices if not choice.ground)


def _choice(choice: PickChoice) -> Choice:
    return Choice(
        name="options",
        value=choice.sends,
        text=choice.text,
        pictogram=choice.pictogram,
        drawing=choice.drawing,
        faces=choice.faces,
        mine=choice.mine,
        option=choice.id,
    )


def _may_see(look: Look, picking: PickingState) -> tuple[Person, ...]:
    """Return who sees it once it is revealed: the family, and guests who pick, too."""
    people = (each for each in look.people if not each.left)
    return tuple(each for each in people if each.kind is not Kind.SUPPORTER or each.id in picking.guests)
