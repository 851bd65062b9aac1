"""A tablet from its pairing to its end: paired, spoken to, read aloud, kept awake, live, and put away while in use."""

import pytest
from playwright.sync_api import expect

from tests.browser.asked import PICTURES, many, picking
from tests.browser.kitchen import LOCAL, SIZES, all_sent, ask, choice, forward, sit_down, tap_choice, until, voices
from tests.browser.test_journey import ask as ask_everybody
from tests.browser.test_journey import idea
from tests.cast import PASSWORD

CODE = ("star", "frog", "star")
REMOTE = '{lang: "en-GB", localService: false, default: true, name: "far away"}'
ELSEWHERE = '{lang: "fi-FI", localService: true, default: true}'
AWAKE = """
window.locks = [];
const lock = () => { const it = new EventTarget(); locks.push(it); return Promise.resolve(it); };
Object.defineProperty(navigator, "wakeLock", { value: { request: lock } });
"""


@pytest.fixture
def dressing(family):
    family.question = family.ask(family.dress, "How shall we get dressed?")
    family.pictured(family.question, *PICTURES)
    return family


def offered(maya, family):
    """Let Maya show the code for a new tablet; return its digits."""
    maya.goto(family.url("tablets/add"))
    maya.get_by_label("Password").fill(PASSWORD)
    maya.get_by_role("button", name="Yes, it is me").click()
    maya.get_by_role("button", name="Show the code").click()
    return maya.locator(".pairing-digits").inner_text()


@pytest.mark.parametrize("size", SIZES)
def test_pairing_shows_no_name_before_both_screens_agree(dressing, screen, new_page, rungs, size):
    maya = screen(dressing, dressing.maya, live=False)
    digits = offered(maya, dressing)
    page = new_page(base_url=rungs.url, has_touch=True, viewport=SIZES[size])
    page.goto("/tablet")
    for name in ("Ivy", "Lindenhof", "Maya"):
        expect(page.get_by_text(name)).to_have_count(0)
    page.get_by_label("Six digits").fill(digits)
    page.get_by_role("button", name="Go on").tap()
    pictures = page.locator(".pair-pictures [role=img]")
    expect(pictures).to_have_count(3)
    shown = [each.get_attribute("aria-label") for each in pictures.all()]
    for label in shown:
        expect(maya.get_by_role("img", name=label).first).to_be_visible()
    maya.locator("#adding input[name=name]").fill("Kitchen")
    maya.get_by_role("button", name="Yes, the same. Add it").click()
    expect(page.locator("#faces")).to_contain_text("Ivy")


def test_three_pictures_open_the_way(dressing, tablet):
    dressing.picture_code(dressing.ivy, CODE)
    page = tablet(dressing)
    page.locator(f"[data-face='{dressing.ivy.id}']").tap()
    tap_code(page, ("frog", "frog", "star"))
    expect(page.locator(".code-words")).not_to_contain_text("Tap your three pictures")
    expect(page.locator(".code-slots .is-full")).to_have_count(0)
    tap_code(page, CODE)
    expect(page.locator("#seat")).to_have_attribute("data-member", str(dressing.ivy.id))


def tap_code(page, pictures):
    for number, name in enumerate(pictures, 1):
        page.locator(f".code-picture[value='{name}']").tap()
        if number < len(pictures):
            expect(page.locator(".code-slots .is-full")).to_have_count(number)
    page.wait_for_load_state()


def test_what_others_do_comes_by_itself_and_nothing_is_torn_away(dressing, tablet, screen):
    page = tablet(dressing, dressing.ivy)
    maya = screen(dressing, dressing.maya, dressing.panel(dressing.dress))
    tap_choice(page, "Night before")
    all_sent(page)
    idea(maya, "In pyjamas with a coat")
    expect(page.locator(".choice", has_text="with a coat")).to_be_attached()
    expect(choice(page, "Night before")).to_have_attribute("aria-pressed", "true")
    expect(ask(page).locator("h1")).to_have_text("How shall we get dressed?")


def test_words_begun_stay_when_others_do_something(dressing, tablet, screen):
    page = tablet(dressing, dressing.ivy)
    leo = screen(dressing, dressing.leo, dressing.panel(dressing.dress))
    page.locator(".in-words:visible summary").tap()
    page.locator(".input:visible").press_sequentially("Because")
    leo.locator(".option-button").first.click()
    page.wait_for_timeout(1000)
    page.locator(".input:visible").press_sequentially(" I like it")
    expect(page.locator(".input:visible")).to_have_value("Because I like it")


def test_the_faces_count_what_waits_live(family, tablet, screen):
    page = tablet(family)
    expect(page.locator(".whose-count")).to_have_count(0)
    maya = screen(family, family.maya, family.panel(family.dress))
    ask_everybody(maya, "How shall we get dressed?")
    expect(page.locator(f"[data-face='{family.ivy.id}'] .whose-count")).to_have_text("1")


def test_put_away_while_in_use(dressing, tablet, screen):
    page = tablet(dressing, dressing.ivy)
    expect(page.locator("body")).to_have_attribute("data-live", "")
    maya = screen(dressing, dressing.maya, dressing.url("tablets"), live=False)
    maya.get_by_role("button", name="Put away").click()
    expect(page.get_by_role("heading", name="This tablet was put away")).to_be_visible(timeout=5000)
    page.go_back()
    expect(page.locator("#seat")).to_have_count(0)


def test_put_away_behind_its_back_the_next_tap_ends_it(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    dressing.revoke()
    tap_choice(page, "Music")
    expect(page.get_by_role("heading", name="This tablet was put away")).to_be_visible()
    assert dressing.voices(dressing.question) == []


def test_somebody_removed_while_they_sit(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    dressing.let_go(dressing.ivy)
    tap_choice(page, "Music")
    expect(page.locator("#faces")).to_be_visible()
    expect(page.locator(f"[data-face='{dressing.ivy.id}']")).to_have_count(0)


def speaking(tablet, family, who, *each):
    page = tablet(family)
    page.add_init_script(voices(*each))
    page.reload()
    sit_down(page, who)
    return page


def test_the_speaker_reads_the_question_and_what_can_be_tapped(family, tablet):
    page = speaking(tablet, family, many(family), REMOTE, LOCAL)
    page.locator(".speaker:visible").tap()
    until(page, "spoken.includes('Music')", True)
    spoken = page.evaluate("spoken")
    assert spoken[0] == "What shall we play?"
    assert not {"Pass", "Next", "A story"} & set(spoken)


def test_local_voices_come_first(family, tablet):
    page = tablet(family)
    page.add_init_script(voices(REMOTE, LOCAL).replace("set() {}", "set(it) { window.by = it.localService; }"))
    page.reload()
    sit_down(page, picking(family))
    page.locator(".speaker:visible").tap()
    until(page, "window.by", True)


def test_where_no_voice_speaks_the_language_the_speaker_hides(family, tablet):
    page = speaking(tablet, family, picking(family), ELSEWHERE)
    expect(page.locator(".speaker:visible")).to_have_count(0)


def test_everything_is_read_to_whom_it_shall_be_read(family, tablet):
    who = picking(family)
    family.suited(who, "normal", True)
    page = speaking(tablet, family, who, LOCAL)
    page.wait_for_timeout(200)
    assert page.evaluate("spoken") == []
    page.locator(".ask:visible h1").tap()
    until(page, "spoken[0]", "How shall we get dressed?")
    tap_choice(page, "Music")
    until(page, "spoken.at(-1)", "Music")
    forward(page)
    until(page, "spoken.some((words) => words.startsWith('Thank you'))", True)


def test_it_stays_awake_while_it_is_used(family, tablet):
    page = tablet(family)
    page.add_init_script(AWAKE)
    page.reload()
    expect(page.locator("#faces")).to_be_visible()
    assert page.evaluate("locks.length") == 0
    sit_down(page, picking(family))
    until(page, "locks.length", 1)
    page.evaluate("locks[0].dispatchEvent(new Event('release'))")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    until(page, "locks.length", 2)


def test_it_can_be_installed(family, tablet):
    page = tablet(family)
    address = page.locator("link[rel=manifest]").get_attribute("href")
    manifest = page.evaluate("(address) => fetch(address).then((answer) => answer.json())", address)
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == ("/tablet", "/tablet", "fullscreen")
    sizes = {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]}
    assert sizes == {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    wire = page.context.new_cdp_session(page)
    assert wire.send("Page.getAppManifest")["errors"] == []
    # A test's profile is a private one, which is the only thing in the way.
    assert [each["errorId"] for each in wire.send("Page.getInstallabilityErrors")["installabilityErrors"]] == [
        "in-incognito"
    ]


def test_nothing_leads_away_from_the_tablet(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    for path in ("", f"/m/{dressing.ivy.id}?q=done", "/plan", f"/m/{dressing.ivy.id}/idea"):
        page.goto(f"/tablet{path}")
        links = page.eval_on_selector_all("a[href]", "(all) => all.map((it) => new URL(it.href).pathname)")
        forms = page.eval_on_selector_all("form", "(all) => all.map((it) => new URL(it.action, location).pathname)")
        assert links or forms
        assert all(each == "/tablet" or each.startswith("/tablet/") for each in [*links, *forms])
