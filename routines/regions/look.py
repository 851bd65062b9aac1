"""A look: who looks at a household, when, and what of it they may see."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.translation import get_language

from routines.models.snapshots import RoutineState
from routines.rules.ladder import Deed, Situation, may
from routines.rules.people import may_act_for, sees, without_gone
from routines.rules.state import Kind, Person, StepState
from routines.rules.veil import veil_step
from routines.rules.verdict import Verdict
from routines.words import joined, sentence
from routines.words.days import date_words, short_date_words

NOBODY = Person(id=0, name="", kind=Kind.SUPPORTER, left=True)


@dataclass(frozen=True, slots=True)
class Look:
    """One person looking at their household at one moment. `today` is the household's date."""

    household_id: int
    revision: int
    viewer: Person
    people: tuple[Person, ...]
    now: datetime
    today: date
    time_zone: str

    def person(self, member_id: int | None) -> Person:
        """Return somebody of the household, also if they left; nobody for an unknown id."""
        return next((each for each in self.people if each.id == member_id), NOBODY)

    def persons(self, member_ids: tuple[int, ...]) -> tuple[Person, ...]:
        """Return several people in the household's order, without those who left."""
        return tuple(each for each in self.people if each.id in member_ids and not each.left)

    def maybe(self, member_id: int | None) -> Person | None:
        """Return somebody, or None for no id."""
        return self.person(member_id) if member_id else None

    def names(self, people: tuple[Person, ...]) -> str:
        """Return names as one would say them: "Ivy, Bo and Leo"."""
        return joined(person.name for person in people)

    def here(self, step: StepState) -> StepState:
        """Return a step without those who left: nobody waits for them."""
        gone = {each.id for each in self.people if each.left}
        if gone.isdisjoint(step.affected) and gone.isdisjoint(step.doers):
            return step
        question = step.question and without_gone(step.question, gone)
        return replace(
            step,
            affected=tuple(each for each in step.affected if each not in gone),
            doers=tuple(each for each in step.doers if each not in gone),
            question=question,
        )

    def visible(self, routine: RoutineState) -> RoutineState:
        """Return a routine with the steps the viewer may see at all."""
        steps = tuple(self.here(step) for step in routine.steps if sees(self.viewer, step))
        return replace(routine, steps=steps)

    def veiled(self, step: StepState, speaker: Person | None = None) -> StepState:
        """Return a step as the viewer may see it: what others said stays veiled until they spoke.

        Speaking for somebody who is asked and has not spoken, it is veiled for them too: they look on.
        """
        seen = veil_step(step, self.viewer, self.today)
        if speaker is None or speaker.id == self.viewer.id or speaker.id not in step.affected:
            return seen
        return veil_step(seen, speaker, self.today)

    def situation(self, step: StepState, speaker: Person | None = None) -> Situation:
        """Return what the rules are asked about; the step must not be veiled."""
        return Situation(
            today=self.today,
            now=self.now,
            actor=self.viewer,
            speaker=speaker or self.viewer,
            members=self.people,
            step=step,
            question=step.question,
        )

    def may(self, deed: Deed, step: StepState, speaker: Person | None = None) -> Verdict:
        """Return whether the viewer (or whom they speak for) may do something now."""
        return may(deed, self.situation(step, speaker))

    def why_not(self, verdict: Verdict, speaker: Person | None = None) -> str:
        """Return a verdict's reason in the viewer's words."""
        return "" if verdict else self.says(str(verdict.code), dict(verdict.params))

    def says(self, code: str, params: dict) -> str:
        """Return a code of the rules as a sentence for the viewer."""
        return sentence(code, params, self.viewer.kind, self.viewer.age_band)

    def may_speak_for(self, step: StepState) -> tuple[Person, ...]:
        """Return whom the viewer may speak for on a step, themselves first."""
        others = (
            each
            for each in self.people
            if each.id != self.viewer.id
            and not each.left
            and each.id in step.affected
            and may_act_for(self.viewer, each)
        )
        return (self.viewer, *others)

    def when(self, at: datetime | None) -> str:
        """Return a moment as day and time in the household's zone."""
        return _moment_words(at, self.time_zone, get_language()) if at else ""

    def day_short(self, at: datetime | None) -> str:
        """Return the day of a moment in short, as "Tue" or "Tue 3 Nov" once it is a week ago."""
        if at is None:
            return ""
        local = at.astimezone(ZoneInfo(self.time_zone)).date()
        return formats.date_format(local, "D") if (self.today - local).days < 7 else short_date_words(local)

    def day(self, day: date | None) -> str:
        """Return a date by its weekday when it is near, in full otherwise."""
        if day is None:
            return ""
        return formats.date_format(day, "l") if 0 <= (day - self.today).days < 7 else date_words(day)


@lru_cache(maxsize=8192)
def _moment_words(at: datetime, time_zone: str, language: str) -> str:
    """Return a moment in words; every voice of a panel shows one, for every viewer."""
    local = at.astimezone(ZoneInfo(time_zone))
    return f"{short_date_words(local)}, {formats.time_format(local, 'H:i')}"
