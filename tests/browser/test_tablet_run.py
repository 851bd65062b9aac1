"""A morning at the shared tablet: one tap is done, seen on every screen, and nothing is lost without a net."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.kitchen import LOCAL, WAITING, all_sent, until, voices
from tests.browser.test_tablet_offline import KEPT, NO_SYNC, READY, only_the_worker_sends, sync

DAY = 86_400_000
AN_HOUR_AGO = """new Promise((done) => {
    const request = indexedDB.open("rungs-tablet", 1)
    request.onsuccess = () => {
        const taps = request.result.transaction("taps", "readwrite")
        const store = taps.objectStore("taps")
        store.getAll().onsuccess = ({ target }) => {
            for (const tap of target.result) store.put({ ...tap, made: tap.made - 3600000 })
        }
        taps.oncomplete = () => { request.result.close(); done() }
    }
})"""


@pytest.fixture
def morning(family):
    """The family's morning, begun two hours ago, out of the door in one."""
    family.begin(leaves_in=60, began=120)
    return family


@pytest.fixture
def ready(tablet):
    """A tablet whose service worker is at work and has kept the morning."""

    def open_tablet(family, **options):
        page = tablet(family, **options)
        page.add_init_script(NO_SYNC)
        until(page, READY)
        until(page, f"{KEPT}.then((kept) => kept.includes('/tablet/now'))")
        page.reload()
        return page

    return open_tablet


def running(family):
    """Return the address of the running morning on a laptop."""
    return family.url(f"m/{family.hand(do='look', family=family.number, name='run')}/")


def card(page, who):
    return page.locator(f"[data-card='{who.id}']")


def now(page, who):
    """Return the step somebody is at."""
    return card(page, who).locator(".part-now:visible")


def done(page, who):
    """Tap that somebody is done, and wait until the tick has been seen."""
    step = now(page, who).get_attribute("data-step")
    now(page, who).tap()
    expect(card(page, who).locator(f"[data-part='{step}']")).not_to_have_attribute(
        "data-state", re.compile("now|ticked")
    )


def own(page, who):
    """Go to somebody's own morning, and wait until it has its scripts."""
    card(page, who).locator(".card-who").tap()
    expect(page.locator("#run")).to_have_attribute("data-member", str(who.id))
    page.wait_for_load_state()


class TestTaps:
    def test_the_tablet_rests_on_the_morning(self, morning, tablet):
        page = tablet(morning)
        expect(page).to_have_url(re.compile("/tablet/now$"))
        for who in (morning.leo, morning.ivy, morning.bo):
            expect(now(page, who)).to_contain_text("Into the car")

    def test_one_tap_is_done_and_seen_on_the_laptop_and_one_takes_it_back(self, morning, tablet, screen):
        page = tablet(morning)
        laptop = screen(morning, morning.maya, running(morning))
        done(page, morning.ivy)
        expect(now(page, morning.ivy)).to_contain_text("Get dressed")
        expect(laptop.locator(f"#run-{morning.ivy.id}")).to_contain_text("Not done yet: Into the car")
        card(page, morning.ivy).locator(".part-last:visible").tap()
        expect(now(page, morning.ivy)).to_contain_text("Into the car")
        expect(laptop.locator(f"#run-{morning.ivy.id} .run-title")).to_have_text("Into the car")
        assert morning.done_ago(morning.ivy, morning.car) is None

    def test_what_is_done_elsewhere_is_seen_at_the_tablet(self, morning, tablet, screen):
        page = tablet(morning)
        expect(page.locator("body")).to_have_attribute("data-live", "")
        laptop = screen(morning, morning.leo, running(morning))
        laptop.locator(f"#run-{morning.leo.id} .run-button").click()
        expect(now(page, morning.leo)).to_contain_text("Get dressed")

    def test_a_finger_that_bounces_does_not_do_the_next_step_too(self, morning, tablet):
        page = tablet(morning)
        place = now(page, morning.ivy).bounding_box()
        for _ in range(3):
            page.touchscreen.tap(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        expect(now(page, morning.ivy)).to_contain_text("Get dressed")
        all_sent(page)
        assert morning.kinds().count("morning.done") == 1

    def test_a_face_with_a_code_sits_down_first(self, morning, tablet):
        morning.picture_code(morning.leo, ("star", "frog", "star"))
        page = tablet(morning)
        expect(card(page, morning.leo).locator("button")).to_have_count(0)
        now(page, morning.leo).tap()
        for picture in ("star", "frog", "star"):
            page.locator(f"button[value='{picture}']").tap()
        expect(page.locator("#run")).to_have_attribute("data-member", str(morning.leo.id))

    def test_who_is_done_leads_on_who_waited(self, morning, tablet):
        """What is handed over to Leo comes after breakfast, in which he has no part."""
        morning.done(morning.maya, morning.game, morning.breakfast)
        morning.done(morning.nana, morning.breakfast)
        for each in (morning.leo, morning.ivy, morning.bo):
            morning.done(each, morning.car, morning.dress, morning.game)
        morning.done(morning.bo, morning.breakfast)
        page = tablet(morning, service_workers="block")
        expect(card(page, morning.leo)).to_have_attribute("data-state", "waits")
        expect(card(page, morning.leo)).to_contain_text("Waits for Ivy")
        page.context.set_offline(True)
        done(page, morning.ivy)
        expect(card(page, morning.ivy)).to_have_attribute("data-state", "finished")
        expect(now(page, morning.leo)).to_contain_text("Own breakfast")
        page.context.set_offline(False)
        all_sent(page)
        expect(now(page, morning.leo)).to_contain_text("Own breakfast")

    def test_without_a_script_all_is_there(self, morning, tablet):
        page = tablet(morning, java_script_enabled=False)
        now(page, morning.ivy).tap()
        expect(now(page, morning.ivy)).to_contain_text("Get dressed")
        card(page, morning.ivy).locator(".part-last:visible").tap()
        expect(now(page, morning.ivy)).to_contain_text("Into the car")


class TestWithoutANet:
    def test_taps_are_shown_at_once_kept_and_sent_with_their_age(self, morning, ready):
        page = ready(morning)
        page.clock.install()
        page.context.set_offline(True)
        now(page, morning.ivy).tap()
        page.clock.run_for(2000)
        now(page, morning.ivy).tap()
        page.clock.run_for(2000)
        expect(now(page, morning.ivy)).to_contain_text("The game")
        expect(page.locator("#saved")).to_be_visible()
        page.clock.fast_forward(3_600_000)
        page.context.set_offline(False)
        page.clock.run_for(20_000)
        all_sent(page)
        for step in (morning.car, morning.dress):
            assert 3590 < morning.done_ago(morning.ivy, step) < 3700
        assert morning.kinds().count("morning.done") == 2

    def test_they_outlive_the_page_and_are_as_old_as_they_are(self, morning, ready):
        page = ready(morning)
        page.context.set_offline(True)
        done(page, morning.ivy)
        until(page, WAITING, 1)
        page.evaluate(AN_HOUR_AGO)
        again = page.context.new_page()
        page.close()
        again.goto("/tablet")
        expect(now(again, morning.ivy)).to_contain_text("Get dressed")
        expect(again.locator("#saved")).to_be_visible()
        again.context.set_offline(False)
        all_sent(again)
        assert 3590 < morning.done_ago(morning.ivy, morning.car) < 3700

    def test_a_clock_that_is_a_day_wrong_does_no_harm(self, morning, tablet):
        page = tablet(morning, service_workers="block")
        page.add_init_script(f"const real = Date.now; Date.now = () => real() + {DAY}")
        page.reload()
        share = card(page, morning.ivy).locator(".disc-left").get_attribute("stroke-dasharray")
        page.wait_for_timeout(2500)
        assert card(page, morning.ivy).locator(".disc-left").get_attribute("stroke-dasharray") == share
        done(page, morning.ivy)
        all_sent(page)
        assert morning.done_ago(morning.ivy, morning.car) < 20

    def test_a_clock_that_is_set_while_a_tap_waits_does_no_harm(self, morning, ready):
        page = ready(morning)
        page.context.set_offline(True)
        done(page, morning.ivy)
        page.evaluate(f"const real = Date.now; Date.now = () => real() + 40 * {DAY}")
        page.context.set_offline(False)
        all_sent(page)
        assert morning.done_ago(morning.ivy, morning.car) < 60

    def test_done_and_not_done_after_all(self, morning, ready):
        page = ready(morning)
        page.context.set_offline(True)
        done(page, morning.ivy)
        card(page, morning.ivy).locator(".part-last:visible").tap()
        expect(now(page, morning.ivy)).to_contain_text("Into the car")
        page.context.set_offline(False)
        all_sent(page)
        expect(now(page, morning.ivy)).to_contain_text("Into the car")
        assert morning.done_ago(morning.ivy, morning.car) is None

    def test_an_answer_lost_on_its_way_counts_once(self, morning, ready):
        page = ready(morning)

        def lose(route):
            route.fetch()
            route.abort()

        page.route("**/done", lose, times=1)
        done(page, morning.ivy)
        all_sent(page)
        assert morning.kinds().count("morning.done") == 1
        expect(now(page, morning.ivy)).to_contain_text("Get dressed")

    def test_the_morning_opens_as_it_was_and_idle_leads_back_to_it(self, morning, ready):
        page = ready(morning)
        done(page, morning.ivy)
        page.wait_for_timeout(4000)  # it is kept anew a moment after the last tap
        page.context.set_offline(True)
        page.goto("/tablet")
        expect(now(page, morning.ivy)).to_contain_text("Get dressed")
        expect(now(page, morning.bo)).to_contain_text("Into the car")
        page.goto("/tablet/now")
        done(page, morning.bo)
        page.context.set_offline(False)
        all_sent(page)
        assert morning.done_ago(morning.bo, morning.car) < 60

    def test_what_the_worker_sent_is_no_longer_on_its_way(self, morning, ready):
        page = ready(morning)
        page.context.set_offline(True)
        done(page, morning.ivy)
        until(page, WAITING, 1)
        only_the_worker_sends(page)
        sync(page)
        until(page, "doing.pending().length", 0)
        expect(now(page, morning.ivy)).to_contain_text("Get dressed")
        assert morning.done_ago(morning.ivy, morning.car) < 60

    def test_a_tablet_put_away_forgets_the_morning(self, morning, ready):
        page = ready(morning)
        page.context.set_offline(True)
        done(page, morning.ivy)
        morning.revoke()
        page.context.set_offline(False)
        expect(page.get_by_role("heading", name="This tablet was put away")).to_be_visible()
        until(page, f"{KEPT}.then((kept) => kept.includes('/tablet/now'))", False)
        assert morning.done_ago(morning.ivy, morning.car) is None

    def test_what_others_must_answer_is_not_kept(self, morning, tablet):
        page = tablet(morning, service_workers="block")
        own(page, morning.ivy)
        page.get_by_role("link", name="Ask for a change").tap()
        page.get_by_role("link", name="Not today").tap()
        expect(page.locator("button.choice").first).to_be_visible()
        page.wait_for_load_state()
        page.context.set_offline(True)
        page.locator("button.choice").first.tap()
        expect(page.locator("#toast")).to_contain_text("There is no net right now.")
        page.context.set_offline(False)
        assert page.evaluate(WAITING) == 0
        page.locator("button.choice").first.tap()
        expect(page.locator("#run")).to_contain_text("Asked. Take back")


class TestOwnPage:
    def test_small_steps_are_ticked_with_one_tap_each(self, family, tablet):
        family.unfolding(family.car, "Shoes\nCoat\nBag\nSeat belt")
        family.aged(family.bo, "3-5")
        family.begin()
        page = tablet(family)
        own(page, family.bo)
        shoes, coat = (page.get_by_role("button", name=name, exact=True) for name in ("Shoes", "Coat"))
        expect(page.locator(".small-step:visible")).to_have_count(2)
        shoes.tap()
        expect(shoes).to_have_attribute("aria-pressed", "true")
        page.wait_for_timeout(800)
        shoes.tap()
        expect(shoes).to_have_attribute("aria-pressed", "false")
        page.wait_for_timeout(800)
        shoes.tap()
        page.wait_for_timeout(800)
        coat.tap()
        expect(page.get_by_role("button", name="Bag", exact=True)).to_be_visible()
        expect(shoes).to_be_hidden()

    def test_it_reads_aloud_what_comes_next(self, morning, tablet):
        morning.suited(morning.ivy, reads_aloud=True)
        page = tablet(morning)
        page.add_init_script(voices(LOCAL))
        own(page, morning.ivy)
        done(page, morning.ivy)
        until(page, "spoken.at(-1)", "Get dressed")
        page.locator(".speaker:visible").tap()
        until(page, "spoken.includes('Then: The game')")

    def test_a_minute_without_a_touch_leads_back_to_everybody(self, morning, tablet):
        page = tablet(morning)
        page.clock.install()
        page.reload()
        own(page, morning.ivy)
        page.clock.run_for(51_000)
        expect(page.locator("#still")).to_be_visible()
        page.clock.run_for(10_000)
        expect(page).to_have_url(re.compile("/tablet/now$"))
        page.goto(f"/tablet/m/{morning.ivy.id}/now")
        expect(page).to_have_url(re.compile("/tablet/now$"))

    def test_from_there_to_the_questions_and_back(self, morning, tablet):
        page = tablet(morning)
        own(page, morning.ivy)
        page.get_by_role("link", name="Say something").tap()
        expect(page.locator("#seat")).to_be_visible()
        page.get_by_role("link", name="My morning").first.tap()
        expect(page.locator("#run")).to_be_visible()

    def test_yes_to_what_another_wishes_and_oops(self, morning, tablet):
        morning.wish_today(morning.leo, morning.game, "skip", "No time.")
        page = tablet(morning)
        expect(card(page, morning.ivy).locator(".card-count")).to_have_text("1")
        own(page, morning.ivy)
        expect(page.locator("#run-ask")).to_contain_text("Leo would like to leave out “The game” today.")
        page.get_by_role("button", name="Yes", exact=True).tap()
        expect(page.locator("#run-ask")).to_have_count(0)
        page.get_by_role("button", name="Oops, undo").tap()
        expect(page.locator("#run-ask")).to_be_visible()


class TestBeginningAndEnd:
    def test_one_tap_begins_it(self, family, tablet):
        family.at_any_hour()
        page = tablet(family)
        page.locator(f".whose-start [data-member='{family.bo.id}'] button").tap()
        expect(page.locator("#now")).to_be_visible()

    def test_without_a_net_it_says_so(self, family, tablet):
        family.at_any_hour()
        page = tablet(family, service_workers="block")
        page.context.set_offline(True)
        page.locator(f".whose-start [data-member='{family.bo.id}'] button").tap()
        expect(page.locator("#toast")).to_contain_text("There is no net right now.")
        page.context.set_offline(False)
        assert "morning.started" not in family.kinds()

    def test_a_morning_begun_elsewhere_comes_to_the_tablet(self, family, tablet, screen):
        family.at_any_hour()
        page = tablet(family)
        expect(page.locator("body")).to_have_attribute("data-live", "")
        laptop = screen(family, family.maya, family.url("today"))
        laptop.get_by_role("button", name="Start the morning").click()
        expect(page.locator("#now")).to_be_visible()

    def test_we_are_off_and_not_yet(self, morning, ready):
        page = ready(morning)
        page.context.set_offline(True)
        page.locator("[aria-label='We’re off: Bo']").tap()
        expect(page.get_by_role("heading", name="We’re off!")).to_be_visible()
        page.context.set_offline(False)
        all_sent(page)
        assert morning.left_ago() < 60
        page.locator("[aria-label='Not off yet: Ivy']").tap()
        expect(now(page, morning.ivy)).to_contain_text("Into the car")
        all_sent(page)
        assert morning.left_ago() is None

    def test_the_faces_in_a_running_morning_lead_back_to_it(self, morning, tablet):
        page = tablet(morning)
        page.clock.install()
        page.get_by_role("link", name="Say something").tap()
        expect(page.locator("#faces")).to_be_visible()
        page.clock.run_for(63_000)
        expect(page).to_have_url(re.compile("/tablet/now$"))

    def test_somebody_removed_while_it_shows_is_gone(self, morning, tablet, screen):
        page = tablet(morning)
        expect(page.locator("body")).to_have_attribute("data-live", "")
        morning.let_go(morning.bo)
        now(page, morning.bo).tap()
        expect(card(page, morning.bo)).to_have_count(0)
        expect(now(page, morning.ivy)).to_be_visible()

    def test_it_asks_for_itself_when_it_looks_different_without_a_tap(self, family, tablet):
        family.begin()
        page = tablet(family)
        expect(page.locator("body")).to_have_attribute("data-live", "")
        page.evaluate(
            "const run = document.querySelector('[data-run]');"
            "run.dataset.changes = Number(run.dataset.now) + 500;"
            "document.dispatchEvent(new CustomEvent('rungs:region'))"
        )
        with page.expect_request(re.compile("anew=1")):
            pass
