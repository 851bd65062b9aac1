"""What comes out of the printer: a routine for the fridge, and the report of a review."""

import pytest
from playwright.sync_api import expect

SIZES = [(1440, 900), (1280, 800), (1024, 600), (390, 844)]
SHEETS = ("A4", "Letter")
LONG = "Put on everything that keeps the rain out, and help Bo with the second rain boot"


def pages(page, sheet):
    return page.pdf(format=sheet, print_background=True).count(b"/Type /Page\n")


def wider(page):
    """Return by how much a page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.fixture
def fridge(family, screen):
    """Open the fridge page as Maya."""

    def opened(query="", **options):
        return screen(family, family.maya, family.plan + "fridge" + query, live=False, **options)

    return opened


def more_steps(family, n):
    """Add steps until there are `n`, every third with as long a title as fits."""
    family.long_plan(n - 5, LONG)


@pytest.mark.parametrize("query", ["", "?person=leo"])
def test_a_routine_is_one_sheet_for_the_fridge(family, fridge, query, axe):
    page = fridge(query.replace("leo", str(family.leo.id)), color_scheme="dark", reduced_motion="reduce")
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    assert axe(page) == []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert wider(page) <= 0
    assert [pages(page, sheet) for sheet in SHEETS] == [1, 1]
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Monday")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    expect(page.get_by_role("heading", name="For the fridge")).to_be_hidden()
    assert page.locator(".fridge").evaluate("at => getComputedStyle(at).color") == "rgb(43, 35, 64)"


def test_fourteen_steps_fit_one_sheet_and_twenty_two(family, fridge):
    more_steps(family, 14)
    page = fridge()
    assert [pages(page, sheet) for sheet in SHEETS] == [1, 1]
    more_steps(family, 5 + 10)
    page.reload()
    assert [pages(page, sheet) for sheet in SHEETS] == [2, 2]


def test_a_report_is_printed_on_either_sheet_and_read_everywhere(family, screen, axe):
    family.ask(family.dress, "What do we wear?")
    page = screen(family, family.maya, family.url("mirror/"), live=False, color_scheme="dark", reduced_motion="reduce")
    page.get_by_role("link", name="Print report").click()
    expect(page.get_by_role("heading", name="Planned and felt")).to_be_visible()
    assert axe(page) == []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert wider(page) <= 0
    assert all(2 <= pages(page, sheet) <= 5 for sheet in SHEETS)
    page.set_viewport_size({"width": 673, "height": 1000})
    page.emulate_media(media="print")
    assert wider(page) <= 0
    assert page.locator(".report").evaluate("at => getComputedStyle(at).color") == "rgb(43, 35, 64)"
    assert page.locator("thead").first.evaluate("at => getComputedStyle(at).display") == "table-header-group"
    expect(page.get_by_role("link", name="Table (CSV)")).to_be_hidden()
    page.emulate_media(media="screen")
    with page.expect_download() as sent:
        page.get_by_role("link", name="Table (CSV)").click()
    assert sent.value.suggested_filename.startswith("looking-back-")
