"""A parent records how a question sounds, with the browser's own recorder and a tone for a voice."""

import pytest
from playwright.sync_api import expect

TONE = """navigator.mediaDevices.getUserMedia = async () => {
  const place = new AudioContext();
  const voice = place.createOscillator();
  const line = place.createMediaStreamDestination();
  voice.connect(line);
  voice.start();
  return line.stream;
};"""
DENIED = "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));"


@pytest.fixture
def panel(family, screen):
    """Open the panel of a question as Maya, whose microphone does what a script says."""

    def open_panel(microphone):
        family.ask(family.dress, "How shall we get dressed?")
        page = screen(family, family.maya)
        page.add_init_script(microphone)
        page.goto(family.panel(family.dress))
        page.get_by_text("Say it for the tablet").click()
        return page

    return open_panel


def record(page):
    form = page.locator("#recorder-question")
    form.get_by_role("button", name="Record").click()
    expect(form.get_by_role("button", name="Stop")).to_be_focused()
    page.wait_for_timeout(600)
    form.get_by_role("button", name="Stop").click()
    expect(form.get_by_role("button", name="Listen")).to_be_focused()
    return form


def test_recorded_heard_kept_and_deleted(family, panel, tablet):
    page = panel(TONE)
    form = record(page)
    form.get_by_role("button", name="Listen").click()
    form.get_by_role("button", name="Keep it").click()
    kept = page.locator("#line-question audio")
    expect(kept).to_be_visible()
    expect(page.locator("#toast")).to_contain_text("Recorded.")
    lasts = kept.evaluate("""(audio) => new Promise((done) => {
      audio.onloadedmetadata = () => done(audio.duration);
      audio.onerror = () => done(-1);
      audio.preload = "auto";
    })""")
    assert 0.3 < lasts < 20
    kitchen = tablet(family, family.ivy)
    expect(kitchen.locator("h1[data-recording]")).to_have_text("How shall we get dressed?")
    page.get_by_role("button", name="Delete the recording").click()
    expect(kept).to_have_count(0)
    expect(kitchen.locator("h1[data-recording]")).to_have_count(0)


def test_thrown_away_it_never_leaves_the_page(family, panel):
    page = panel(TONE)
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    form = record(page)
    form.get_by_role("button", name="Throw it away").click()
    expect(form.get_by_role("button", name="Record")).to_be_focused()
    assert sent == []
    assert "recording.made" not in family.kinds()


def test_while_others_speak_a_recording_goes_on(family, panel, screen):
    page = panel(TONE)
    form = page.locator("#recorder-question")
    form.get_by_role("button", name="Record").click()
    teen = screen(family, family.leo, family.panel(family.dress))
    teen.get_by_role("button", name="Pass").click()
    expect(page.locator(".heard").first).to_contain_text("Leo")
    expect(form.get_by_role("button", name="Stop")).to_be_visible()
    form.get_by_role("button", name="Stop").click()
    form.get_by_role("button", name="Keep it").click()
    expect(page.locator("#line-question audio")).to_be_visible()


def test_a_closed_microphone_is_said(panel):
    page = panel(DENIED)
    page.locator("#recorder-question").get_by_role("button", name="Record").click()
    expect(page.locator("#toast")).to_contain_text("The microphone is not open to this page.")


def test_where_nothing_can_be_recorded_a_sentence_says_so(panel):
    page = panel("delete window.MediaRecorder;")
    expect(page.get_by_text("This browser cannot record here.")).to_be_visible()
    expect(page.get_by_role("button", name="Record", exact=True)).to_be_hidden()


def test_the_recorder_passes_axe(panel, axe):
    page = panel(TONE)
    assert axe(page) == []
    record(page)
    assert axe(page) == []
