"""Every reason has words, for grown-ups and for children."""

import re
import string
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

from routines.rules import ladder
from routines.rules.codes import Code
from routines.rules.ladder import Deed, judge
from routines.rules.state import Kind, Rung
from routines.words import (
    LADDER_WORDS,
    SENTENCES,
    how_decided,
    joined,
    rung_name,
    rung_words,
    sentence,
)
from routines.words.coming import COMING
from routines.words.morning_refusals import MORNINGS
from routines.words.refusals import REFUSALS
from tests.rules.household import BO, DAD, FAMILY, GRAN, IVY, LEO, MUM, asks, question, situation, step, voices

INFORM, CONSULT, CODESIGN, COPRODUCE = Rung
RULES = Path(ladder.__file__).parent
NAMES = {person.id: person.name for person in FAMILY}
PARAMS = {
    "who": "Mum",
    "names": ("Leo", "Bo"),
    "count": 2,
    "idea": "In pyjamas",
    "most": 12,
    "least": 2,
    "longest": 120,
    "over": 7,
    "round": 2,
    "total": 90,
    "room": 60,
    "at": "08:00",
}


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize(
    ("kind", "band"), [("parent", ""), ("teen", ""), ("child", "10-12"), ("child", "3-5"), ("supporter", "")]
)
def test_every_code_has_a_sentence_for_everybody(code, kind, band):
    said = sentence(code, PARAMS, kind, band)

    assert said[0] in string.ascii_uppercase + "“0123456789"
    assert said.endswith((".", "?"))
    assert "%" not in said


def test_no_sentence_is_left_over():
    assert set(REFUSALS | MORNINGS | COMING) == set(Code)


def test_no_code_is_left_over():
    rules = "".join(path.read_text() for path in RULES.rglob("*.py") if path.name != "codes.py")

    assert {code for code in Code if f"Code.{code.name}" not in rules} == {Code.CHANGED_MEANWHILE}


def test_a_code_from_elsewhere_still_says_what_to_do():
    assert "try once more" in sentence("of_another_world")


@pytest.mark.parametrize("code", Code)
def test_a_sentence_needs_nothing_but_what_its_rule_gives(code):
    needed = {name for text in SENTENCES[code] for name in re.findall(r"%\((\w+)\)s", str(text))}

    assert needed <= set(PARAMS)


@pytest.mark.parametrize("code", Code)
def test_childrens_sentences_are_short(code):
    _, child = SENTENCES[code]

    assert max(len(part.split()) for part in re.split(r"[.?:]", str(child))) <= 16


def test_a_refusal_in_the_words_of_who_reads_it():
    verdict = judge(Deed.SETTLE, situation(BO, asks(CODESIGN, voices=voices(Mum="pass"))))

    assert sentence(verdict.code, verdict.params, "parent") == "Wait for everybody’s voice. Still to speak: Leo and Bo."
    assert sentence(verdict.code, dict(verdict.params), "child", "6-9") == "We wait for Leo and Bo."


def test_somebody_unknown_is_somebody():
    assert sentence(Code.DECIDER_ONLY, (("who", ""),)).startswith("Wait for somebody")
    assert sentence(Code.NEXT_ANSWER_ASK, (("names", ()),)) == "Answer somebody, who would like to climb."


@pytest.mark.parametrize(
    ("names", "row"),
    [
        ((), ""),
        (("Bo",), "Bo"),
        (("Bo", "Mia"), "Bo and Mia"),
        (("Bo", "Mia", "Leo"), "Bo, Mia and Leo"),
        (("", "Bo"), "Bo"),
    ],
)
def test_names_in_a_row(names, row):
    assert joined(names) == row


@pytest.mark.parametrize("key", LADDER_WORDS)
@pytest.mark.parametrize(
    ("kind", "band"),
    [("parent", ""), ("teen", ""), ("child", "10-12"), ("child", "3-5"), ("supporter", "")],
)
def test_the_ladder_has_words_for_everybody(key, kind, band):
    assert rung_words(key, kind, band)


def test_the_ladder_in_the_words_of_each_age():
    assert rung_words(CONSULT, Kind.CHILD, "3-5") == "You say. Then I pick and tell you why."
    assert rung_words(3, "child", "6-9") == "We invent it and vote. Grown-ups make it happen."
    assert rung_words(COPRODUCE, Kind.TEEN) == "Shared decision, shared work; binds adults too."
    assert rung_words("pushed", Kind.PARENT) == "I pushed or forced."
    assert [rung_name(rung) for rung in Rung] == ["Inform", "Consult", "Co-design", "Co-produce"]


THURSDAY = {"deadline": date(2026, 3, 5)}
HOW = [
    ("consult, for Bo", asks(CONSULT, **THURSDAY), BO, "Mum decides by Thursday 5 March and must answer every voice."),
    ("consult, for Mum", asks(CONSULT, **THURSDAY), MUM, "You decide by Thursday 5 March and answer every voice."),
    ("consult, no day", asks(CONSULT), BO, "Mum decides, and must answer every voice."),
    ("consult, no day, for Mum", asks(CONSULT), MUM, "You decide, and answer every voice."),
    ("consult, nobody named", step(CONSULT, decider=None), BO, "One of us decides, and must answer every voice."),
    ("consult, a bare question", question(CONSULT), BO, "Mum decides, and must answer every voice."),
    ("inform", step(INFORM), LEO, "This is decided and explained."),
    ("inform, for a child", step(INFORM), BO, "You can ask, or say you don’t like it."),
    ("safety", step(INFORM, safety=True), BO, "This keeps people safe"),
    ("over to two", step(INFORM, LEO, BO, over_to_you=True), MUM, "Over to Leo and Bo"),
    ("own, for the one", step(INFORM, LEO, over_to_you=True), LEO, "This is yours: you choose."),
    ("own, for others", step(INFORM, LEO, over_to_you=True), DAD, "Leo chooses, nobody votes."),
    ("co-design", step(CODESIGN), GRAN, "One vote each, inside what is fixed."),
    ("co-design, for a child", step(CODESIGN), IVY, "Everyone has one vote."),
    ("co-produce", step(COPRODUCE), MUM, "Binds adults too."),
    ("co-produce, for a child", step(COPRODUCE), IVY, "We decide together."),
    ("the question's own rung", replace(step(CODESIGN), question=question(COPRODUCE)), MUM, "Binds adults too."),
]  # fmt: skip


@pytest.mark.parametrize(("about", "reader", "words"), [row[1:] for row in HOW], ids=[row[0] for row in HOW])
def test_how_it_is_decided(about, reader, words):
    with translation.override("en"):
        assert words in how_decided(about, reader, NAMES)
