"""Today's picks at the tablet: asked first, tapped together, revealed together, kept when they come too late."""

import pytest
from django.urls import reverse
from django.utils import timezone

from households.models import Member
from routines.models import Ballot
from routines.rules.picking.times import LAST_MOMENT
from tests.routines.picks.hand import Picks
from tests.routines.tablet.hand import Kitchen, Shown


class Daily:
    """The family's tablet while a morning with picks runs; the server's clock is the family's."""

    def __init__(self, family, monkeypatch) -> None:
        self.family, self.picks = family, Picks(family).start()
        monkeypatch.setattr(timezone, "now", lambda: family.now)
        self.kitchen = Kitchen(family.maya)
        self.key = f"daily-{self.picks.picking()}"

    def tap(self, who: Member, letters: str, **sent):
        options = ",".join(map(str, self.picks.wanted(letters)))
        return self.kitchen.sit(who).tap("pick", who, self.picks.picking(), **{"options": options, **sent})

    def asked(self, who: Member):
        return self.kitchen.asks(who, at=self.family.now)[self.key]

    def page(self, who: Member, sight: str = "") -> Shown:
        answer = self.kitchen.sit(who).get("tablet_seat", who.id, **({"q": sight} if sight else {}))
        return Shown(answer.content.decode())


@pytest.fixture
def daily(morning, monkeypatch) -> Daily:
    return Daily(morning, monkeypatch)


def test_it_is_asked_before_everything_else(daily):
    m = daily.family
    m.ask(m.dress)

    assert next(iter(daily.kitchen.asks(m.ivy, at=m.now))) == daily.key
    assert daily.page(m.ivy).in_sight == [daily.key]


def test_three_at_once_for_the_small_ones(daily):
    ask = daily.asked(daily.family.ivy)

    assert [len(group) for group in ask.groups] == [2, 2]
    assert [choice.text for group in ask.groups for choice in group] == ["Pancakes", "Porridge", "Fruit", "Eggs"]
    assert ask.may_pass
    assert ask.open


def test_who_does_not_pick_is_not_asked(daily, morning):
    assert daily.key not in daily.kitchen.asks(morning.maya, at=morning.now)


def test_a_tap_sends_all_that_is_wished_for(daily):
    m = daily.family
    daily.tap(m.ivy, "P")
    daily.tap(m.ivy, "PE")
    ask = daily.asked(m.ivy)

    assert Ballot.objects.get().options == daily.picks.wanted("PE")
    assert [choice.text for group in ask.groups for choice in group if choice.mine] == ["Pancakes", "Eggs"]
    assert not ask.open
    assert ask.tapped == (m.people()[2],)
    assert ask.waiting == "Still to pick: Leo and Bo"


def test_without_a_script_each_button_knows_what_it_leads_to(daily):
    m = daily.family
    daily.tap(m.ivy, "PE", script=False)
    p, e = daily.picks.letters["P"], daily.picks.letters["E"]
    buttons = {each.get("data-option"): each for each in daily.page(m.ivy, daily.key).buttons if "data-option" in each}

    assert buttons[str(p)]["value"] == str(e)
    assert buttons[str(e)]["value"] == str(p)
    assert buttons[str(daily.picks.letters["F"])]["value"].count(",") == 2
    answer = daily.tap(m.ivy, "", options=buttons[str(p)]["value"], script=False)
    assert answer.status_code == 303
    assert Ballot.objects.get().options == [e]


def test_a_pass(daily):
    daily.tap(daily.family.ivy, "")
    ask = daily.asked(daily.family.ivy)

    assert ask.passed
    assert not ask.open


def test_oops_goes_back_to_what_was_tapped_before(daily):
    m = daily.family
    daily.tap(m.ivy, "P")
    answer = daily.tap(m.ivy, "PE")
    daily.kitchen.oops(m.ivy, answer)

    assert Ballot.objects.get().options == daily.picks.wanted("P")
    assert daily.asked(m.ivy).undo == m.events("pick.tapped")[0].id


def test_oops_before_the_answer(daily):
    from uuid import uuid4

    m, tap = daily.family, str(uuid4())
    daily.kitchen.sit(m.ivy)
    assert daily.kitchen.tap("undo_tap", m.ivy, tap, tap=str(uuid4())).status_code == 200
    assert daily.tap(m.ivy, "P", tap=tap).status_code == 200
    assert not Ballot.objects.exists()


def reveal(daily):
    m = daily.family
    for who, letters in ((m.leo, "P"), (m.ivy, "P"), (m.bo, "E")):
        daily.tap(who, letters)
    m.pass_time(seconds=LAST_MOMENT.total_seconds())


def test_revealed_it_shows_what_won_and_why(daily):
    reveal(daily)
    ask = daily.asked(daily.family.bo)

    assert ask.revealed
    assert ask.groups == ()
    assert ask.outcome.text == "Pancakes"
    assert [person.name for person in ask.outcome.faces] == ["Leo", "Ivy"]
    assert ask.decided.startswith("Pancakes! Leo and Ivy share this wish.")
    assert ask.decided.endswith("Your jar got emptier, so your wish is stronger next time.")
    assert len(ask.cups) == 5
    assert not ask.undo


def test_children_see_cups_without_numbers(daily):
    reveal(daily)

    assert all(not jar.words for frame in daily.asked(daily.family.bo).cups for jar in frame.jars)
    assert any(jar.words for frame in daily.asked(daily.family.leo).cups for jar in frame.jars)


def test_the_page_asks_anew_when_it_is_revealed(daily):
    m = daily.family
    for who in (m.leo, m.ivy, m.bo):
        daily.tap(who, "P")
    html = daily.kitchen.sit(m.ivy).get("tablet_seat", m.ivy.id).content.decode()
    changes, now = (int(html.split(f'{name}="')[1].split('"')[0]) for name in ("data-changes", "data-now"))

    assert 0 < changes - now <= LAST_MOMENT.total_seconds() * 1000
    m.pass_time(seconds=10)
    anew = daily.kitchen.client.get(
        reverse("tablet_poll"), {"page": "seat", "member": m.ivy.id, "revision": m.revision, "anew": 1}
    )
    assert anew.status_code == 200
    assert "daily-winner" in anew.content.decode()


def test_too_late_is_kept_and_said_kindly(daily):
    reveal(daily)
    answer = daily.tap(daily.family.bo, "F")

    assert answer.status_code == 409
    assert "Your tap came too late: Fruit. It is kept." in answer.content.decode()
    assert Ballot.objects.get(late=True).options == daily.picks.wanted("F")
    assert daily.picks.winner() == "P"


def test_too_late_after_they_left(daily):
    daily.picks.leave()
    answer = daily.tap(daily.family.bo, "F", script=False)

    assert answer.status_code == 303
    assert Ballot.objects.get(late=True).options == daily.picks.wanted("F")


@pytest.mark.parametrize("sent", ["x", "99999"])
def test_nonsense_is_refused_in_a_childs_words(daily, sent):
    answer = daily.tap(daily.family.bo, "", options=sent)

    assert answer.status_code == 422
    assert not Ballot.objects.exists()


def test_faces_count_what_waits(daily, morning):
    from households.models import Household
    from routines.regions.tablet.faces import waiting
    from routines.regions.tablet.room import Room

    def count(who):
        room = Room(Household.objects.get(id=morning.household.id), morning.now)
        return waiting(room, room.person(who.id))

    assert count(morning.bo) == 1
    daily.tap(morning.bo, "P")
    assert count(morning.bo) == 0


def test_a_treat_asks_only_who_has_it(daily):
    m = daily.family
    daily.picks.treat(m.bo, "Bo is four today")

    assert daily.asked(m.bo).asking == "Today you pick!"
    assert daily.asked(m.bo).one
    assert daily.asked(m.ivy).groups == ()
    assert daily.asked(m.ivy).asking == "Today Bo picks: Bo is four today"
    assert daily.tap(m.ivy, "P").status_code == 422


def test_what_was_ruled_out_is_said(daily):
    daily.picks.veto("E", "health", "The eggs are old.")
    ask = daily.asked(daily.family.bo)

    assert ask.why == "Eggs is ruled out today: The eggs are old."
    assert [choice.text for group in ask.groups for choice in group] == ["Pancakes", "Porridge", "Fruit"]


def test_when_they_are_off_it_is_gone(daily):
    daily.picks.leave()

    assert daily.key not in daily.kitchen.asks(daily.family.bo, at=daily.family.now)


def test_who_picks_adds_to_it_and_it_stays(daily):
    m = daily.family
    daily.tap(m.bo, "P")
    answer = daily.kitchen.sit(m.bo).tap("more", m.bo, daily.picks.picking(), text="Waffles")
    texts = [choice.text for group in daily.asked(m.leo).groups for choice in group]

    assert answer.status_code == 200
    assert texts[-1] == "Waffles"
    assert Ballot.objects.get().options == daily.picks.wanted("P")
    assert daily.kitchen.oops(m.bo, answer).status_code == 200
    assert "Waffles" not in [choice.text for group in daily.asked(m.leo).groups for choice in group]


@pytest.mark.parametrize("text", ["", "EGGS", "x" * 81])
def test_what_cannot_be_added_is_said_in_a_childs_words(daily, text):
    answer = daily.kitchen.sit(daily.family.bo).tap("more", daily.family.bo, daily.picks.picking(), text=text)

    assert answer.status_code == 422
    assert len(daily.picks.options(daily.picks.pick)) == 4


def test_it_can_be_added_also_when_it_is_too_late_for_today(daily):
    reveal(daily)
    answer = daily.kitchen.sit(daily.family.bo).tap("more", daily.family.bo, daily.picks.picking(), text="Waffles")

    assert answer.status_code == 200
    assert len(daily.picks.options(daily.picks.pick)) == 5
    assert daily.picks.winner() == "P"
