"""Words that are too long are refused in their own form, with a sentence, and stand there as they were typed."""

import re
from html import unescape

import pytest

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
    about = VERBS["override"](morning)
    about.do(actor=morning.actor(about.doer), at=timezone.now())
    return about.step


# What makes the form ready and returns what it is about, its address, its field, and what else it needs.
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
}


@pytest.mark.parametrize("htmx", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("form", FORMS)
def test_a_panels_form_says_so_and_keeps_the_words(maya, morning, form, htmx):
    ready, address, field, about = FORMS[form]
    answer = maya.post(address, ready(morning), htmx=htmx, **about, **{field: LONG})
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


def assert_kept(answer, field):
    html = answer.content.decode()
    assert answer.status_code == 422
    sentence = re.search(REFUSED, html, re.DOTALL)
    assert sentence, "There is no sentence."
    form = html[sentence.end() :].partition("</form>")[0]
    typed = re.search(rf'<(?:textarea[^>]* name="{field}"[^>]*>|input[^>]* name="{field}"[^>]* value=")([^<"]*)', form)
    assert typed, f"There is no {field} in the form with the sentence."
    assert unescape(typed[1]) == LONG
