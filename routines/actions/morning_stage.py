"""Where a verb of a morning happens: one change, the morning as it is now, and the rule asked first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from households.actions.change import ChangeInProgress, change
from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.stage import local_date, who_acts
from routines.models import Morning
from routines.models.mornings import morning_state
from routines.models.presences import away_today
from routines.rules.morning.deeds import MorningDeed, MorningSituation, may_today
from routines.rules.morning.gone import without_gone
from routines.rules.morning.state import MorningState, MorningStepState
from routines.rules.state import Kind, Person

# What happens too often to be told in the household's history: it stands on the morning's own page.
QUIET = frozenset(
    {
        "morning.done",
        "morning.undone",
        "morning.ticked",
        "morning.unfolded",
        "morning.folded",
        "pick.tapped",
        "pick.late",
    }
)


@dataclass(slots=True)
class MorningStage:
    """One change of a morning in progress: who acts, for whom, when; the morning as it was before the change.

    `today` is the household's date now, which may be the day after the morning's own. The morning is without those
    who left the household meanwhile.
    """

    change: ChangeInProgress
    actor: Actor
    people: tuple[Person, ...]
    me: Person
    speaker: Person
    at: datetime
    today: date
    morning: MorningState | None = None
    step: MorningStepState | None = None

    @property
    def household_id(self) -> int:
        """Return the household in which it happens."""
        return self.actor.household_id

    @property
    def acted_by(self) -> int | None:
        """Return who acted for somebody else, or None: at a tablet whoever helped, as the sitting one said."""
        return self.actor.helped_by if self.me.id == self.speaker.id else self.me.id

    def away(self) -> tuple[int, ...]:
        """Return who is not here on the morning's day. Three queries."""
        here = tuple(person.id for person in self.people if not person.left)
        found = away_today(self.household_id, self.morning.on, here, self.morning.routine)
        return tuple(each.member for each in found)

    def situation(self, **attempt: object) -> MorningSituation:
        """Return what the rules are asked about, with the attempt's details."""
        about = {"morning": self.morning, "step": self.step, **attempt}
        return MorningSituation(
            now=self.at,
            today=self.today,
            actor=self.me,
            speaker=self.speaker,
            members=self.people,
            **about,
        )

    def ask(self, deed: MorningDeed, **attempt: object) -> None:
        """Ask the rules; raises `Refused` with their reason."""
        verdict = may_today(deed, self.situation(**attempt))
        if not verdict:
            raise Refused(str(verdict.code), **dict(verdict.params))

    def record(self, kind: str, **about: object) -> Event:
        """Record an event about this morning and step, in the speaker's name, with whoever helped them."""
        about.setdefault("member", self.speaker.id)
        if self.actor.helped_by is not None:
            about["changes"] = {**about.get("changes", {}), "helper": ["", self.actor.helped_by]}
        if self.morning:
            about.setdefault("morning", self.morning.id)
            about.setdefault("routine", self.morning.routine)
            about.setdefault("title", self.step.title if self.step else self.morning.title)
        if self.step:
            about.setdefault("step", self.step.step)
        if kind not in QUIET:
            self.change.tells("told")
        return self.change.record(kind, **about)

    def touch(self, morning_id: int | None = None) -> None:
        """Mark a morning as changed: every screen that shows it is told."""
        touch_morning(self.change, morning_id or self.morning.id)


def touch_morning(change: ChangeInProgress, morning_id: int) -> None:
    """Move a morning's revision on within a change, and tell the screens that show it."""
    Morning.objects.of(change.household_id).filter(id=morning_id).update(revision=change.revision)
    change.tells("morning")


@contextmanager
def morning_stage(
    *,
    actor: Actor,
    at: datetime,
    tap: UUID | None = None,
    speaker_id: int | None = None,
    morning_id: int | None = None,
    morning_step_id: int | None = None,
) -> Iterator[MorningStage]:
    """Begin a change and show the morning as it is now; commit it at the end.

    `speaker_id` is whom the actor acts for; `morning_step_id` a step of that morning. Raises `Missing` where the actor
    may not even see it, besides what `change` does.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        people, me, speaker = who_acts(begun, actor, speaker_id)
        scene = MorningStage(
            change=begun,
            actor=actor,
            people=people,
            me=me,
            speaker=speaker,
            at=at,
            today=local_date(at, actor.time_zone),
        )
        if morning_id is not None:
            _set(scene, morning_id, morning_step_id)
        yield scene


def _set(scene: MorningStage, morning_id: int, morning_step_id: int | None) -> None:
    morning = morning_state(scene.household_id, morning_id)
    if morning is None:
        raise Missing
    scene.morning = without_gone(morning, (person.id for person in scene.people if person.left))
    if morning_step_id is not None:
        scene.step = scene.morning.step(morning_step_id)
        if scene.step is None:
            raise Missing
    if scene.me.kind is Kind.SUPPORTER and not _named(scene):
        raise Missing


def _named(scene: MorningStage) -> bool:
    """Return whether a supporter has a part in the morning, in the very step where one is meant."""
    steps = (scene.step,) if scene.step else scene.morning.steps
    return any(step.doing(scene.me.id) for step in steps)
