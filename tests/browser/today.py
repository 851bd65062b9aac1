"""The family's morning, today: what a test in a browser wants done behind the pages' backs."""

from datetime import timedelta

from django.utils import timezone

from households.actions.people import Look, Who, change_member, remove_member
from households.actions.picture_codes import set_code
from households.actions.tablets import Comfort, change_comfort, revoke_tablet
from routines.actions.comment import comment
from routines.actions.option import propose
from routines.actions.override import override
from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.rung import ask_climb
from routines.models import Voice
from routines.rules.state import Rung
from tests.cast import add, assemble, found, fresh
from tests.households.kitchen import paired
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

    def tablet(self):
        """Let Maya pair a tablet; returns its key."""
        self.kitchen, key = paired(self.maya)
        return key

    def revoke(self):
        """Let Maya put the tablet away."""
        revoke_tablet(actor=self.actor(self.maya), tablet_id=self.kitchen.id, at=self.now)

    def aged(self, who, age_band):
        """Let Maya say that a child is of another age."""
        look = Look(who.name, who.face, who.colour)
        actor = self.actor(self.maya)
        change_member(actor=actor, member_id=who.id, who=Who("child", age_band), look=look, at=self.now)

    def suited(self, who, text_size="normal", reads_aloud=False, language=""):
        """Let Maya say how the tablet is for somebody."""
        comfort = Comfort(text_size, reads_aloud, language)
        change_comfort(actor=self.actor(self.maya), member_id=who.id, comfort=comfort, at=self.now)

    def picture_code(self, who, pictures):
        """Let Maya give somebody a picture code."""
        set_code(actor=self.actor(self.maya), member_id=who.id, code=tuple(pictures), at=self.now)

    def decided(self, question, text):
        """Let Maya decide, with an answer to each who was asked."""
        answers = self.answers(self.leo, self.ivy, self.bo)
        return self.settle(question, text=text, reason="It is cold today.", answers=answers)

    def voices(self, question):
        """Return what was said to a question, as `Ivy: Music`, in the family's order."""
        rows = Voice.objects.filter(question_id=question).select_related("member", "option").order_by("member_id")
        return [f"{row.member.name}: {row.option.text if row.option else row.say}" for row in rows if row.say]

    def pictured(self, question, *ideas):
        """Add ideas to a question, each a word and its picture; returns their ids."""
        about = {**self.acting(self.maya), "question_id": question}
        return [propose(**about, text=text, pictogram=name, at=self.now).subject_key for text, name in ideas]

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
