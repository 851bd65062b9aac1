"""A morning that goes on at the tablet in the kitchen, with its clock stopped where a test wants it."""

from html import unescape

from households.models import Household, PictureCode, Tablet
from routines.models import Morning
from routines.regions.tablet.morning.now import now_view
from routines.regions.tablet.morning.run import run_view
from routines.regions.tablet.room import Room
from tests.routines.mornings.run import Run
from tests.routines.tablet.hand import Kitchen


class Running:
    """The family's Monday, started a moment ago, and its tablet. `clock` is what time it is for the server."""

    def __init__(self, family, monkeypatch) -> None:
        self.family = family
        monkeypatch.setattr("django.utils.timezone.now", self.clock)
        self.kitchen = Kitchen(family.maya)
        self.run = Run(family)

    def clock(self):
        return self.family.now

    def later(self, **length: float) -> "Running":
        """Let some time pass."""
        self.family.pass_time(**length)
        return self

    def step(self, step) -> int:
        """Return the number of a step in this morning."""
        return self.run.step(step).id

    def tap(self, verb, who, step=None, **sent):
        """Tap something of the morning as somebody, on the page that is nobody's unless told otherwise."""
        ids = (self.run.id, self.step(step)) if step else (self.run.id,)
        return self.kitchen.tap(verb, who, *ids, **{"on": "now", **sent})

    def done(self, *pairs) -> None:
        """Let people be done with steps, each through whom they tap."""
        for who, step in pairs:
            self.run.done(who, step)

    @property
    def room(self) -> Room:
        return Room(Household.objects.get(id=self.family.household.id), self.clock())

    def now(self):
        """Return what the tablet shows while nobody sits."""
        return now_view(self.room, Tablet.objects.select_related("household").get(id=self.kitchen.tablet.id))

    def own(self, who):
        """Return what somebody who sits sees of their morning."""
        room = self.room
        return run_view(room, room.look(room.person(who.id)))

    def card(self, who):
        """Return somebody's column."""
        return next(card for group in self.now().groups for card in group if card.person.id == who.id)

    def changed(self) -> None:
        """Have the morning read anew: a test changed it behind its back."""
        Morning.objects.filter(id=self.run.id).update(revision=self.family.revision + 10_000)

    def coded(self, who) -> None:
        """Give somebody a picture code."""
        about = {"household": self.family.household, "member": who, "set_by": self.family.maya}
        PictureCode.objects.create(**about, code_hash="x", set_at=self.clock())


def page(response) -> str:
    """Return a page's text as it was sent."""
    return unescape(response.content.decode())
