"""One event as somebody reads it: a sentence, what changed, and whether they may take it back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from households.models import Event
from routines.actions.take_back import takes_back
from routines.event_words import event_icon, event_sentence
from routines.models import Morning
from routines.regions.look import Look
from routines.rules.ladder import Deed, Situation, may
from routines.rules.state import Kind, Person
from routines.words.days import clock_words
from routines.words.fields import field_label, field_words
from routines.words.noticing import from_morning

# The words of these events are a question, not a reason.
ASKING = {"question.opened", "review.asked"}
# What the plan was stays readable when it is taken back; words somebody took back are theirs again.
STAYS = ("routine.", "step.", "rung.")
# What came from a morning says so; whatever else has one happened in it.
FROM_A_MORNING = ("question.", "step.", "option.", "comment.", "climb.", "repair.change")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after, in words; `before` is empty where there was nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """An event for one reader. `day` is the household's date, `time` its clock.

    `step_id`, `routine_id` and `morning_id` lead to what it is about; `asked` is a question's text, `why` a reason,
    `came_from` the morning a change came from, in words.
    """

    id: int
    revision: int
    at: datetime
    day: date
    time: str
    icon: str
    by: Person | None
    sentence: str
    asked: str
    why: str
    changes: tuple[FieldChange, ...]
    step_id: int | None
    routine_id: int | None
    taken_back: bool
    may_take_back: bool
    morning_id: int | None = None
    came_from: str = ""


def told(events: Iterable[Event], look: Look) -> tuple[Told, ...]:
    """Return events as the viewer reads them, in the order given. One query where a morning is among them."""
    events = tuple(events)
    names = {person.id: person.name for person in look.people}
    mornings = _mornings({event.morning_key for event in events if event.morning_key}, look)
    return tuple(_told(event, look, names, mornings) for event in events)


def _mornings(keys: set[int], look: Look) -> Mapping[int, date]:
    """Return the dates of the mornings the viewer may see: a supporter those they had a part in."""
    if not keys:
        return {}
    rows = Morning.objects.of(look.household_id).filter(id__in=keys)
    if look.viewer.kind == Kind.SUPPORTER:
        rows = rows.filter(doings__member_id=look.viewer.id)
    return dict(rows.values_list("id", "on"))


def _told(event: Event, look: Look, names: Mapping[int, str], mornings: Mapping[int, date]) -> Told:
    local = event.at.astimezone(ZoneInfo(look.time_zone))
    about_other = event.member_id is not None and event.member_id != event.actor_id
    back = event.changes.get("kind", [""])[0] if event.kind == "taken_back" else ""
    words = "" if _withdrawn(event) else event.why
    on = mornings.get(event.morning_key)
    return Told(
        id=event.id,
        revision=event.revision,
        at=event.at,
        day=local.date(),
        time=clock_words(local),
        icon=event_icon(event.kind),
        by=look.maybe(event.actor_id),
        sentence=event_sentence(
            event.kind,
            who=names.get(event.actor_id, ""),
            whom=names.get(event.member_id, "") if about_other else "",
            what=event.title,
            back=back,
        ),
        asked=words if event.kind in ASKING else "",
        why="" if event.kind in ASKING else words,
        changes=() if back or _withdrawn(event) else _changes(event, names),
        step_id=event.step_key,
        routine_id=event.routine_key,
        taken_back=event.taken_back_at is not None,
        may_take_back=_may_take_back(event, look),
        morning_id=event.morning_key if on else None,
        came_from=from_morning(on, look.today) if on and event.kind.startswith(FROM_A_MORNING) else "",
    )


def _withdrawn(event: Event) -> bool:
    return event.taken_back_at is not None and not event.kind.startswith(STAYS)


def _changes(event: Event, names: Mapping[int, str]) -> tuple[FieldChange, ...]:
    rows = (
        FieldChange(field_label(field), field_words(field, before, names), field_words(field, after, names))
        for field, (before, after) in event.changes.items()
    )
    return tuple(row for row in rows if row.before or row.after)


def _may_take_back(event: Event, look: Look) -> bool:
    """Ask the rule that guards the deed; what rests on it is known only when it is tried."""
    if not takes_back(event.kind):
        return False
    situation = Situation(
        today=look.today,
        now=look.now,
        actor=look.viewer,
        speaker=look.viewer,
        members=look.people,
        event_actor=event.actor_id,
        event_at=event.at,
        event_taken_back=event.taken_back_at is not None,
    )
    return bool(may(Deed.TAKE_BACK, situation))
