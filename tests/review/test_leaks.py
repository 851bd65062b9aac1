"""What is not shared is not there: not in a page, not in an answer, not in a number, not in what the stream says.

The data could leak: a canary stands in every place that is not shared, and each page is the same with it and without.
"""

import asyncio
import re
from dataclasses import replace
from datetime import time, timedelta

import pytest
from django.urls import reverse

from households.actions.consent_refusals import refuse_part
from households.actions.picture_codes import set_code
from households.live import Viewer, listening
from households.models import Account, Consent
from households.rules.consent import KINDS
from routines.actions.comment import comment
from routines.actions.feel import feel
from routines.actions.notice import Noticed, notice
from routines.actions.recording import record_line
from routines.actions.review_answer import answer_review
from routines.actions.review_family import add_family_item
from routines.actions.review_question import ask_family
from routines.actions.review_session import plan_session
from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.slip import notice_slip
from routines.actions.start_morning import start_morning
from routines.actions.step import StepDraft, add_step
from routines.models import MorningStep, ReviewSession
from routines.models import mirrors as facts_read
from routines.regions.review import mirror
from tests.households.kitchen import CODE
from tests.live.house import House, living
from tests.review.lookers import a_facilitator, browser_of, looking_in, onlooker

CANARY = "Xanthophyll"
PAGES = ("review", "review_notes", "review_sessions", "review_report", "review_csv", "review_json")
SOUND = b"OggS" + CANARY.encode()
VARIES = (
    r'name="csrfmiddlewaretoken" value="[^"]*"',
    r'name="csrf-token" content="[^"]*"',
    r'name="tap" value="[^"]*"',
)


@pytest.fixture
def consent(morning):
    """Rungs, counts and feelings of Maya, Leo and Ivy; Bo's part is not shared, no words are."""
    people = (morning.maya, morning.leo, morning.ivy)
    consent = looking_in(morning, *people, kinds=["rungs", "counts", "feelings"])
    looking = onlooker(consent)
    ask_family(onlooker=looking, text="What would help?", at=morning.now)
    plan_session(onlooker=looking, on=morning.today + timedelta(days=9), at=morning.now)
    return consent


def pages(consent) -> dict[str, str]:
    """Return every page under the consent, with what is new on each opening taken out."""
    facts_read.forget()
    mirror.forget()
    tim, key = browser_of(consent), consent.key
    found = {name: tim.get(reverse(name, args=[key])) for name in PAGES}
    overview = found["review"].content.decode()
    for token in sorted(set(re.findall(rf"/review/{key}/step/([0-9a-f]+)/", overview))):
        found[f"step {token}"] = tim.get(reverse("review_step", args=[key, token]))
    found["waiting"] = tim.get(reverse("review", args=[key]), {"waiting": "1"})
    found["caseload"] = tim.get(reverse("caseload"))
    for token in people_of(overview):
        for name in ("review", "review_report"):
            found[f"{name} of {token}"] = tim.get(reverse(name, args=[key]), {"person": token})
    for token in re.findall(rf"/review/{key}/together/([0-9a-f]+)/", found["review_sessions"].content.decode()):
        found[f"session {token}"] = tim.get(reverse("review_session", args=[key, token]))
    poll = tim.get(reverse("review_poll", args=[key]))
    assert all(each.status_code == 200 for each in found.values())
    plain = {name: still(each.content.decode()) for name, each in found.items()}
    return plain | {"poll": f"{poll.status_code} {poll['X-Revision']}"}


def people_of(overview: str) -> list[str]:
    """Return the names under which the overview offers to look at one person's view."""
    offered = re.search(r'<select id="filter-person".*?</select>', overview).group()
    return re.findall(r'value="([0-9a-f]{20})"', offered)


def still(html: str) -> str:
    for each in VARIES:
        html = re.sub(each, "", html)
    return html


def hide(morning, consent) -> None:
    """Do everything that is not shared, in words that could be found."""
    maya, leo, bo = morning.actor(morning.maya), morning.actor(morning.leo), morning.bo
    question = consent.questions.get().id
    refuse_part(actor=leo, facilitator_id=consent.facilitator_id, at=morning.now)
    comment(actor=maya, step_id=morning.dress.id, text=CANARY, at=morning.now)
    asked = morning.ask(morning.game, "How do we play?")
    morning.say(asked, morning.ivy, "pass", note=CANARY)
    answer_review(actor=leo, question_id=question, text=CANARY, at=morning.now)
    answer_review(**morning.acting(bo), question_id=question, text=CANARY, at=morning.now)
    answer_review(**morning.acting(morning.ivy), question_id=question, passed=True, at=morning.now)
    add_family_item(actor=leo, session_id=ReviewSession.objects.get().id, text=CANARY, at=morning.now)
    draft = RoutineDraft(CANARY, 0b0011111, "leave", time(8, 0))
    other = create_routine(actor=maya, draft=draft, at=morning.now)
    add_step(actor=maya, routine_id=other.id, draft=StepDraft(CANARY, 5, "play", (bo.id,)), at=morning.now)
    looking_in(morning, facilitator=a_facilitator(CANARY))


def felt(morning) -> None:
    """Live a morning that felt like pushing, with words, say that it slipped, and what was hard."""
    maya = morning.actor(morning.maya)
    run = start_morning(actor=maya, routine_id=morning.routine.id, at=morning.now).morning_key
    step = MorningStep.objects.get(morning_id=run, step=morning.dress)
    about = {"morning_id": run, "morning_step_id": step.id, "felt": "pushed", "words": CANARY}
    feel(**morning.acting(morning.ivy), **about, at=morning.now)
    feel(actor=morning.actor(morning.leo), **about, at=morning.now)
    notice_slip(actor=maya, morning_id=run, at=morning.now)
    notice(**morning.acting(morning.bo), morning_id=run, noticed=Noticed("no", CANARY, "alarm-clock"), at=morning.now)
    notice(**morning.acting(morning.ivy), morning_id=run, noticed=Noticed("no", CANARY), at=morning.now)


def kept_secret(morning) -> None:
    """Keep what is nobody's outside: a voice, a code of pictures, an address of e-mail."""
    maya = morning.actor(morning.maya)
    asked = morning.ask(morning.dress, "How does it sound?")
    about = {"question_id": asked, "data": SOUND, "content_type": "audio/ogg"}
    record_line(actor=maya, **about, at=morning.now)
    set_code(actor=maya, member_id=morning.ivy.id, code=CODE, at=morning.now)
    Account.objects.filter(id=morning.maya.account_id).update(email=f"{CANARY}@example.org".lower())


def test_what_is_not_shared_is_nowhere(morning, consent):
    refuse_part(actor=morning.actor(morning.leo), facilitator_id=consent.facilitator_id, at=morning.now)
    before = pages(consent)
    turn = Consent.objects.get(id=consent.id).turn
    refused = hide_beside_a_no(morning, consent)
    after = pages(consent)
    assert refused is None
    assert Consent.objects.get(id=consent.id).turn == turn
    assert [name for name in before if before[name] != after[name]] == []
    assert set(before) == set(after)
    assert all(CANARY not in each for each in after.values())


def hide_beside_a_no(morning, consent) -> None:
    """Do everything that is not shared while Leo's no stands, a question that is still open included."""
    asked = morning.ask(morning.game, CANARY)
    morning.say(asked, morning.ivy, "pass", note=CANARY)
    maya, leo, bo = morning.actor(morning.maya), morning.actor(morning.leo), morning.bo
    question = consent.questions.get().id
    comment(actor=leo, step_id=morning.dress.id, text=CANARY, at=morning.now)
    answer_review(actor=leo, question_id=question, text=CANARY, at=morning.now)
    answer_review(**morning.acting(bo), question_id=question, text=CANARY, at=morning.now)
    answer_review(**morning.acting(morning.ivy), question_id=question, passed=True, at=morning.now)
    add_family_item(actor=leo, session_id=ReviewSession.objects.get().id, text=CANARY, at=morning.now)
    draft = RoutineDraft(CANARY, 0b0011111, "leave", time(8, 0))
    other = create_routine(actor=maya, draft=draft, at=morning.now)
    add_step(actor=maya, routine_id=other.id, draft=StepDraft(CANARY, 5, "play", (bo.id,)), at=morning.now)
    looking_in(morning, facilitator=a_facilitator(CANARY))


def test_words_and_pushing_are_nowhere(morning, consent):
    felt(morning)
    hide(morning, consent)
    morning.pass_time(days=5)
    found = pages(consent)
    assert all(CANARY not in each for each in found.values())
    said = {name: each.replace("It never shows “pushed”", "").lower() for name, each in found.items()}
    assert [name for name, each in said.items() if "pushed" in each] == []


def test_voices_codes_and_addresses_are_nowhere(morning, consent):
    kept_secret(morning)
    found = pages(consent)
    own = consent.facilitator.account.email
    for name, each in found.items():
        assert CANARY.lower() not in each.lower(), name
        assert "@example.org" not in each.replace(own, ""), name
        assert not re.search(r"recording|/heard/|picture.code|code_hash", each), name
        assert not set(CODE) <= set(re.findall(r"[a-z-]+", each)), name


async def streamed(consent, changes) -> list[str]:
    """Return what the facilitator's open page is sent while some changes happen."""
    house = House()
    house.authorise = lambda cookies, place, query: Viewer(7, 0, "facilitator", "en", "review", consent_id=consent.id)
    house.catch_up = lambda viewer, since: (0, "")
    async with living(house) as live:
        screen = await live.open(path=f"/live/review/{consent.key}/", query="page=review&revision=0")
        for each in changes:
            await live.publish(replace(each, household_id=7))
        await screen.sees(f"id: {changes[-1].turns[0][1]}\n")
        return screen.events


def test_a_stream_says_only_that_something_is_new(morning, consent, django_capture_on_commit_callbacks):
    with listening() as changes, django_capture_on_commit_callbacks(execute=True):
        hide_beside_a_no(morning, consent)
        felt(morning)
        kept_secret(morning)
        question = consent.questions.get().id
        answer_review(**morning.acting(morning.ivy), question_id=question, text=CANARY, at=morning.now)
    assert len(changes) > 8
    turn = Consent.objects.get(id=consent.id).turn
    sent = asyncio.run(streamed(consent, changes))
    assert sent[-1] == f"id: {turn}\nevent: resync\ndata:"
    assert all(re.fullmatch(r"id: \d+\nevent: resync\ndata:", each) for each in sent)
    assert len(sent) == sum(bool(dict(each.turns).get(consent.id)) for each in changes)


def test_no_number_of_the_households_is_sent(morning, consent):
    html = "".join(pages(consent).values())
    numbers = {morning.household.id, morning.routine.id, *(each.id for each in morning.household.members.all())}
    for number in numbers:
        assert f"/h/{number}/" not in html
    assert "/s/" not in re.sub(r"/static/[^\"']*", "", html)
    weeks = r'<option value="\d+"'
    assert not re.search(r'(?:value|id)="(?:[a-z]+-)?\d{2,}"', re.sub(weeks, "", html))
    household = type(morning.household).objects.get(id=morning.household.id)
    assert f'data-revision="{household.revision}"' not in html


@pytest.mark.parametrize("kind", [each for each in KINDS if each != "together"])
def test_one_kind_alone_opens_every_page(morning, kind):
    assert pages(looking_in(morning, kinds=[kind]))


def test_another_facilitators_things_are_not_named(morning, consent):
    other = looking_in(morning, facilitator=a_facilitator("Ruth"))
    assert "What would help?" not in "".join(pages(other).values())
