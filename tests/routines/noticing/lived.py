"""A Monday that was lived: started, done and left, with short ways to tell how it was."""

from datetime import datetime, timedelta

from households.models import Event, Member
from routines.actions.feel import feel, share_pushed
from routines.actions.idea import Idea
from routines.actions.leaving import leave_morning
from routines.actions.notice import PASSED, Noticed, notice
from routines.actions.repair import Gift, answer_repair, give
from routines.actions.slip import notice_slip
from routines.actions.start_morning import start_morning
from routines.actions.try_this import try_this
from routines.models import MorningStep, Step
from routines.models.accounts import accounts_of
from routines.models.mornings import morning_state
from routines.rules.felt import AccountState, seen_accounts
from tests.routines.morning import MONDAY, Morning


class Lived:
    """The family's Monday of `Morning`, run once. Nana helps with breakfast; Sam has no part in it."""

    def __init__(self, morning: Morning, *, left: bool = True) -> None:
        self.morning = morning
        self.family = morning
        started = start_morning(actor=morning.actor(morning.maya), routine_id=morning.routine.id, at=morning.now)
        self.id = started.morning_key
        if left:
            morning.pass_time(minutes=50)
            leave_morning(actor=morning.actor(morning.maya), morning_id=self.id, at=morning.now)

    @property
    def now(self) -> datetime:
        """Return the next second."""
        return self.morning.now

    def until_tomorrow_evening(self) -> None:
        """Let time pass until the evening of the next day."""
        self.morning.pass_time(seconds=(MONDAY + timedelta(days=1, hours=14) - self.morning.now).total_seconds())

    def until_the_day_after(self) -> None:
        """Let time pass until the day after the next has begun."""
        self.morning.pass_time(seconds=(MONDAY + timedelta(days=1, hours=18) - self.morning.now).total_seconds())

    def step(self, of: Step) -> int:
        """Return the morning's own id of a step of the plan."""
        return MorningStep.objects.get(morning_id=self.id, step_id=of.id).id

    def notice(self, who: Member, again: str | None = None, **told) -> Event | None:
        noticed = Noticed(again=again, **{name: told.pop(name) for name in ("hard", "picture") if name in told})
        return notice(**self.morning.acting(who), morning_id=self.id, noticed=noticed, at=self.now, **told)

    def pass_over(self, who: Member) -> Event | None:
        return notice(**self.morning.acting(who), morning_id=self.id, noticed=PASSED, at=self.now)

    def feel(self, who: Member, step: Step, felt: str, words: str | None = None, **about) -> Event | None:
        return feel(
            **self.morning.acting(who),
            morning_id=self.id,
            morning_step_id=self.step(step),
            felt=felt,
            words=words,
            at=self.now,
            **about,
        )

    def share(self, who: Member, step: Step, shared: bool = True) -> Event | None:
        """Share as who sits at a tablet does: in their own name."""
        return share_pushed(
            actor=self.morning.actor(who),
            morning_id=self.id,
            morning_step_id=self.step(step),
            shared=shared,
            at=self.now,
        )

    def slip(self, who: Member, step: Step | None = None, **about) -> Event | None:
        return notice_slip(
            **self.morning.acting(who),
            morning_id=self.id,
            morning_step_id=self.step(step) if step else None,
            at=self.now,
            **about,
        )

    def give(self, kind: str, by: Member, to: Member | None = None, text: str = "", **about) -> Event:
        gift = Gift(kind, to.id if to else None, text, **about)
        return give(**self.morning.acting(by), morning_id=self.id, gift=gift, at=self.now)

    def answer(self, who: Member, repair: Event, picture: str = "ear") -> Event | None:
        return answer_repair(**self.morning.acting(who), repair_id=repair.subject_key, picture=picture, at=self.now)

    def try_this(self, who: Member, step: Step, words: str = "Music first", **about) -> Event:
        return try_this(
            **self.morning.acting(who),
            morning_id=self.id,
            morning_step_id=self.step(step),
            idea=Idea(name="Music", question="What do we do?", pictogram="musical-notes", words=words, **about),
            at=self.now,
        )

    def accounts(self) -> dict[int, AccountState]:
        """Return everybody's account, unveiled, by whose it is."""
        return {each.member: each for each in accounts_of(self.morning.household.id, self.id)}

    def seen_by(self, who: Member) -> dict[int, AccountState]:
        """Return everybody's account as somebody may read it now."""
        people = self.morning.people()
        viewer = next(each for each in people if each.id == who.id)
        accounts = accounts_of(self.morning.household.id, self.id)
        seen = seen_accounts(accounts, viewer, self.state(), people, self.now)
        return {each.member: each for each in seen}

    def state(self):
        return morning_state(self.morning.household.id, self.id)
