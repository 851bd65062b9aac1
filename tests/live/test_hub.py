"""What a change does: to whom it goes, in what order, and who is shut out."""

import asyncio
import threading

import pytest

from households.live import Change, hub, listening, publish, screen
from households.live.change import ANEW
from tests.live.house import ANN, BEN, living, until


async def test_a_change_is_drawn_once_and_reaches_everybody():
    async with living() as live:
        browsers = [await live.open(who) for who in ("ann", "ann", "ben")]
        await live.publish(live.house.change())
        for browser in browsers:
            await browser.sees("id: 41\n")
        [(_, viewers, _)] = live.house.drawn
        assert {viewer.member_id for viewer in viewers} == {ANN, BEN}
        assert "for\ndata: 2" in browsers[2].sent.decode()


async def test_what_is_not_for_somebody_is_not_sent_to_them():
    async with living() as live:
        live.house.hidden_from = {BEN}
        ann, ben = await live.open("ann"), await live.open("ben")
        await live.publish(live.house.change())
        await ann.sees("id: 41\n")
        live.house.hidden_from = set()
        await live.publish(live.house.change())
        await ben.sees("id: 42\n")
        assert len(ben.events) == 1


async def test_a_page_that_is_not_drawn_in_pieces_is_fetched_anew():
    async with living() as live:
        live.hub.render = lambda change, viewers: dict.fromkeys(viewers, ANEW)
        live.hub.catch_up = lambda viewer, since: (live.house.revision, ANEW)
        browser = await live.open(query="page=history&revision=39")
        await browser.sees("id: 40\nevent: resync")
        await live.publish(live.house.change())
        await browser.sees("id: 41\nevent: resync")


async def test_another_household_hears_nothing():
    async with living() as live:
        browser = await live.open()
        await live.publish(Change(8, 41, kinds=frozenset({"step"})))
        await live.publish(live.house.change())
        await browser.sees("id: 41")
        assert [change.household_id for change, *_ in live.house.drawn] == [7]


async def test_nothing_is_drawn_where_nobody_looks():
    async with living() as live:
        await live.publish(live.house.change())
        assert live.house.drawn == []


async def test_changes_that_overtake_each_other_arrive_whole_and_in_order():
    async with living() as live:
        browser = await live.open()
        first, second = live.house.change(), live.house.change()
        await live.publish(second)
        await browser.sees("id: 42\ndata: <p>missed [41, 42]</p>")
        await live.publish(first)
        await live.publish(live.house.change())
        await browser.sees("id: 43")
        assert len(browser.events) == 2


async def test_a_change_told_twice_arrives_once():
    async with living() as live:
        browser = await live.open()
        change = live.house.change()
        await live.publish(change)
        await live.publish(change)
        await live.publish(live.house.change())
        await browser.sees("id: 42")
        assert len(browser.events) == 2


async def test_a_change_nobody_stored_asks_for_the_page_once():
    async with living() as live:
        browser = await live.open()
        await live.publish(Change(7, 50))
        await browser.sees("id: 50\nevent: resync")
        live.house.revision = 50
        await live.publish(live.house.change())
        await browser.sees("id: 51")


async def test_a_failing_drawing_breaks_no_vote_and_asks_for_the_page():
    async with living() as live:
        browser = await live.open()
        live.house.drawing_fails = True
        await live.publish(live.house.change())
        await browser.sees("id: 41\nevent: resync")


async def test_a_slow_screen_gets_one_resync_for_all_it_missed(monkeypatch):
    monkeypatch.setattr(screen, "MOST_WAITING", 3)
    async with living() as live:
        slow = await live.open()
        slow.stuck = asyncio.Event()
        for _ in range(9):
            await live.publish(live.house.change())
            await asyncio.sleep(0.01)
        slow.stuck.set()
        await slow.sees("resync")
        await live.publish(live.house.change())
        await slow.sees("id: 50\ndata")
        assert sum("resync" in event for event in slow.events) <= 2
        assert len(slow.events) < 9


async def test_a_right_that_ended_closes_the_stream_before_anything_is_shown():
    async with living() as live:
        ann, ben = await live.open("ann"), await live.open("ben")
        del live.house.rights["ben"]
        await live.publish(live.house.change(kinds={"rights", "people"}, member_ids=frozenset({BEN})))
        await asyncio.wait_for(ben.task, 1)
        assert ben.events == ["event: closed\ndata:"]
        await ann.sees("id: 41\n")
        assert not ann.finished


async def test_a_right_that_ended_unseen_closes_the_stream_before_later_changes_are_shown():
    async with living() as live:
        ben = await live.open("ben")
        del live.house.rights["ben"]
        ending, later = live.house.change(kinds={"rights"}), live.house.change()
        await live.publish(later)
        await asyncio.wait_for(ben.task, 1)
        await live.publish(ending)
        assert ben.events == ["event: closed\ndata:"]


async def test_a_right_that_ends_while_it_is_asked_for_is_asked_again():
    async with living() as live:
        asked = threading.Event()
        go_on = threading.Event()
        sound = live.house.authorise

        def slow(*claim):
            viewer = sound(*claim)
            asked.set()
            go_on.wait(3)
            return viewer

        live.hub.authorise = slow
        browser = live.visit("ben")
        await asyncio.to_thread(asked.wait, 3)
        del live.house.rights["ben"]
        await live.publish(live.house.change(kinds={"rights"}))
        go_on.set()
        await asyncio.wait_for(browser.task, 1)
        assert browser.status == 404


async def test_a_sign_out_closes_streams_though_nothing_changed():
    async with living() as live:
        ben = await live.open("ben")
        del live.house.rights["ben"]
        await live.publish(Change(7, kinds=frozenset({"rights"})))
        await asyncio.wait_for(ben.task, 1)
        assert "event: closed" in ben.sent.decode()


async def test_somebody_who_became_somebody_else_starts_over():
    async with living() as live:
        ben = await live.open("ben")
        live.house.kinds[BEN] = "teen"
        await live.publish(live.house.change(kinds={"rights"}))
        await asyncio.wait_for(ben.task, 1)
        assert ben.events == ["event: resync\ndata:"]


async def test_a_right_that_cannot_be_checked_ends_the_stream():
    async with living() as live:
        ben = await live.open("ben")
        live.hub.authorise = lambda *claim: 1 / 0
        await live.publish(live.house.change(kinds={"rights"}))
        await asyncio.wait_for(ben.task, 1)
        assert ben.events == []


async def test_every_stream_beats_and_rights_are_asked_again_in_time(monkeypatch):
    monkeypatch.setattr(hub, "BEAT_SECONDS", 0.06)
    monkeypatch.setattr(hub, "RECHECK_SECONDS", 0.2)
    async with living() as live:
        browsers = [await live.open() for _ in range(10)]
        for browser in browsers:
            await browser.sees("event: beat\ndata:\n\n")
        live.house.rights.clear()
        for browser in browsers:
            await asyncio.wait_for(browser.task, 3)
            assert "event: closed" in browser.sent.decode()


async def test_words_keep_their_line_breaks_and_cannot_forge_a_message():
    words = "a\r\nevent: closed\r\rdata: x\u2028y\n\nid: 9"
    async with living() as live:
        live.hub.render = lambda change, viewers: dict.fromkeys(viewers, words)
        browser = await live.open()
        await live.publish(live.house.change())
        await browser.sees("id: 9")
        said = ["a", "event: closed", "", "data: x\u2028y", "", "id: 9"]
        assert browser.events[0].split("\n") == ["id: 41", *(f"data: {line}" for line in said)]


def test_publishing_without_a_hub_is_quiet_and_can_be_listened_to():
    with listening() as heard:
        publish(Change(7, 1))
    publish(Change(7, 2))
    assert heard == [Change(7, 1)]


def test_a_listener_that_fails_does_not_break_a_vote():
    from households.live import outlet

    def fail(change):
        raise ValueError

    outlet.listen(fail)
    try:
        with listening() as heard:
            publish(Change(7, 1))
        assert heard
    finally:
        outlet.unlisten(fail)


@pytest.mark.parametrize("name", ["nowhere.Bus", "redis"])
def test_an_unknown_bus_is_an_error(name):
    from households.live.bus import bus_named

    with pytest.raises(ImportError):
        bus_named(name)


async def test_another_bus_can_carry_changes():
    carried = []

    class Telling:
        def start(self, receive):
            self.receive = receive

        def stop(self):
            carried.append("stopped")

        def publish(self, change):
            carried.append(change.revision)
            self.receive(change)

    async with living(bus=Telling()) as live:
        browser = await live.open()
        await live.publish(live.house.change())
        await browser.sees("id: 41")
    await until(lambda: carried == [41, "stopped"])
