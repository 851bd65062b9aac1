"""What must be filled in, and what is refused: deed by deed, sentence by sentence."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from routines.rules.ladder import Code, Deed, judge, may
from routines.rules.state import AnswerState, Rung, Say
from tests.rules.household import (
    BO,
    CLOTHES,
    DAD,
    GAME,
    IVY,
    LEO,
    MUM,
    NOW,
    PYJAMAS,
    TODAY,
    answers,
    ask,
    asks,
    concerns,
    override,
    question,
    situation,
    step,
    voice,
    voices,
)

OK = Code.OK
INFORM, CONSULT, CODESIGN, COPRODUCE = Rung
TOMORROW = TODAY + timedelta(days=1)
TWO = (PYJAMAS, CLOTHES)
TWO_VOICES = {"voices": voices(Mum=CLOTHES, Leo=PYJAMAS, Bo=PYJAMAS)}
OPENED = replace(step(CONSULT), question=question(CONSULT, *TWO))
RULED_OUT = replace(CLOTHES, veto_ground="danger", veto_reason="Ice.", vetoed_by=1)
BOS_OWN = replace(
    step(INFORM, BO, over_to_you=True),
    question=question(INFORM, PYJAMAS, RULED_OUT, affected=(BO.id,)),
)
TABLED = {"table": 11, "concerns": concerns(MUM, LEO, BO)}
LONG = "x" * 5000


def check(deed, speaker, at, attempt, code):
    """Judge one row of a table."""
    verdict = judge(deed, situation(speaker, at, **attempt))
    assert verdict.code == code
    assert verdict.allowed is (code is OK)


def rows(*table):
    """Name the rows of a table by their first column."""
    return pytest.mark.parametrize(
        ("speaker", "at", "attempt", "code"),
        [row[1:] for row in table],
        ids=[row[0] for row in table],
    )


@rows(
    ("a parent for all", MUM, None, {"affected": (1, 3)}, OK),
    ("a parent for nobody yet", MUM, None, {"affected": ()}, OK),
    ("a teen for himself", LEO, None, {"affected": (3,)}, OK),
    ("a teen for others", LEO, None, {"affected": (1, 3), "to_rung": CONSULT}, Code.ADD_FOR_YOURSELF),
    ("a teen for all, co-designed", LEO, None, {"affected": (1, 3), "to_rung": CODESIGN}, OK),
    ("a teen calls safety", LEO, None, {"affected": (3,), "safety": True}, Code.SAFETY_IS_FOR_PARENTS),
    ("safety to vote on", MUM, None, {"to_rung": CONSULT, "safety": True}, Code.SAFETY_STAYS_INFORM),
    ("handed over to vote on", MUM, None, {"to_rung": CONSULT, "over_to_you": True}, Code.OVER_TO_YOU_IS_INFORM),
    ("for a stranger", MUM, None, {"affected": (99,)}, Code.PERSON_NOT_HERE),
    ("as much as there is", MUM, None, {"minutes": 10, "least": 10}, OK),
    ("nothing, when time is scarce", MUM, None, {"minutes": 10, "least": 0}, OK),
    ("half of them", MUM, None, {"minutes": 0, "least": None}, OK),
    ("more than there is", MUM, None, {"minutes": 10, "least": 11}, Code.LEAST_OVER_MINUTES),
    ("eight small steps", MUM, None, {"small_steps": "Sock\n" * 8}, OK),
    ("nine small steps", MUM, None, {"small_steps": "Sock\n" * 9}, Code.SMALL_STEPS_MANY),
    ("blank lines are no steps", MUM, None, {"small_steps": "Sock\n\n  \n" * 8}, OK),
    ("a small step that fits", MUM, None, {"small_steps": "Sock\n" + "x" * 60}, OK),
    ("a small step too long", MUM, None, {"small_steps": "Sock\n" + "x" * 61}, Code.SMALL_STEP_LONG),
)
def test_adding_a_step(speaker, at, attempt, code):
    check(Deed.ADD_STEP, speaker, at, attempt, code)


@rows(
    ("anything, nothing asked", MUM, step(CONSULT), {"limits": "Warm.", "affected": [1, 4]}, OK),
    ("another rung", MUM, step(CONSULT), {"to_rung": INFORM}, Code.RUNG_BY_CLIMBING),
    ("the same rung", MUM, step(CONSULT), {"to_rung": CONSULT}, OK),
    ("limits while asked", MUM, OPENED, {"limits": "Anything."}, Code.LIMITS_FIXED),
    ("the same limits while asked", MUM, OPENED, {"limits": " Warm enough. "}, OK),
    ("people while asked", MUM, OPENED, {"affected": (1, 3)}, Code.PEOPLE_FIXED),
    ("the same people, other order", MUM, OPENED, {"affected": [4, 3, 1]}, OK),
    ("safety while asked", MUM, OPENED, {"safety": True}, Code.RUNG_FIXED),
    ("handing over while asked", MUM, OPENED, {"over_to_you": True}, Code.RUNG_FIXED),
    ("safety on consult", MUM, step(CONSULT), {"safety": True}, Code.SAFETY_STAYS_INFORM),
    ("safety on inform", MUM, step(INFORM), {"safety": True}, OK),
    ("a teen's own", LEO, step(INFORM, LEO), {"affected": [3]}, OK),
    ("a teen adds others", LEO, step(INFORM, LEO), {"affected": (3, 4)}, Code.ONLY_YOURSELF),
    ("a teen hands himself over", LEO, step(INFORM, LEO), {"over_to_you": True}, Code.HANDING_OVER_IS_FOR_PARENTS),
    ("a teen ends safety", LEO, step(INFORM, LEO, safety=True), {"safety": False}, Code.SAFETY_IS_FOR_PARENTS),
    ("a stranger", MUM, step(CONSULT), {"affected": (1, 99)}, Code.PERSON_NOT_HERE),
    ("less than it needs", MUM, step(CONSULT), {"minutes": 5, "least": 6}, Code.LEAST_OVER_MINUTES),
    ("a safety step too", MUM, step(INFORM), {"safety": True, "minutes": 5, "least": 6}, Code.LEAST_OVER_MINUTES),
    ("too many small steps", MUM, step(CONSULT), {"small_steps": "Sock\n" * 9}, Code.SMALL_STEPS_MANY),
)
def test_editing_a_step(speaker, at, attempt, code):
    check(Deed.EDIT_STEP, speaker, at, attempt, code)


def test_a_step_is_not_put_away_while_people_are_asked():
    check(Deed.ARCHIVE_STEP, MUM, OPENED, {}, Code.ARCHIVE_QUESTION_OPEN)


def test_what_is_in_use_is_not_brought_back():
    check(Deed.RESTORE_STEP, MUM, step(CONSULT), {}, Code.NOT_ARCHIVED)


ASK = {"text": "How shall we get dressed?"}


@rows(
    ("inform", MUM, step(INFORM), ASK, OK),
    ("inform without why", MUM, step(INFORM, why=" "), ASK, Code.WHY_FIRST),
    ("inform, why given now", MUM, step(INFORM, why=""), ASK | {"why": "Cold."}, OK),
    ("consult", MUM, step(CONSULT), ASK, OK),
    ("consult without words", MUM, step(CONSULT), {}, Code.QUESTION_FIRST),
    ("consult, nobody decides", MUM, step(CONSULT, decider=None), ASK, Code.DECIDER_FIRST),
    ("consult, a teen decides", MUM, step(CONSULT), ASK | {"decider": 3}, OK),
    ("consult, a child decides", MUM, step(CONSULT), ASK | {"decider": 4}, Code.DECIDER_IS_PARENT_OR_TEEN),
    ("consult, Gran decides", MUM, step(CONSULT), ASK | {"decider": 6}, Code.DECIDER_IS_PARENT_OR_TEEN),
    ("consult, a stranger decides", MUM, step(CONSULT), ASK | {"decider": 99}, Code.PERSON_NOT_HERE),
    ("co-design", BO, step(CODESIGN), ASK, OK),
    ("co-design without limits", MUM, step(CODESIGN, limits=""), ASK, Code.LIMITS_FIRST),
    ("co-design, limits stated now", MUM, step(CODESIGN, limits=""), ASK | {"limits": "Warm."}, OK),
    ("co-design, limits taken away", MUM, step(CODESIGN), ASK | {"limits": ""}, Code.LIMITS_FIRST),
    ("co-produce", BO, step(COPRODUCE), ASK, OK),
    ("co-produce without a problem", BO, step(COPRODUCE), {"text": " "}, Code.PROBLEM_FIRST),
    ("for nobody", MUM, step(CONSULT, affected=()), ASK, Code.NOBODY_AFFECTED),
    ("a second one", MUM, OPENED, ASK, Code.QUESTION_OPEN),
    ("until tomorrow", MUM, step(CONSULT), ASK | {"deadline": TOMORROW}, OK),
    ("until today", MUM, step(CONSULT), ASK | {"deadline": TODAY}, Code.DEADLINE_AHEAD),
    ("until yesterday", MUM, step(CONSULT), ASK | {"deadline": date(2026, 3, 1)}, Code.DEADLINE_AHEAD),
    ("a very long one", MUM, step(CONSULT), {"text": LONG}, Code.TOO_LONG),
    ("very long limits", MUM, step(CONSULT), ASK | {"limits": LONG}, Code.TOO_LONG),
    ("a vote on safety", MUM, step(INFORM, safety=True), ASK | {"to_rung": CODESIGN}, Code.SAFETY_IS_EXPLAINED),
    ("on another rung", MUM, step(INFORM), ASK | {"to_rung": CODESIGN}, Code.RUNG_BY_CLIMBING),
)
def test_opening_a_question(speaker, at, attempt, code):
    check(Deed.OPEN, speaker, at, attempt, code)


FULL = tuple(replace(PYJAMAS, id=100 + n, text=f"Idea {n}") for n in range(12))


@rows(
    ("a new idea", BO, asks(CONSULT, *TWO), {"text": "Under the blanket"}, OK),
    ("an empty one", BO, asks(CONSULT, *TWO), {"text": "  "}, Code.IDEA_FIRST),
    ("one that is there", BO, asks(CONSULT, *TWO), {"text": " in  PYJAMAS "}, Code.IDEA_THERE),
    ("one that was ruled out", BO, asks(CONSULT, RULED_OUT), {"text": "clothes first"}, Code.IDEA_THERE),
    ("a very long one", BO, asks(CONSULT, *TWO), {"text": LONG}, Code.TOO_LONG),
    ("the thirteenth", BO, asks(CONSULT, *FULL), {"text": "One more"}, Code.IDEAS_ENOUGH),
    ("too late", BO, asks(CONSULT, closed=True), {"text": "One more"}, Code.CLOSED),
    ("on nothing", BO, step(CONSULT), {"text": "One more"}, Code.NO_QUESTION),
)
def test_bringing_an_idea(speaker, at, attempt, code):
    check(Deed.PROPOSE, speaker, at, attempt, code)


SAYS = [
    ("inform", asks(INFORM), "got_it question dislike pass"),
    ("consult, no idea yet", asks(CONSULT), "pass"),
    ("consult, one idea", asks(CONSULT, PYJAMAS), "yes unsure no pass"),
    ("consult, one idea left", asks(CONSULT, PYJAMAS, RULED_OUT), "yes unsure no pass"),
    ("consult, two ideas", asks(CONSULT, *TWO), "choice pass"),
    ("co-design, no idea yet", asks(CODESIGN), "pass"),
    ("co-design, one idea", asks(CODESIGN, PYJAMAS), "yes unsure no pass"),
    ("co-design, two ideas", asks(CODESIGN, *TWO), "choice pass"),
    ("co-produce", asks(COPRODUCE, *TWO, **TABLED), "yes ok no pass"),
]


@pytest.mark.parametrize("say", Say)
@pytest.mark.parametrize(("at", "taken"), [row[1:] for row in SAYS], ids=[row[0] for row in SAYS])
def test_what_can_be_said(at, taken, say):
    verdict = judge(Deed.SAY, situation(BO, at, say=say, option=PYJAMAS.id))

    assert bool(verdict) is (say in taken.split())
    assert verdict or verdict.code == Code.SAY_NOT_HERE


@rows(
    ("nothing", BO, asks(CONSULT, *TWO), {}, Code.SAY_FIRST),
    ("a choice of nothing", BO, asks(CONSULT, *TWO), {"say": Say.CHOICE}, Code.WHICH_ONE),
    ("a foreign idea", BO, asks(CONSULT, *TWO), {"say": Say.CHOICE, "option": 13}, Code.OPTION_GONE),
    (
        "an idea ruled out",
        BO,
        asks(CONSULT, PYJAMAS, GAME, RULED_OUT),
        {"say": Say.CHOICE, "option": 12},
        Code.OPTION_GONE,
    ),
    ("with a very long note", BO, asks(CONSULT, PYJAMAS), {"say": Say.NO, "note": LONG}, Code.TOO_LONG),
    ("after it closed", BO, asks(CONSULT, *TWO, closed=True), {"say": Say.PASS}, Code.CLOSED),
    ("in somebody's own matter", BO, BOS_OWN, {"say": Say.PASS}, Code.OWN_MATTER),
    ("where one is not asked", IVY, asks(CONSULT, *TWO), {"say": Say.PASS}, Code.NOT_AFFECTED),
    ("before anything is on the table", BO, asks(COPRODUCE, *TWO), {"say": Say.YES}, Code.NOTHING_ON_TABLE),
    ("to a proposal ruled out", BO, asks(COPRODUCE, RULED_OUT, table=12), {"say": Say.OK}, Code.NOTHING_ON_TABLE),
    ("something else than before", BO, asks(CONSULT, *TWO, **TWO_VOICES), {"say": Say.PASS}, OK),
)
def test_speaking(speaker, at, attempt, code):
    check(Deed.SAY, speaker, at, attempt, code)


@rows(
    ("words", IVY, step(CONSULT), {"text": "Brr."}, OK),
    ("a sticker", IVY, step(CONSULT), {"sticker": "heart"}, OK),
    ("nothing", IVY, step(CONSULT), {"text": " "}, Code.SAY_SOMETHING),
    ("2,000 characters", IVY, step(CONSULT), {"text": "x" * 2000}, OK),
    ("10,000 characters", IVY, step(CONSULT), {"text": "x" * 10000}, Code.TOO_LONG),
)
def test_commenting(speaker, at, attempt, code):
    check(Deed.COMMENT, speaker, at, attempt, code)


@rows(
    ("what matters", BO, asks(COPRODUCE), {"text": "Not cold."}, OK),
    ("nothing from me", BO, asks(COPRODUCE), {"text": ""}, OK),
    ("on and on", BO, asks(COPRODUCE), {"text": LONG}, Code.TOO_LONG),
    ("after it closed", BO, asks(COPRODUCE, closed=True), {}, Code.CLOSED),
)
def test_saying_what_matters(speaker, at, attempt, code):
    check(Deed.CONCERN, speaker, at, attempt, code)


READY = {"concerns": concerns(MUM, LEO, BO)}


@rows(
    ("an idea", BO, asks(COPRODUCE, *TWO, **READY), {"option": 11}, OK),
    ("as a trial", BO, asks(COPRODUCE, *TWO, **READY), {"option": 11, "trial_days": 3}, OK),
    ("as a long trial", BO, asks(COPRODUCE, *TWO, **READY), {"option": 11, "trial_days": 4}, Code.TRIAL_LENGTH),
    ("as no trial at all", BO, asks(COPRODUCE, *TWO, **READY), {"option": 11, "trial_days": 0}, Code.TRIAL_LENGTH),
    ("nothing", BO, asks(COPRODUCE, *TWO, **READY), {}, Code.WHICH_ONE),
    ("a foreign idea", BO, asks(COPRODUCE, *TWO, **READY), {"option": 13}, Code.OPTION_GONE),
    ("no idea yet", BO, asks(COPRODUCE, **READY), {}, Code.NO_IDEA_YET),
    (
        "before all were heard",
        BO,
        asks(COPRODUCE, *TWO, concerns=concerns(MUM, BO)),
        {"option": 11},
        Code.CONCERNS_FIRST,
    ),
    ("the same again", BO, asks(COPRODUCE, *TWO, **TABLED), {"option": 11}, Code.ALREADY_ON_TABLE),
    ("the same as a trial", BO, asks(COPRODUCE, *TWO, **TABLED), {"option": 11, "trial_days": 1}, OK),
    ("another one", BO, asks(COPRODUCE, *TWO, **TABLED), {"option": 12}, OK),
)
def test_putting_on_the_table(speaker, at, attempt, code):
    check(Deed.TABLE, speaker, at, attempt, code)


def test_a_task_has_words():
    check(Deed.TAKE_TASK, BO, asks(COPRODUCE), {"text": "Warm the socks"}, OK)
    check(Deed.TAKE_TASK, BO, asks(COPRODUCE), {"text": ""}, Code.TASK_FIRST)


@rows(
    ("his own", BO, BOS_OWN, {"option": 11}, OK),
    ("nothing", BO, BOS_OWN, {}, Code.WHICH_ONE),
    ("what was ruled out", BO, BOS_OWN, {"option": 12}, Code.OPTION_GONE),
    ("for another", MUM, BOS_OWN, {"option": 11}, Code.THEIR_OWN_CHOICE),
    ("in everybody's matter", BO, asks(CODESIGN, *TWO), {"option": 11}, Code.NOT_OWN_MATTER),
)
def test_choosing_in_ones_own_matter(speaker, at, attempt, code):
    check(Deed.CHOOSE, speaker, at, attempt, code)


VETO = {"option": 11, "ground": "danger", "reason": "Ice outside."}
THREE = (*TWO, GAME)


@rows(
    ("with a ground and a reason", MUM, asks(CONSULT, *TWO), VETO, OK),
    ("in an own matter", MUM, replace(BOS_OWN, question=question(INFORM, *TWO, affected=(4,))), VETO, OK),
    ("the last idea", MUM, asks(CONSULT, PYJAMAS), VETO, Code.REDESIGN),
    ("three to vote on", MUM, asks(CODESIGN, *THREE), VETO, OK),
    ("two to vote on", MUM, asks(CODESIGN, *TWO), VETO, Code.REDESIGN),
    ("one of two to agree on", MUM, asks(COPRODUCE, *TWO), VETO, OK),
    ("being late", MUM, asks(CONSULT, *TWO), VETO | {"ground": "late"}, Code.LATE_IS_NO_GROUND),
    ("bad taste", MUM, asks(CONSULT, *TWO), VETO | {"ground": "ugly"}, Code.GROUND_NOT_VALID),
    ("no ground", MUM, asks(CONSULT, *TWO), VETO | {"ground": ""}, Code.GROUND_FIRST),
    ("no reason", MUM, asks(CONSULT, *TWO), VETO | {"reason": " "}, Code.REASON_FIRST),
    ("a very long reason", MUM, asks(CONSULT, *TWO), VETO | {"reason": LONG}, Code.TOO_LONG),
    ("no idea named", MUM, asks(CONSULT, *TWO), VETO | {"option": None}, Code.WHICH_ONE),
    ("a foreign idea", MUM, asks(CONSULT, *TWO), VETO | {"option": 99}, Code.OPTION_GONE),
    ("twice", MUM, asks(CONSULT, PYJAMAS, GAME, RULED_OUT), VETO | {"option": 12}, Code.RULED_OUT_ALREADY),
    ("after it closed", MUM, asks(CONSULT, *TWO, closed=True), VETO, Code.CLOSED),
    (
        "for health, after the vote",
        MUM,
        asks(CODESIGN, *THREE, **TWO_VOICES),
        VETO | {"ground": "health"},
        Code.AFTER_REVEAL_DANGER_ONLY,
    ),
    ("for danger, after the vote", MUM, asks(CODESIGN, *THREE, **TWO_VOICES), VETO, OK),
    ("by a teen", LEO, asks(CONSULT, *TWO), VETO, Code.PARENTS_ONLY),
)
def test_ruling_an_idea_out(speaker, at, attempt, code):
    check(Deed.VETO, speaker, at, attempt, code)


NEWS = {"voices": voices(Mum="got_it", Leo="question", Bo="dislike")}


@rows(
    ("everybody answered", MUM, asks(INFORM, **NEWS), {"answers": answers(LEO, BO)}, OK),
    ("by a parent not asked", DAD, asks(INFORM, **NEWS), {"answers": answers(LEO, BO)}, OK),
    ("a dislike unanswered", MUM, asks(INFORM, **NEWS), {"answers": answers(LEO)}, Code.ANSWER_EACH),
    ("all got it", MUM, asks(INFORM, voices=voices(Mum="got_it", Leo="got_it", Bo="pass")), {}, OK),
    ("somebody has not said", MUM, asks(INFORM, voices=voices(Mum="got_it")), {}, Code.VOICES_MISSING),
    ("the day came", MUM, asks(INFORM, voices=voices(Mum="got_it"), deadline=TODAY), {}, OK),
    ("the day came, she is asked too", MUM, asks(INFORM, deadline=TODAY), {}, Code.SPEAK_FIRST),
    ("by a teen", LEO, asks(INFORM, **NEWS), {"answers": answers(BO)}, Code.INFORM_SETTLES_PARENT),
    ("an own matter", MUM, BOS_OWN, {}, Code.OWN_MATTER_CHOOSE),
)
def test_closing_inform(speaker, at, attempt, code):
    check(Deed.SETTLE, speaker, at, attempt, code)


DECIDE = {"option": 11, "reason": "Most want it.", "answers": answers(LEO, BO)}
EMPTY_ANSWER = (*answers(LEO), AnswerState(BO.id, "didnt", " "))
ODD_ANSWER = (*answers(LEO), AnswerState(BO.id, "perhaps", "Because."))


@rows(
    ("decided and answered", MUM, asks(CONSULT, *TWO, **TWO_VOICES), DECIDE, OK),
    ("in own words", MUM, asks(CONSULT, *TWO, **TWO_VOICES), DECIDE | {"option": None, "text": "Both."}, OK),
    ("nothing decided", MUM, asks(CONSULT, *TWO, **TWO_VOICES), DECIDE | {"option": None}, Code.DECISION_FIRST),
    ("without a reason", MUM, asks(CONSULT, *TWO, **TWO_VOICES), DECIDE | {"reason": ""}, Code.REASON_FIRST),
    (
        "against most, without a reason",
        MUM,
        asks(CONSULT, *TWO, **TWO_VOICES),
        DECIDE | {"option": 12, "reason": ""},
        Code.REASON_FOR_DEPARTING,
    ),
    ("against most, with a reason", MUM, asks(CONSULT, *TWO, **TWO_VOICES), DECIDE | {"option": 12}, OK),
    (
        "Bo without an answer",
        MUM,
        asks(CONSULT, *TWO, **TWO_VOICES),
        DECIDE | {"answers": answers(LEO)},
        Code.ANSWER_EACH,
    ),
    (
        "an answer without because",
        MUM,
        asks(CONSULT, *TWO, **TWO_VOICES),
        DECIDE | {"answers": EMPTY_ANSWER},
        Code.ANSWER_EACH,
    ),
    (
        "an answer that is none",
        MUM,
        asks(CONSULT, *TWO, **TWO_VOICES),
        DECIDE | {"answers": ODD_ANSWER},
        Code.ANSWER_EACH,
    ),
    (
        "who passed needs no answer",
        MUM,
        asks(CONSULT, *TWO, voices=voices(Mum=CLOTHES, Leo=PYJAMAS, Bo="pass")),
        DECIDE | {"answers": answers(LEO)},
        OK,
    ),
    (
        "somebody missing",
        MUM,
        asks(CONSULT, *TWO, voices=voices(Mum=CLOTHES, Leo=PYJAMAS)),
        DECIDE,
        Code.VOICES_MISSING,
    ),
    (
        "somebody missing, day came",
        MUM,
        asks(CONSULT, *TWO, voices=voices(Mum=CLOTHES, Leo=PYJAMAS), deadline=TODAY),
        DECIDE,
        OK,
    ),
    (
        "before the day",
        MUM,
        asks(CONSULT, *TWO, voices=voices(Mum=CLOTHES), deadline=TOMORROW),
        DECIDE,
        Code.VOICES_MISSING,
    ),
    (
        "decider silent, day came",
        MUM,
        asks(CONSULT, *TWO, voices=voices(Leo=PYJAMAS), deadline=TODAY),
        DECIDE,
        Code.SPEAK_FIRST,
    ),
    ("by another parent", DAD, asks(CONSULT, *TWO, **TWO_VOICES), DECIDE, Code.DECIDER_ONLY),
    ("a foreign idea", MUM, asks(CONSULT, *TWO, **TWO_VOICES), DECIDE | {"option": 99}, Code.OPTION_GONE),
    ("as a trial", MUM, asks(CONSULT, *TWO, **TWO_VOICES), DECIDE | {"trial_days": 2}, OK),
    ("as a long trial", MUM, asks(CONSULT, *TWO, **TWO_VOICES), DECIDE | {"trial_days": 9}, Code.TRIAL_LENGTH),
    ("a very long decision", MUM, asks(CONSULT, *TWO, **TWO_VOICES), DECIDE | {"text": LONG}, Code.TOO_LONG),
    ("already settled", MUM, asks(CONSULT, *TWO, **TWO_VOICES, closed=True), DECIDE, Code.CLOSED),
)
def test_deciding_after_consulting(speaker, at, attempt, code):
    check(Deed.SETTLE, speaker, at, attempt, code)


@pytest.mark.parametrize(
    ("said", "decided", "code"),
    [
        ({"Leo": "no", "Bo": "no", "Mum": "yes"}, {"option": 11}, Code.REASON_FOR_DEPARTING),
        ({"Leo": "yes", "Bo": "yes", "Mum": "no"}, {"option": 11}, Code.REASON_FIRST),
        ({"Leo": "yes", "Bo": "yes", "Mum": "no"}, {"text": "Not this week."}, Code.REASON_FOR_DEPARTING),
        ({"Leo": "no", "Bo": "no", "Mum": "yes"}, {"text": "Not this week."}, Code.REASON_FIRST),
    ],
    ids=["done though most said no", "done as most said", "not done though most said yes", "not done as most said"],
)
def test_departing_from_most_on_a_single_idea_needs_its_own_reason(said, decided, code):
    check(Deed.SETTLE, MUM, asks(CONSULT, PYJAMAS, voices=voices(**said)), decided, code)


def test_an_old_thumb_no_longer_counts_but_is_still_answered():
    said = (voice(LEO, Say.NO), *voices(Mum=CLOTHES, Bo=PYJAMAS))
    at = asks(CONSULT, *TWO, voices=said)
    due = replace(at, question=replace(at.question, deadline=TODAY))

    check(Deed.SETTLE, MUM, at, DECIDE, Code.VOICES_MISSING)
    check(Deed.SETTLE, MUM, due, DECIDE | {"answers": answers(BO)}, Code.ANSWER_EACH)
    check(Deed.SETTLE, MUM, due, DECIDE, OK)


@rows(
    ("all have voted", BO, asks(CODESIGN, *TWO, **TWO_VOICES), {}, OK),
    ("by a parent not asked", DAD, asks(CODESIGN, *TWO, **TWO_VOICES), {}, OK),
    ("by a child not asked", IVY, asks(CODESIGN, *TWO, **TWO_VOICES), {}, Code.NOT_AFFECTED),
    ("one missing", BO, asks(CODESIGN, *TWO, voices=voices(Mum=CLOTHES, Bo="pass")), {}, Code.VOICES_MISSING),
    ("one missing, day came", BO, asks(CODESIGN, *TWO, voices=voices(Mum=CLOTHES), deadline=TODAY), {}, OK),
    (
        "an old thumb among choices",
        BO,
        asks(CODESIGN, *TWO, voices=voices(Mum=CLOTHES, Leo=CLOTHES, Bo="yes")),
        {},
        Code.VOICES_MISSING,
    ),
)
def test_counting_the_votes(speaker, at, attempt, code):
    check(Deed.SETTLE, speaker, at, attempt, code)


def consented(days=None, **said):
    """Return a co-produced step with a proposal on the table and what was said to it."""
    return asks(COPRODUCE, *TWO, **TABLED, voices=voices(**said), trial_days=days)


REVIEW = {"review_on": TODAY + timedelta(days=14)}
LATER = {"review_on": TODAY + timedelta(days=400)}


@rows(
    ("all fine", BO, consented(Mum="yes", Leo="ok", Bo="ok"), REVIEW, OK),
    ("one passed", BO, consented(Mum="yes", Leo="pass", Bo="ok"), REVIEW, OK),
    ("one missing", BO, consented(Mum="yes", Bo="ok"), REVIEW, Code.VOICES_MISSING),
    ("one not OK", BO, consented(Mum="yes", Leo="no", Bo="ok"), REVIEW, Code.NOT_OK_OPEN),
    ("nobody said yes", BO, consented(Mum="ok", Leo="ok", Bo="ok"), REVIEW, Code.NOBODY_SAID_YES),
    ("all passed", BO, consented(Mum="pass", Leo="pass", Bo="pass"), REVIEW, Code.NOBODY_SAID_YES),
    ("a trial all accept", BO, consented(2, Mum="yes", Leo="ok", Bo="ok"), REVIEW, OK),
    ("a trial one passed on", BO, consented(2, Mum="yes", Leo="pass", Bo="ok"), REVIEW, Code.TRIAL_NEEDS_ALL),
    ("without a review", BO, consented(Mum="yes", Leo="ok", Bo="ok"), {}, Code.REVIEW_FIRST),
    ("with a review today", BO, consented(Mum="yes", Leo="ok", Bo="ok"), {"review_on": TODAY}, Code.REVIEW_DATE),
    ("with a review in years", BO, consented(Mum="yes", Leo="ok", Bo="ok"), LATER, Code.REVIEW_DATE),
    ("by who is not asked", DAD, consented(Mum="yes", Leo="ok", Bo="ok"), REVIEW, Code.NOT_AFFECTED),
    ("nothing on the table", BO, asks(COPRODUCE, *TWO), REVIEW, Code.NOTHING_ON_TABLE),
    (
        "the day came, silence is no yes",
        BO,
        asks(COPRODUCE, *TWO, **TABLED, voices=voices(Mum="yes", Bo="ok"), deadline=TODAY),
        REVIEW,
        Code.VOICES_MISSING,
    ),
)
def test_agreeing(speaker, at, attempt, code):
    check(Deed.SETTLE, speaker, at, attempt, code)


def stuck(round_, **said):
    """Return a co-produced step in its n-th round."""
    given = tuple(replace(each, round=round_) for each in voices(**said))
    return asks(COPRODUCE, *TWO, **TABLED, round=round_, voices=given)


@rows(
    ("after three rounds", BO, stuck(3, Mum="yes", Leo="no", Bo="ok"), {}, OK),
    ("after two", BO, stuck(2, Mum="yes", Leo="no", Bo="ok"), {}, Code.THREE_ROUNDS_FIRST),
    ("while somebody is missing", BO, stuck(3, Mum="yes", Leo="no"), {}, Code.VOICES_MISSING),
    ("when nobody says yes", BO, stuck(3, Mum="ok", Leo="ok", Bo="pass"), {}, OK),
    ("when it is fine for all", BO, stuck(3, Mum="yes", Leo="ok", Bo="ok"), {}, Code.CONSENT_THERE),
    ("on co-design", BO, asks(CODESIGN, *TWO), {}, Code.ONLY_COPRODUCE),
)
def test_leaving_it_unchanged(speaker, at, attempt, code):
    check(Deed.CLOSE_UNCHANGED, speaker, at, attempt, code)


NO_LIMITS = replace(asks(CONSULT, *TWO, limits=""), limits="")


@rows(
    ("to any rung above", MUM, step(INFORM), {"to_rung": COPRODUCE}, OK),
    ("nowhere", MUM, step(INFORM), {}, Code.WHICH_RUNG),
    ("where it stands", MUM, step(CONSULT), {"to_rung": CONSULT}, Code.NOT_HIGHER),
    ("downwards", MUM, step(CONSULT), {"to_rung": INFORM}, Code.NOT_HIGHER),
    ("with safety", MUM, step(INFORM, safety=True), {"to_rung": CONSULT}, Code.SAFETY_IS_EXPLAINED),
    ("with what is Bo's own", MUM, BOS_OWN, {"to_rung": CONSULT}, Code.OWN_ALREADY),
    ("while people are asked", MUM, OPENED, {"to_rung": CODESIGN}, OK),
    ("to a vote without limits, while asked", MUM, NO_LIMITS, {"to_rung": CODESIGN}, Code.LIMITS_BEFORE_CODESIGN),
    ("to a vote, limits stated now", MUM, NO_LIMITS, {"to_rung": CODESIGN, "limits": "Warm."}, OK),
)
def test_climbing(speaker, at, attempt, code):
    check(Deed.CLIMB, speaker, at, attempt, code)


DOWN = {"to_rung": INFORM, "reason": "The car leaves earlier."}


@rows(
    ("with a reason", MUM, step(CODESIGN), DOWN, OK),
    ("without a reason", MUM, step(CODESIGN), DOWN | {"reason": " "}, Code.REASON_ALL_SEE),
    ("nowhere", MUM, step(CODESIGN), {"reason": "So."}, Code.WHICH_RUNG),
    ("upwards", MUM, step(CODESIGN), DOWN | {"to_rung": COPRODUCE}, Code.NOT_LOWER),
    ("while people are asked", MUM, OPENED, DOWN, OK),
    ("a teen's own step", LEO, step(CONSULT, LEO), DOWN, OK),
)
def test_stepping_down(speaker, at, attempt, code):
    check(Deed.STEP_DOWN, speaker, at, attempt, code)


WISH = {"to_rung": CODESIGN, "reason": "We could vote."}


@rows(
    ("with a reason", BO, step(CONSULT), WISH, OK),
    ("without a reason", BO, step(CONSULT), WISH | {"reason": ""}, Code.REASON_FIRST),
    ("nowhere", BO, step(CONSULT), {"reason": "So."}, Code.WHICH_RUNG),
    ("twice", BO, step(CONSULT, asks=(ask(BO),)), WISH, Code.ASKED_ALREADY),
    ("as somebody else has", BO, step(CONSULT, asks=(ask(LEO),)), WISH, OK),
    ("as a parent", MUM, step(CONSULT), WISH, Code.CLIMB_DIRECTLY),
    ("as a teen, own step", LEO, step(CONSULT, LEO), WISH, Code.CLIMB_DIRECTLY),
    ("also where one is not named", IVY, step(CONSULT), WISH, Code.OK),
    ("on safety", BO, step(INFORM, safety=True), WISH, Code.SAFETY_IS_EXPLAINED),
)
def test_asking_to_climb(speaker, at, attempt, code):
    check(Deed.ASK_CLIMB, speaker, at, attempt, code)


WISHED = step(CONSULT, asks=(ask(BO),))
BOS_WISH = ask(BO).id


@rows(
    ("yes", MUM, WISHED, {"ask": BOS_WISH, "grant": True}, OK),
    ("not now, because", MUM, WISHED, {"ask": BOS_WISH, "grant": False, "reason": "In May."}, OK),
    ("not now", MUM, WISHED, {"ask": BOS_WISH, "grant": False}, Code.ANSWER_WHY),
    ("nothing", MUM, WISHED, {"ask": BOS_WISH}, Code.YES_OR_NO),
    ("an unnamed wish", MUM, WISHED, {"grant": True}, Code.ASK_GONE),
    ("a foreign wish", MUM, WISHED, {"ask": 999, "grant": True}, Code.ASK_GONE),
    ("no wish", MUM, step(CONSULT), {"ask": BOS_WISH, "grant": True}, Code.ASK_GONE),
    (
        "yes, and it has climbed already",
        MUM,
        step(CODESIGN, asks=(ask(BO),)),
        {"ask": BOS_WISH, "grant": True},
        OK,
    ),
)
def test_answering_a_wish_to_climb(speaker, at, attempt, code):
    check(Deed.ANSWER_ASK, speaker, at, attempt, code)


def test_a_wish_is_known_before_its_words_are_loaded():
    assert may(Deed.ANSWER_ASK, situation(MUM, step(CONSULT, has_asks=True)))


RULE = {"ground": "danger", "reason": "Ice outside.", "expires_at": NOW + timedelta(hours=12)}
YESTERDAY = RULE | {"expires_at": NOW - timedelta(days=1)}
OVERRIDDEN = step(CODESIGN, override=override())


@rows(
    ("until tonight", MUM, step(CODESIGN), RULE, OK),
    ("being late", MUM, step(CODESIGN), RULE | {"ground": "late"}, Code.LATE_IS_NO_GROUND),
    ("another ground", MUM, step(CODESIGN), RULE | {"ground": "noise"}, Code.GROUND_NOT_VALID),
    ("no ground", MUM, step(CODESIGN), RULE | {"ground": ""}, Code.GROUND_FIRST),
    ("no reason", MUM, step(CODESIGN), RULE | {"reason": ""}, Code.REASON_FIRST),
    ("a very long reason", MUM, step(CODESIGN), RULE | {"reason": LONG}, Code.TOO_LONG),
    ("no end", MUM, step(CODESIGN), RULE | {"expires_at": None}, Code.EXPIRY_FIRST),
    ("an end that has passed", MUM, step(CODESIGN), RULE | {"expires_at": NOW}, Code.EXPIRY_AHEAD),
    ("a week", MUM, step(CODESIGN), RULE | {"expires_at": NOW + timedelta(days=7)}, OK),
    ("until tonight, the hour unknown", MUM, step(CODESIGN), RULE | {"now": None}, OK),
    ("an end yesterday, the hour unknown", MUM, step(CODESIGN), YESTERDAY | {"now": None}, Code.EXPIRY_AHEAD),
    (
        "more than a week",
        MUM,
        step(CODESIGN),
        RULE | {"expires_at": NOW + timedelta(days=7, minutes=1)},
        Code.EXPIRY_AHEAD,
    ),
    ("a second one", MUM, OVERRIDDEN, RULE, Code.OVERRIDE_THERE),
    ("when the first is over", MUM, step(CODESIGN, override=override(expires_at=NOW)), RULE, OK),
    ("known, not loaded", MUM, step(CODESIGN, has_override=True), RULE, Code.OVERRIDE_THERE),
    ("by a teen", LEO, step(CODESIGN), RULE, Code.PARENTS_ONLY),
)
def test_overriding(speaker, at, attempt, code):
    check(Deed.OVERRIDE, speaker, at, attempt, code)


@rows(
    ("words", BO, OVERRIDDEN, {"text": "I am sad."}, OK),
    ("a sticker", BO, OVERRIDDEN, {"sticker": "sad"}, OK),
    ("nothing", BO, OVERRIDDEN, {}, Code.SAY_SOMETHING),
    ("not affected", IVY, OVERRIDDEN, {"text": "I too."}, Code.NOT_AFFECTED),
    ("to nothing", BO, step(CODESIGN), {"text": "I too."}, Code.NO_OVERRIDE),
)
def test_replying(speaker, at, attempt, code):
    check(Deed.REPLY, speaker, at, attempt, code)


MINE = {"event_actor": MUM.id, "event_at": NOW - timedelta(minutes=10)}


@rows(
    ("within ten minutes", MUM, None, MINE, OK),
    ("what she said for Bo", MUM, None, MINE, OK),
    (
        "a second later",
        MUM,
        None,
        MINE | {"event_at": NOW - timedelta(minutes=10, seconds=1)},
        Code.TOO_LATE_TO_TAKE_BACK,
    ),
    ("what another did", DAD, None, MINE, Code.NOT_YOURS_TO_TAKE_BACK),
    ("what was said for him", BO, None, MINE, Code.NOT_YOURS_TO_TAKE_BACK),
    ("twice", MUM, None, MINE | {"event_taken_back": True}, Code.TAKEN_BACK_ALREADY),
    ("what others built on", MUM, None, MINE | {"event_built_on": True}, Code.OTHERS_BUILT_ON_IT),
    ("a voice that was counted", MUM, None, MINE | {"event_closed": True}, Code.CLOSED),
    ("who knows when", MUM, None, {"event_actor": MUM.id}, Code.TOO_LATE_TO_TAKE_BACK),
)
def test_taking_back(speaker, at, attempt, code):
    check(Deed.TAKE_BACK, speaker, at, attempt, code)


def test_a_refusal_names_people_never_numbers():
    verdict = judge(Deed.SETTLE, situation(BO, asks(CODESIGN, *TWO, voices=voices(Mum=CLOTHES))))

    assert dict(verdict.params) == {"names": ("Leo", "Bo"), "count": 2}


def test_a_verdict_reads_as_yes_or_no():
    assert judge(Deed.COMMENT, situation(IVY, step(CONSULT), text="Hm."))
    assert not judge(Deed.COMMENT, situation(IVY, step(CONSULT)))
