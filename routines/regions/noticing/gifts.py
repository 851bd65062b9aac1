"""Sorries and thank-yous, with what was answered and who may answer."""

from datetime import timedelta

from routines.models import Repair
from routines.regions.look import Look
from routines.regions.noticing.values import GiftView, Picture
from routines.rules.people import may_act_for
from routines.rules.state import Kind, Person
from routines.words.noticing import ANSWERS

# For so long Home shows what somebody was given and has not answered.
SHOWN = timedelta(days=7)


def gifts_seen(look: Look):
    """Return the sorries and thank-yous the viewer may read: the family all, a supporter those by them or to them."""
    rows = Repair.objects.filter(household_id=look.household_id, taken_back_at=None).exclude(kind=Repair.Kind.CHANGE)
    if look.viewer.kind is Kind.SUPPORTER:
        rows = rows.filter(by_id=look.viewer.id) | rows.filter(to_id=look.viewer.id)
    return rows.select_related("morning", "morning_step")


def gift_view(look: Look, row: Repair, receiver: Person | None = None) -> GiftView:
    """Return a sorry or a thank-you. It can be answered by the `receiver`: the viewer, or whom they tap for."""
    receiver = receiver or _receiver(look, row)
    answered = next((each for each in ANSWERS if each.pictogram == row.answer), None)
    return GiftView(
        id=row.id,
        kind=row.kind,
        by=look.person(row.by_id),
        acted_by=look.maybe(row.acted_by_id),
        to=look.maybe(row.to_id),
        text=row.text,
        pictogram=row.pictogram,
        about=row.morning_step.title if row.morning_step else "",
        at=look.day_short(row.at),
        answer=str(answered.words) if answered else "",
        answer_pictogram=row.answer,
        answered_by=look.maybe(row.answered_by_id),
        answers=answer_pictures(row) if receiver else (),
        answer_for=receiver.id if receiver and receiver.id != look.viewer.id else None,
    )


def answer_pictures(row: Repair) -> tuple[Picture, ...]:
    """Return what a sorry or a thank-you can be answered with."""
    return tuple(
        Picture(each.pictogram, each.pictogram, str(each.words), each.pictogram == row.answer) for each in ANSWERS
    )


def unanswered(look: Look) -> tuple[GiftView, ...]:
    """Return what the viewer was given lately and has not answered: nobody has to. One query."""
    rows = gifts_seen(look).filter(to_id=look.viewer.id, answer="", at__gte=look.now - SHOWN).order_by("-id")
    return tuple(gift_view(look, row, look.viewer) for row in rows[:3])


def _receiver(look: Look, row: Repair) -> Person | None:
    """Return who may answer through the viewer: whom it is to, or the viewer where it is to everybody."""
    if row.answer and row.answered_by_id != look.viewer.id and not _theirs(look, row.answered_by_id):
        return None
    if row.to_id is None:
        return look.viewer if row.by_id != look.viewer.id else None
    return look.person(row.to_id) if row.to_id == look.viewer.id or _theirs(look, row.to_id) else None


def _theirs(look: Look, member_id: int | None) -> bool:
    person = look.person(member_id)
    return person.id != look.viewer.id and not person.left and may_act_for(look.viewer, person)
