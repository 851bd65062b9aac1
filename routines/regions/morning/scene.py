"""A morning as one reader looks at it."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from routines.regions.look import Look
from routines.rules.morning.deeds import MorningDeed, MorningSituation, offered_today
from routines.rules.morning.gone import without_gone
from routines.rules.morning.running import MorningNow, of_all
from routines.rules.morning.state import MorningState, MorningStepState, TodayAsk
from routines.rules.morning.taps import is_running
from routines.rules.people import may_act_for
from routines.rules.state import Kind, Person
from routines.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class MorningScene:
    """A morning, who looks at it, and where everybody is just now.

    `morning` is without those who left the household; `in_plan` are the steps the plan still has, None where that was
    not looked at.
    """

    look: Look
    morning: MorningState
    at: MorningNow
    in_plan: frozenset[int] | None = None

    @property
    def running(self) -> bool:
        """Return whether the morning is going on."""
        return is_running(self.morning, self.look.now)

    @property
    def steps(self) -> tuple[MorningStepState, ...]:
        """Return the steps the reader sees: a supporter only those that name them."""
        viewer = self.look.viewer
        if viewer.kind is not Kind.SUPPORTER or not viewer.id:
            return self.morning.steps
        return tuple(step for step in self.morning.steps if step.doing(viewer.id))

    @property
    def people(self) -> tuple[Person, ...]:
        """Return whose cards the reader sees, in the household's order, their own first."""
        shown = {doing.member for step in self.steps for doing in step.doings}
        if self.look.viewer.kind is Kind.SUPPORTER and self.look.viewer.id:
            shown &= {self.look.viewer.id}
        mine = self.look.viewer.id
        return tuple(sorted(self.look.persons(tuple(shown)), key=lambda person: person.id != mine))

    def local(self, at: datetime) -> datetime:
        """Return a moment by the clock of the morning's own zone."""
        return at.astimezone(ZoneInfo(self.morning.zone))

    def actor_for(self, person: Person) -> Person | None:
        """Return who taps on somebody's card: the reader, where they may; on a page that is nobody's, themselves."""
        viewer = self.look.viewer
        if not viewer.id:
            return person
        return viewer if may_act_for(viewer, person) else None

    def situation(
        self,
        speaker: Person,
        actor: Person | None = None,
        step: MorningStepState | None = None,
        today_ask: TodayAsk | None = None,
    ) -> MorningSituation:
        """Return what the rules are asked about; `actor` taps for `speaker`, by default they themselves."""
        return MorningSituation(
            now=self.look.now,
            today=self.look.today,
            actor=actor or speaker,
            speaker=speaker,
            members=self.look.people,
            away=tuple({member for each in self.morning.steps for member in each.away}),
            morning=self.morning,
            step=step,
            today_ask=today_ask,
        )

    def may(self, deed: MorningDeed, step: MorningStepState | None = None, speaker: Person | None = None) -> Verdict:
        """Return whether the reader may do something now, perhaps in somebody's name."""
        speaker = speaker or self.look.viewer
        return offered_today(deed, self.situation(speaker, self.actor_for(speaker) or self.look.viewer, step))


def morning_scene(look: Look, morning: MorningState, in_plan: frozenset[int] | None = None) -> MorningScene:
    """Return a morning as a reader looks at it."""
    here = without_gone(morning, (person.id for person in look.people if person.left))
    return MorningScene(look, here, of_all(here, moment_of(here, look)), in_plan)


def moment_of(morning: MorningState, look: Look) -> datetime:
    """Return the moment a morning is drawn at: now, or when it was left."""
    return morning.left or max(look.now, morning.started)
