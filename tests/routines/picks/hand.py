"""A pick that comes back every morning, and short ways for the family to tap in it."""

from datetime import timedelta

from households.access import viewer_of
from households.models import Event, Household, Member
from routines.actions.leaving import leave_morning
from routines.actions.pick_options import add_option
from routines.actions.pick_plan import OptionDraft, PickDraft, make_pick
from routines.actions.pick_tap import keep_late_tap, tap_pick
from routines.actions.pick_veto import give_treat, veto_option
from routines.actions.start_morning import start_morning
from routines.models import Pick, Picking, PickOption, Step
from routines.models.mornings import morning_state
from routines.models.pick_memory import memory_of
from routines.models.pickings import picking_state, pickings_of
from routines.regions.look import Look
from routines.regions.page import look_of
from routines.regions.picks.reveal import Reveal, reveals
from routines.rules.fair_share import Memory
from routines.rules.picking.state import PickingState
from routines.rules.picking.times import LAST_MOMENT
from routines.rules.state import Rung
from tests.routines.morning import MONDAY, Morning

THINGS = ("Pancakes", "Porridge", "Fruit", "Eggs")


class Picks:
    """What Leo, Ivy and Bo eat, with Nana as a guest: a pick on a step of its own, on Co-design.

    Things are named by their first letter: P, O (porridge), F, E.
    """

    def __init__(self, family: Morning, *, guest: bool = True) -> None:
        self.family = family
        named = (family.leo, family.ivy, family.bo, *((family.nana,) if guest else ()))
        self.step = family.step("The meal", 10, named, rung=Rung.CODESIGN, limits="What is there.")
        self.pick = self.make(self.step, "What do we eat?", *THINGS)
        self.letters = dict(zip("POFE", self.options(self.pick), strict=True))
        self.morning = 0

    def make(self, step: Step, text: str, *things: str, by: Member | None = None, until=None) -> Pick:
        family = self.family
        options = tuple(OptionDraft(thing, "play") for thing in things)
        actor = family.actor(by or family.maya)
        return make_pick(actor=actor, step_id=step.id, draft=PickDraft(text, until), options=options, at=family.now)

    def options(self, pick: Pick) -> list[int]:
        """Return the ids of what can be picked, in listed order."""
        return list(PickOption.objects.filter(pick=pick, archived_at=None).order_by("id").values_list("id", flat=True))

    def add(self, who: Member, letter: str, text: str) -> Event:
        family = self.family
        draft = OptionDraft(text, "play")
        event = add_option(**family.acting(who), pick_id=self.pick.id, draft=draft, at=family.now)
        self.letters[letter] = event.undo["option"]
        return event

    def start(self) -> "Picks":
        family = self.family
        event = start_morning(actor=family.actor(family.maya), routine_id=family.routine.id, at=family.now)
        self.morning = event.morning_key
        return self

    def leave(self) -> None:
        family = self.family
        leave_morning(actor=family.actor(family.maya), morning_id=self.morning, at=family.now)

    def picking(self, pick: Pick | None = None) -> int:
        """Return today's picking of a pick."""
        return Picking.objects.get(morning_id=self.morning, pick=pick or self.pick).id

    def state(self, pick: Pick | None = None) -> PickingState:
        """Return today's pick as it is stored."""
        return picking_state(self.family.household.id, self.picking(pick))

    def wanted(self, letters: str) -> list[int]:
        return [self.letters[letter] for letter in letters]

    def tap(self, who: Member, letters: str = "", **otherwise) -> Event | None:
        """Tap some things; none is a pass. Small ones tap through Maya."""
        family = self.family
        about = {**family.acting(who), "picking_id": self.picking(), "options": self.wanted(letters), "at": family.now}
        return tap_pick(**{**about, **otherwise})

    def late(self, who: Member, letters: str) -> Event:
        family = self.family
        about = {"picking_id": self.picking(), "options": self.wanted(letters), "at": family.now}
        return keep_late_tap(**family.acting(who), **about)

    def all_tap(self, leo: str, ivy: str, bo: str) -> "Picks":
        """Let all tap, and the last moment pass."""
        family = self.family
        for who, letters in ((family.leo, leo), (family.ivy, ivy), (family.bo, bo)):
            self.tap(who, letters)
        family.pass_time(seconds=LAST_MOMENT.total_seconds())
        return self

    def veto(self, letter: str, ground: str = "danger", reason: str = "It is hot.", by: Member | None = None) -> Event:
        family = self.family
        return veto_option(
            actor=family.actor(by or family.maya),
            picking_id=self.picking(),
            option_id=self.letters.get(letter),
            ground=ground,
            reason=reason,
            at=family.now,
        )

    def treat(self, who: Member, reason: str = "Birthday", by: Member | None = None) -> Event:
        family = self.family
        actor = family.actor(by or family.maya)
        return give_treat(actor=actor, picking_id=self.picking(), member_id=who.id, reason=reason, at=family.now)

    def settle(self) -> None:
        """Let somebody do something else, which writes down what is over."""
        from routines.actions.doing import mark_done

        family = self.family
        step = next(each for each in self.morning_state().steps if each.step == family.car.id)
        about = {"morning_id": self.morning, "morning_step_id": step.id}
        mark_done(actor=family.actor(family.leo), **about, at=family.now)

    def morning_state(self):
        return morning_state(self.family.household.id, self.morning)

    def look(self, who: Member) -> Look:
        """Return how somebody looks at the household now."""
        family = self.family
        household = Household.objects.get(id=family.household.id)
        actor = family.actor(who) if who.account_id else None
        viewer = viewer_of(actor or family.actor(family.maya), {})
        look = look_of(viewer, household, MONDAY + timedelta(seconds=family._ticks))
        if actor:
            return look
        from dataclasses import replace

        return replace(look, viewer=look.person(who.id))

    def reveal(self, who: Member | None = None) -> Reveal | None:
        """Return what came of today's pick, as a page would show it now; None while it is hidden."""
        look = self.look(who or self.family.maya)
        return reveals(look, pickings_of(look.household_id, self.morning_state())).get(self.picking())

    def winner(self) -> str | None:
        """Return the letter of what was picked, None while it is hidden."""
        found = self.reveal()
        return found and next((letter for letter, option in self.letters.items() if option == found.winner), "")

    def memory(self, key: tuple[str, int] | None = None) -> Memory:
        return memory_of(self.family.household.id, key or ("pick", self.pick.id))

    def jars(self, key: tuple[str, int] | None = None) -> dict[str, str]:
        """Return everybody's jar by name."""
        names = {person.id: person.name for person in self.family.people()}
        return {names[member]: str(jar) for member, jar in self.memory(key).jars}

    def next_day(self) -> "Picks":
        """Go on to the next morning at half past six."""
        ticks = self.family._ticks
        self.family._ticks = (ticks // 86400 + 1) * 86400
        return self
