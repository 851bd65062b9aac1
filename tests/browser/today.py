"""The family's morning, today: what a test in a browser wants done behind the pages' backs."""

from datetime import timedelta

from django.utils import timezone

from households.actions.people import remove_member
from routines.actions.comment import comment
from routines.actions.override import override
from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.rung import ask_climb
from routines.rules.state import Rung
from tests.cast import add, assemble, found, fresh
from tests.load.family import session_of
from tests.routines.morning import Morning


class Today(Morning):
    """A morning whose clock is the real one."""

    def __init__(self):
        super().__init__(assemble(at=timezone.now()))

    @property
    def now(self):
        return timezone.now()

    def session(self, who):
        """Sign somebody in on another device; returns the key of the session."""
        return session_of(who.account)

    def address(self, who):
        """Return what somebody signs in with."""
        return who.account.email

    def also(self, name, title, rung=1, **about):
        """Add a step for Maya and Leo, under a name of its own."""
        setattr(self, name, self.step(title, 5, (self.maya, self.leo), rung=Rung(rung), **about))

    def newcomer(self, name, kind):
        """Let Maya add somebody who has no sign-in yet."""
        add(self.maya, name, kind)

    def let_go(self, who):
        """Let Maya remove somebody."""
        remove_member(actor=self.actor(self.maya), member_id=who.id, at=self.now)

    def forbid(self, step, reason):
        """Let Maya decide a step for some hours, for safety."""
        until = self.now + timedelta(hours=5)
        about = {"ground": "danger", "reason": reason, "expires_at": until, "at": self.now}
        override(actor=self.actor(self.maya), step_id=step.id, **about)

    def wish(self, step, who, rung, reason):
        """Let somebody ask to climb."""
        ask_climb(**self.acting(who), step_id=step.id, to_rung=Rung(rung), reason=reason, at=self.now)

    def remark(self, step, who, text):
        """Let somebody comment."""
        comment(**self.acting(who), step_id=step.id, text=text, at=self.now)

    def empty_routine(self, title):
        """Add a routine without steps."""
        draft = RoutineDraft(title, 0b1100000, "start", None)
        return create_routine(actor=self.actor(self.maya), draft=draft, at=self.now)

    def new_home(self):
        """Found a household of which there is only its founder; returns its id and her session."""
        founder = fresh(found("Brand new", founder="Ada"))
        return founder.household_id, session_of(founder.account)

    def soon(self):
        """Return a day in two weeks."""
        return (self.now + timedelta(days=14)).date().isoformat()

    def kinds(self):
        """Return the kinds of all that happened, oldest first."""
        return [event.kind for event in self.events()]

    def order(self):
        """Return the titles of the steps in their order."""
        return list(self.routine.steps.current().in_order().values_list("title", flat=True))
