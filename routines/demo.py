"""The demo household: one Monday and the days before it, made by the product's own verbs.

The story is told relative to today, so that a deadline is ahead and a trial still runs.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from households.actions.household import Home, found_household
from households.actions.invitations import accept_invitation, invite
from households.actions.people import Look, Who, add_member
from households.actor import Actor, actor_of
from households.models import Account, Member
from routines.actions.comment import comment
from routines.actions.option import propose
from routines.actions.override import override, reply
from routines.actions.question import open_question
from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.rung import ask_climb, climb
from routines.actions.settle import Ending, choose, settle
from routines.actions.step import StepDraft, add_step, edit_step, move_step, values_of
from routines.actions.voice import put_on_table, record_concern, say, take_task
from routines.models import Step
from routines.models.snapshots import step_state
from routines.rules.state import AnswerState, Rung, Say

PASSWORD = "morning-rungs"  # noqa: S105, printed for everybody who tries the demo
SIGN_INS = {
    "maya@example.org": "Maya, the parent",
    "leo@example.org": "Leo, 15",
    "nana@example.org": "Nana, who helps with breakfast",
}
ZONE = "Europe/London"


@transaction.atomic
def begin_demo(now: datetime | None = None) -> Member:
    """Load the demo household as if the family had begun ten days ago; return its first parent."""
    story = Story(now or timezone.now())
    story.family()
    story.plan()
    story.wake_up()
    story.breakfast()
    story.own_breakfast()
    story.game()
    story.cold_morning()
    story.coffee()
    story.dressing()
    story.car()
    story.home_again()
    return story.maya


class Story:
    """What happened, in order. Ivy and Bo speak through Maya, as everybody can see."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.today: date = now.astimezone(ZoneInfo(ZONE)).date()
        self.steps: dict[str, Step] = {}

    def at(self, days_ago: int, clock: str) -> datetime:
        """Return a moment some days ago; never one still to come."""
        day = self.today - timedelta(days=days_ago)
        moment = datetime.combine(day, time.fromisoformat(clock), ZoneInfo(ZONE))
        return min(moment, self.now)

    def family(self) -> None:
        """Everybody moves in; Leo and Nana take up their invitations."""
        at = self.at(10, "19:40")
        self.maya = found_household(
            account=_account("maya@example.org"),
            home=Home("The Lindens", ZONE, "en"),
            founder=Look("Maya", "potted-plant", "sun"),
            at=at,
        )
        self.parent = actor_of(self.maya)
        self.leo = self._joins("leo@example.org", Who("teen"), Look("Leo", "guitar", "mint"), at)
        self.ivy = self._add(Who("child", "3-5"), Look("Ivy", "t-rex", "rose"), at)
        self.bo = self._add(Who("child", "3-5"), Look("Bo", "rabbit-face", "sky"), at)
        self.nana = self._joins("nana@example.org", Who("supporter"), Look("Nana", "owl", "lilac"), at)
        self.teen = actor_of(self.leo)

    def plan(self) -> None:
        """The plan of the first evening, and what they changed about it since."""
        at = self.at(10, "20:05")
        routine = create_routine(
            actor=self.parent,
            draft=RoutineDraft("School mornings", 0b0011111, "leave", time(8, 20)),
            at=at,
        )
        all_ = (self.maya, self.leo, self.ivy, self.bo)
        three, small = (self.leo, self.ivy, self.bo), (self.ivy, self.bo)
        rows = (
            ("Wake up", 10, "wake-up", all_, {"why": "So that nobody has to run later."}),
            (
                "Hot coffee",
                5,
                "hot-beverage",
                three,
                {"rung": Rung.CONSULT, "decider": self.maya.id, "why": "Maya is kinder after coffee."},
            ),
            (
                "Breakfast",
                20,
                "breakfast",
                (self.maya, *small),
                {"rung": Rung.COPRODUCE, "doers": (self.nana.id,)},
            ),
            (
                "Your own breakfast",
                15,
                "cooking",
                (self.leo,),
                {"over_to_you": True, "alongside": True, "why": "You know what you like."},
            ),
            (
                "The getting-dressed game",
                5,
                "dressing-game",
                all_,
                {"rung": Rung.CODESIGN, "limits": "Everybody is dressed by 7:55."},
            ),
            ("Get dressed", 10, "get-dressed", all_, {"why": "It is cold outside."}),
            (
                "Into the car",
                8,
                "go-by-car",
                three,
                {"why": "The school gate closes at 8:45, and the road is slow."},
            ),
            (
                "Off to pre-school and school",
                0,
                "off-to-school",
                three,
                {"why": "Bo first, then Ivy, then Leo."},
            ),
        )
        for title, minutes, picture, people, more in rows:
            self._step(routine.id, title, minutes, picture, people, more, at)
        self.routine = routine
        dressed = self.steps["Get dressed"]
        move_step(actor=self.parent, step_id=dressed.id, to_index=4, at=self.at(7, "20:10"))
        self._longer(dressed, 15, "Ten minutes were never enough.", self.at(7, "20:12"))
        climb(
            actor=self.parent,
            step_id=dressed.id,
            to_rung=Rung.CONSULT,
            reason="You know best what scratches.",
            at=self.at(5, "19:30"),
        )

    def wake_up(self) -> None:
        """Inform: told, seen by everybody, and Bo's question answered."""
        question = self._open("Wake up", "Maya opens the curtains at seven.", self.at(9, "19:30"))
        self._say(question, self.maya, Say.GOT_IT, self.at(9, "19:31"))
        self._say(question, self.ivy, Say.GOT_IT, self.at(9, "19:32"))
        self._say(question, self.bo, Say.QUESTION, self.at(9, "19:33"), note="Can bear wake up too?")
        self._say(question, self.leo, Say.GOT_IT, self.at(9, "21:05"), note="Knock first, please.")
        settle(
            actor=self.parent,
            question_id=question,
            at=self.at(8, "18:50"),
            ending=Ending(
                text="Maya opens the curtains at seven, and knocks at Leo’s.",
                reason="Light is nicer than shouting.",
                answers=(self._answer(self.bo, "did", "bear sleeps beside you and wakes up with you"),),
            ),
        )

    def breakfast(self) -> None:
        """Co-produce: concerns first, one idea on the table, a yes from all, and a job for each."""
        question = self._open("Breakfast", "How does breakfast become good for all three of us?", self.at(8, "19:00"))
        concerns = (
            (self.maya, "I want to sit down for five minutes."),
            (self.ivy, "I want to pour."),
            (self.bo, ""),
        )
        for who, words in concerns:
            record_concern(**self._as(who), question_id=question, text=words, at=self.at(8, "19:05"))
        table = self._idea(
            question,
            self.ivy,
            "Everything stands on the table before we wake up",
            "lay-table",
            self.at(8, "19:10"),
            "Nobody has to run to the kitchen.",
        )
        self._idea(question, self.maya, "Breakfast in the car", "go-by-car", self.at(8, "19:12"), "Crumbs.")
        put_on_table(**self._as(self.maya), question_id=question, option_id=table, at=self.at(8, "19:15"))
        self._say(question, self.ivy, Say.YES, self.at(8, "19:16"))
        self._say(question, self.bo, Say.YES, self.at(8, "19:17"))
        self._say(question, self.maya, Say.OK, self.at(8, "19:18"), note="If the evening stays short.")
        jobs = (
            (self.ivy, "I put out the bowls and pour the milk."),
            (self.bo, "I carry the spoons."),
            (self.maya, "I cut the fruit in the evening."),
        )
        for who, words in jobs:
            take_task(**self._as(who), question_id=question, text=words, at=self.at(8, "19:20"))
        settle(
            actor=self.parent,
            question_id=question,
            at=self.at(8, "19:25"),
            ending=Ending(
                reason="Ivy pours, Bo carries, and Maya sits down.",
                review_on=self.today + timedelta(days=5),
            ),
        )

    def own_breakfast(self) -> None:
        """Over to Leo: his own choice, no vote."""
        question = self._open("Your own breakfast", "What will it be?", self.at(7, "19:30"), by=self.leo)
        eggs = self._idea(question, self.leo, "Two eggs, done by me", "cooking", self.at(7, "19:31"))
        self._idea(question, self.leo, "Bread, eaten on the stairs", "bread", self.at(7, "19:32"))
        choose(actor=self.teen, question_id=question, option_id=eggs, at=self.at(7, "19:35"))

    def game(self) -> None:
        """Co-design: two votes each, and a turn that tips the scales."""
        question = self._open(
            "The getting-dressed game", "Which game gets us dressed?", self.at(6, "18:30"), by=self.leo
        )
        race = self._idea(question, self.leo, "Faster than the song", "stopwatch", self.at(6, "18:31"), "It gets loud.")
        dice = self._idea(
            question, self.ivy, "The dice says what comes next", "game-die", self.at(6, "18:40"), "Socks last?"
        )
        votes = ((self.leo, race), (self.maya, race), (self.ivy, dice), (self.bo, dice))
        for who, idea in votes:
            self._say(question, who, Say.CHOICE, self.at(5, "18:45"), option=idea)
        comment(
            **self._as(self.ivy),
            step_id=self.steps["The getting-dressed game"].id,
            text="Next time my turn!",
            sticker="hugging-face",
            at=self.at(5, "18:50"),
        )
        settle(actor=self.teen, question_id=question, at=self.at(5, "19:00"), ending=Ending())

    def cold_morning(self) -> None:
        """One icy morning Maya ruled, said why, and Ivy replied."""
        step, at = self.steps["Get dressed"], self.at(4, "07:35")
        override(
            actor=self.parent,
            step_id=step.id,
            ground="health",
            reason="It is icy today. Everybody wears a warm coat, also over pyjamas.",
            expires_at=datetime.combine(at.date(), time(23, 59, 59), ZoneInfo(ZONE)),
            at=at,
        )
        reply(
            **self._as(self.ivy),
            step_id=step.id,
            text="But the dinosaur coat.",
            at=at + timedelta(minutes=2),
        )

    def coffee(self) -> None:
        """Consult about a parent's own need; decided on trial, and every voice answered."""
        question = self._open(
            "Hot coffee", "How does Maya get to drink her coffee while it is hot?", self.at(3, "19:15")
        )
        quiet = self._idea(
            question,
            self.leo,
            "Until the cup is empty, ask Leo",
            "raised-hand",
            self.at(3, "19:20"),
            "Leo has to be up in time.",
        )
        flask = self._idea(question, self.ivy, "Coffee in the bear’s flask", "teddy-bear", self.at(3, "19:25"))
        self._say(question, self.leo, Say.CHOICE, self.at(3, "21:00"), option=quiet, note="Ten minutes, not more.")
        self._say(question, self.ivy, Say.CHOICE, self.at(2, "07:50"), option=flask)
        self._say(question, self.bo, Say.PASS, self.at(2, "07:51"))
        settle(
            actor=self.parent,
            question_id=question,
            at=self.at(1, "18:20"),
            ending=Ending(
                option=quiet,
                reason="It helps every day, and Leo offered it himself.",
                trial_days=3,
                answers=(
                    self._answer(self.leo, "did", "you are good at it, and ten minutes are enough"),
                    self._answer(self.ivy, "partly", "the flask comes along in the car"),
                ),
            ),
        )

    def dressing(self) -> None:
        """Consult, still open: two voices in, two to go."""
        question = self._open(
            "Get dressed",
            "How shall we get dressed?",
            self.at(1, "18:30"),
            limits="Warm enough for the day, and ready by 7:55.",
            decider_id=self.maya.id,
            deadline=self.today + timedelta(days=3),
        )
        music = self._idea(
            question, self.ivy, "Music while we dress", "musical-notes", self.at(1, "18:32"), "Takes 5 minutes more."
        )
        night = self._idea(
            question,
            self.leo,
            "Clothes out the night before",
            "night-before",
            self.at(1, "18:34"),
            "We choose at bedtime.",
        )
        self._idea(
            question, self.bo, "Go in pyjamas", "pyjamas", self.at(1, "18:36"), "It might feel odd at pre-school."
        )
        self._say(question, self.ivy, Say.CHOICE, self.at(1, "18:40"), option=music, note="The dinosaur song!")
        self._say(question, self.leo, Say.CHOICE, self.at(1, "21:10"), option=night)
        step_id = self.steps["Get dressed"].id
        comment(**self._as(self.ivy), step_id=step_id, text="I want the dinosaur song.", at=self.at(1, "18:41"))
        comment(**self._as(self.leo), step_id=step_id, text="Not before 7:40, please.", at=self.at(1, "21:11"))

    def car(self) -> None:
        """Inform that felt like pushing on Monday: a sorry, and a wish to climb that waits."""
        step_id = self.steps["Into the car"].id
        question = self._open("Into the car", "We get into the car at 8:12.", self.at(1, "08:40"))
        self._say(question, self.ivy, Say.DISLIKE, self.at(1, "18:00"), note="You carried me and I was cross.")
        self._say(question, self.leo, Say.QUESTION, self.at(1, "18:05"), note="Could we leave later on Mondays?")
        comment(
            **self._as(self.maya),
            step_id=step_id,
            text="I pushed this morning. I am sorry. Let us find another way.",
            at=self.at(1, "18:10"),
        )
        ask_climb(
            actor=self.teen,
            step_id=step_id,
            to_rung=Rung.CONSULT,
            reason="More fun, more time. Nobody gets in faster by being carried.",
            at=self.at(1, "18:15"),
        )

    def home_again(self) -> None:
        """What is left of the morning is Maya's own."""
        at = self.at(9, "20:30")
        routine = create_routine(
            actor=self.parent,
            draft=RoutineDraft("Home again", 0b0011111, "start", time(9, 5)),
            at=at,
        )
        rows = (
            ("The coffee in the microwave", 5, "coffee-microwave"),
            ("Ten quiet minutes", 10, "quiet-time"),
        )
        for title, minutes, picture in rows:
            mine = {"over_to_you": True, "why": "Somebody has to drink it."}
            self._step(routine.id, title, minutes, picture, (self.maya,), mine, at)

    def _add(self, who: Who, look: Look, at: datetime) -> Member:
        return add_member(actor=self.parent, who=who, look=look, at=at)

    def _joins(self, email: str, who: Who, look: Look, at: datetime) -> Member:
        member = self._add(who, look, at)
        _invitation, key = invite(actor=self.parent, member_id=member.id, at=at)
        return accept_invitation(key=key, account=_account(email), at=at)

    def _step(self, routine_id, title, minutes, picture, people, more, at) -> None:
        draft = StepDraft(title, minutes, picture, tuple(each.id for each in people), **more)
        self.steps[title] = add_step(actor=self.parent, routine_id=routine_id, draft=draft, at=at)

    def _longer(self, step: Step, minutes: int, why: str, at: datetime) -> None:
        before = values_of(step_state(step.household_id, step.id, at, talk=False))
        draft = StepDraft(**{**before, "minutes": minutes})
        edit_step(actor=self.parent, step_id=step.id, draft=draft, base=before, why=why, at=at)

    def _as(self, who: Member) -> dict[str, Actor | int]:
        """Return who taps for whom: the small ones speak through Maya."""
        if who.account_id:
            return {"actor": actor_of(who)}
        return {"actor": self.parent, "speaker_id": who.id}

    def _open(self, title: str, text: str, at: datetime, by: Member | None = None, **more) -> int:
        event = open_question(**self._as(by or self.maya), step_id=self.steps[title].id, text=text, at=at, **more)
        return event.question_key

    def _idea(self, question, who, text, picture, at, consequence="") -> int:
        event = propose(
            **self._as(who),
            question_id=question,
            text=text,
            pictogram=picture,
            consequence=consequence,
            at=at,
        )
        return event.subject_key

    def _say(self, question, who, word, at, option=None, note="") -> None:
        say(
            **self._as(who),
            question_id=question,
            word=word,
            option_id=option,
            note=note,
            at=at,
        )

    def _answer(self, who: Member, did: str, because: str) -> AnswerState:
        return AnswerState(member=who.id, did=did, because=because)


def _account(email: str) -> Account:
    return Account.objects.create_user(email, PASSWORD)
