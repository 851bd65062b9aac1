"""Whatever is typed, tapped twice or too late: nothing is half done or lost, and a sentence says what happened."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.hand import Kept

MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>{{ 7*7 }} & “quotes”"


def option(page, words):
    return page.locator(".option", has_text=words)


def comments(page):
    return page.locator(".comments li")


@pytest.fixture
def question(family):
    question = family.ask(family.game, "How do we play?")
    family.idea(question, "With music")
    family.idea(question, "In pyjamas")
    return question


def test_a_double_tap_counts_once(family, question, screen):
    leo = screen(family, family.leo, family.panel(family.game))
    posts = []
    leo.on("request", lambda request: posts.append(request.post_data) if request.method == "POST" else None)
    option(leo, "With music").get_by_role("button").dblclick()
    expect(leo.locator("#toast")).to_contain_text("Said.")
    leo.get_by_label("Say something").fill("Twice")
    leo.get_by_role("button", name="Send").dblclick()
    expect(comments(leo)).to_have_count(1)
    leo.reload()
    expect(comments(leo)).to_have_count(1)
    kinds = family.kinds()
    assert kinds.count("voice.said") + kinds.count("voice.changed") == 1
    assert kinds.count("comment.said") == 1


def test_a_tap_sent_again_counts_once(family, question, screen, complaints):
    """The answer got lost on its way: the server has done it, the page does not know."""
    leo = screen(family, family.leo, family.panel(family.game))
    lost = []

    def lose(route):
        route.fetch()
        lost.append(route.request.post_data)
        route.abort()

    leo.route("**/comment", lose, times=1)
    leo.get_by_label("Say something").fill("Once only")
    leo.get_by_role("button", name="Send").click()
    expect(leo.locator("#toast")).to_contain_text("did not get through")
    complaints.clear()
    expect(leo.get_by_label("Say something")).to_have_value("Once only")
    leo.get_by_role("button", name="Send").click()
    expect(leo.get_by_label("Say something")).to_have_value("")
    expect(comments(leo)).to_have_count(1)
    assert len(lost) == 1
    assert family.kinds().count("comment.said") == 1


def test_a_server_in_trouble_costs_no_words(family, screen):
    leo = screen(family, family.leo, family.panel(family.game))
    leo.route("**/comment", lambda route: route.fulfill(status=500, body="<!doctype html><h1>Oh</h1>"), times=1)
    leo.get_by_label("Say something").fill("Still here")
    leo.get_by_role("button", name="Send").click()
    expect(leo.locator("#toast")).to_contain_text("did not get through")
    expect(leo.get_by_label("Say something")).to_have_value("Still here")
    expect(leo.locator("#panel-title")).to_have_text("The game")


def test_a_voice_for_a_question_that_has_just_closed(family, screen):
    """Leo writes while Maya settles: he reads why it is too late, and his words are still there."""
    question = family.ask(family.car, "We leave at ten past eight.", why="Then we are on time.")
    leo = screen(family, family.leo, family.panel(family.car))
    leo.get_by_text("Say why").click()
    leo.locator("#say-note").fill("But I wanted to go by bike.")
    leo.get_by_label("Say something").fill("Another thought")
    for each in (family.leo, family.ivy, family.bo):
        family.say(question, each, "got_it")
    family.settle(question, text="We leave at ten past eight.", reason="Then we are on time.")

    leo.get_by_role("button", name="I don’t like it").click()
    expect(leo.locator(".refused")).to_contain_text("This question has just closed.")
    expect(leo.locator(".refused")).to_contain_text("But I wanted to go by bike.")
    expect(leo.get_by_label("Say something")).to_have_value("Another thought")
    expect(leo.locator(".last")).to_contain_text("We leave at ten past eight.")
    assert "voice.changed" not in family.kinds()


def test_words_written_while_the_question_is_settled_on_another_page(family, screen):
    question, _option = family.proposal()
    for each in (family.maya, family.ivy, family.bo):
        family.say(question, each, "yes")
        family.task(question, each, "Spoons")
    sam = screen(family, family.maya, family.panel(family.breakfast))
    sam.locator("#say-note").fill("Only with honey")
    maya = screen(family, family.maya, family.panel(family.breakfast))
    maya.get_by_label("When do we look at it again?").fill("2100-01-01")
    maya.get_by_role("button", name="We agree").click()
    expect(maya.locator(".refused")).to_be_visible()
    maya.get_by_label("When do we look at it again?").fill(family.soon())
    maya.get_by_role("button", name="We agree").click()
    expect(maya.locator("#toast")).to_contain_text("Settled.")
    expect(sam.locator(".last")).to_be_visible()
    expect(sam.locator("#toast")).to_contain_text("Only with honey")
    sam.locator("#toast").get_by_role("button", name="Close").click()
    expect(sam.locator(".toast")).to_have_count(0)


def test_an_answer_overtaken_by_something_newer_changes_nothing_back(family, question, screen):
    """Leo's answer dawdles: before it comes, the stream has brought it, and Maya's later voice as well."""
    leo, maya = (screen(family, who, family.panel(family.game)) for who in (family.leo, family.maya))
    kept = Kept(leo, "**/say")
    option(leo, "With music").get_by_role("button").click()
    expect(leo.get_by_text("Heard: Leo")).to_be_visible()
    option(maya, "With music").get_by_role("button").click()
    expect(leo.get_by_text("Heard: Maya, Leo")).to_be_visible()
    kept.let_go()
    expect(leo.locator("#toast")).to_contain_text("Said.")
    expect(leo.get_by_text("Heard: Maya, Leo")).to_be_visible()
    expect(leo.locator(f"#card-{family.game.id}")).to_contain_text("2 voices to go")


def test_two_people_change_the_same_step(family, screen):
    maya, sam = (
        screen(family, who, family.url(f"s/{family.dress.id}/edit"), live=False) for who in (family.maya, family.sam)
    )
    sam.get_by_label("What happens?").fill("Clothes")
    sam.get_by_label("How many minutes?").fill("12")
    sam.get_by_role("button", name="Save").click()
    expect(sam.locator("#toast")).to_contain_text("Saved.")
    maya.get_by_label("What happens?").fill("Trousers")
    maya.get_by_label("Why do we do this?").fill("Because\nlegs")
    maya.get_by_role("button", name="Save").click()

    clash = maya.get_by_role("alert", name="Somebody changed this too")
    expect(clash).to_contain_text("Sam changed it meanwhile.")
    expect(clash).to_contain_text("Before, it was “Get dressed”.")
    expect(maya.get_by_label("Why do we do this?")).to_have_value("Because\nlegs")
    expect(maya.get_by_label("How many minutes?")).to_have_value("12")
    clash.get_by_role("radio", name="Sam").check(force=True)
    maya.get_by_role("button", name="Save").click()
    expect(maya.locator("#panel-title")).to_have_text("Clothes")
    expect(maya.locator(".facts")).to_contain_text("Because legs")
    expect(maya.locator(".panel-sub").first).to_contain_text("12 minutes")


def test_words_written_after_choosing_the_others_are_kept(family, screen):
    """The field shows what was chosen; what is written into it then is what is saved, with and without scripts."""
    maya, sam, plain = (
        screen(family, who, family.url(f"s/{family.dress.id}/edit"), live=False, **options)
        for who, options in ((family.maya, {}), (family.sam, {}), (family.maya, {"java_script_enabled": False}))
    )
    for page, title in ((sam, "Clothes"), (maya, "Trousers"), (plain, "Socks")):
        page.get_by_label("What happens?").fill(title)
    sam.get_by_role("button", name="Save").click()
    expect(sam.locator("#toast")).to_contain_text("Saved.")
    for page in (maya, plain):
        page.get_by_role("button", name="Save").click()
        page.get_by_role("alert").get_by_role("radio", name="Sam").check(force=True)
    title = maya.get_by_label("What happens?")
    expect(title).to_have_value("Clothes")
    maya.get_by_role("alert").get_by_role("radio", name="Mine").check(force=True)
    expect(title).to_have_value("Trousers")
    maya.get_by_role("alert").get_by_role("radio", name="Sam").check(force=True)
    title.press("End")
    title.press_sequentially(" for school")
    maya.get_by_role("button", name="Save").click()
    expect(maya.locator("#panel-title")).to_have_text("Clothes for school")

    plain.get_by_label("What happens?").fill("Warm socks")
    plain.get_by_role("button", name="Save").click()
    expect(plain.get_by_role("alert")).to_contain_text("Before, it was “Clothes”.")
    expect(plain.get_by_label("What happens?")).to_have_value("Warm socks")


def test_markup_is_shown_as_typed(family, question, screen):
    maya, leo = (screen(family, who, family.panel(family.game)) for who in (family.maya, family.leo))
    dialogs = []
    for page in (maya, leo):
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    leo.get_by_label("Say something").fill(MARKUP)
    leo.get_by_role("button", name="Send").click()
    expect(comments(leo)).to_contain_text(MARKUP)
    leo.locator("summary", has_text="Add an idea").click()
    leo.get_by_label("My idea").fill(MARKUP)
    leo.get_by_label("What happens if we do it?").fill("</script></hx-partial><b>bold</b>")
    leo.get_by_role("button", name="Add my idea").click()
    for page in (maya, leo):
        expect(option(page, MARKUP)).to_contain_text("</script></hx-partial><b>bold</b>")
    option(maya, "With music").get_by_role("button").click()
    expect(comments(maya)).to_contain_text(MARKUP)

    maya.goto(family.url(f"s/{family.game.id}/edit"))
    maya.get_by_label("What happens?").fill("<b>Game</b> & `__CSRF__` __TAP__")
    maya.get_by_role("button", name="Save").click()
    for page in (maya, leo):
        expect(page.locator("#panel-title")).to_have_text("<b>Game</b> & `__CSRF__` __TAP__")
        expect(page.locator(f"#card-{family.game.id}")).to_contain_text("<b>Game</b>")
    maya.goto(family.url("history"))
    expect(maya.locator(".told").first).to_contain_text("<b>Game</b>")
    assert dialogs == []


@pytest.mark.parametrize(
    "words", ["早上好 — صباح الخير", "👩‍👩‍👧 🦊 ¡Ñandú! ß ẞ İı", "a\u202eb\u200bc", "日" * 120], ids=str
)
def test_words_of_any_language(family, question, screen, words):
    maya, leo = (screen(family, who, family.panel(family.game)) for who in (family.maya, family.leo))
    leo.locator("summary", has_text="Add an idea").click()
    leo.get_by_label("My idea").fill(words)
    leo.get_by_role("button", name="Add my idea").click()
    if "\u202e" in words:
        expect(leo.locator(".refused")).to_contain_text("There are signs in here that cannot be shown.")
        expect(leo.get_by_label("My idea")).to_have_value(words)
        return
    expect(option(leo, words)).to_be_visible()
    expect(option(maya, words)).to_be_visible()
    expect(leo.get_by_label("My idea")).to_have_value("")
    assert leo.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_ten_thousand_letters_are_refused_and_kept(family, screen):
    leo = screen(family, family.leo, family.panel(family.game))
    field, many = leo.get_by_label("Say something"), "abcdefghi " * 1000
    field.fill(many)
    leo.get_by_role("button", name="Send").click()
    expect(leo.locator(".refused")).to_contain_text(re.compile(r"2.?000|8.?000|7.?999"))
    expect(field).to_have_value(many)
    field.fill("Short again")
    leo.get_by_role("button", name="Send").click()
    expect(comments(leo)).to_contain_text("Short again")
    expect(leo.locator(".refused")).to_have_count(0)
    assert family.kinds().count("comment.said") == 1

    maya = screen(family, family.maya, family.url(f"s/{family.game.id}/edit"), live=False)
    for label, words in (("What happens?", "A" * 10_000), ("Why do we do this?", many)):
        maya.get_by_label(label).fill(words)
    maya.get_by_role("button", name="Save").click()
    expect(maya.locator(".errorlist, .refused").first).to_be_visible()
    expect(maya.get_by_label("What happens?")).to_have_value("A" * 10_000)


def test_a_refused_form_says_why_keeps_its_words_and_is_found(family, screen):
    maya = screen(family, family.maya, family.panel(family.dress))
    maya.locator("summary", has_text="Climb or step down").click()
    why = maya.get_by_label("Why, for everybody to see")
    why.fill("   ")
    maya.get_by_role("button", name="Step down", exact=True).click()
    refused = maya.locator(".refused")
    expect(refused).to_be_in_viewport()
    expect(refused).to_have_attribute("role", "alert")


def test_a_page_whose_right_has_ended_says_so(family, screen):
    """Signed out in another tab: a card leads to the sign-in and then on, words are not swallowed."""
    leo = screen(family, family.leo, family.panel(family.game))
    leo.get_by_label("Say something").fill("Not lost")
    leo.context.clear_cookies()
    leo.get_by_role("button", name="Send").click()
    expect(leo.locator("#toast")).to_contain_text("This page is out of date.")
    expect(leo.get_by_label("Say something")).to_have_value("Not lost")
    expect(leo.locator("#panel-title")).to_have_text("The game")
    leo.locator(f"#card-{family.dress.id} > .card").click()
    expect(leo.get_by_role("heading", level=1)).to_have_text("Sign in")
    leo.get_by_label("Email").fill(family.address(family.leo))
    leo.get_by_label("Password").fill("a-quiet-morning-42")
    leo.get_by_role("button", name="Sign in").click()
    expect(leo.locator("#panel-title")).to_have_text("Get dressed")


def test_a_used_invitation_says_so(family, rungs, new_page, screen):
    family.newcomer("Tilda", "teen")
    maya = screen(family, family.maya, family.url("people"))
    maya.get_by_role("button", name="Invite Tilda").click()
    link = maya.get_by_role("textbox", name="The link").input_value()
    leo = screen(family, family.neighbour, link, live=False)
    leo.get_by_role("button", name="Join").click()
    leo.wait_for_url(re.compile(r"/h/\d+/$"))
    late = new_page()
    late.goto(link)
    expect(late.get_by_role("heading", level=1)).to_be_visible()
    expect(late.get_by_role("button", name="Join")).to_have_count(0)
    assert "Lindenhof" not in late.content()
