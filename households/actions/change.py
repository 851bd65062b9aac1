"""One change of a household: a transaction, a revision, its events, and the news after commit."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from households.actions.refusal import AlreadyApplied, Missing
from households.actor import Actor
from households.live import outlet
from households.live.change import Change
from households.models import Consent, Event, Household, Tap
from households.onlooker import Onlooker


class ChangeInProgress:
    """Collects what a verb did, so that its events and its news carry one revision."""

    def __init__(
        self,
        *,
        household_id: int,
        actor_id: int | None,
        revision: int,
        people_revision: int,
        at: datetime,
    ) -> None:
        self.household_id = household_id
        self.actor_id = actor_id
        self.revision = revision
        self.people_revision = people_revision
        self.at = at
        self.routine_ids: set[int] = set()
        self.step_ids: set[int] = set()
        self.member_ids: set[int] = set()
        self.turns: dict[int, int] = {}
        self.kinds: set[str] = {"history"}
        self.events: list[Event] = []

    def record(
        self,
        kind: str,
        *,
        member: int | None = None,
        routine: int | None = None,
        step: int | None = None,
        question: int | None = None,
        subject: int | None = None,
        morning: int | None = None,
        title: str = "",
        why: str = "",
        changes: dict | None = None,
        undo: dict | None = None,
    ) -> Event:
        """Add one event to the household's history and return it.

        `member` is whom it is about, if not only the actor; `morning` the one it happened in or came from; `title` what
        it is about, in the family's own words; `changes` is `{field: [before, after]}`; `undo` what taking back needs.
        """
        event = Event.objects.create(
            household_id=self.household_id,
            revision=self.revision,
            at=self.at,
            kind=kind,
            actor_id=self.actor_id,
            member_id=member,
            routine_key=routine,
            step_key=step,
            question_key=question,
            subject_key=subject,
            morning_key=morning,
            title=title[:120],
            why=why,
            changes=changes or {},
            undo=undo or {},
        )
        self.events.append(event)
        return event

    def tells(self, *kinds: str) -> None:
        """Say what else screens must be told: "board", "people", "rights", "agenda", "voice", "morning", "picks"."""
        self.kinds.update(kinds)

    def turns_on(self, consent_id: int) -> None:
        """Say that what the facilitator of a consent sees has changed: their open pages are fetched anew."""
        self.turns[consent_id] = _next_turn(self.household_id, consent_id)
        self.kinds.add("review")

    def news(self) -> Change:
        """Return the message that goes to the open screens."""
        return Change(
            household_id=self.household_id,
            revision=self.revision,
            routine_ids=frozenset(self.routine_ids),
            step_ids=frozenset(self.step_ids),
            kinds=frozenset(self.kinds),
            member_ids=frozenset(self.member_ids),
            turns=tuple(sorted(self.turns.items())),
        )


@contextmanager
def change(*, actor: Actor | Onlooker, at: datetime, tap: UUID | None = None) -> Iterator[ChangeInProgress]:
    """Run one change of the actor's household; all of it is stored, or nothing. An onlooker's events are nobody's.

    The household's row is locked first, so the changes of one household follow each other and a
    verb's rule is asked about what is true now. Raises `AlreadyApplied` for a repeated tap and
    `Missing` when the household is gone.
    """
    with transaction.atomic():
        begun = _begin(household_id=actor.household_id, actor_id=actor.member_id, at=at)
        if tap is not None:
            _apply_once(begun, tap)
        yield begun
        if "people" in begun.kinds:
            _people_moved(begun)
        news = begun.news()
        transaction.on_commit(lambda: outlet.publish(news))


def _begin(*, household_id: int, actor_id: int | None, at: datetime) -> ChangeInProgress:
    """Lock the household's row and move its revision on. One statement: every tap runs it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE households_household SET revision = revision + 1 WHERE id = %s RETURNING revision, people_revision",
            [household_id],
        )
        row = cursor.fetchone()
    if row is None:
        raise Missing
    return ChangeInProgress(
        household_id=household_id,
        actor_id=actor_id,
        revision=row[0],
        people_revision=row[1],
        at=at,
    )


def _apply_once(begun: ChangeInProgress, tap: UUID) -> None:
    """Write the tap's row. The household's row is locked, so a repeat is found, never raced."""
    new = Tap(household_id=begun.household_id, uuid=tap, revision=begun.revision, at=begun.at)
    uuid, at = (
        field.get_db_prep_save(getattr(new, field.name), connection)
        for field in (Tap._meta.get_field("uuid"), Tap._meta.get_field("at"))
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO households_tap (household_id, uuid, revision, at) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT DO NOTHING RETURNING id",
            [begun.household_id, uuid, begun.revision, at],
        )
        applied = cursor.fetchone()
    if applied is None:
        taps = Tap.objects.filter(household_id=begun.household_id, uuid=tap)
        raise AlreadyApplied(taps.values_list("revision", flat=True).get())


def _next_turn(household_id: int, consent_id: int) -> int:
    """Move a consent on by one turn and return it; the household's row is locked, so turns follow each other."""
    found = Consent.objects.of(household_id).filter(id=consent_id)
    found.update(turn=F("turn") + 1)
    return found.values_list("turn", flat=True).get()


def _people_moved(begun: ChangeInProgress) -> None:
    """Remember when the household's people last changed; who they are is read anew after that."""
    Household.objects.filter(id=begun.household_id).update(people_revision=begun.revision)
