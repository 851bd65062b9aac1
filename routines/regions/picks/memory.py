"""What is remembered of turns, openly: jars, waits, whose turn ties go to, and how the last mornings came out."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from routines.models.pick_memory import Settled, latest_of, memory_of
from routines.models.picks import members_of
from routines.regions.look import Look
from routines.regions.picks.cups import counts, jar_of
from routines.regions.picks.reveal import treat_words
from routines.regions.picks.values import Bygone, MemoryView, PickChoice, Standing
from routines.rules.fair_share import Memory, limit
from routines.rules.fair_share.pouring import Scale
from routines.rules.fair_share.story import tell
from routines.rules.picking.state import NOTHING, SKIPPED, TREAT, PlannedOption, PlannedPick
from routines.rules.state import Person
from routines.words.days import short_date_words
from routines.words.fair_share import reason
from routines.words.picks import limit_words, missed_words, unbound_words

LATEST = 10


def memory_view(look: Look, pick: PlannedPick, memory: Memory) -> MemoryView:
    """Return what is remembered of a pick's turns, openly."""
    jars = dict(memory.jars) or dict.fromkeys(members_of((pick,), look.people), Fraction())
    people = [person for person in look.people if person.id in jars and not person.left]
    scale, waits = Scale.over(jars.values()), dict(memory.waits)
    return MemoryView(
        people=tuple(
            Standing(
                jar=jar_of(person, jars[person.id], scale, numbers=counts(look.viewer)),
                words=missed_words(waits.get(person.id, 0)) if memory.rounds else "",
            )
            for person in people
        ),
        limit_words=limit_words(limit(len(people))),
        unbound_words=unbound_words(person.name for person in people if person.id in memory.unbound),
        turns=tuple(person for member in memory.turns if not (person := look.person(member)).left) or tuple(people),
        rounds=memory.rounds,
    )


def turns_of(look: Look, pick: PlannedPick, planned: Iterable[PlannedPick]) -> tuple[MemoryView, tuple[Bygone, ...]]:
    """Return what is remembered of a pick's turns now, and how the last ten mornings came out, newest first.

    At most two queries: what the last of them left behind is what is remembered now, so nothing is replayed twice.
    """
    rows = latest_of(look.household_id, pick.memory, LATEST)
    left = next((row.after for row in rows if row.after is not None), None)
    memory = memory_of(look.household_id, pick.memory) if left is None else left
    return memory_view(look, pick, memory), _bygone_of(look, rows, planned)


def _bygone_of(look: Look, rows: Iterable[Settled], planned: Iterable[PlannedPick]) -> tuple[Bygone, ...]:
    planned = tuple(planned)
    options = {option.id: option for each in planned for option in each.options}
    texts = {each.id: each.text for each in planned}
    return tuple(_bygone(look, row, options, texts.get(row.pick, "")) for row in rows)


def _bygone(look: Look, row: Settled, options: Mapping[int, PlannedOption], text: str) -> Bygone:
    tapped = [(option, member) for member, wanted in row.tapped for option in wanted]
    wishes = dict.fromkeys(option for option, _member in tapped)
    return Bygone(
        id=row.id,
        day=short_date_words(row.on),
        text=text,
        winner=option_view(options[row.winner]) if row.winner in options else None,
        reason=_why(look, row, options),
        wishes=tuple(
            option_view(options[option], look.persons(tuple(member for each, member in tapped if each == option)))
            for option in sorted(wishes)
            if option in options
        ),
        cups=row.outcome is not None and row.outcome.contested,
    )


def _why(look: Look, row: Settled, options: Mapping[int, PlannedOption]) -> str:
    if row.kind == SKIPPED:
        return _("The step was left out.")
    if row.kind == NOTHING:
        return _("Nothing was left to pick.")
    if row.kind == TREAT:
        return treat_words(look.person(row.treat_for).name, row.treat_reason)
    story = tell(row.before, row.outcome, row.after)
    names = {person.id: person.name for person in look.people}
    texts = {option.id: option.text for option in options.values()}
    viewer = look.viewer
    return reason(story, names, texts, viewer.kind, viewer.age_band, viewer.id)


def option_view(option: PlannedOption, faces: tuple[Person, ...] = ()) -> PickChoice:
    """Return an option of the plan as a picture."""
    return PickChoice(option.id, option.text, option.pictogram, option.drawing, faces=faces)
