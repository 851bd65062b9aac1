"""Short words for what the family does in a morning, so that six weeks of them read like a story."""

from collections.abc import Iterable, Mapping
from typing import Any

from households.actor import Actor
from households.models import Event
from routines.actions.doing import mark_done, mark_undone, tick, unfold
from routines.actions.feel import feel
from routines.actions.idea import Idea
from routines.actions.leaving import leave_morning
from routines.actions.notice import PASSED, Noticed, notice
from routines.actions.pick_tap import tap_pick
from routines.actions.pick_veto import give_treat, veto_option
from routines.actions.repair import Gift, answer_repair, give
from routines.actions.slip import notice_slip
from routines.actions.start_morning import start_morning
from routines.actions.today_ask import TodayDraft, answer_today, ask_today
from routines.actions.try_this import try_this
from routines.demo.days import FIFTH, FIRST
from routines.demo.telling import Telling
from routines.models import Doing, Picking

# From when on Leo taps what he has done: since he chaired a meeting.
LEO_TAPS = FIFTH
# Taps of a morning follow each other more quickly than what is said and written.
TAP = 8


class Run:
    """One morning of the story, begun by Maya. Small ones tap through her."""

    def __init__(self, telling: Telling, routine: str, day: int, begins: str) -> None:
        self.telling, self.family, self.day = telling, telling.family, day
        telling.days.on(day, begins)
        event = start_morning(**self._by(self.family.maya), routine_id=telling.routines[routine].id)
        self.id, self.household_id = event.subject_key, event.household_id
        self.began = event.at
        keys = {step: key for key, step in telling.steps.items()}
        self.steps: dict[str, int] = {}
        self.people: dict[str, set[int]] = {}
        self.skipped: set[str] = set()
        self.treated: dict[str, int] = {}
        rows = Doing.objects.filter(household_id=self.household_id, morning_id=self.id)
        for row, step, member in rows.values_list("morning_step_id", "morning_step__step_id", "member_id"):
            self.steps[keys[step]] = row
            self.people.setdefault(keys[step], set()).add(member)
        picks = {picked.id: key for key, picked in telling.picks.items()}
        opened = Picking.objects.filter(household_id=self.household_id, morning_id=self.id)
        self.pickings = {picks[pick]: number for number, pick in opened.values_list("id", "pick_id")}
        self.closes = {picks[pick]: at for pick, at in opened.values_list("pick_id", "closes_at")}

    def done(self, key: str, who: Actor) -> None:
        """Let somebody tap a step of theirs as done."""
        mark_done(**self._in(key, who))

    def all_done(self, key: str) -> None:
        """Let all who are in a step be done: who has a sign-in taps alone, Maya for herself and the small ones.

        Leo does not tap in the first weeks; he does what he does.
        """
        here = self.people.get(key, set())
        for who, since in ((self.family.leo, LEO_TAPS), (self.family.nana, FIRST)):
            if who.member_id in here and self.day >= since:
                self.done(key, who)
        small = [who for who in (self.family.maya, self.family.ivy, self.family.bo) if who.member_id in here]
        if small:
            mark_done(**self._in(key, small[0]), together=True)

    def not_done(self, key: str, who: Actor) -> None:
        """Let somebody say that a step is not done after all."""
        mark_undone(**self._in(key, who))

    def ticks(self, key: str, who: Actor, places: Iterable[int]) -> None:
        """Let somebody tick small steps off."""
        for place in places:
            tick(**self._in(key, who), place=place, done=True)

    def folds(self, key: str, who: Actor) -> None:
        """Let somebody do a step without its small steps from now on."""
        unfold(**self._in(key, who), unfolded=False)

    def picks(self, key: str, tapped: Mapping[str, Iterable[str]]) -> None:
        """Let everybody who is here and picks today tap, unless it is too late; names and words are the story's."""
        pick = self.telling.picks[key]
        picking = {self.treated[key]} if key in self.treated else self.people[pick.step]
        for name, words in tapped.items():
            who, wanted = getattr(self.family, name), [pick.options[word] for word in words]
            if who.member_id in picking and self.telling.days.told < self.closes[key]:
                tap_pick(**self._by(who), picking_id=self.pickings[key], options=wanted)

    def rules_out(self, key: str, option: str, ground: str, reason: str) -> None:
        """Let Maya rule something out for today."""
        what = {"picking_id": self.pickings[key], "option_id": self.telling.picks[key].options[option]}
        veto_option(**self._by(self.family.maya), **what, ground=ground, reason=reason)

    def treats(self, key: str, who: Actor, reason: str) -> None:
        """Let Maya leave today's pick to one person."""
        about = {"picking_id": self.pickings[key], "member_id": who.member_id, "reason": reason}
        give_treat(**self._by(self.family.maya), **about)
        self.treated[key] = who.member_id

    def asks(self, key: str, who: Actor, kind: str, reason: str = "", **wish: Any) -> Event:
        """Let somebody ask for something else today; it is so at once where nobody else has a say."""
        return self._settled(ask_today(**self._in(key, who), draft=TodayDraft(kind, reason, **wish)))

    def answers(self, ask: Event, who: Actor, *, agrees: bool = True, note: str = "") -> None:
        """Let somebody say yes or no to it."""
        event = answer_today(**self._by(who), ask_id=ask.subject_key, agrees=agrees, note=note)
        if event:
            self._settled(event)

    def slipped(self, key: str, who: Actor) -> None:
        """Let somebody notice that this turned into pushing."""
        notice_slip(**self._in(key, who))

    def leaves(self) -> None:
        """Let Maya say that they are off."""
        leave_morning(**self._by(self.family.maya), morning_id=self.id)

    def tells(self, who: Actor, again: str, hard: str = "", picture: str = "", **felt: str | tuple[str, str]) -> None:
        """Let somebody tell how it was: again like this, what was hard, and how steps felt, perhaps with words."""
        notice(**self._of(who), noticed=Noticed(again, hard, picture))
        for key, said in felt.items():
            feeling, words = (said, "") if isinstance(said, str) else said
            feel(**self._in(key, who), felt=feeling, words=words)

    def passes(self, who: Actor) -> None:
        """Let somebody pass."""
        notice(**self._of(who), noticed=PASSED)

    def sorry(self, who: Actor, to: Actor | None, text: str = "", step: str = "") -> int:
        """Let somebody say sorry, to one or to all; return what it can be answered by."""
        return self._gives(Gift("sorry", to and to.member_id, text, morning_step=self.steps.get(step)), who)

    def thanks(self, who: Actor, to: Actor | None, text: str = "", picture: str = "") -> int:
        """Let somebody say thank you."""
        return self._gives(Gift("thanks", to and to.member_id, text, picture), who)

    def heard(self, repair: int, who: Actor, picture: str = "ear") -> None:
        """Let somebody answer a sorry or a thank-you with a picture."""
        answer_repair(**self._by(who), repair_id=repair, picture=picture)

    def tries(self, key: str, who: Actor, words: str, pictogram: str, question: str) -> Event:
        """Let somebody say what they would try instead; return the event of the question or idea it became."""
        idea = Idea(name=words, question=question, pictogram=pictogram, words=words)
        return try_this(**self._in(key, who), idea=idea)

    def _settled(self, event: Event) -> Event:
        """Remember what is left out: nobody taps it."""
        if event.kind == "today.skipped":
            self.skipped.add(next(key for key, step in self.telling.steps.items() if step == event.step_key))
        return event

    def _gives(self, gift: Gift, who: Actor) -> int:
        return give(**self._of(who), gift=gift).subject_key

    def _by(self, who: Actor) -> dict[str, Any]:
        return self.telling.by(who, TAP)

    def _of(self, who: Actor) -> dict[str, Any]:
        return {**self._by(who), "morning_id": self.id}

    def _in(self, key: str, who: Actor) -> dict[str, Any]:
        return {**self._of(who), "morning_step_id": self.steps[key]}
