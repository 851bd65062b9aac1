"""The stream as a browser meets it: who gets one, how it begins, how it ends."""

import asyncio
import re
import threading

import pytest

from households.live import stream as stream_module
from tests.live.house import living, until


async def answer(browser):
    await asyncio.wait_for(browser.task, 3)
    return browser.status


async def test_begins_with_its_headers_and_a_random_time_to_come_back():
    async with living() as live:
        first, second = await live.open(), await live.open()
        assert first.status == 200
        assert first.headers[b"content-type"] == b"text/event-stream; charset=utf-8"
        assert first.headers[b"cache-control"] == b"no-store, no-transform"
        assert first.headers[b"x-accel-buffering"] == b"no"
        waits = [int(re.match(rb"retry: (\d+)\n\n", browser.sent)[1]) for browser in (first, second)]
        assert all(1000 <= wait <= 10000 for wait in waits)


@pytest.mark.parametrize("who", ["", "stranger"])
async def test_is_not_found_by_somebody_who_may_not_look(who):
    async with living() as live:
        assert await answer(live.visit(who)) == 404
        assert live.hub.screens() == []


@pytest.mark.parametrize(
    "path",
    ["/live/h/8/", "/live/h/0/", "/live/h/-7/", "/live/h/7", "/live/h/7/x", "/live/h/" + "9" * 30 + "/", "/live/"],
)
async def test_is_not_found_elsewhere(path):
    async with living() as live:
        assert await answer(live.visit(path=path)) == 404


@pytest.mark.parametrize("method", ["POST", "HEAD", "PUT", "DELETE", "OPTIONS"])
async def test_is_only_for_reading(method):
    async with living() as live:
        browser = live.visit(method=method)
        assert await answer(browser) == 405
        assert browser.headers[b"allow"] == b"GET"


@pytest.mark.parametrize(("site", "status"), [("cross-site", 403), ("same-site", 403), ("same-origin", None)])
async def test_is_refused_to_other_sites(site, status):
    async with living() as live:
        browser = live.visit(headers=[(b"sec-fetch-site", site.encode())])
        if status:
            assert await answer(browser) == status
        else:
            await until(lambda: browser.status == 200)


async def test_takes_cookies_that_came_in_pieces():
    async with living() as live:
        browser = live.visit("", headers=[(b"cookie", b"language=de"), (b"cookie", b"rungs=ann")])
        await until(lambda: browser.status == 200)


async def test_a_family_has_a_limit(monkeypatch):
    monkeypatch.setattr(stream_module, "MOST_PER_HOUSEHOLD", 2)
    async with living() as live:
        await live.open(), await live.open()
        assert await answer(live.visit()) == 429


@pytest.mark.parametrize(
    ("query", "headers", "missed"),
    [
        ("page=home&revision=38", (), "id: 40\ndata: <p>missed [39, 40]</p>"),
        ("page=home&revision=38", [(b"last-event-id", b"39")], "id: 40\ndata: <p>missed [40]</p>"),
        ("page=home&revision=38", [(b"last-event-id", b"x")], "id: 40\ndata: <p>missed "),
        ("page=home&revision=40", (), None),
        ("page=home&revision=99", (), "id: 40\nevent: resync\ndata:"),
    ],
)
async def test_brings_what_the_screen_missed(query, headers, missed):
    async with living() as live:
        browser = await live.open(query=query, headers=headers)
        if missed:
            await browser.sees(missed)
        await live.publish(live.house.change())
        await browser.sees("id: 41\ndata: <p>41 for\ndata: 1</p>\n\n")
        assert len(browser.events) == (2 if missed else 1)


async def test_what_changes_while_it_opens_arrives_once():
    async with living() as live:
        gate = threading.Event()
        live.house.before_catch_up = gate.wait
        browser = live.visit(query="page=home&revision=40")
        await until(live.hub.screens)
        await live.publish(live.house.change())
        await live.publish(live.house.change())
        gate.set()
        await browser.sees("id: 42\ndata: <p>missed [41, 42]</p>")
        await live.publish(live.house.change())
        await browser.sees("id: 43")
        assert len(browser.events) == 2


async def test_a_failing_catch_up_asks_for_the_page():
    async with living() as live:
        live.house.before_catch_up = lambda: 1 / 0
        browser = await live.open()
        await browser.sees("event: resync")


async def test_a_failing_check_lets_nobody_in():
    async with living() as live:
        live.hub.authorise = lambda *claim: 1 / 0
        assert await answer(live.visit()) == 503
        assert live.hub.screens() == []


async def test_open_streams_hold_no_thread_and_forget_who_has_gone():
    async with living() as live:
        await live.open()
        before = threading.active_count()
        browsers = [await live.open() for _ in range(50)]
        assert threading.active_count() <= before + 1  # the second of the hub's own two
        for browser in browsers:
            browser.go()
        await asyncio.gather(*(browser.task for browser in browsers))
        assert len(live.hub.screens()) == 1


async def test_fifty_streams_opened_at_once_all_get_the_event():
    async with living() as live:
        browsers = [live.visit(query="page=home&revision=40") for _ in range(50)]
        await live.publish(live.house.change())
        await asyncio.gather(*(browser.sees("41") for browser in browsers))


async def test_stopping_ends_every_stream_and_opens_no_more():
    async with living() as live:
        browsers = [await live.open() for _ in range(5)]
        live.hub.end_all()
        await asyncio.gather(*(asyncio.wait_for(browser.task, 1) for browser in browsers))
        assert all(browser.finished for browser in browsers)
        assert await answer(live.visit()) == 503


async def test_stopping_while_a_stream_opens_ends_it_as_well():
    async with living() as live:
        gate = threading.Event()
        live.house.before_catch_up = gate.wait
        browser = live.visit()
        await until(live.hub.screens)
        live.hub.end_all()
        gate.set()
        await asyncio.wait_for(browser.task, 1)
        assert browser.finished
