"""A facilitator looking in at one moment: what they may see of whom, and how far it is read."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from households.onlooker import Onlooker, Seen
from routines.regions.review.lenses import onlooker_lens
from routines.regions.review.tokens import token_of
from routines.rules.mirror.lens import Lens
from routines.rules.state import Kind, Person


@dataclass(frozen=True, slots=True)
class ReviewScene:
    """What one facilitator may see now. `people` are those whose part is shared, in the family's order.

    `turn` is the consent's own; `revision` is the household's, which is used for reading and never sent.
    """

    onlooker: Onlooker
    now: datetime
    today: date
    turn: int
    revision: int
    people: tuple[Person, ...]

    @property
    def lens(self) -> Lens:
        """Return how they read the family's facts."""
        return onlooker_lens(self.onlooker, self.today)

    def person(self, member_id: int | None) -> Person:
        """Return somebody whose part is shared; of anybody else, only that it was somebody."""
        found = next((each for each in self.people if each.id == member_id), None)
        return found or Person(id=0, name=_("Somebody"), kind=Kind.SUPPORTER, face="speech-balloon", colour="stone")

    def token(self, kind: str, number: int) -> str:
        """Return the opaque name of one thing here."""
        return token_of(self.onlooker.key, kind, number)

    def url(self, name: str, *tokens: str) -> str:
        """Return an address through this consent."""
        return reverse(name, args=[self.onlooker.key, *tokens])


def review_scene(onlooker: Onlooker, now: datetime) -> ReviewScene:
    """Return what a facilitator may see now. No query."""
    return ReviewScene(
        onlooker=onlooker,
        now=now,
        today=now.astimezone(ZoneInfo(onlooker.time_zone)).date(),
        turn=onlooker.turn,
        revision=onlooker.revision,
        people=tuple(_person(each) for each in onlooker.people),
    )


def _person(seen: Seen) -> Person:
    return Person(
        id=seen.id,
        name=seen.name,
        kind=Kind(seen.kind),
        age_band=seen.age_band,
        face=seen.face,
        colour=seen.colour,
        position=seen.position,
    )
