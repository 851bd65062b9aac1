"""Who must agree to a change of today, rung by rung."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.morning.agreeing import Outcome, Weighed, sayers, weigh
from routines.rules.morning.state import AskVoice, TodayAsk
from routines.rules.state import Rung
from tests.rules.household import BO, FAMILY, LEO, MUM, WHO
from tests.rules.morning.mornings import ids, names, step, wish

INFORM, CONSULT, CODESIGN, COPRODUCE = Rung
OWN = {"over_to_you": True}
ALL = "Mum Dad Leo Bo Ivy Gran"

# A step, who is here, what is wished, by whom: who is asked, and who may decide alone.
SAYERS = [
    ("inform: a parent", step(1, "Bo Ivy"), ALL, "skip", "Bo", "Mum Dad", "Mum Dad"),
    ("inform: the parent who is here", step(1, "Bo Ivy"), "Dad Bo Ivy", "skip", "Bo", "Dad", "Dad"),
    ("inform: no parent here", step(1, "Bo Ivy"), "Leo Bo Ivy", "skip", "Bo", "", ""),
    ("own matter: its owner", step(1, "Leo", **OWN), ALL, "skip", "Leo", "Leo", "Leo"),
    ("own matter, also of a child", step(1, "Bo", **OWN), ALL, "swap", "Bo", "Bo", "Bo"),
    ("own matter with a helper", step(1, "Leo", helping="Mum", **OWN), ALL, "move", "Leo", "Leo", "Leo"),
    ("handed over to two", step(1, "Leo Bo", **OWN), ALL, "skip", "Leo", "Mum Dad", "Mum Dad"),
    ("handed over to two, one away", step(1, "Leo", away=ids("Bo"), **OWN), ALL, "skip", "Leo", "Mum Dad", "Mum Dad"),
    ("later is nobody's own matter", step(1, "Leo", **OWN), ALL, "later", "Leo", "Mum Dad", "Mum Dad"),
    ("put in behind one's own", step(1, "Leo", **OWN), ALL, "insert", "Leo", "Leo", "Leo"),
    ("put in by another", step(1, "Leo", **OWN), ALL, "insert", "Bo", "Mum Dad", "Mum Dad"),
    ("at the beginning", None, ALL, "insert", "Bo", "Mum Dad", "Mum Dad"),
    ("consult: the decider, then the others", step(1, "Bo Ivy", rung=CONSULT, decider=1), ALL, "skip", "Bo",
     "Mum Bo Ivy", "Mum"),
    ("consult: a teen decides", step(1, "Bo Leo", rung=CONSULT, decider=3), ALL, "skip", "Bo", "Leo Bo", "Leo"),
    ("consult: the decider is not here", step(1, "Bo", rung=CONSULT, decider=1), "Dad Bo", "skip", "Bo", "Dad Bo",
     "Dad"),
    ("consult: no decider named", step(1, "Bo Ivy", rung=CONSULT), ALL, "skip", "Bo", "Mum Dad Bo Ivy", "Mum Dad"),
    ("co-design: all it is for", step(1, "Mum Bo Ivy", rung=CODESIGN), ALL, "skip", "Bo", "Mum Bo Ivy", ""),
    ("co-design: not who only helps", step(1, "Bo Ivy", helping="Mum Gran", rung=CODESIGN), ALL, "skip", "Bo",
     "Bo Ivy", ""),
    ("co-design: a guest it is for", step(1, "Bo Gran", rung=CODESIGN), ALL, "skip", "Bo", "Bo Gran", ""),
    ("co-design: those who are here", step(1, "Mum Bo", rung=CODESIGN), "Bo Ivy", "skip", "Bo", "Bo", ""),
    ("co-produce: all it is for", step(1, "Mum Bo", rung=COPRODUCE), ALL, "later", "Bo", "Mum Bo", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("about", "here", "kind", "by", "asked", "deciders"), [row[1:] for row in SAYERS], ids=[r[0] for r in SAYERS]
)
def test_who_has_a_say(about, here, kind, by, asked, deciders):
    found = sayers(about, tuple(WHO[name] for name in here.split()), kind, WHO[by].id)

    assert (names(found.asked), names(found.deciders)) == (asked, deciders)


def test_who_has_left_has_no_say():
    people = tuple(replace(person, left=person == MUM) for person in FAMILY)

    assert names(sayers(step(1, "Bo"), people).asked) == "Dad"
    assert names(sayers(step(1, "Mum Bo", rung=CODESIGN), people).asked) == "Bo"


PARENTS = {"asked": "Mum Dad", "deciders": "Mum Dad"}
LEOS = {"asked": "Leo", "deciders": "Leo"}
HEARD = {"asked": "Mum Bo Ivy", "deciders": "Mum"}
THREE = {"asked": "Mum Leo Bo"}
FOUR = {"asked": "Mum Leo Bo Ivy"}

WEIGHED = [
    ("a child asks", wish(INFORM, **PARENTS), "waiting", "Mum Dad"),
    ("a parent says yes", wish(INFORM, **PARENTS, Dad=True), "accepted", ""),
    ("a parent says no", wish(INFORM, **PARENTS, Dad=False), "declined", ""),
    ("the first parent counts", wish(INFORM, **PARENTS, Dad=False, Mum=True), "declined", ""),
    ("a parent does it", wish(INFORM, "Mum", **PARENTS), "accepted", ""),
    ("a parent thinks again", wish(INFORM, "Mum", **PARENTS, Mum=False), "declined", ""),
    ("a sibling's yes is none", wish(INFORM, **PARENTS, Leo=True), "waiting", "Mum Dad"),
    ("nobody can decide", wish(INFORM, asked=""), "declined", ""),
    ("one's own matter", wish(INFORM, "Leo", **LEOS), "accepted", ""),
    ("consult: heard, not decided", wish(CONSULT, **HEARD, Bo=True, Ivy=True), "waiting", "Mum"),
    ("consult: the decider says yes", wish(CONSULT, **HEARD, Ivy=False, Mum=True), "accepted", ""),
    ("consult: the decider says no", wish(CONSULT, **HEARD, Ivy=True, Mum=False), "declined", ""),
    ("consult: the decider wants it", wish(CONSULT, "Mum", **HEARD), "accepted", ""),
    ("co-design: only who asks", wish(CODESIGN, **THREE), "waiting", "Mum Leo"),
    ("co-design: more than half", wish(CODESIGN, **THREE, Leo=True), "accepted", ""),
    ("co-design: one no of three", wish(CODESIGN, **THREE, Mum=False), "waiting", "Leo"),
    ("co-design: out of reach", wish(CODESIGN, **THREE, Mum=False, Leo=False), "declined", ""),
    ("co-design: half is not more", wish(CODESIGN, **FOUR, Leo=True), "waiting", "Mum Ivy"),
    ("co-design: a tie", wish(CODESIGN, **FOUR, Leo=True, Mum=False, Ivy=False), "declined", ""),
    ("co-design: a tie is all that can come", wish(CODESIGN, **FOUR, Mum=False, Ivy=False), "declined", ""),
    ("co-design: of two both", wish(CODESIGN, asked="Mum Bo"), "waiting", "Mum"),
    ("co-design: alone", wish(CODESIGN, asked="Bo"), "accepted", ""),
    ("co-design: asked by who has no vote", wish(CODESIGN, "Dad", **THREE, Mum=True), "waiting", "Leo Bo"),
    ("co-design: who asked thinks again", wish(CODESIGN, **THREE, Bo=False, Mum=True), "waiting", "Leo"),
    ("co-design: a voice of somebody else", wish(CODESIGN, **THREE, Dad=True), "waiting", "Mum Leo"),
    ("co-design: nobody", wish(CODESIGN, asked=""), "declined", ""),
    ("co-produce: not all yet", wish(COPRODUCE, **THREE, Mum=True), "waiting", "Leo"),
    ("co-produce: all", wish(COPRODUCE, **THREE, Mum=True, Leo=True), "accepted", ""),
    ("co-produce: one no is enough", wish(COPRODUCE, **THREE, Leo=False), "declined", ""),
    ("co-produce: alone", wish(COPRODUCE, asked="Bo"), "accepted", ""),
    ("co-produce: asked by who has no voice", wish(COPRODUCE, "Dad", asked="Mum Bo", Mum=True), "waiting", "Bo"),
    ("co-produce: nobody", wish(COPRODUCE, asked=""), "declined", ""),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "state", "waiting_for"), [row[1:] for row in WEIGHED], ids=[row[0] for row in WEIGHED])
def test_where_a_wish_stands(ask, state, waiting_for):
    weighed = weigh(ask)

    assert (weighed.state, names(weighed.waiting_for)) == (state, waiting_for)


PEOPLE = st.lists(st.integers(1, 8), unique=True, max_size=6).map(tuple)


@st.composite
def wishes(draw):
    rung = draw(st.sampled_from(list(Rung)))
    asked = draw(PEOPLE)
    deciders = tuple(each for each in asked if draw(st.booleans())) if rung <= Rung.CONSULT else ()
    voices = tuple(AskVoice(each, draw(st.booleans())) for each in draw(PEOPLE))
    return TodayAsk(1, "skip", draw(st.integers(1, 8)), rung, asked=asked, deciders=deciders, voices=voices)


@given(wishes())
def test_it_waits_for_somebody_or_for_nobody(ask):
    weighed = weigh(ask)

    assert bool(weighed.waiting_for) is (weighed.state is Outcome.WAITING)
    assert set(weighed.waiting_for) <= set(ask.asked)


@given(wishes())
def test_nobody_is_waited_for_who_has_spoken(ask):
    spoken = {voice.member for voice in ask.voices}

    assert spoken.isdisjoint(weigh(ask).waiting_for)


@given(wishes(), st.integers(1, 8))
def test_another_yes_never_harms_and_another_no_never_helps(ask, member):
    if member in {voice.member for voice in ask.voices}:
        return
    order = [Outcome.DECLINED, Outcome.WAITING, Outcome.ACCEPTED]
    before = order.index(weigh(ask).state)
    yes, no = (replace(ask, voices=(*ask.voices, AskVoice(member, agrees))) for agrees in (True, False))

    assert order.index(weigh(yes).state) >= before
    assert order.index(weigh(no).state) <= before


@given(wishes(), st.lists(st.integers(9, 12), max_size=4))
def test_who_has_no_say_changes_nothing(ask, others):
    more = tuple(AskVoice(member, False) for member in others)

    assert weigh(replace(ask, voices=(*ask.voices, *more))) == weigh(ask)


@given(wishes())
def test_silence_never_counts(ask):
    if ask.by in ask.asked:
        return

    assert weigh(replace(ask, voices=())).state is not Outcome.ACCEPTED


@given(wishes())
def test_a_vote_does_not_depend_on_who_is_quicker(ask):
    if ask.rung >= Rung.CODESIGN:
        assert weigh(replace(ask, voices=ask.voices[::-1])) == weigh(ask)


def test_somebody_may_agree_for_a_child():
    ask = wish(COPRODUCE, "Mum", asked="Mum Bo")

    assert weigh(ask) == Weighed(Outcome.WAITING, (BO.id,))
    assert weigh(replace(ask, voices=(AskVoice(BO.id, True, acted_by=MUM.id),))).state is Outcome.ACCEPTED
    assert weigh(replace(ask, voices=(AskVoice(LEO.id, True),))).state is Outcome.WAITING
