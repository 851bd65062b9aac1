"""What a facilitator sends and is refused comes back where they are, with all they wrote, also while others act."""

import pytest
from playwright.sync_api import expect

HIDING = "Come\u202ehome"
WHY = "signs in here that cannot be shown"


@pytest.fixture
def tims(family, new_page, rungs):
    """Open pages of Tim, who looks in."""
    key, session = family.looked_in_by("Tim")

    def open_page(path="", **options):
        page = new_page(base_url=rungs.url, **options)
        page.context.add_cookies([{"name": "rungs", "value": session, "url": rungs.url}])
        page.goto(f"/review/{key}/{path}")
        return page

    return open_page


@pytest.mark.parametrize("scripts", [True, False])
def test_a_question_comes_back_in_sight(tims, scripts):
    tim = tims(java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    field = tim.get_by_label("Your question")
    field.fill(HIDING)
    tim.get_by_role("button", name="Send a question").click()
    expect(field).to_have_value(HIDING)
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    expect(field).to_have_accessible_description(f"There are {WHY}. Type it again without pasting.")
    field.fill("What would help?")
    tim.get_by_role("button", name="Send a question").click()
    expect(tim.locator("#asked")).to_contain_text("What would help?")
    expect(field).to_have_value("")


def test_a_day_comes_back(tims):
    tim = tims("together")
    day = tim.get_by_label("On which day?")
    day.evaluate("(field) => field.removeAttribute('min')")
    day.fill("2020-01-02")
    tim.get_by_role("button", name="Plan it").click()
    expect(day).to_have_value("2020-01-02")
    expect(day).to_have_accessible_description("This day is over. Choose today or a later one.")


@pytest.mark.parametrize("path", ["", "notes"])
def test_what_came_back_stays_while_the_page_is_fetched_anew(family, tims, screen, path):
    tim, other = tims(path), tims()
    name, label = ("Send a question", "Your question") if not path else ("Keep the note", "Only you read it")
    field = tim.get_by_label(label)
    field.fill(HIDING)
    tim.get_by_role("button", name=name).click()
    expect(tim.get_by_role("alert").filter(has_text=WHY)).to_be_visible()
    expect(tim.locator("#live-state")).to_have_attribute("data-state", "live")
    with tim.expect_response(lambda answer: answer.request.headers.get("x-anew") == "1") as fetched:
        other.get_by_label("Your question").fill("What would help?")
        other.get_by_role("button", name="Send a question").click()
    assert fetched.value.status == 200
    if not path:
        expect(tim.locator("#asked")).to_contain_text("What would help?")
    expect(field).to_have_value(HIDING)

    maya = screen(family, family.maya, family.url("looking-in/"), live=False)
    maya.locator(f'form[action$="/{family.consent_id()}/end"] button').first.click()
    expect(tim.get_by_role("heading", name="No longer shared")).to_be_visible()
    expect(tim.locator("[data-kept-text]")).to_have_value(HIDING)


def test_a_summary_is_saved_upon_the_words_it_began_from(tims):
    tim, other = tims("together"), tims("together")
    tim.get_by_label("On which day?").evaluate("(field) => (field.valueAsDate = new Date(Date.now() + 3 * 864e5))")
    tim.get_by_role("button", name="Plan it").click()
    for page in (tim, other):
        page.locator("a.tile").first.click()
        expect(page.locator("#live-state")).to_have_attribute("data-state", "live")
    mine, theirs = tim.get_by_label("The summary"), other.get_by_label("The summary")
    mine.fill("My long words")
    theirs.fill("We keep the song.")
    with tim.expect_response(lambda answer: answer.request.headers.get("x-anew") == "1"):
        other.get_by_role("button", name="Save the summary").click()
    expect(tim.get_by_role("button", name="Sign it")).to_be_visible()
    expect(mine).to_have_value("My long words")
    tim.get_by_role("button", name="Save the summary").click()
    expect(mine).to_have_value("My long words")
    expect(tim.get_by_role("alert")).to_contain_text("We keep the song.")
    tim.get_by_role("button", name="Save the summary").click()
    expect(tim.get_by_role("alert")).to_have_count(0)
    expect(mine).to_have_value("My long words")
