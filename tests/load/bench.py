"""How fast and how small the live pages are: `make bench`, or `python -m tests.load.bench --quick`.

Three servers' worth of work on one core, the screens on another: the product, the same bytes without any product
around them (the limit), and the product asked every two seconds instead. They take turns within one run, so that a
noisy machine is noisy for all; compare ratios.
"""

import argparse
import asyncio
import json
import platform
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from tests.load.client import Lines, Stream, open_streams
from tests.load.looked import looked_at
from tests.load.machine import CLIENT_CORE, ROOT, SERVER_CORE, Server, allow_files, environment, stay_on
from tests.load.votes import House, MorningHouse, Round, TabletHouse, Taken, percentile
from tests.load.years import lived_through

RATES = (30, 100)
FIRST = 15  # votes a second while everybody speaks for the first time


def main():
    options = arguments()
    allow_files()
    with tempfile.TemporaryDirectory(prefix="rungs-bench-") as folder:
        houses = furnish(Path(folder), options.households)
        years = lived_through(Path(folder), options.lived, options.years)
        families = looked_at(Path(folder), 50 if options.quick else 500)
        stay_on(CLIENT_CORE)
        import uvloop

        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            figures = runner.run(measure(Path(folder), houses, options))
    print(report(figures, options))
    print(years)
    print(families)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of everything, for a first impression")
    parser.add_argument("--households", type=int)
    parser.add_argument("--seconds", type=float, help="length of each stretch of votes")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--idle", type=int, help="idle streams to hold")
    parser.add_argument("--lived", type=int, help="households with years of mornings behind them")
    parser.add_argument("--years", type=float, default=3.0, help="how many years of mornings")
    options = parser.parse_args()
    usual = {
        "households": (300, 40),
        "seconds": (10.0, 4.0),
        "rounds": (3, 1),
        "idle": (10_000, 1_000),
        "lived": (3, 1),
    }
    for name, values in usual.items():
        if getattr(options, name) is None:
            setattr(options, name, values[options.quick])
    return options


def say(words):
    print(f"  {words}", file=sys.stderr, flush=True)


def furnish(folder, count):
    """Make a database with families in it; returns what they are."""
    say(f"making {count} families with the product's own verbs")
    env = environment(folder) | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    for command in (
        ["manage.py", "migrate", "-v0"],
        ["manage.py", "collectstatic", "--noinput", "-v0"],
        ["-m", "tests.load.family", str(count), str(folder / "houses.json")],
    ):
        subprocess.run([sys.executable, *command], cwd=ROOT, env=env, check=True)
    return json.loads((folder / "houses.json").read_text())


async def measure(folder, facts, options):
    """Everything, one after the other; each server is stopped before the next needs its core."""
    env = environment(folder)
    figures = {"rss": await idle_server(env)}
    figures["board"] = await pages(env, facts, options, "boards", lambda h: f"/h/{h['household']}/r/{h['routine']}/")
    figures["runner"] = await pages(env, facts, options, "mornings", lambda h: f"/h/{h['household']}/m/{h['morning']}/")
    figures |= await races(env, facts, options)
    figures["idle"] = await idle_streams(env, facts, options)
    figures["stop"] = await stopping(env, facts)
    return figures


async def idle_server(env):
    """Memory of a server that has shown one page and rests, in MiB."""
    server = Server("config.asgi:application", env).start()
    await asyncio.sleep(1)
    size = server.memory() / 1024
    server.stop()
    return size


async def pages(env, facts, options, what, path_of):
    """A page again and again: each household's for the first time, then those it has shown."""
    say(f"{what}, cold and warm")
    server = Server("config.asgi:application", env).start()
    lines = Lines(server.port)
    every = [(path_of(house), session) for house in facts for session in house["sessions"]]
    # Templates, address patterns and translations load once in a server's life, not once a family.
    for path, session in every[-8:]:
        assert (await lines.get(path, session))[0] == 200, path

    async def through(sample):
        before, began = server.cpu(), time.perf_counter()
        queue = iter(sample)

        async def ask():
            for path, session in queue:
                status, _, _ = await lines.get(path, session)
                assert status == 200

        await asyncio.gather(*(ask() for _ in range(4)))
        took = time.perf_counter() - began
        return (server.cpu() - before) * 1000 / len(sample), len(sample) / took

    first_of_each = every[:-8:4]
    cold = await through(first_of_each)
    warm = await through(first_of_each[:50] * (4 if options.quick else 20))
    page = (await lines.get(*first_of_each[0]))[2]
    lines.close()
    server.stop()
    return {"cold": cold, "warm": warm, "bytes": len(page)}


async def races(env, facts, options):
    """The product, the limit and polling in turn, several rounds."""
    product = Server("config.asgi:application", env).start()
    raw = Server("tests.load.raw:application", env).start()
    houses = [House(each) for each in facts]
    bare = [House(each | {"revision": 0}) for each in facts]
    taken = {(who, rate): Taken(rate) for who in ("raw", "product") for rate in RATES}
    taken["polling", 30] = Taken(30)
    taken["tablet", 30] = Taken(30)
    taken["done", 30] = Taken(30)
    try:
        taken["first voices", FIRST] = await first_voices(product, raw, houses)
        for number in range(options.rounds):
            turns = ["raw", "product"] if number % 2 else ["product", "raw"]
            for who in turns:
                server, its = (product, houses) if who == "product" else (raw, bare)
                race = Round(server, its)
                await race.listen()
                for rate in RATES:
                    say(f"round {number + 1}: {who}, {rate} votes/s, {len(race.streams)} streams")
                    taken[who, rate].add(await race.cast(rate, options.seconds))
                await race.close()
            say(f"round {number + 1}: polling every 2 s, 30 votes/s")
            race = Round(product, houses)
            race.poll()
            await asyncio.sleep(2)
            taken["polling", 30].add(await race.cast(30, options.seconds))
            await race.close()
            tablets = [TabletHouse(house.facts | {"revision": house.revision}) for house in houses]
            race = Round(product, tablets)
            await race.listen()
            say(f"round {number + 1}: tablet, 30 votes/s, {len(race.streams)} streams")
            taken["tablet", 30].add(await race.cast(30, options.seconds))
            await race.close()
            for house, tablet in zip(houses, tablets, strict=True):
                house.revision = tablet.revision
            running = [MorningHouse(house.facts | {"revision": house.revision}) for house in houses]
            race = Round(product, running)
            await race.listen()
            say(f"round {number + 1}: done in a morning, 30 taps/s, {len(race.streams)} streams")
            taken["done", 30].add(await race.cast(30, options.seconds))
            await race.close()
            for house, last in zip(houses, running, strict=True):
                house.revision = last.revision
        for house in houses:
            house.facts["revision"] = house.revision
        return {
            "taken": taken,
            "threads": product.threads(),
            "connections": product.connections(),
            "loaded": product.memory() / 1024,
        }
    finally:
        product.stop()
        raw.stop()


async def first_voices(product, raw, houses):
    """Let every member speak once, and the limit send as many bytes as the product does from then on."""
    say("first voices of everybody")
    race = Round(product, houses)
    await race.listen()
    first = await race.cast(FIRST, 4 * len(houses) / FIRST)
    changed = await race.cast(10, 2)
    await race.close()
    if first.failed or not changed.sizes:
        raise RuntimeError(f"{first.failed} of {first.votes} votes failed:\n{product.complaints()}")
    message, answer = int(median(changed.sizes)), int(median(changed.answers))
    say(f"a message is {message} bytes, an answer {answer}")
    lines = Lines(raw.port)
    await lines.get(f"/sizes/{message}/{answer}")
    lines.close()
    return first


async def idle_streams(env, facts, options):
    """Open streams that nothing happens on: memory, threads and connections each costs."""
    say(f"{options.idle} idle streams")
    server = Server("config.asgi:application", env).start()
    lines = Lines(server.port)
    await lines.get(f"/h/{facts[0]['household']}/r/{facts[0]['routine']}/", facts[0]["sessions"][0])
    lines.close()
    screens = [(House(each), session) for each in facts for session in each["sessions"]]

    def prepared(number):
        house, session = screens[number % len(screens)]
        return Stream(f"/live/h/{house.facts['household']}/?{house.page()}", session, lambda *_: None)

    # The first few pay for what the server keeps anyway.
    warm = await open_streams(server.port, [prepared(number) for number in range(100)])
    await asyncio.sleep(6)
    before, threads = server.memory(), server.threads()
    began = time.perf_counter()
    streams = await open_streams(server.port, [prepared(number) for number in range(options.idle)])
    opening = time.perf_counter() - began
    await asyncio.sleep(6)
    used = server.cpu()
    await asyncio.sleep(15)
    used = server.cpu() - used
    figures = {
        "kib": (server.memory() - before) / options.idle,
        "threads": (threads, server.threads()),
        "connections": server.connections(),
        "alive": sum(not stream.closed for stream in streams),
        "per_second": options.idle / opening,
        "resting_cpu": used / 15,
    }
    for stream in (*warm, *streams):
        stream.close()
    server.stop()
    return figures


async def stopping(env, facts):
    """Seconds from SIGTERM to the end of a process with 500 streams."""
    say("stopping with 500 streams")
    server = Server("config.asgi:application", env).start()
    screens = [(House(each), session) for each in facts for session in each["sessions"]]
    streams = []
    for number in range(500):
        house, session = screens[number % len(screens)]
        streams.append(Stream(f"/live/h/{house.facts['household']}/?{house.page()}", session, lambda *_: None))
    await open_streams(server.port, streams)
    await asyncio.sleep(1)
    seconds = await asyncio.to_thread(server.stop)
    return {"seconds": seconds, "ended": sum(stream.closed for stream in streams)}


def report(figures, options):
    """The figures as a table, and each beside what was wanted."""
    taken = figures["taken"]
    processor = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        "",
    )
    lines = [
        f"{date.today()}, Python {platform.python_version()}, {processor}; server on "
        f"{'one core, screens on another' if SERVER_CORE is not None else 'the same core as the screens'}",
        f"{options.households} households x 4 screens, {options.rounds} rounds of {options.seconds:g} s",
        "",
        f"{'':22}{'votes/s':>8}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'CPU ms':>9}{'missing':>9}{'failed':>8}",
    ]
    for (who, rate), part in taken.items():
        times = "".join(f"{percentile(part.delays, share):9.1f}" for share in (0.5, 0.95, 0.99))
        lines.append(f"{who:22}{rate:8}{times}{part.cpu:9.2f}{part.missing:9}{part.failed:8}")
    raw, product = taken["raw", 30], taken["product", 30]
    hard_raw, hard = taken["raw", 100], taken["product", 100]
    p50 = percentile(product.delays, 0.5)
    tablet_p50, done_p50 = (percentile(taken[who, 30].delays, 0.5) for who in ("tablet", "done"))
    board, runner, idle, stop = (figures[part] for part in ("board", "runner", "idle", "stop"))
    goals = [
        ("p50 against the limit, 30 votes/s", p50 / percentile(raw.delays, 0.5), 15, "x"),
        ("p50 as a part of polling's", p50 / percentile(taken["polling", 30].delays, 0.5), 0.02, ""),
        ("missing or failed at 30 votes/s", product.missing + product.failed, 0, ""),
        ("tablet to the other screens, p50 against the limit", tablet_p50 / percentile(raw.delays, 0.5), 15, "x"),
        ("missing or failed from tablets", taken["tablet", 30].missing + taken["tablet", 30].failed, 0, ""),
        ("done to the other screens, p50 against the limit", done_p50 / percentile(raw.delays, 0.5), 15, "x"),
        ("missing or failed of what was done", taken["done", 30].missing + taken["done", 30].failed, 0, ""),
        ("CPU per vote against the limit, 100 votes/s", hard.cpu / max(hard_raw.cpu, 1e-9), 15, "x"),
        (f"memory per idle stream, {options.idle} streams", idle["kib"], 20, "KiB"),
        ("threads more with them", idle["threads"][1] - idle["threads"][0], 0, ""),
        ("database connections with them, beyond four of pages", max(0, idle["connections"] - 4), 0, ""),
        ("streams lost", options.idle - idle["alive"], 0, ""),
        ("board, warm", board["warm"][0], 2, "ms CPU"),
        ("board, cold", board["cold"][0], 15, "ms CPU"),
        ("running morning, warm", runner["warm"][0], 2, "ms CPU"),
        ("running morning, cold", runner["cold"][0], 15, "ms CPU"),
        ("SIGTERM with 500 streams", stop["seconds"], 1, "s"),
        ("streams not ended by it", 500 - stop["ended"], 0, ""),
        ("idle server", figures["rss"], 90, "MiB"),
    ]
    lines += ["", f"{'':52}{'measured':>12}{'at most':>10}"]
    for words, value, most, unit in goals:
        verdict = "" if value <= most else "   MISSED"
        lines.append(f"{words:52}{value:12.3g}{most:10g} {unit}{verdict}")
    lines += [
        "",
        f"boards per second on one core: {board['warm'][1]:.0f} warm, {board['cold'][1]:.0f} cold, "
        f"{board['bytes']} bytes each",
        f"running mornings per second on one core: {runner['warm'][1]:.0f} warm, {runner['cold'][1]:.0f} cold, "
        f"{runner['bytes']} bytes each",
        f"streams opened per second: {idle['per_second']:.0f}; processor share of {options.idle} resting ones: "
        f"{idle['resting_cpu']:.1%}",
        f"server under load: {figures['threads']} threads, {figures['connections']} database connections, "
        f"{figures['loaded']:.0f} MiB",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
