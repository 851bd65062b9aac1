"""The tablet's page after the last question, whoever looks in: nothing lies over another, all of it can be reached."""

import pytest

from tests.browser.kitchen import SIZES
from tests.browser.test_tablet_look import FLAWS, SMALLEST

PHONE = {"width": 390, "height": 844}
LOOKERS = ("Tim", "Ruth", "Nana Lindqvist")
# What cannot be brought into its scrolling part, and what lies over what; of what may scroll, too.
PARTS = ".thanks:not([hidden]) :is(.face, h1, p, .way), .dot a"
REACHED = """() => [...document.querySelectorAll("PARTS")].filter((it) => {
  if (!it.checkVisibility()) return false
  it.scrollIntoView({ block: "nearest" })
  const { left, right, top, bottom } = it.getBoundingClientRect()
  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) return true
  const met = document.elementFromPoint((left + right) / 2, bottom - 12)
  return it.matches(".way, a") && !it.contains(met)
}).map((it) => it.innerText || it.className)""".replace("PARTS", PARTS)


def ending(family, tablet, *, age, lookers, size, **options):
    """Open the page after three questions that are still open, for Ivy."""
    family.aged(family.ivy, age)
    for name in LOOKERS[:lookers]:
        family.looked_in_by(name)
    for step in (family.car, family.dress, family.breakfast):
        family.ask(step, "What shall we do?")
    page = tablet(family, family.ivy, viewport=size, reduced_motion="reduce", service_workers="block", **options)
    page.goto(f"/tablet/m/{family.ivy.id}?q=done")
    return page


@pytest.mark.parametrize(("age", "lookers"), [("3-5", 3), ("10-12", 1), ("10-12", 3)])
def test_nothing_lies_over_the_ways_and_all_are_reached(family, tablet, axe, age, lookers):
    page = ending(family, tablet, age=age, lookers=lookers, size=SIZES["wide"])
    found = []
    for name, size in {**SIZES, "phone": PHONE}.items():
        page.set_viewport_size(size)
        if name != "phone":
            found += [f"{name}: {flaw}" for flaw in page.evaluate(FLAWS, SMALLEST[age])]
        found += [f"{name}: {each} is out of reach or covered" for each in page.evaluate(REACHED)]
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not found, "\n".join(found)
    assert axe(page) == []


@pytest.mark.parametrize("size", [*SIZES.values(), PHONE], ids=lambda size: f"{size['width']}")
def test_with_the_largest_words_it_scrolls(family, tablet, size):
    family.suited(family.ivy, "largest", False)
    page = ending(family, tablet, age="3-5", lookers=3, size=size)
    assert page.evaluate(REACHED) == []
