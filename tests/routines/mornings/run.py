"""The family's Monday morning as it runs, and short ways to do things in it."""

from datetime import timedelta

from households.access import viewer_of
from households.models import Household, Member
from routines.actions.doing import mark_done, mark_undone, tick, unfold
from routines.actions.leaving import come_back, leave_morning
from routines.actions.start_morning import start_morning
from routines.actions.today_ask import TodayDraft, answer_today, ask_today, withdraw_today
from routines.models import Step, TodayAsk
from routines.models.mornings import morning_state
from routines.regions.morning.scene import MorningScene, morning_scene
from routines.regions.page import look_of
from routines.rules.morning.state import MorningState, MorningStepState
from tests.routines.morning import MONDAY, Morning


class Run:
    """A morning that is going on, of the family of `Morning`. Small ones tap through Maya."""

    def __init__(self, family: Morning) -> None:
        self.family = family
        self.id = self.start().morning_key

    def start(self, by: Member | None = None, **about):
        family = self.family
        about = {"actor": family.actor(by or family.maya), "routine_id": family.routine.id, "at": family.now, **about}
        return start_morning(**about)

    @property
    def state(self) -> MorningState:
        """Return the morning as it is now."""
        return morning_state(self.family.household.id, self.id)

    def step(self, step: Step | str) -> MorningStepState:
        """Return the morning's own step of a step of the plan, or of a title."""
        found = (
            each for each in self.state.steps if step in (each.title, each.was) or each.step == getattr(step, "id", 0)
        )
        return next(found)

    def titles(self) -> list[str]:
        """Return what is to be done, in its order."""
        return [step.title for step in self.state.steps if not step.skipped]

    def about(self, who: Member, step: Step | str | None = None) -> dict:
        about = {**self.family.acting(who), "morning_id": self.id, "at": self.family.now}
        return about | {"morning_step_id": self.step(step).id} if step else about

    def done(self, who: Member, step: Step | str, **more):
        return mark_done(**{**self.about(who, step), **more})

    def undone(self, who: Member, step: Step | str, **more):
        return mark_undone(**{**self.about(who, step), **more})

    def tick(self, who: Member, step: Step | str, place: int = 0, done: bool = True):
        return tick(**self.about(who, step), place=place, done=done)

    def unfold(self, who: Member, step: Step | str, unfolded: bool):
        return unfold(**self.about(who, step), unfolded=unfolded)

    def leave(self, who: Member | None = None, **more):
        about = self.about(who or self.family.maya)
        return leave_morning(**{**about, **more})

    def back(self, who: Member | None = None, **more):
        return come_back(**{**self.about(who or self.family.maya), **more})

    def ask(self, who: Member, step: Step | str | None, kind: str, **draft):
        """Wish something else for today."""
        return ask_today(**self.about(who, step), draft=TodayDraft(kind, **draft))

    def answer(self, who: Member, agrees: bool, ask_id: int | None = None, note: str = ""):
        """Answer the wish made last."""
        about = {**self.family.acting(who), "at": self.family.now, "agrees": agrees, "note": note}
        return answer_today(ask_id=ask_id or self.last_ask, **about)

    def withdraw(self, who: Member, ask_id: int | None = None):
        actor = self.family.actor(who)
        return withdraw_today(actor=actor, ask_id=ask_id or self.last_ask, at=self.family.now)

    @property
    def last_ask(self) -> int:
        return TodayAsk.objects.latest("id").id

    def part(self, who: Member, step: Step | str):
        """Return somebody's part in a step."""
        return self.step(step).doing(who.id)

    def scene(self, who: Member) -> MorningScene:
        """Return the morning as somebody looks at it now."""
        family = self.family
        household = Household.objects.get(id=family.household.id)
        at = MONDAY + timedelta(seconds=family._ticks)
        return morning_scene(look_of(viewer_of(family.actor(who), {}), household, at), self.state)
