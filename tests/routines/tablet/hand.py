"""A tablet in the kitchen: who sits at it, what they tap, and what it shows them."""

from dataclasses import replace
from datetime import datetime
from html import unescape
from html.parser import HTMLParser
from secrets import token_urlsafe
from uuid import uuid4

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from households import seat
from households.live.change import Viewer
from households.models import Household, Member, Tablet
from routines.regions.tablet.room import Room
from routines.regions.tablet.seat import FIRST, Sight, seat_asks
from routines.regions.tablet.values import Ask


class Kitchen:
    """A paired tablet. `script` taps are sent by its script, others by its forms alone."""

    def __init__(self, paired_by: Member, *, name: str = "Kitchen") -> None:
        key, now = token_urlsafe(32), timezone.now()
        self.tablet = Tablet.objects.create(
            household_id=paired_by.household_id,
            name=name,
            key_hash=seat.key_hash(key),
            paired_by=paired_by,
            paired_at=now,
            last_seen_at=now,
        )
        self.client = Client()
        self.client.cookies[settings.TABLET_COOKIE_NAME] = key

    def sit(self, member: Member | None) -> "Kitchen":
        """Let somebody sit down, or nobody."""
        at = timezone.now() if member else None
        Tablet.objects.filter(id=self.tablet.id).update(seat=member, seat_at=at)
        return self

    def get(self, name: str, *ids: int, **query):
        return self.client.get(reverse(name, args=ids), query)

    def tap(self, name: str, member: Member, *ids: object, script: bool = True, **sent):
        """Tap something as a member who sits or sat here."""
        sent = {"seat": seat.seat_token(self.tablet, member), "tap": str(uuid4()), **sent}
        headers = {"X-Rungs-Tap": "1"} if script else {}
        return self.client.post(reverse(f"tablet_{name}", args=[member.id, *ids]), sent, headers=headers)

    def oops(self, member: Member, answer, **sent):
        """Take back what a tap was answered with."""
        return self.client.post(
            answer["X-Undo"],
            {"seat": seat.seat_token(self.tablet, member), "tap": str(uuid4()), **sent},
            headers={"X-Rungs-Tap": "1"},
        )

    def viewer(self, member: Member | None = None) -> Viewer:
        """Return the viewer the tablet's stream has, while it shows its faces or a member's page."""
        tablet = Tablet.objects.select_related("household").get(id=self.tablet.id)
        return seat.viewer_at(tablet, member)

    def asks(self, member: Member, sight: Sight = FIRST, *, at: datetime | None = None) -> dict[str, Ask]:
        """Return all a member is asked now, or at another moment, by key."""
        room = Room(Household.objects.get(id=self.tablet.household_id), at or timezone.now())
        return {ask.key: ask for ask in seat_asks(room, room.look_from(self.viewer(member)), sight)}


class Shown(HTMLParser):
    """What a page of the tablet shows: its visible words, its asks in sight, its forms and buttons."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.asks, self.in_sight, self.forms, self.buttons = [], [], [], [], []
        self._hidden, self._open = 0, []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        hidden = "hidden" in given
        if tag not in ("input", "meta", "link", "img"):
            self._open.append((tag, hidden))
            self._hidden += hidden
        if tag == "article":
            self.asks.append(given["data-ask"])
            if not self._hidden:
                self.in_sight.append(given["data-ask"])
        if tag == "form":
            self.forms.append(given)
        if tag == "button":
            self.buttons.append(given)

    def handle_startendtag(self, tag, attributes):
        """Nothing is inside, so nothing to remember."""

    def handle_endtag(self, tag):
        while self._open:
            opened, hidden = self._open.pop()
            self._hidden -= hidden
            if opened == tag:
                return

    def handle_data(self, data):
        if not self._hidden and data.strip():
            self.words.append(data.strip())

    @property
    def text(self) -> str:
        return unescape(" ".join(self.words))


def shown(response) -> Shown:
    """Read what a page or region shows."""
    return Shown(response.content.decode())


def elsewhere(viewer: Viewer, **other) -> Viewer:
    """Return a viewer that claims to be another one."""
    return replace(viewer, **other)
