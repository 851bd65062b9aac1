"""Words that are too long are refused in their own form, with a sentence, and stand there as they were typed."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from routines.actions.override import override
from tests.routines.morning import Morning

LONG = "abcdefghi " * 300
REFUSED = r'<p class="refused" role="alert">.*?Make this shorter: [\d,.]+ characters fit, [\d,.]+ are too many\.'


def heard(morning: Morning) -> int:
    question = morning.ask(morning.car, "We leave at ten past eight.", why="Then we are on time.")
    for each in (morning.leo, morning.ivy, morning.bo):
        morning.say(question, each, "got_it")
    return question


def ruled_out(morning: Morning) -> tuple[int, int]:
    question, music, _pyjamas = morning.consulted()
    return question, music


def decided_for_safety(morning: Morning) -> int:
    step, at = morning.breakfast.id, timezone.now()
    override(
        actor=morning.actor(morning.maya),
        step_id=step,
        ground="health",
        reason="Ten below zero.",
        expires_at=at + timedelta(hours=9),
        at=at,
    )
    return step


# What makes the form ready and returns what it is about (one id or several), its address, its field, and what else it
# needs.
FORMS = {
    "open": (lambda m: m.dress.id, "step_open", "limits", {"text": "What now?"}),
    "open, the question": (lambda m: m.dress.id, "step_open", "text", {}),
    "open, why": (lambda m: m.car.id, "step_open", "why", {"text": "We leave."}),
    "comment": (lambda m: m.dress.id, "step_comment", "text", {}),
    "climb": (lambda m: m.car.id, "step_climb", "reason", {"to_rung": "3"}),
    "step down": (lambda m: m.dress.id, "step_step_down", "reason", {"to_rung": "1"}),
    "propose": (lambda m: m.ask(m.game), "question_propose", "text", {}),
    "propose, what if": (lambda m: m.ask(m.game), "question_propose", "consequence", {"text": "With music"}),
    "say": (lambda m: m.proposal()[0], "question_say", "note", {"say": "no"}),
    "concern": (lambda m: m.ask(m.breakfast, "It goes cold."), "question_concern", "text", {}),
    "task": (lambda m: m.consented(), "question_task", "text", {}),
    "settle inform": (heard, "question_settle", "text", {"reason": "So."}),
    "settle inform, why": (heard, "question_settle", "reason", {"text": "We leave."}),
    "settle consult": (lambda m: m.consulted()[0], "question_settle", "reason", {"text": "Clothes"}),
    "override": (lambda m: m.dress.id, "step_override", "reason", {"ground": "health", "expires": "week"}),
    "reply": (decided_for_safety, "step_reply", "text", {}),
    "veto": (ruled_out, "question_veto", "reason", {"ground": "health"}),
}


@pytest.mark.parametrize("htmx", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("form", FORMS)
def test_a_panels_form_says_so_and_keeps_the_words(maya, morning, form, htmx):
    ready, address, field, about = FORMS[form]
    ids = ready(morning)
    ids = ids if isinstance(ids, tuple) else (ids,)
    answer = maya.post(address, *ids, htmx=htmx, **about, **{field: LONG})
    assert_kept(answer, field)


@pytest.mark.parametrize("htmx", [True, False], ids=["script", "plain"])
def test_so_does_the_wish_to_climb_and_its_answer(leo, maya, morning, htmx):
    answer = leo.post("step_ask_climb", morning.car.id, htmx=htmx, to_rung="3", reason=LONG)
    assert_kept(answer, "reason")
    leo.post("step_ask_climb", morning.car.id, to_rung="3", reason="It is more fun.")
    wish = morning.state(morning.car).asks[0].id
    answer = maya.post("step_answer_ask", morning.car.id, wish, htmx=htmx, granted="0", answer=LONG)
    assert_kept(answer, "answer")


@pytest.mark.parametrize("htmx", [True, False], ids=["script", "plain"])
def test_so_does_an_answer_to_a_voice(maya, morning, htmx):
    question, music, _pyjamas = morning.consulted()
    because = f"because_{morning.leo.id}"
    answer = maya.post("question_settle", question, htmx=htmx, option=music, reason="Fun.", **{because: LONG})
    assert_kept(answer, because)
    assert "Fun.</textarea>" in answer.content.decode()


@pytest.mark.parametrize("htmx", [True, False], ids=["script", "plain"])
def test_an_override_keeps_its_ground_and_its_end_in_an_open_fold(maya, morning, htmx):
    chosen = {"ground": "law", "expires": "tomorrow"}
    answer = maya.post("step_override", morning.dress.id, htmx=htmx, reason=LONG, **chosen)
    form = fold_around(answer, "override")
    assert '<option value="law" selected>' in form
    assert 'value="tomorrow" checked>' in form
    assert form.count(" selected") == form.count(" checked") == 1


@pytest.mark.parametrize("htmx", [True, False], ids=["script", "plain"])
def test_only_the_idea_that_was_to_be_ruled_out_shows_why_it_was_not(maya, morning, htmx):
    question, _music, pyjamas = morning.consulted()
    answer = maya.post("question_veto", question, pyjamas, htmx=htmx, ground="harm", reason=LONG)
    form = fold_around(answer, f"veto-{pyjamas}")
    assert '<option value="harm" selected>' in form
    html = answer.content.decode()
    assert len(re.findall(REFUSED, html, re.DOTALL)) == html.count(" selected>") == 1
    assert len(re.findall(r'<details class="fold" open>', html)) == 2


@pytest.mark.parametrize("htmx", [True, False], ids=["script", "plain"])
def test_words_for_an_idea_that_was_ruled_out_meanwhile_are_given_back(maya, morning, htmx):
    question, music = ruled_out(morning)
    morning.veto(question, music)
    answer = maya.post("question_veto", question, music, htmx=htmx, ground="harm", reason="Too loud for the baby.")
    assert answer.status_code == 422
    assert "</b> Too loud for the baby.</p>" in answer.content.decode()


def fold_around(answer, form):
    """Return a refused form; every fold around it has to be open."""
    before, _found, inside = answer.content.decode().partition(f'<label for="{form}-ground">')
    around = []
    for tag in re.findall(r"<details[^>]*>|</details>", before):
        around.pop() if tag == "</details>" else around.append(tag)
    assert around
    assert all(tag.endswith(" open>") for tag in around)
    return inside.partition("</form>")[0]


def assert_kept(answer, field):
    html = answer.content.decode()
    assert answer.status_code == 422
    sentence = re.search(REFUSED, html, re.DOTALL)
    assert sentence, "There is no sentence."
    form = html[sentence.end() :].partition("</form>")[0]
    typed = re.search(rf'<(?:textarea[^>]* name="{field}"[^>]*>|input[^>]* name="{field}"[^>]* value=")([^<"]*)', form)
    assert typed, f"There is no {field} in the form with the sentence."
    assert unescape(typed[1]) == LONG
