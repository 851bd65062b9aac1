"""Every kind of event has its sentences."""

import re
from pathlib import Path

import pytest

from households.models import Event
from routines.actions.take_back import UNDO
from routines.event_words import TELLINGS, done_words, event_icon, event_sentence
from routines.models import Decision
from tests.checks import ROOT

UI = ROOT / "static" / "icons" / "ui.svg"


def recorded():
    """Return every kind the verbs record, as far as it stands in their text."""
    kinds = {f"question.{kind}" for kind in Decision.Kind.values}
    for app in ("households", "routines"):
        for file in Path(ROOT, app, "actions").glob("*.py"):
            kinds |= set(
                re.findall(
                    r'"((?:household|member|invitation|routine|step|question|voice|concern|task|option|'
                    r'comment|rung|climb|override|agenda|pick|bundle|notice|feeling|slip|repair)\.[a-z_]+)"',
                    file.read_text(),
                )
            )
    return sorted(kinds)


@pytest.mark.parametrize("kind", recorded())
def test_it_is_told(kind):
    assert kind in TELLINGS


@pytest.mark.parametrize("kind", sorted(UNDO))
def test_whatever_can_be_taken_back_can_be_named(kind):
    told = event_sentence("taken_back", who="Maya", what="Get dressed", back=kind)
    assert told.startswith("Maya took back ")
    assert "something" not in told


@pytest.mark.parametrize("kind", [*sorted(TELLINGS), "taken_back", "something.new"])
def test_sentences_are_whole(kind):
    for whom in ("", "Bo"):
        told = event_sentence(kind, who="Maya", whom=whom, what="Get dressed", back="voice.said")
        assert "%" not in told
        assert told.endswith(".")
    assert event_sentence(kind, who="", what="x", back="")
    assert done_words(Event(kind=kind)).endswith(".")
    assert f'id="{event_icon(kind)}"' in UI.read_text()


def test_a_pass_reads_like_any_voice():
    for whom in ("", "Bo"):
        assert event_sentence("voice.passed", who="A", whom=whom) == event_sentence("voice.said", who="A", whom=whom)


def test_for_somebody_is_always_said():
    for kind in ("voice.said", "option.proposed", "comment.said", "concern.said", "question.own", "climb.asked"):
        assert "Bo" in event_sentence(kind, who="Maya", whom="Bo", what="Dress")
