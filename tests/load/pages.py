"""The pages as a browser meets them: `make bench-pages`, or `python -m tests.load.pages --quick`.

From a click in one page to the changed panel in another, what a first and a second visit of the board weigh, how soon
its largest part is painted on a slow phone, how many keys the main action takes, and how soon a fresh checkout serves.
The same of the shared tablet: its first visit, its largest paint, and from a tap on it to a parent's laptop.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tests.load.bench import furnish, say
from tests.load.machine import ROOT, Server, environment, free_port
from tests.load.votes import percentile

CHROMIUM = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
]
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
LIVE = "#live-state[data-state=live]"
TABLET_LIVE = "body[data-live]"
VOTED = "form[action$='/say'] .option-button"
FOCUS = """() => {
    const it = document.activeElement, style = getComputedStyle(it);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return {
        skip: it.matches(".skip"),
        goal: it.matches("#wanted a, #wanted button"),
        ring: outline || style.boxShadow !== "none" || it === document.body,
        what: it.outerHTML.slice(0, 80),
    };
}"""
NOW = "performance.timeOrigin + performance.now()"
WATCH_OPTIONS = f"""() => {{
    const faces = () => [...document.querySelectorAll("#panel .option")];
    const shown = () => faces().map((it) => it.querySelectorAll(".faces > *").length).join();
    new MutationObserver(() => {{
        const now = shown();
        if (now !== window.shown) window.changed = {NOW};
        window.shown = now;
    }}).observe(document.querySelector("main"), {{subtree: true, childList: true, attributes: true}});
    window.shown = shown();
}}"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, no fresh checkout")
    options = parser.parse_args()
    goals = []
    with tempfile.TemporaryDirectory(prefix="rungs-pages-") as folder:
        houses = furnish(Path(folder), 2)
        server = Server("config.asgi:application", environment(folder)).start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM)
                visits = Visits(browser, server.port, houses[0])
                goals += visits.votes(10 if options.quick else 50)
                goals += visits.weights()
                goals += visits.paint(1 if options.quick else 5)
                goals += visits.keys(houses[1])
                at_the_tablet = Tablet(browser, server.port, houses[1])
                goals += at_the_tablet.weights()
                goals += at_the_tablet.paint(1 if options.quick else 5)
                goals += at_the_tablet.taps(10 if options.quick else 50)
                browser.close()
        finally:
            server.stop()
    print(f"{'':48}{'measured':>12}{'at most':>10}")
    show(goals)
    if not options.quick:
        show(fresh_start())


def show(goals):
    """Print figures, each beside what was wanted."""
    for words, value, most, unit in goals:
        print(f"{words:48}{value:12.4g}{most:10g} {unit}{'' if value <= most else '   MISSED'}")


def chromium():
    """The system's Chromium; exits where there is none."""
    names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    return found or sys.exit("No Chromium found: install one or point CHROMIUM at it.")


class Visits:
    """Browser visits to one household."""

    def __init__(self, browser, port, facts):
        self.browser, self.facts = browser, facts
        self.url = f"http://localhost:{port}"

    def page(self, member, facts=None, **options):
        """A page in a profile of its own, signed in as a member."""
        session = (facts or self.facts)["sessions"][member]
        context = self.browser.new_context(**options)
        context.add_cookies([{"name": "rungs", "value": session, "url": self.url}])
        context.set_default_timeout(15_000)
        return context.new_page()

    def board(self, facts=None):
        facts = facts or self.facts
        return f"{self.url}/h/{facts['household']}/r/{facts['routine']}/"

    def votes(self, count):
        """Milliseconds from a click on an idea to the changed panel in another page."""
        say("votes from page to page")
        pages = [self.page(member) for member in (0, 1)]
        for page in pages:
            page.goto(f"{self.url}/h/{self.facts['household']}/s/{self.facts['step']}/")
            page.wait_for_selector("#live-state[data-state=live]", state="attached")
            page.evaluate(WATCH_OPTIONS)
            page.evaluate(f"addEventListener('click', () => (window.clicked = {NOW}), true)")
        one, other = pages
        other.locator(VOTED).first.click()  # who has not spoken is shown nobody's voice
        delays = []
        for number in range(count + 5):
            time.sleep(0.25)
            other.evaluate("() => { window.changed = 0; }")
            one.locator(VOTED).nth(number % 3).click()
            changed = self._when(other, "changed", "A vote never reached the other page")
            delays.append(changed - one.evaluate("() => window.clicked"))
        for page in pages:
            page.context.close()
        delays = delays[5:]
        return [
            ("page to page, p50", percentile(delays, 0.5), 25, "ms"),
            ("page to page, p95", percentile(delays, 0.95), 40, "ms"),
        ]

    def _when(self, page, name, otherwise):
        """Return when a page noted something, waiting for it."""
        deadline = time.monotonic() + 10
        while not (found := page.evaluate(f"() => window.{name}")):
            if time.monotonic() > deadline:
                raise RuntimeError(otherwise)
            time.sleep(0.02)
        return found

    def weights(self):
        """What a first and a second visit of the board fetch."""
        say("first and second visit")
        page = self.page(0)
        first, second = self._fetched(page, self.board()), self._fetched(page, self.board())
        page.context.close()
        self._tell("first", first)
        self._tell("second", second)
        return [
            ("first visit of the board", sum(first.values()) / 1024, 120, "KiB"),
            ("first visit, requests", len(first), 10, ""),
            ("second visit", sum(second.values()) / 1024, 12, "KiB"),
        ]

    def _tell(self, kind, sizes):
        for address, size in sorted(sizes.items(), key=lambda pair: -pair[1]):
            say(f"{kind}: {size / 1024:7.1f} KiB  {address.removeprefix(self.url)}")

    def _fetched(self, page, address, ready=LIVE):
        """Visit a page; returns {address: bytes over the wire}, the cache's answers left out."""
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        addresses, sizes, cached = {}, {}, set()

        def asked(event):
            addresses[event["requestId"]] = event["request"]["url"]

        def count(event):
            name = event["requestId"]
            sizes[name] = sizes.get(name, 0) + event["encodedDataLength"]

        wire.on("Network.requestWillBeSent", asked)
        wire.on("Network.requestServedFromCache", lambda event: cached.add(event["requestId"]))
        wire.on(
            "Network.responseReceived",
            lambda event: event["response"]["fromDiskCache"] and cached.add(event["requestId"]),
        )
        wire.on(
            "Network.loadingFinished", lambda event: sizes.__setitem__(event["requestId"], event["encodedDataLength"])
        )
        wire.on("Network.dataReceived", count)
        page.goto(address)
        page.wait_for_selector(ready, state="attached")
        page.wait_for_timeout(1000)
        wire.detach()
        return {
            address: sizes.get(name, 0)
            for name, address in addresses.items()
            if name not in cached and address.startswith("http")
        }

    def paint(self, count):
        """Seconds to the largest paint with a quarter of the processor on a slow line, nothing cached."""
        say("largest paint on a slow phone")
        times = []
        for _ in range(count):
            page = self.page(0, viewport={"width": 390, "height": 844})
            times.append(largest_paint(page, self.board()))
            page.context.close()
        return [("largest paint, slow phone", median(times) / 1000, 1.2, "s")]

    def keys(self, facts):
        """Keys pressed on the board until what wants one's voice is opened, each with a visible ring."""
        say("keys to the main action")
        page = self.page(1, facts)
        page.goto(self.board(facts))
        pressed, key = 0, "Tab"
        while pressed < 60:
            page.keyboard.press(key)
            page.wait_for_timeout(150)
            pressed += 1
            here = page.evaluate(FOCUS)
            if not here["ring"]:
                say(f"no visible ring at {here['what']}")
                pressed += 100
            if here["goal"]:
                page.keyboard.press("Enter")
                pressed += 1
                break
            key = "Enter" if here["skip"] and key == "Tab" else "Tab"
        page.wait_for_selector("#panel[data-step]")
        page.context.close()
        return [("keys to the main action", pressed, 5, "")]


class Tablet(Visits):
    """Visits of a household's shared tablet, at which somebody sits."""

    def tablet(self, **options):
        """A page of the tablet, in a profile of its own."""
        context = self.browser.new_context(viewport={"width": 1280, "height": 800}, has_touch=True, **options)
        key = self.facts["tablet"]["key"]
        context.add_cookies([{"name": "rungs-tablet", "value": key, "url": self.url}])
        context.set_default_timeout(15_000)
        return context.new_page()

    @property
    def seat(self):
        return f"{self.url}/tablet/m/{self.facts['tablet']['member']}"

    def weights(self):
        """What a first visit of the tablet fetches."""
        say("first visit of the tablet")
        page = self.tablet()
        first = self._fetched(page, self.seat, TABLET_LIVE)
        page.context.close()
        self._tell("tablet", first)
        return [
            ("first visit of the tablet", sum(first.values()) / 1024, 120, "KiB"),
            ("first visit of the tablet, requests", len(first), 10, ""),
        ]

    def paint(self, count):
        """Seconds to the largest paint with a quarter of the processor on a slow line, nothing cached."""
        say("largest paint on a slow tablet")
        times = []
        for _ in range(count):
            page = self.tablet()
            times.append(largest_paint(page, self.seat))
            page.context.close()
        return [("largest paint, slow tablet", median(times) / 1000, 1.2, "s")]

    def taps(self, count):
        """Milliseconds from a tap on a tablet with a quarter of the processor to its tick, and to a parent's laptop."""
        say("taps from a slow tablet to a laptop")
        tablet, laptop = self.tablet(), self.page(0)
        tablet.goto(self.seat)
        tablet.wait_for_selector(TABLET_LIVE)
        tablet.context.new_cdp_session(tablet).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        tablet.evaluate(f"""() => {{
            addEventListener("click", () => (window.tapped = {NOW}), true);
            new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => (window.ticked ||= {NOW}))))
                .observe(document.getElementById("seat"), {{subtree: true, attributeFilter: ["aria-pressed"]}});
        }}""")
        laptop.goto(f"{self.url}/h/{self.facts['household']}/s/{self.facts['step']}/")
        laptop.wait_for_selector(LIVE, state="attached")
        laptop.locator(VOTED).first.click()  # who has not spoken is shown nobody's voice
        laptop.evaluate(WATCH_OPTIONS)
        ticks, delays = [], []
        for number in range(count + 5):
            time.sleep(0.6)
            laptop.evaluate("() => { window.changed = 0; }")
            tablet.evaluate("() => { window.ticked = 0; }")
            tablet.locator("article:not([hidden]) .choice").nth(number % 3).tap()
            changed = self._when(laptop, "changed", "A tap never reached the laptop")
            tapped = tablet.evaluate("() => window.tapped")
            ticks.append(self._when(tablet, "ticked", "A tap never showed its tick") - tapped)
            delays.append(changed - tapped)
        for page in (tablet, laptop):
            page.context.close()
        ticks, delays = ticks[5:], delays[5:]
        return [
            ("tap to its tick, slow tablet, p95", percentile(ticks, 0.95), 100, "ms"),
            ("tap to the laptop, slow tablet, p50", percentile(delays, 0.5), 80, "ms"),
            ("tap to the laptop, slow tablet, p95", percentile(delays, 0.95), 80, "ms"),
        ]


def largest_paint(page, address):
    """Milliseconds to the largest paint of a page on a slow machine and a slow line."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    page.wait_for_timeout(1500)
    return page.evaluate("""() => new Promise((done) => new PerformanceObserver((list) => {
        done(list.getEntries().at(-1).startTime);
    }).observe({type: "largest-contentful-paint", buffered: true}))""")


def fresh_start():
    """Seconds from `make run` in a fresh checkout to the first page, and of the second start."""
    say("a fresh checkout")
    with tempfile.TemporaryDirectory(prefix="rungs-start-") as folder:
        fresh = Path(folder) / "rungs"
        unwanted = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", ".*_cache")
        shutil.copytree(ROOT, fresh, ignore=unwanted)
        first, second = start_in(fresh), start_in(fresh)
    return [("make run, fresh, to the first page", first, 20, "s"), ("make run, second time", second, 3, "s")]


def start_in(folder):
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"} or "PIP" in name}
    began = time.monotonic()
    started = subprocess.Popen(
        ["make", "run", f"PORT={port}"], cwd=folder, env=kept, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        while time.monotonic() < began + 300:
            try:
                urllib.request.urlopen(f"http://localhost:{port}/", timeout=5).read()
                return time.monotonic() - began
            except OSError:
                if started.poll() is not None:
                    raise RuntimeError("make run failed") from None
                time.sleep(0.02)
        raise RuntimeError("make run never served")
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGTERM)
            started.wait(20)


if __name__ == "__main__":
    main()
