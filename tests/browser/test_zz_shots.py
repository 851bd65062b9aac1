import pytest
from tests.browser.asked import *
from tests.browser.hand import answers
from tests.browser.test_tablet_plan import long
@pytest.mark.parametrize("size", ["wide", "small", "tall"])
def test_shots(hand, tablet, size):
    o = dict(size=size, reduced_motion="reduce", service_workers="block")
    f = hand.family(); long(f)
    p = tablet(f, **o); p.goto("/tablet/plan")
    p.locator("[data-turn='1']").tap(); p.wait_for_timeout(200); p.screenshot(path=f"/tmp/shots_tp/plan-{size}.png")
    f = hand.family(); who = concerned(f); p = tablet(f, who, **o)
    p.locator(".pass:visible").first.tap(timeout=4000); p.wait_for_timeout(500); p.screenshot(path=f"/tmp/shots_tp/nothing-{size}.png")
    f = hand.family()
    q = f.ask(f.dress, "How shall we get dressed?"); ids = f.pictured(q, *PICTURES)
    p = tablet(f, f.ivy, **o)
    f.settle(q, option=ids[0], reason="Most wanted it.", answers=answers(f.leo, f.ivy, f.bo))
    p.locator(".choice:visible", has_text="Pyjamas").tap(timeout=4000); p.wait_for_timeout(1200); p.screenshot(path=f"/tmp/shots_tp/late-{size}.png")
    import pathlib
    fl = pathlib.Path("tests/browser/tablet_flaws.js").read_text()
    print(size, p.evaluate(fl, 72))
