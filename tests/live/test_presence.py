"""Who is here now: told from open streams, without flicker."""

import asyncio

from households.live import presence
from tests.live.house import ANN, BEN, living, until

AT_THREE = "page=routine&routine=3&revision=40"


async def test_arriving_and_leaving_is_told_to_those_who_look(monkeypatch):
    monkeypatch.setattr(presence, "GRACE_SECONDS", 0.05)
    monkeypatch.setattr(presence, "TOGETHER_SECONDS", 0.01)
    async with living() as live:
        ann = await live.open("ann", AT_THREE)
        await ann.sees("presence")
        assert presence.here(7, 3) == (ANN,)
        ben = await live.open("ben", AT_THREE)
        await until(lambda: ann.sent.count(b"presence") == 2)
        assert presence.here(7, 3) == (ANN, BEN)
        change = live.house.drawn[-1][0]
        assert (change.revision, change.routine_ids) == (0, frozenset({3}))
        ben.go()
        await until(lambda: ann.sent.count(b"presence") == 3)
        assert presence.here(7, 3) == (ANN,)
        assert presence.here(7, 4) == presence.here(8, 3) == ()
    assert presence.here(7, 3) == ()


async def test_a_second_tab_and_a_reload_are_nothing_new(monkeypatch):
    monkeypatch.setattr(presence, "GRACE_SECONDS", 0.1)
    monkeypatch.setattr(presence, "TOGETHER_SECONDS", 0.01)
    async with living() as live:
        first = await live.open("ann", AT_THREE)
        await first.sees("presence")
        second = await live.open("ann", AT_THREE)
        second.go()
        await second.task
        first.go()
        await first.task
        assert presence.here(7, 3) == (ANN,)
        again = await live.open("ann", AT_THREE)
        await asyncio.sleep(0.2)
        assert presence.here(7, 3) == (ANN,)
        assert b"presence" not in again.sent


async def test_people_on_other_pages_are_not_on_the_routine():
    async with living() as live:
        await live.open("ann")
        assert presence.here(7, 3) == ()
