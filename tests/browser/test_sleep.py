"""A screen that slept, lost the network or its server, says so and catches up by itself."""

import pytest
from playwright.sync_api import expect

from tests.browser.hand import Hand

HIDE = """
Object.defineProperty(document, "hidden", { get: () => window.away === true })
window.turn = (away) => { window.away = away; document.dispatchEvent(new Event("visibilitychange")) }
"""


def says(page, state):
    # A page whose server went away comes back after up to 10 seconds, twice where that was too early.
    expect(page.locator("#live-state")).to_have_attribute("data-state", state, timeout=30_000)


def title_of(page, step):
    return page.locator(f"#card-{step.id} .card-title")


def to_go(page, number):
    voices = "voice" if number == 1 else "voices"
    expect(page.locator(".card-flag")).to_have_text(f"{number} {voices} to go")


@pytest.fixture
def question(family):
    """The game, asked about, with two ideas."""
    question = family.ask(family.game, "How do we play?")
    family.music, family.pyjamas = family.idea(question, "With music"), family.idea(question, "In pyjamas")
    return question


def test_a_hidden_page_catches_up_when_it_is_shown(family, question, screen):
    maya = screen(family, family.maya)
    maya.add_init_script(HIDE)
    maya.goto(family.panel(family.game))
    says(maya, "live")
    maya.get_by_label("Say something").fill("Half a thought")
    with maya.expect_event("requestfailed", lambda request: "/live/" in request.url):
        maya.evaluate("turn(true)")
    family.choose(question, family.leo, family.music)
    family.remark(family.game, family.leo, "Nobody saw me do this.")
    to_go(maya, 4)
    maya.evaluate("turn(false)")
    to_go(maya, 3)
    expect(maya.get_by_text("Heard: Leo")).to_be_visible()
    expect(maya.get_by_label("Say something")).to_have_value("Half a thought")
    says(maya, "live")


def test_without_a_network_it_says_so_and_comes_back(family, question, screen):
    maya = screen(family, family.maya, family.panel(family.game))
    maya.context.set_offline(True)
    says(maya, "offline")
    family.choose(question, family.leo, family.music)
    maya.context.set_offline(False)
    says(maya, "live")
    to_go(maya, 3)


def test_a_tap_without_a_network_is_not_lost_in_silence(family, question, screen, complaints):
    maya = screen(family, family.maya, family.panel(family.game))
    maya.context.set_offline(True)
    maya.get_by_label("Say something").fill("Is anybody there?")
    maya.get_by_role("button", name="Send").click()
    expect(maya.locator("#toast")).to_contain_text("did not get through")
    expect(maya.get_by_label("Say something")).to_have_value("Is anybody there?")
    complaints.clear()
    maya.context.set_offline(False)
    says(maya, "live")
    maya.get_by_role("button", name="Send").click()
    expect(maya.locator(".comments li")).to_contain_text("Is anybody there?")
    assert family.kinds().count("comment.said") == 1


def test_a_restarted_server_is_found_again(make_served, new_page):
    served = make_served()
    hand = Hand(served)
    family = hand.family()
    question = family.ask(family.game, "How do we play?")
    family.idea(question, "With music")
    maya = new_page(base_url=served.url)
    maya.context.add_cookies([{"name": "rungs", "value": family.session(family.maya), "url": served.url}])
    maya.goto(family.panel(family.game))
    says(maya, "live")
    maya.get_by_label("Say something").fill("Half a thought")
    served.stop()
    says(maya, "connecting")
    family.say(question, family.leo, "yes")
    family.remark(family.game, family.leo, "While you were away")
    hand.stop()
    served.start()
    says(maya, "live")
    to_go(maya, 3)
    expect(maya.get_by_label("Say something")).to_have_value("Half a thought")
    maya.get_by_role("button", name="Send").click()
    expect(maya.locator("#toast")).to_contain_text("Said.")


def test_without_a_stream_it_asks_now_and_then(family, question, screen):
    maya = screen(family, family.maya)
    maya.clock.install()
    maya.route("**/live/**", lambda route: route.fulfill(status=503))
    maya.goto(family.panel(family.game))
    says(maya, "connecting")
    maya.clock.run_for(8_000)
    says(maya, "polling")
    expect(maya.locator("#live-state")).to_have_text("Slow: looks every 20 seconds", use_inner_text=True)
    family.choose(question, family.leo, family.music)
    to_go(maya, 4)
    maya.clock.run_for(22_000)
    to_go(maya, 3)

    maya.unroute("**/live/**")
    maya.clock.run_for(61_000)
    says(maya, "live")
    family.choose(question, family.ivy, family.music)
    maya.get_by_role("button", name="With music").click()
    to_go(maya, 1)


def test_a_page_is_fetched_anew_once_without_a_stream(family, screen):
    maya = screen(family, family.maya)
    maya.clock.install()
    maya.route("**/live/**", lambda route: route.fulfill(status=503))
    maya.goto(family.url("history"))
    maya.clock.run_for(8_000)
    says(maya, "polling")
    family.remark(family.game, family.leo, "Something new")
    fetched = []
    maya.on("request", lambda request: fetched.append(request.url) if request.url.endswith("/history") else None)
    maya.clock.run_for(22_000)
    expect(maya.locator(".told").first).to_contain_text("Leo commented on “The game”.")
    assert len(fetched) == 1


def test_a_stream_gone_silent_is_opened_again(family, question, screen):
    maya = screen(family, family.maya)
    maya.clock.install()
    maya.goto(family.panel(family.game))
    says(maya, "live")
    family.choose(question, family.leo, family.music)
    with maya.expect_request("**/live/**"):
        maya.clock.fast_forward(42_000)
    to_go(maya, 3)
    says(maya, "live")
