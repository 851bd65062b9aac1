"""Where everybody is today, and the breaks that hold or are to come."""

from django.utils.translation import gettext as _

from routines.models.presences import PauseKept
from routines.regions.days.known import Known, may_say
from routines.regions.days.values import Break, Now
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.presence import Pause, overlap
from routines.rules.state import Kind, Person
from routines.words.presence import BREAKS, PICTURES, end_words, lasting_words, place_words


def nows(known: Known) -> tuple[Now, ...]:
    """Return where everybody is today."""
    return tuple(_now(known, person) for person in known.shown)


def breaks(known: Known) -> tuple[Break, ...]:
    """Return the breaks that are not over, the earliest first."""
    today = known.look.today
    lasting = [each for each in known.kept if each.pause.until_on is None or each.pause.until_on >= today]
    return tuple(_break(known, each, lasting) for each in lasting)


def _now(known: Known, person: Person) -> Now:
    look = known.look
    pause, place = known.pause_on(person, look.today), known.place(person, look.today)
    own = pause if pause and pause.member == person.id else None
    rests = not place and person.kind is not Kind.SUPPORTER
    return Now(
        person=person,
        place=place,
        picture=PICTURES[place],
        words=place_words(place),
        may_rest=rests and may_say(look, MorningDeed.PAUSE, person.id),
        pause=own.id if own else None,
        end=_end(known, own) if own else "",
    )


def _break(known: Known, kept: PauseKept, lasting: list[PauseKept]) -> Break:
    pause, look = kept.pause, known.look
    person = look.maybe(pause.member)
    return Break(
        id=pause.id,
        picture=PICTURES[pause.kind],
        title=_("%(name)s: %(kind)s")
        % {"name": person.name if person else _("Everybody"), "kind": str(BREAKS[pause.kind])},
        person=person,
        lasting=lasting_words(pause.from_on, pause.until_on, look.today),
        routine=kept.routine_title,
        note=kept.note,
        by=look.person(kept.set_by).name,
        began=pause.from_on <= look.today,
        beside=any(overlap(pause, other.pause) for other in lasting if other.pause.id != pause.id),
        end=_end(known, pause),
    )


def _end(known: Known, pause: Pause) -> str:
    if not may_say(known.look, MorningDeed.END_PAUSE, pause=pause):
        return ""
    return end_words(pause.kind, pause.member is not None, pause.from_on <= known.look.today)
