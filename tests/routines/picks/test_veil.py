"""Nobody is sent what somebody else tapped before the reveal: not a parent, not a guest, on no page and by no push.

Whatever Leo taps, everybody else is sent the very same.
"""

import re

import pytest
from django.db import transaction
from django.urls import reverse

from households.access import viewer_of
from households.live.change import Change
from households.models import Event
from routines.models import mornings, pick_memory, pickings
from routines.regions import page as pages
from routines.regions.fragment import on_stream
from routines.regions.morning import page as runner
from routines.regions.picks.strip import picks_html
from routines.regions.push import forget, pusher_at, render
from tests.routines.tablet.hand import Kitchen

VARIES = (
    re.compile(r'data-(?:revision|now|picks-now|changes|picks-changes|began|ends)="\d+"'),
    re.compile(r'(?:name="csrfmiddlewaretoken"|name="csrf-token") (?:value|content)="\w+"'),
    re.compile(r'name="tap" value="[\w-]+"'),
    re.compile(r'name="seat" value="[^"]+"'),
    re.compile(r"[?&]revision=\d+"),
)


def plain(html: str) -> str:
    """Return what is sent without what differs from one request to the next."""
    for varying in VARIES:
        html = varying.sub("", html)
    return html


def anew():
    for each in (mornings, pickings, pick_memory, pages, runner):
        each.forget()
    forget()


class House:
    """All that the others are sent while Leo has tapped something."""

    def __init__(self, today, at, kitchen) -> None:
        self.today, self.at, self.kitchen = today, at, kitchen

    def sent(self, leo: str, ivy: str | None = None) -> dict[str, str]:
        """Return it, by where; then let it not have happened."""
        m, ticks = self.today.family, self.today.family._ticks
        with transaction.atomic():
            self.today.tap(m.leo, leo)
            if ivy is not None:
                self.today.tap(m.ivy, ivy)
            html = {name: plain(text) for name, text in self._everywhere().items()}
            transaction.set_rollback(True)
        m._ticks = ticks
        anew()
        return html

    def _everywhere(self) -> dict[str, str]:
        m, today = self.today.family, self.today
        home, picking = [m.household.id], [m.household.id, today.picking()]
        found = {}
        for who in (m.maya, m.nana, m.sam):
            if today.state().guests and who is m.sam:
                continue
            client = self.at(who)
            for name, url in {
                "runner": reverse("morning", args=[*home, today.morning]),
                "strip": reverse("picks_strip", args=[*home, today.morning]),
                "page": reverse("picking", args=picking),
                "for Bo": reverse("picking", args=picking) + f"?speaker={m.bo.id}",
                "for Leo": reverse("picking", args=picking) + f"?speaker={m.leo.id}",
                "picks": reverse("picks", args=home),
                "pick": reverse("pick", args=[*home, today.pick.id]),
                "history": reverse("history", args=home),
            }.items():
                found[f"{who.name} {name}"] = client.get(url).content.decode()
            found[f"{who.name} push"] = self._pushed(who)
            found[f"{who.name} poll"] = client.get(
                reverse("poll", args=home), {"page": "morning", "morning": today.morning, "revision": 1}
            ).content.decode()
        for who in (m.ivy, m.bo):
            found[f"{who.name} tablet"] = self.kitchen.sit(who).get("tablet_seat", who.id).content.decode()
            viewer = self.kitchen.viewer(who)
            change = Change(m.household.id, m.revision, kinds=frozenset({"morning", "picks"}))
            found[f"{who.name} tablet push"] = render(change, [viewer]).get(viewer, "")
        found["now"] = self.kitchen.sit(None).get("tablet_now").content.decode()
        found["faces"] = self.kitchen.client.get(reverse("tablet") + "?say=1").content.decode()
        return found

    def _pushed(self, who) -> str:
        m = self.today.family
        viewer = viewer_of(m.actor(who), {"page": "morning", "morning": str(self.today.morning)})
        return pusher_at(m.household.id).regions(
            viewer, Change(m.household.id, m.revision, kinds=frozenset({"morning"}))
        )


@pytest.fixture
def house(today, at) -> House:
    return House(today, at, Kitchen(today.family.maya))


@pytest.mark.parametrize("other", ["PE", ""])
def test_whatever_leo_taps_the_others_are_sent_the_same(house, other):
    one, two = house.sent("P"), house.sent(other)

    assert set(one) == set(two)
    assert {where for where in one if one[where] != two[where]} == set()


def test_they_are_sent_that_he_has_tapped(house):
    sent = house.sent("P")

    for where in ("Maya strip", "Maya push", "Maya page", "Nana strip"):
        assert "Have picked: Leo." in sent[where], where
        assert "Still to pick: Ivy and Bo" in sent[where], where
    assert "Have picked: Leo." in sent["Ivy tablet"]


def test_the_pages_show_picks_at_all(house):
    sent = house.sent("P")

    for where in ("Maya runner", "Maya push", "Ivy tablet", "Ivy tablet push", "Maya pick"):
        assert "Pancakes" in sent[where], where


def test_a_parent_who_tapped_for_a_child_sees_what_they_tapped_themselves(house):
    today, m = house.today, house.today.family
    today.tap(m.bo, "E")
    page = house.at(m.maya).get(reverse("picking", args=[m.household.id, today.picking()]), {"speaker": m.bo.id})

    pressed = re.findall(r'aria-pressed="true" id="choice-\d+-(\w+)"', page.content.decode())
    assert pressed == [str(today.letters["E"])]


def test_but_not_what_the_child_tapped_alone_at_the_tablet(house):
    today, m = house.today, house.today.family
    house.kitchen.tap("pick", m.bo, today.picking(), options=str(today.letters["E"]))
    page = house.at(m.maya).get(reverse("picking", args=[m.household.id, today.picking()]), {"speaker": m.bo.id})

    assert 'aria-pressed="true"' not in page.content.decode()


def test_after_the_reveal_all_see_them(house):
    today, m = house.today, house.today.family
    today.all_tap("P", "P", "E")
    html = on_stream(picks_html(today.look(m.maya), today.morning_state()))

    assert "Wanted by Leo, Ivy" in html


def test_events_say_that_somebody_tapped_and_never_what(house):
    m = house.today.family
    house.today.tap(m.leo, "P")
    event = Event.objects.get(kind="pick.tapped")

    shown = (event.title, event.why, event.changes)
    assert shown == ("What do we eat?", "", {})


def test_a_late_tap_is_its_own(house):
    """After the reveal only its own person reads what came too late."""
    today, m = house.today, house.today.family
    today.all_tap("P", "P", "E")
    today.late(m.leo, "F")
    html = picks_html(today.look(m.maya), today.morning_state())
    mine = picks_html(today.look(m.leo), today.morning_state())

    assert "Too late, but kept" not in html
    assert "Too late, but kept: Fruit" in mine
