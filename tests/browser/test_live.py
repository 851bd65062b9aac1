"""Two screens of one family: what one of them does, the other shows, and nobody loses a word over it."""

import re

import pytest
from playwright.sync_api import expect

# Keeps all a page is sent on its stream, to see what it should never have got.
OVERHEAR = """
window.heard = []
window.EventSource = class extends EventSource {
  constructor(...given) {
    super(...given)
    this.addEventListener("message", ({ data }) => window.heard.push(data))
    this.addEventListener("resync", () => window.heard.push("resync"))
  }
}
"""


def option(page, words):
    return page.locator(".option", has_text=words)


def card(page, step):
    return page.locator(f"#card-{step.id}")


def comment(page, words=""):
    field = page.get_by_label("Say something")
    if words:
        field.fill(words)
        page.get_by_role("button", name="Send").click()
    return field


def speak_for(page, name):
    page.locator(".speakers").get_by_role("link", name=name).click()
    expect(page.locator(".speakers [aria-current]")).to_contain_text(name)


@pytest.fixture
def asked(family):
    """The game, with a question and two ideas."""
    question = family.ask(family.game, "How do we play?")
    family.idea(question, "With music")
    family.idea(question, "In pyjamas", family.leo)
    return question


@pytest.fixture
def both(family, asked, screen):
    """Maya and Leo, each with the game's panel open."""
    place = family.panel(family.game)
    return screen(family, family.maya, place), screen(family, family.leo, place)


def test_a_vote_is_heard_at_once_and_seen_once_one_has_spoken(family, asked, screen):
    maya, leo = screen(family, family.maya), screen(family, family.leo, family.panel(family.game))
    maya.add_init_script(OVERHEAR)
    maya.goto(family.panel(family.game))
    expect(maya.locator("#live-state")).to_have_text("Live", use_inner_text=True)
    expect(card(maya, family.game)).to_contain_text("4 voices to go")

    option(leo, "In pyjamas").get_by_role("button").click()
    expect(option(leo, "In pyjamas").get_by_role("button")).to_have_attribute("aria-pressed", "true")
    leo.get_by_text("Say why").click()
    leo.get_by_role("textbox", name="Why").fill("Because it is warm.")
    leo.get_by_role("button", name="Save my reason").click()
    expect(leo.locator("#toast")).to_contain_text("Changed.")

    expect(maya.get_by_text("Heard: Leo")).to_be_visible()
    expect(card(maya, family.game)).to_contain_text("3 voices to go")
    expect(maya.get_by_text("shows once you have spoken or passed")).to_be_visible()
    expect(maya.locator(".option .faces")).to_have_count(0)
    assert "it is warm" not in "".join(maya.evaluate("heard")), "What is veiled must not even be sent."

    option(maya, "With music").get_by_role("button").click()
    expect(option(maya, "In pyjamas").locator(".faces .face")).to_have_attribute("title", "Leo")
    expect(maya.get_by_text("Because it is warm.")).to_be_visible()
    expect(maya.get_by_text("shows once you have spoken or passed")).to_have_count(0)
    expect(option(leo, "With music").locator(".faces .face")).to_have_attribute("title", "Maya")
    expect(card(leo, family.game)).to_contain_text("2 voices to go")


def test_what_wants_somebody_comes_and_goes(family, screen):
    maya = screen(family, family.maya, family.panel(family.car))
    leo = screen(family, family.leo, family.plan)
    expect(leo.locator("#wanted")).to_contain_text("All said for now")
    maya.get_by_text("Tell everybody").first.click()
    maya.get_by_label("What will happen").fill("We leave at ten past eight.")
    maya.get_by_role("button", name="Tell everybody").click()
    expect(leo.locator("#wanted")).to_contain_text("One thing wants you")
    leo.get_by_role("link", name="Say what I think").click()
    leo.get_by_role("button", name="Got it").click()
    expect(leo.locator("#wanted")).to_be_hidden()
    expect(maya.get_by_text("Heard: Leo")).to_be_visible()


def test_a_half_written_comment_survives_what_others_do(family, both):
    maya, leo = both
    field = comment(leo)
    field.press_sequentially("I think that we")
    for _ in range(3):
        field.press("ArrowLeft")
    field.evaluate("field => { field.mine = true }")

    option(maya, "With music").get_by_role("button").click()
    expect(leo.get_by_text("Heard: Maya")).to_be_visible()
    comment(maya, "Hello from the kitchen")
    expect(leo.get_by_text("1 comment shows once you have spoken")).to_be_visible()

    expect(field).to_be_focused()
    expect(field).to_have_value("I think that we")
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd, field.mine]") == [12, 12, True]
    leo.keyboard.type(" maybe")
    expect(field).to_have_value("I think that maybe we")
    field.press("Control+End")
    leo.get_by_role("button", name="Send").click()
    expect(leo.locator("#toast")).to_contain_text("Said.")
    expect(field).to_have_value("")


def test_an_open_form_stays_open_with_what_was_typed(family, screen):
    family.consulted()
    maya = screen(family, family.maya, family.panel(family.dress))
    leo = screen(family, family.leo, family.panel(family.dress))
    fold = maya.locator("details", has_text="Decide and answer everyone")
    answer = maya.locator(f"#because-{family.leo.id}")
    fold.locator("summary").click()
    maya.get_by_role("radio", name="With music").check(force=True)
    answer.fill("It helps to wake up.")
    why = maya.get_by_role("textbox", name="Why", exact=True)
    why.fill("Two of three want it.")
    fold.get_by_label("For how long").select_option("2")

    comment(leo, "Please not the loud one")
    expect(maya.get_by_text("Please not the loud one")).to_be_visible()
    option(leo, "With music").get_by_role("button").click()
    expect(option(maya, "With music").locator(".faces .face")).to_have_count(3)

    expect(fold).to_have_attribute("open", "")
    expect(why).to_be_focused()
    expect(why).to_have_value("Two of three want it.")
    expect(answer).to_have_value("It helps to wake up.")
    expect(maya.get_by_role("radio", name="With music")).to_be_checked()
    expect(fold.get_by_label("For how long")).to_have_value("2")


def test_scrolling_stays_where_it_was(family, both):
    maya, leo = both
    side = leo.locator(".side")
    side.evaluate("side => side.scrollTo(0, 300)")
    frame = leo.locator(".board-frame")
    leo.set_viewport_size({"width": 900, "height": 700})
    leo.set_viewport_size({"width": 1280, "height": 720})
    assert side.evaluate("side => side.scrollTop") == 300
    option(maya, "With music").get_by_role("button").click()
    expect(leo.get_by_text("Heard: Maya")).to_be_attached()
    maya.get_by_role("button", name="Earlier").click()
    expect(leo.locator(".step").nth(1)).to_have_id(f"card-{family.game.id}")
    assert side.evaluate("side => side.scrollTop") == 300
    assert frame.evaluate("frame => frame.scrollLeft") == 0


def test_a_new_order_shows_everywhere(family, screen):
    maya = screen(family, family.maya, f"{family.plan}?view=list")
    leo = screen(family, family.leo, family.plan)
    maya.get_by_role("button", name="Change the order").click()
    maya.get_by_role("button", name="Move Into the car later").click()
    expect(maya.locator("#toast")).to_contain_text("new place")
    for page in (maya, leo):
        expect(page.locator(".step").first).to_have_id(f"card-{family.dress.id}")
    assert family.order()[:2] == ["Get dressed", "Into the car"]


def test_a_climb_shows_everywhere(family, screen):
    maya = screen(family, family.maya, family.panel(family.car))
    leo = screen(family, family.leo, family.plan)
    maya.get_by_text("Climb or step down").click()
    maya.get_by_role("radio", name="Co-design").check(force=True)
    maya.get_by_label("Why", exact=True).fill("It felt like pushing.")
    maya.get_by_role("button", name="Climb", exact=True).click()
    expect(card(leo, family.car)).to_have_class(re.compile(r"\brung-3\b"))
    expect(maya.locator("#panel")).to_have_class(re.compile(r"\brung-3\b"))
    expect(maya.locator(".panel-head")).to_contain_text("Co-design")


def test_faces_show_who_is_here(family, screen):
    maya = screen(family, family.maya, family.plan)
    expect(maya.locator("#presence")).to_contain_text("Only you here now")
    leo = screen(family, family.leo, family.plan)
    expect(maya.locator("#presence")).to_contain_text("2 here now")
    expect(leo.locator("#presence")).to_contain_text("2 here now")
    leo.close()
    expect(maya.locator("#presence")).to_contain_text("Only you here now")


def test_somebody_let_go_is_led_away_calmly(family, screen):
    leo = screen(family, family.leo, family.plan)
    maya = screen(family, family.maya, family.url(f"people/{family.leo.id}/remove"), live=False)
    maya.get_by_role("button", name="Yes, Leo is leaving").click()
    expect(leo.locator("#live-state")).to_have_text("Ended", use_inner_text=True)
    why = "You are no longer part of Lindenhof. What you said there stays."
    expect(leo.locator("#toast")).to_contain_text(why)
    leo.wait_for_url(re.compile(r"/households/new$"))
    expect(leo.locator("#toast")).to_contain_text(why)
    leo.locator("#toast").get_by_role("button", name="Close").click()
    leo.reload()
    expect(leo.locator(".toast")).to_have_count(0)
    assert leo.goto(family.plan).status == 404


def test_a_page_that_is_there_for_somebody_no_more_leads_home(family, screen):
    """As a supporter, Leo sees only what names him; the household is still his."""
    leo = screen(family, family.leo, family.url(f"r/{family.empty_routine('Weekend')}/"))
    maya = screen(family, family.maya, family.url(f"people/{family.leo.id}"), live=False)
    maya.get_by_role("radio", name="Supporter").check(force=True)
    maya.get_by_role("button", name="Save").click()
    expect(leo.locator("#toast")).to_contain_text("This page is no longer there for you.")
    leo.wait_for_url(f"**{family.url()}")
    expect(leo.locator("#toast")).to_contain_text("This page is no longer there for you.")


def test_neighbours_hear_nothing(family, asked, screen):
    ruth = screen(family, family.neighbour)
    ruth.add_init_script(OVERHEAR)
    ruth.goto("/")
    expect(ruth.locator("#live-state")).to_have_text("Live", use_inner_text=True)
    maya = screen(family, family.maya, family.panel(family.game))
    leo = screen(family, family.leo, family.panel(family.game))
    option(leo, "In pyjamas").get_by_role("button").click()
    expect(maya.get_by_text("Heard: Leo")).to_be_visible()
    assert ruth.evaluate("heard") == []
    stream = f"/live{family.url()}?page=routine&routine={family.routine.id}&revision=0"
    assert ruth.evaluate("async url => (await fetch(url)).status", stream) == 404
    assert ruth.goto(family.panel(family.game)).status == 404


# The page as it is, and as it comes anew, without what differs by its nature.
COMPARED = """
async () => {
  const anew = await (await fetch(location.href)).text()
  const fresh = new DOMParser().parseFromString(anew, "text/html")
  const regions = ["routine-head", "board", "panel", "wanted", "answered"]
  const plain = (page) => regions.map((id) => {
    const region = page.getElementById(id).cloneNode(true)
    for (const each of [region, ...region.querySelectorAll("*")]) {
      for (const name of ["data-htmx-powered", "open", "aria-current", "data-searched"]) each.removeAttribute(name)
      if (["tap", "csrfmiddlewaretoken"].includes(each.name)) each.removeAttribute("value")
      if (each.id === "panel" || each.id === "asked") each.removeAttribute("data-revision")
    }
    return region.outerHTML.replace(/\\s+/g, " ")
  })
  return [plain(document), plain(fresh)]
}
"""


def test_all_that_was_pushed_adds_up_to_the_page_as_it_comes_anew(family, screen):
    """Whatever came in pieces, in whatever order, shows in the end just what a fresh page shows."""
    family.voted(leo="music", ivy="race")
    place, people = family.panel(family.game), (family.maya, family.leo, family.sam)
    maya, leo, sam = (screen(family, who, place) for who in people)
    board = screen(family, family.maya, family.plan)
    nana = screen(family, family.nana, family.panel(family.breakfast))

    option(maya, "music").get_by_role("button").click()
    option(leo, "race").get_by_role("button").click()
    comment(sam, "Breakfast is ready")
    option(maya, "race").get_by_role("button").click()
    leo.get_by_role("button", name="Pass").click()
    maya.get_by_role("button", name="Later", exact=True).click()
    comment(leo, "Coming")
    speak_for(sam, "Bo")
    option(sam, "music").get_by_role("button").click()
    expect(leo.locator(".card-flag")).to_have_text("all heard")
    maya.get_by_role("button", name="Count the votes").click()
    for page in (maya, leo, sam):
        expect(page.locator(".last")).to_be_visible()
    leo.get_by_text("Ask a question").click()
    leo.get_by_label("The question").fill("And tomorrow?")
    leo.get_by_role("button", name="Ask everybody").click()
    maya.locator("summary", has_text="It is not safe").click()
    maya.get_by_label("The reason").first.select_option("danger")
    maya.get_by_label("In words a child can read").first.fill("The stairs are wet.")
    maya.get_by_role("button", name="Decide this for now").click()
    speak_for(sam, "me")
    sam.get_by_text("Climb or step down").click()
    sam.get_by_role("radio", name="Co-produce").check(force=True)
    sam.get_by_role("button", name="Climb", exact=True).click()
    expect(sam.locator("#toast")).to_contain_text("Climbed.")
    for page in (maya, leo, board):
        expect(card(page, family.game)).to_have_class(re.compile(r"\brung-4\b"))

    for name, page in {"maya": maya, "leo": leo, "sam": sam, "board": board, "nana": nana}.items():
        for _ in range(100):
            shown, fresh = page.evaluate(COMPARED)
            if shown == fresh:
                break
            page.wait_for_timeout(100)
        assert shown == fresh, name
