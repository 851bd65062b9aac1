"""What came of a morning's pick, whether or not anybody has written it down yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from routines.models.pick_memory import memories_before, memory_of
from routines.models.pickings import gone_by
from routines.regions.look import Look
from routines.rules.fair_share import Memory
from routines.rules.fair_share.story import Story, tell
from routines.rules.picking.result import result_of
from routines.rules.picking.state import NOTHING, SKIPPED, TREAT, PickingState
from routines.rules.picking.times import is_over, over_at
from routines.rules.state import Person
from routines.words.fair_share import reason


@dataclass(frozen=True, slots=True)
class Reveal:
    """How a pick ended. `story` is there where turns were weighed."""

    winner: int | None
    kind: str
    story: Story | None = None


def gone_from(look: Look) -> frozenset[int]:
    """Return who has left the household by now."""
    return frozenset(person.id for person in look.people if person.left)


def reveals(look: Look, pickings: Iterable[PickingState]) -> dict[int, Reveal]:
    """Return what came of those picks that are over, by their ids.

    One query for all that were settled, none if they were read before; two for each memory in which something is over
    that nobody has written down yet.
    """
    gone = gone_from(look)
    over = [picking for picking in pickings if is_over(picking, look.now, gone)]
    settled = [picking for picking in over if picking.settled_at is not None]
    before = memories_before(look.household_id, [picking.moment for picking in settled])
    found = {picking.id: _settled(picking, before[picking.id]) for picking in settled}
    ended = [picking for picking in over if picking.settled_at is None]
    return found | _ended(look, sorted(ended, key=lambda each: (over_at(each, gone), each.id)))


def why(look: Look, picking: PickingState, reveal: Reveal, reader: Person) -> str:
    """Return in one line why it came out so, in a reader's words."""
    if reveal.kind == SKIPPED:
        return _("This step is left out today.")
    if reveal.kind == NOTHING:
        return _("Nothing was left to pick.")
    texts = {option.id: option.text for option in picking.options}
    if reveal.kind == TREAT:
        return treat_words(look.person(picking.treat_for).name, picking.treat_reason)
    names = {person.id: person.name for person in look.people}
    return reason(reveal.story, names, texts, reader.kind, reader.age_band, reader.id)


def treat_words(name: str, because: str) -> str:
    """Return whose treat it was, and why."""
    return _("%(name)s’s treat: %(reason)s. No turn is used.") % {"name": name, "reason": because.rstrip(".!")}


def _settled(picking: PickingState, before: Memory) -> Reveal:
    result = result_of(picking, before)
    story = tell(before, result.outcome, result.after) if result.outcome else None
    return Reveal(picking.winner, picking.kind, story)


def _ended(look: Look, pickings: Iterable[PickingState]) -> dict[int, Reveal]:
    """Work out what nobody has written down, in the order in which it ended, as the next verb will."""
    gone, memories, found = gone_from(look), {}, {}
    for picking in pickings:
        left = gone_by(look.household_id, look.people, over_at(picking, gone))
        before = memories.get(picking.memory) or memory_of(look.household_id, picking.memory)
        result = result_of(picking, before, left)
        story = tell(before, result.outcome, result.after) if result.outcome else None
        memories[picking.memory] = result.after
        found[picking.id] = Reveal(result.winner, result.kind, story)
    return found
