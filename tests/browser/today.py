"""The family's morning, today: what a test in a browser wants done behind the pages' backs."""

from datetime import timedelta

from django.utils import timezone

from households.actions.consent_offers import take_offer
from households.actions.people import Look, Who, change_member, remove_member
from households.actions.picture_codes import set_code
from households.actions.tablets import Comfort, change_comfort, revoke_tablet
from households.looking_in import onlooker_of
from households.models import Consent, Member
from routines.actions.comment import comment
from routines.actions.doing import mark_done
from routines.actions.feel import feel
from routines.actions.leaving import leave_morning
from routines.actions.notice import Noticed, notice
from routines.actions.option import propose
from routines.actions.override import override
from routines.actions.pick_plan import OptionDraft, PickDraft, make_pick
from routines.actions.pick_tap import tap_pick
from routines.actions.repair import Gift, give
from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.rung import ask_climb
from routines.actions.start_morning import start_morning
from routines.actions.today_ask import TodayDraft, ask_today
from routines.models import Ballot, Doing, MorningStep, Picking, PickOption, Repair, Routine, Step, StepPerson, Voice
from routines.models import Morning as Going
from routines.models.accounts import account_of
from routines.rules.state import Rung
from tests.cast import add, assemble, found, fresh
from tests.households.consent.looking import facilitator
from tests.households.kitchen import paired
from tests.load.family import session_of
from tests.review.lookers import a_facilitator, looking_in
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

    def outsider(self, name):
        """Let somebody from outside become a facilitator; returns the key of their session."""
        self.outside = facilitator(name)
        return session_of(self.outside.account)

    def taken(self, key):
        """Let the facilitator take a link; returns the key of the consent."""
        return str(take_offer(key=key, facilitator=self.outside, at=self.now).key)

    def looks_in(self):
        """Return the names of those whose part the facilitator sees now, and whether they see anything at all."""
        consent = Consent.objects.of(self.household.id).to(self.outside.id).latest("id")
        seen = onlooker_of(consent)
        return sorted(Member.objects.filter(id__in=seen.member_ids).values_list("name", flat=True)) if seen else []

    def address(self, who):
        """Return what somebody signs in with."""
        return who.account.email

    def long_plan(self, more, long):
        """Add so many steps for everybody, every third with a long title."""
        for number in range(more):
            title = f"Step {number}" if number % 3 else long
            self.step(title, 2, (self.maya, self.leo, self.ivy, self.bo))

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

    def newcomer(self, name, kind, age_band=""):
        """Let Maya add somebody who has no sign-in yet."""
        add(self.maya, name, kind, age_band=age_band)

    def everybody(self, step):
        """Give all children a part in a step."""
        for each in Member.objects.of(self.household.id).here().filter(kind__in=("child", "teen")):
            StepPerson.objects.get_or_create(household=self.household, step=step, member=each, part="affected")
        Step.objects.filter(id=step.id).update(revision=self.revision + 1)

    def left(self):
        """Let them be off."""
        leave_morning(actor=self.actor(self.maya), morning_id=self.run, at=self.now)

    def let_go(self, who):
        """Let Maya remove somebody."""
        remove_member(actor=self.actor(self.maya), member_id=who.id, at=self.now)

    def begin(self, leaves_in=60, began=0):
        """Start the family's morning some minutes ago, so that it leaves in some minutes; returns its id."""
        now = self.now
        event = start_morning(
            actor=self.actor(self.maya), routine_id=self.routine.id, at=now - timedelta(minutes=began)
        )
        leave = now + timedelta(minutes=leaves_in)
        Going.objects.filter(id=event.morning_key).update(planned_leave_at=leave, leave_at=leave)
        self.run = event.morning_key
        return event.morning_key

    def daily(self, text, *things):
        """Let Maya ask something on the game every morning; each thing is a word and its picture. Returns its id."""
        options = tuple(OptionDraft(*thing) for thing in things)
        about = {"actor": self.actor(self.maya), "step_id": self.game.id, "at": self.now}
        self.pick = make_pick(**about, draft=PickDraft(text), options=options).id
        return self.pick

    def today_pick(self):
        """Return the running morning's own id of the pick."""
        return Picking.objects.get(morning_id=self.run, pick_id=self.pick).id

    def would_like(self, who, *things):
        """Let somebody tap things by their words."""
        options = PickOption.objects.filter(pick_id=self.pick, text__in=things).values_list("id", flat=True)
        tap_pick(**self.acting(who), picking_id=self.today_pick(), options=list(options), at=self.now)

    def wishes(self):
        """Return what was tapped in time, as `Ivy: Tag, Ball`, in the family's order."""
        texts = dict(PickOption.objects.filter(pick_id=self.pick).values_list("id", "text"))
        rows = Ballot.objects.filter(picking_id=self.today_pick(), late=False).select_related("member")
        said = ((row.member.name, [texts[each] for each in row.options]) for row in rows.order_by("member"))
        return [f"{name}: {', '.join(things)}" for name, things in said]

    def in_run(self, step):
        """Return the running morning's own id of a step."""
        return MorningStep.objects.get(morning_id=self.run, step=step).id

    def done(self, who, *steps):
        """Let somebody be done with steps of the running morning."""
        for step in steps:
            mark_done(**self.acting(who), morning_id=self.run, morning_step_id=self.in_run(step), at=self.now)

    def lived(self):
        """Let a morning be begun an hour ago, and left; returns its id."""
        self.begin(leaves_in=-5, began=60)
        leave_morning(actor=self.actor(self.maya), morning_id=self.run, at=self.now)
        return self.run

    def done_ago(self, who, step):
        """Return how many seconds ago somebody was done with a step, None where they are not."""
        doing = Doing.objects.get(morning_id=self.run, morning_step__step=step, member=who)
        return doing.done_at and (self.now - doing.done_at).total_seconds()

    def left_ago(self):
        """Return how many seconds ago they left, None where they have not."""
        left = Going.objects.get(id=self.run).left_at
        return left and (self.now - left).total_seconds()

    def told(self, who, again, **felt):
        """Let somebody tell how the morning was, and how steps felt, by their names."""
        about = {**self.acting(who), "morning_id": self.run, "at": self.now}
        notice(**about, noticed=Noticed(again))
        for name, how in felt.items():
            feel(**about, morning_step_id=self.in_run(getattr(self, name)), felt=how)

    def account(self, who):
        """Return what somebody told: again, the picture of what was hard, then "Breakfast: pushed" for each step."""
        titles = dict(MorningStep.objects.filter(morning_id=self.run).values_list("id", "title"))
        told = account_of(self.household.id, self.run, who.id)
        return [told.again, told.picture, *(f"{titles[each.step]}: {each.felt}" for each in told.feelings)]

    def repaired(self):
        """Return what was repaired, as "thanks Bo Leo"."""
        rows = Repair.objects.filter(household=self.household, taken_back_at=None).order_by("id")
        return [f"{row.kind} {row.by.name} {row.to.name if row.to else 'everybody'}" for row in rows]

    def asked_on(self, step):
        """Return the question that is open on a step."""
        return self.question(step).id

    def sorry(self, by, to, text):
        """Let somebody say sorry to somebody."""
        gift = Gift("sorry", to.id, text)
        give(**self.acting(by), morning_id=self.run, gift=gift, at=self.now)

    def wish_today(self, who, step, kind, reason):
        """Let somebody wish that a step is otherwise today."""
        about = {**self.acting(who), "morning_id": self.run, "morning_step_id": self.in_run(step), "at": self.now}
        return ask_today(**about, draft=TodayDraft(kind, reason=reason))

    def at_any_hour(self):
        """Let the routine have its turn whatever the day and the clock."""
        Routine.objects.filter(id=self.routine.id).update(weekdays=127, anchor_time=None)

    def unfolding(self, step, small_steps):
        """Let a step have small steps, one a line."""
        Step.objects.filter(id=step.id).update(small_steps=small_steps)

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

    def looked_in_by(self, name):
        """Let a facilitator look in; returns the consent's key and their session."""
        self.consent = looking_in(self, facilitator=a_facilitator(name))
        return str(self.consent.key), session_of(self.consent.facilitator.account)

    def consent_id(self):
        """Return the number by which the family knows that consent."""
        return self.consent.id

    def kinds(self):
        """Return the kinds of all that happened, oldest first."""
        return [event.kind for event in self.events()]

    def order(self):
        """Return the titles of the steps in their order."""
        return list(self.routine.steps.current().in_order().values_list("title", flat=True))
