"""Wi-Fi that comes and goes, with the real service worker: no tap is lost, and none counts twice."""

import pytest
from playwright.sync_api import expect

from tests.browser.asked import PICTURES
from tests.browser.kitchen import WAITING, all_sent, ask, choice, forward, sit_down, tap_choice, tell_picked, until

READY = (
    "navigator.serviceWorker.ready.then(({ active }) =>"
    " active.state === 'activated' && !!navigator.serviceWorker.controller)"
)
KEPT = """caches.keys()
    .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
    .then((all) => all.flat().map(({ url }) => new URL(url).pathname))"""
# The browser's own retry starts a worker that does not know yet that the test has taken the net away.
NO_SYNC = """if (globalThis.ServiceWorkerRegistration)
    Object.defineProperty(ServiceWorkerRegistration.prototype, "sync", { value: undefined })"""


@pytest.fixture
def dressing(family):
    family.question = family.ask(family.dress, "How shall we get dressed?")
    family.pictured(family.question, *PICTURES)
    return family


@pytest.fixture
def ready(tablet):
    """A tablet whose service worker is at work."""

    def open_tablet(family, who=None, **options):
        page = tablet(family, **options)
        page.add_init_script(NO_SYNC)
        until(page, READY)
        until(page, f"{KEPT}.then((kept) => kept.includes('/tablet/plan'))")
        if who is not None:
            sit_down(page, who)
        return page

    return open_tablet


def test_taps_are_saved_without_a_net_and_sent_once_when_it_returns(dressing, ready):
    page = ready(dressing, dressing.ivy)
    page.context.set_offline(True)
    tap_choice(page, "Music")
    tell_picked(page, "Music")
    expect(page.locator("#saved")).to_have_text("Saved here. It will be sent.")
    forward(page)
    expect(ask(page)).to_contain_text("Thank you")
    assert dressing.voices(dressing.question) == []
    page.context.set_offline(False)
    all_sent(page)
    expect(page.locator("#saved")).to_be_hidden()
    assert dressing.voices(dressing.question) == ["Ivy: Music"]
    assert dressing.kinds().count("voice.said") == 1


def test_they_outlive_the_page(dressing, ready):
    """The tablet is switched off and on again: a page closed and another one opened."""
    page = ready(dressing, dressing.ivy)
    page.context.set_offline(True)
    tap_choice(page, "Music")
    until(page, WAITING, 1)
    again = page.context.new_page()
    page.close()
    again.goto("/tablet")
    expect(again.locator("h1")).to_have_text("No net right now.")
    expect(again.locator("#saved")).to_be_visible()
    again.context.set_offline(False)
    all_sent(again)
    expect(again.locator("#seat")).to_be_visible()
    assert dressing.voices(dressing.question) == ["Ivy: Music"]


def test_oops_without_a_net_sends_nothing(dressing, ready):
    page = ready(dressing, dressing.ivy)
    page.context.set_offline(True)
    tap_choice(page, "Music")
    expect(page.locator("#saved")).to_be_visible()
    page.locator(".oops:visible").tap()
    expect(choice(page, "Music")).to_have_attribute("aria-pressed", "false")
    page.context.set_offline(False)
    all_sent(page)
    assert dressing.voices(dressing.question) == []


def test_an_answer_lost_on_its_way_counts_once(dressing, ready):
    page = ready(dressing, dressing.ivy)

    def lose(route):
        route.fetch()
        route.abort()

    page.route("**/q/*/say", lose, times=1)
    tap_choice(page, "Music")
    all_sent(page)
    tell_picked(page, "Music")
    assert dressing.kinds().count("voice.said") == 1


def test_what_came_too_late_is_kept_and_told_kindly(dressing, ready):
    page = ready(dressing, dressing.ivy)
    page.context.set_offline(True)
    tap_choice(page, "Music")
    for each in (dressing.leo, dressing.bo):
        dressing.say(dressing.question, each, "pass")
    dressing.say(dressing.question, dressing.ivy, "pass")
    dressing.decided(dressing.question, "Coats over pyjamas")
    page.context.set_offline(False)
    all_sent(page)
    page.goto("/tablet")
    card = page.locator("article[data-kind=late]:visible")
    expect(card).to_contain_text("They decided while you were away.")
    expect(card).to_contain_text("Your say was: Music")
    card.get_by_role("button", name="OK").tap()
    expect(card).to_have_count(0)


def test_the_shell_and_the_plan_open_without_a_net(dressing, ready):
    page = ready(dressing)
    page.context.set_offline(True)
    page.goto("/tablet/plan")
    expect(page.locator("#plan")).to_contain_text("Get dressed")
    expect(page.locator("#plan .pic").first).to_be_visible()
    page.goto("/tablet")
    expect(page.locator("h1")).to_have_text("No net right now.")
    page.get_by_role("link", name="Our plan").tap()
    expect(page.locator("#plan")).to_contain_text("Breakfast")


def test_nothing_of_anybody_is_kept_in_the_worker(dressing, ready):
    page = ready(dressing, dressing.ivy)
    tap_choice(page, "Music")
    all_sent(page)
    kept = page.evaluate(KEPT)
    assert [path for path in kept if not path.startswith("/static/")] == ["/tablet/offline", "/tablet/plan"]


def test_a_tablet_put_away_forgets_the_plan_and_what_waited(dressing, ready):
    page = ready(dressing, dressing.ivy)
    page.context.set_offline(True)
    tap_choice(page, "Music")
    expect(page.locator("#saved")).to_be_visible()
    dressing.revoke()
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="This tablet was put away")).to_be_visible()
    until(page, f"{KEPT}.then((kept) => kept.includes('/tablet/plan'))", False)
    all_sent(page)
    assert dressing.voices(dressing.question) == []


def only_the_worker_sends(page):
    """The net comes back, but not to the page."""
    page.route("**/tablet/here", lambda route: route.abort())
    page.context.set_offline(False)


def sync(page):
    """What the browser does when the net is back."""
    page.context.service_workers[0].evaluate("self.dispatchEvent(new SyncEvent('sync', { tag: 'taps' }))")


def test_background_sync_sends_what_waits_with_no_page_open(dressing, ready):
    page = ready(dressing, dressing.ivy)
    page.context.set_offline(True)
    tap_choice(page, "Music")
    expect(page.locator("#saved")).to_be_visible()
    only_the_worker_sends(page)
    page.goto("about:blank")
    sync(page)
    for _ in range(50):
        if dressing.voices(dressing.question):
            break
        page.wait_for_timeout(100)
    assert dressing.voices(dressing.question) == ["Ivy: Music"]


def test_an_open_page_hears_what_background_sync_was_answered(dressing, ready):
    page = ready(dressing, dressing.ivy)
    page.context.set_offline(True)
    tap_choice(page, "Music")
    expect(page.locator("#saved")).to_be_visible()
    dressing.say(dressing.question, dressing.ivy, "pass")
    for each in (dressing.leo, dressing.bo):
        dressing.say(dressing.question, each, "pass")
    dressing.decided(dressing.question, "Coats over pyjamas")
    only_the_worker_sends(page)
    sync(page)
    expect(page.locator("#saved")).to_be_hidden()
    expect(page.locator("article[data-kind=late]:visible")).to_contain_text("They decided while you were away.")
