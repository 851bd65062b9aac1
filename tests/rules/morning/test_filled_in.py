"""What must be said or chosen for a deed of a morning, and what is refused: sentence by sentence."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from routines.rules.codes import Code
from routines.rules.morning.deeds import BundleState, MorningDeed, PickState, RepairState, may_today
from routines.rules.morning.presence import Pause
from routines.rules.state import Rung
from tests.rules.household import BO, DAD, FAMILY, GRAN, IVY, LEO, MUM, TODAY
from tests.rules.household import step as planned_step
from tests.rules.morning.mornings import at, ids, morning, situation, step, wish

D, OK = MorningDeed, Code.OK
DAY = timedelta(days=1)
TOMORROW, YESTERDAY, IN_A_YEAR = TODAY + DAY, TODAY - DAY, TODAY + 366 * DAY
DRESS = step(1, "Mum Leo Bo", small_steps=("Socks", "Shoes"))
DONE = step(2, "Mum:5 Bo:9")
SKIPPED = step(3, "Mum Bo", skipped=True)
BELT = step(4, "Mum Bo", safety=True)
RUNS = {"morning": morning(DRESS, DONE, SKIPPED, BELT), "step": DRESS}
NO_HOURS = RUNS | {"morning": replace(RUNS["morning"], leave=None, planned_leave=None)}
ASKED = RUNS | {"morning": replace(RUNS["morning"], asks=(wish(),))}
LATER_ASKED = RUNS | {"morning": replace(RUNS["morning"], asks=(replace(wish(), kind="later", step=2),))}
FRUIT = PickState(81, ((1, "Eggs"), (2, "Porridge"), (3, "Fruit")), asked=ids("Mum Bo"))
PICK = RUNS | {"pick": FRUIT}
ICE = {"option": 1, "ground": "danger", "reason": "The eggs are old."}
VOTED = {"step": planned_step(Rung.CODESIGN)}
TWO = {"texts": ("Eggs", "Fruit")}
TREAT = {"whom": BO.id, "reason": "A birthday."}
HOLIDAY = {"kind": "holiday", "from_on": TODAY, "until_on": TOMORROW}
FROM_TODAY = {"from_on": TODAY}
LONG = "x" * 501


def rows(*table):
    """Name the rows of a table by their first column."""
    return pytest.mark.parametrize(
        ("speaker", "more", "code"), [row[1:] for row in table], ids=[row[0] for row in table]
    )


def check(deed, speaker, more, code):
    """Judge one row of a table."""
    verdict = may_today(deed, situation(speaker, **more))
    assert verdict.code is code
    assert verdict.allowed is (code is OK)


@rows(
    ("a new morning", BO, {}, OK),
    ("it runs", BO, RUNS, Code.MORNING_RUNS),
    ("today's is over", BO, {"morning": replace(RUNS["morning"], left=at(5))}, Code.MORNING_OVER),
    ("a break", BO, {"paused": True}, Code.MORNING_PAUSED),
    ("no steps", BO, {"planned": 0}, Code.NO_STEPS_YET),
    ("nobody here", BO, {"planned": 4, "for_today": 0}, Code.NOBODY_HERE),
    ("somebody here", BO, {"planned": 4, "for_today": 2}, OK),
    ("Gran", GRAN, {}, Code.SUPPORTER_TAKES_PART),
)
def test_starting(speaker, more, code):
    check(D.START, speaker, more, code)


@rows(
    ("a step", BO, RUNS, OK),
    ("done already: two finishes are one", BO, RUNS | {"step": DONE}, OK),
    ("no morning", BO, {"step": DRESS}, Code.NO_MORNING),
    ("no step", BO, RUNS | {"step": None}, Code.NO_STEP),
    ("skipped", BO, RUNS | {"step": SKIPPED}, Code.STEP_SKIPPED),
    ("not theirs", IVY, RUNS, Code.NOT_IN_IT_TODAY),
    ("Mum for Bo", BO, RUNS | {"by": MUM}, OK),
    ("Leo for Bo", BO, RUNS | {"by": LEO}, Code.ACTING_FOR_NOT_YOURS),
)
def test_doing(speaker, more, code):
    check(D.DONE, speaker, more, code)


@rows(
    ("the last small step", BO, RUNS | {"place": 1}, OK),
    ("one too many", BO, RUNS | {"place": 2}, Code.WHICH_SMALL_STEP),
    ("one too few", BO, RUNS | {"place": -1}, Code.WHICH_SMALL_STEP),
    ("none named", BO, RUNS, OK),
    ("there are none", BO, RUNS | {"step": DONE}, Code.NO_SMALL_STEPS),
)
def test_ticking(speaker, more, code):
    check(D.TICK, speaker, more, code)


@rows(
    ("with a reason", BO, RUNS | {"reason": "I am ill."}, OK),
    ("without", BO, RUNS | {"reason": "  "}, Code.REASON_FIRST),
    ("a long reason", BO, RUNS | {"reason": LONG}, Code.TOO_LONG),
    ("just short enough", BO, RUNS | {"reason": LONG[1:]}, OK),
    ("skipped already", BO, RUNS | {"step": SKIPPED, "reason": "x"}, Code.STEP_SKIPPED),
    ("all have done it", BO, RUNS | {"step": DONE, "reason": "x"}, Code.STEP_DONE),
    ("safety", MUM, RUNS | {"step": BELT, "reason": "x"}, Code.SAFETY_TODAY),
    ("asked already", BO, ASKED | {"reason": "x"}, Code.TODAY_ASKED_ALREADY),
    ("asked about another step", BO, ASKED | {"step": replace(DRESS, id=7), "reason": "x"}, OK),
    ("they have left", BO, {"morning": replace(RUNS["morning"], left=at(5)), "step": DRESS}, Code.MORNING_OVER),
)
def test_skipping(speaker, more, code):
    check(D.SKIP, speaker, more, code)


SWAP = RUNS | {"title": "Pyjamas under the coat", "reason": "The bus leaves."}


@rows(
    ("what and why", BO, SWAP, OK),
    ("with its own minutes", BO, SWAP | {"minutes": 120}, OK),
    ("what is missing", BO, SWAP | {"title": " "}, Code.TODAY_TITLE_FIRST),
    ("why is missing", BO, SWAP | {"reason": ""}, Code.REASON_FIRST),
    ("a long name", BO, SWAP | {"title": "x" * 81}, Code.TOO_LONG),
    ("two hours and one minute", BO, SWAP | {"minutes": 121}, Code.TODAY_MINUTES),
    ("less than nothing", BO, SWAP | {"minutes": -1}, Code.TODAY_MINUTES),
    ("a skip was asked for, a swap not", BO, ASKED | SWAP | {"morning": ASKED["morning"]}, OK),
)
def test_swapping(speaker, more, code):
    check(D.SWAP, speaker, more, code)


INSERT = RUNS | {"title": "Look for the cat", "minutes": 5}


@rows(
    ("what and how long", BO, INSERT, OK),
    ("for somebody", BO, INSERT | {"affected": (BO.id, IVY.id)}, OK),
    ("for who is away", BO, INSERT | {"affected": (BO.id, IVY.id), "away": (IVY.id,)}, Code.PERSON_NOT_HERE),
    ("for a stranger", BO, INSERT | {"affected": (99,)}, Code.PERSON_NOT_HERE),
    ("what is missing", BO, INSERT | {"title": ""}, Code.TODAY_TITLE_FIRST),
    ("how long is missing", BO, INSERT | {"minutes": None}, Code.TODAY_MINUTES),
    ("no time at all", BO, INSERT | {"minutes": 0}, Code.TODAY_MINUTES),
    ("too long", BO, INSERT | {"minutes": 121}, Code.TODAY_MINUTES),
    ("a long reason", BO, INSERT | {"reason": LONG}, Code.TOO_LONG),
    ("behind a step that is done", BO, INSERT | {"step": DONE}, OK),
    ("no morning", BO, INSERT | {"morning": None}, Code.NO_MORNING),
)
def test_putting_in(speaker, more, code):
    check(D.INSERT, speaker, more, code)


@rows(
    ("to the beginning", BO, RUNS, OK),
    ("behind another", BO, RUNS | {"after": 2}, OK),
    ("behind itself", BO, RUNS | {"after": 1}, Code.WHERE_TO),
    ("behind nothing there is", BO, RUNS | {"after": 99}, Code.WHERE_TO),
    ("a long reason", BO, RUNS | {"reason": LONG}, Code.TOO_LONG),
)
def test_moving(speaker, more, code):
    check(D.MOVE, speaker, more, code)


@rows(
    ("a minute", BO, RUNS | {"minutes": 1}, OK),
    ("two hours", BO, RUNS | {"minutes": 120}, OK),
    ("no minute", BO, RUNS | {"minutes": 0}, Code.LATER_MINUTES),
    ("more than two hours", BO, RUNS | {"minutes": 121}, Code.LATER_MINUTES),
    ("how much is missing", BO, RUNS, Code.LATER_MINUTES),
    ("no time to leave", BO, NO_HOURS | {"minutes": 10}, Code.NOTHING_TO_BE_LATE_FOR),
    ("asked already, about any step", BO, LATER_ASKED | {"minutes": 10}, Code.TODAY_ASKED_ALREADY),
    ("about no step", BO, RUNS | {"step": None, "minutes": 10}, OK),
    ("Gran", GRAN, RUNS | {"minutes": 10}, Code.SUPPORTER_TAKES_PART),
)
def test_more_time(speaker, more, code):
    check(D.LATER, speaker, more, code)


@rows(
    ("a parent", MUM, ASKED | {"today_ask": wish()}, OK),
    ("somebody without a say", LEO, ASKED | {"today_ask": wish()}, Code.NOT_ASKED_TODAY),
    ("a long no", MUM, ASKED | {"today_ask": wish(), "reason": LONG}, Code.TOO_LONG),
    ("it was answered", MUM, RUNS, Code.TODAY_ASK_GONE),
)
def test_agreeing(speaker, more, code):
    check(D.AGREE, speaker, more, code)


@rows(
    ("everybody's", MUM, HOLIDAY, OK),
    ("without an end", MUM, HOLIDAY | {"until_on": None}, OK),
    ("somebody's", MUM, HOLIDAY | {"whom": BO.id}, OK),
    ("one that began", MUM, HOLIDAY | {"from_on": YESTERDAY, "until_on": TODAY}, OK),
    ("a teen's own", LEO, HOLIDAY | {"whom": LEO.id}, OK),
    ("a teen for all", LEO, HOLIDAY, Code.ONLY_FOR_YOURSELF),
    ("a teen for another", LEO, HOLIDAY | {"whom": BO.id}, Code.ONLY_FOR_YOURSELF),
    ("a child", BO, HOLIDAY | {"whom": BO.id}, Code.PARENTS_ONLY),
    ("a stranger's", MUM, HOLIDAY | {"whom": 99}, Code.PERSON_NOT_HERE),
    ("no kind", MUM, HOLIDAY | {"kind": ""}, Code.PAUSE_KIND),
    ("an unknown kind", MUM, HOLIDAY | {"kind": "lazy"}, Code.PAUSE_KIND),
    ("no first day", MUM, HOLIDAY | {"from_on": None}, Code.PAUSE_DAYS),
    ("backwards", MUM, HOLIDAY | {"from_on": TOMORROW, "until_on": TODAY}, Code.PAUSE_DAYS),
    ("over already", MUM, HOLIDAY | {"from_on": YESTERDAY, "until_on": YESTERDAY}, Code.PAUSE_OVER),
    ("in a year", MUM, HOLIDAY | {"from_on": IN_A_YEAR, "until_on": IN_A_YEAR}, OK),
    ("later than in a year", MUM, HOLIDAY | {"until_on": IN_A_YEAR + DAY}, Code.DAYS_FAR),
    ("since long ago", MUM, HOLIDAY | {"from_on": date(1, 1, 1)}, Code.DAYS_FAR),
    ("a note", MUM, HOLIDAY | {"text": "n" * 200}, OK),
    ("a long note", MUM, HOLIDAY | {"text": "n" * 201}, Code.TOO_LONG),
)
def test_pausing(speaker, more, code):
    check(D.PAUSE, speaker, more, code)


@rows(
    ("one that goes on", MUM, {"pause": Pause(1, "sick", TODAY)}, OK),
    ("its last day", MUM, {"pause": Pause(1, "sick", YESTERDAY, TODAY)}, OK),
    ("one that is over", MUM, {"pause": Pause(1, "sick", YESTERDAY, YESTERDAY)}, Code.NO_PAUSE),
    ("one that is not there", MUM, {}, Code.NO_PAUSE),
    ("a teen's own", LEO, {"pause": Pause(1, "sick", TODAY, member=LEO.id)}, OK),
    ("a teen, everybody's", LEO, {"pause": Pause(1, "sick", TODAY)}, Code.ONLY_FOR_YOURSELF),
    ("a child's own", BO, {"pause": Pause(1, "sick", TODAY, member=BO.id)}, Code.PARENTS_ONLY),
)
def test_ending_a_pause(speaker, more, code):
    check(D.END_PAUSE, speaker, more, code)


@rows(
    ("a child's", MUM, FROM_TODAY | {"whom": BO.id}, OK),
    ("a guest's", MUM, FROM_TODAY | {"whom": GRAN.id}, OK),
    ("a teen's own", LEO, FROM_TODAY | {"whom": LEO.id}, OK),
    ("a teen for another", LEO, {"whom": BO.id}, Code.ONLY_FOR_YOURSELF),
    ("no day", MUM, {"whom": BO.id}, Code.DAY_FIRST),
    ("a day that is over", MUM, {"whom": BO.id, "from_on": YESTERDAY}, Code.DAY_OVER),
    ("a day in a year", MUM, {"whom": BO.id, "from_on": IN_A_YEAR}, OK),
    ("a day later than that", MUM, {"whom": BO.id, "from_on": IN_A_YEAR + DAY}, Code.DAYS_FAR),
    ("nobody's", MUM, {}, Code.WHO_IS_IT_FOR),
    ("a stranger's", MUM, {"whom": 99}, Code.PERSON_NOT_HERE),
    ("who has left", MUM, {"whom": BO.id, "members": (MUM, replace(BO, left=True))}, Code.PERSON_NOT_HERE),
)
def test_presence(speaker, more, code):
    check(D.PRESENCE, speaker, more, code)


@rows(
    ("a question", LEO, VOTED | TWO | {"text": "What is for breakfast?"}, OK),
    ("nothing to pick from", LEO, VOTED | {"text": "x"}, Code.PICK_TWO_FIRST),
    ("one thing alone", LEO, VOTED | {"text": "x", "texts": ("Eggs", " ")}, Code.PICK_TWO_FIRST),
    ("the same twice", LEO, VOTED | {"text": "x", "texts": ("Eggs", "eggs ")}, Code.IDEA_THERE),
    ("more than a dozen", LEO, VOTED | {"text": "x", "texts": tuple("abcdefghijklm")}, Code.IDEAS_ENOUGH),
    ("a long thing", LEO, VOTED | {"text": "x", "texts": ("Eggs", "x" * 81)}, Code.TOO_LONG),
    ("none", LEO, VOTED, Code.PICK_TEXT_FIRST),
    ("a long one", LEO, VOTED | {"text": "x" * 121}, Code.TOO_LONG),
    ("no step", LEO, {"text": "x"}, Code.NO_STEP),
    ("on consult", LEO, {"step": planned_step(Rung.CONSULT), "text": "x"}, Code.PICK_CLIMB_FIRST),
    ("on inform", LEO, {"step": planned_step(Rung.INFORM), "text": "x"}, Code.PICK_CLIMB_FIRST),
    ("safety", LEO, {"step": planned_step(Rung.INFORM, safety=True), "text": "x"}, Code.PICK_SAFETY),
    ("Bo's own", MUM, {"step": planned_step(Rung.INFORM, BO, over_to_you=True), "text": "x"}, Code.PICK_OWN_MATTER),
    ("a child", BO, VOTED | {"text": "x"}, Code.ASK_PARENT_OR_TEEN),
)
def test_making_a_pick(speaker, more, code):
    check(D.PICK_MAKE, speaker, more, code)


@rows(
    ("one", BO, PICK | {"options": (1,)}, OK),
    ("several", BO, PICK | {"options": (1, 3)}, OK),
    ("none is a pass", BO, PICK, OK),
    ("one that is not there", BO, PICK | {"options": (1, 9)}, Code.OPTION_GONE),
    ("one ruled out", BO, PICK | {"pick": replace(FRUIT, ruled_out=(1,)), "options": (1,)}, Code.OPTION_GONE),
    ("after the reveal", BO, PICK | {"pick": replace(FRUIT, settled=True), "options": (1,)}, Code.PICK_SETTLED),
    ("not asked", LEO, PICK | {"options": (1,)}, Code.PICK_NOT_YOURS),
    ("somebody else's treat", BO, PICK | {"pick": replace(FRUIT, treat_for=MUM.id), "options": (1,)}, Code.PICK_TREAT),
    ("one's own treat", BO, PICK | {"pick": replace(FRUIT, treat_for=BO.id), "options": (1,)}, OK),
    ("a guest", GRAN, PICK | {"pick": replace(FRUIT, guests=(GRAN.id,)), "options": (1,)}, OK),
    ("no pick", BO, RUNS, Code.PICK_GONE),
)
def test_picking(speaker, more, code):
    check(D.PICK_TAP, speaker, more, code)


@rows(
    ("a danger", DAD, PICK | ICE, OK),
    ("a child", BO, PICK | ICE, Code.PARENTS_ONLY),
    ("which", DAD, PICK | ICE | {"option": None}, Code.WHICH_ONE),
    ("one that is gone", DAD, PICK | ICE | {"option": 9}, Code.OPTION_GONE),
    ("twice", DAD, PICK | ICE | {"pick": replace(FRUIT, options=(*FRUIT.options, (4, "Tea")), ruled_out=(1,))},
     Code.RULED_OUT_ALREADY),
    ("two would not remain", DAD, PICK | ICE | {"pick": replace(FRUIT, ruled_out=(2,))}, Code.REDESIGN),
    ("no ground", DAD, PICK | ICE | {"ground": ""}, Code.GROUND_FIRST),
    ("being late", DAD, PICK | ICE | {"ground": "late"}, Code.LATE_IS_NO_GROUND),
    ("taste", DAD, PICK | ICE | {"ground": "taste"}, Code.GROUND_NOT_VALID),
    ("no reason", DAD, PICK | ICE | {"reason": ""}, Code.REASON_FIRST),
    ("a long reason", DAD, PICK | ICE | {"reason": LONG}, Code.TOO_LONG),
    ("danger after the reveal", DAD, PICK | ICE | {"pick": replace(FRUIT, settled=True)}, OK),
    ("danger, and one is left after the reveal", DAD,
     PICK | ICE | {"pick": replace(FRUIT, ruled_out=(2,), settled=True)}, OK),
    ("nothing is left after the reveal", DAD,
     PICK | ICE | {"pick": replace(FRUIT, ruled_out=(2, 3), settled=True)}, Code.REDESIGN),
    ("something was picked since", DAD, PICK | ICE | {"pick": replace(FRUIT, settled=True, later=True)},
     Code.PICK_LATER_ONES),
    ("health after the reveal", DAD, PICK | ICE | {"pick": replace(FRUIT, settled=True), "ground": "health"},
     Code.AFTER_REVEAL_DANGER_ONLY),
)  # fmt: skip
def test_ruling_out(speaker, more, code):
    check(D.PICK_VETO, speaker, more, code)


@rows(
    ("a birthday", DAD, PICK | TREAT, OK),
    ("for nobody", DAD, PICK | TREAT | {"whom": None}, Code.WHO_IS_IT_FOR),
    ("for who does not pick", DAD, PICK | TREAT | {"whom": LEO.id}, Code.PICK_NOT_YOURS),
    ("for no reason", DAD, PICK | TREAT | {"reason": " "}, Code.REASON_FIRST),
    ("after the reveal", DAD, PICK | TREAT | {"pick": replace(FRUIT, settled=True)}, Code.PICK_SETTLED),
)
def test_giving_a_treat(speaker, more, code):
    check(D.PICK_TREAT, speaker, more, code)


@rows(
    ("one of three", LEO, {"pick": FRUIT, "option": 1}, OK),
    ("which", LEO, {"pick": FRUIT}, Code.WHICH_ONE),
    ("one of two", LEO, {"pick": replace(FRUIT, options=FRUIT.options[:2]), "option": 1}, Code.REDESIGN),
)
def test_putting_an_option_away(speaker, more, code):
    check(D.PICK_DROP_OPTION, speaker, more, code)


SHARED = {"bundle": BundleState(ids("Mum Bo")), "picks": (FRUIT, replace(FRUIT, id=82))}


@rows(
    ("two", BO, SHARED, OK),
    ("one alone", BO, SHARED | {"picks": (FRUIT,)}, Code.BUNDLE_TWO),
    ("shared already", BO, SHARED | {"picks": (FRUIT, replace(FRUIT, bundled=True))}, Code.BUNDLE_ALREADY),
    ("who does not pick there", LEO, SHARED, Code.BUNDLE_NOT_YOURS),
)
def test_asking_to_share_turns(speaker, more, code):
    check(D.BUNDLE_PROPOSE, speaker, more, code)


@rows(
    ("asked", BO, {"bundle": BundleState(ids("Mum Bo"))}, OK),
    ("agreed already", BO, {"bundle": BundleState(ids("Mum Bo"), agreed=True)}, Code.BUNDLE_GONE),
    ("over", BO, {"bundle": BundleState(ids("Mum Bo"), over=True)}, Code.BUNDLE_GONE),
    ("nothing there", BO, {}, Code.BUNDLE_GONE),
)
def test_answering_about_shared_turns(speaker, more, code):
    check(D.BUNDLE_SAY, speaker, more, code)


FULL = replace(FRUIT, options=tuple((number, f"Idea {number}") for number in range(12)))


@rows(
    ("a new one", BO, PICK | {"text": "Waffles"}, OK),
    ("a parent who is not asked", DAD, PICK | {"text": "Waffles"}, OK),
    ("somebody else", LEO, PICK | {"text": "Waffles"}, Code.PICK_NOT_YOURS),
    ("without words", BO, PICK, Code.IDEA_FIRST),
    ("too many words", BO, PICK | {"text": "x" * 81}, Code.TOO_LONG),
    ("there already, however typed", BO, PICK | {"text": " EGGS "}, Code.IDEA_THERE),
    ("a dozen is enough", BO, PICK | {"pick": FULL, "text": "Waffles"}, Code.IDEAS_ENOUGH),
)
def test_adding_an_option(speaker, more, code):
    check(D.PICK_ADD_OPTION, speaker, more, code)


@rows(
    ("again", BO, RUNS | {"again": "maybe"}, OK),
    ("what was hard", BO, RUNS | {"text": "The socks."}, OK),
    ("a picture of it", BO, RUNS | {"picture": "sock"}, OK),
    ("nothing", BO, RUNS, Code.AGAIN_FIRST),
    ("never", BO, RUNS | {"again": "never", "text": "x"}, Code.AGAIN_FIRST),
    ("many words", BO, RUNS | {"again": "no", "text": LONG}, Code.TOO_LONG),
    ("no part in it", IVY, RUNS | {"again": "yes"}, Code.NOT_IN_THE_MORNING),
    ("no morning", BO, {"again": "yes"}, Code.NO_MORNING),
    ("Mum for Bo", BO, RUNS | {"by": MUM, "again": "yes"}, OK),
)
def test_noticing(speaker, more, code):
    check(D.NOTICE, speaker, more, code)


@pytest.mark.parametrize("felt", ["inform", "consult", "codesign", "coproduce", "engaged", "explained", "pushed"])
def test_seven_ways_to_feel(felt):
    check(D.FEEL, BO, RUNS | {"felt": felt}, OK)


@rows(
    ("nothing chosen", BO, RUNS, Code.FELT_FIRST),
    ("an eighth", BO, RUNS | {"felt": "great"}, Code.FELT_FIRST),
    ("many words", BO, RUNS | {"felt": "pushed", "text": LONG}, Code.TOO_LONG),
    ("no part in the step", IVY, RUNS | {"felt": "pushed"}, Code.NOT_IN_IT_TODAY),
    ("a step that was skipped", BO, RUNS | {"step": SKIPPED, "felt": "pushed"}, OK),
    ("no step", BO, RUNS | {"step": None, "felt": "pushed"}, Code.NO_STEP),
)
def test_feeling(speaker, more, code):
    check(D.FEEL, speaker, more, code)


@rows(
    ("one's own", BO, {"feeling_by": BO.id, "felt": "pushed"}, OK),
    ("another's", MUM, {"feeling_by": BO.id, "felt": "pushed"}, Code.NOT_YOUR_ACCOUNT),
    ("nobody's", MUM, {"felt": "pushed"}, Code.NOT_YOUR_ACCOUNT),
    ("something else", BO, {"feeling_by": BO.id, "felt": "consult"}, Code.ONLY_PUSHED_IS_SHARED),
)
def test_sharing(speaker, more, code):
    check(D.SHARE_PUSHED, speaker, more, code)


@pytest.mark.parametrize("deed", [D.SORRY, D.THANK])
@rows(
    ("to a child", MUM, RUNS | {"whom": BO.id, "text": "I pushed you."}, OK),
    ("to a parent", BO, RUNS | {"whom": MUM.id, "picture": "heart"}, OK),
    ("to everybody", MUM, RUNS | {"text": "That was loud."}, OK),
    ("to oneself", MUM, RUNS | {"whom": MUM.id, "text": "x"}, Code.NOT_TO_YOURSELF),
    ("to a stranger", MUM, RUNS | {"whom": 99, "text": "x"}, Code.PERSON_NOT_HERE),
    ("to who has left", MUM, RUNS | {"whom": BO.id, "text": "x", "members": (replace(BO, left=True), *FAMILY[:3])},
     Code.PERSON_NOT_HERE),
    ("nothing said", MUM, RUNS | {"whom": BO.id}, Code.SAY_SOMETHING),
    ("many words", MUM, RUNS | {"whom": BO.id, "text": LONG}, Code.TOO_LONG),
    ("about no step", MUM, RUNS | {"step": None, "whom": BO.id, "text": "x"}, OK),
    ("no part in the morning", IVY, RUNS | {"whom": BO.id, "text": "x"}, Code.NOT_IN_THE_MORNING),
)  # fmt: skip
def test_sorry_and_thanks(deed, speaker, more, code):
    check(deed, speaker, more, code)


@rows(
    ("an idea", BO, RUNS | {"text": "Socks in the evening."}, OK),
    ("about the whole morning", BO, RUNS | {"step": None, "text": "x"}, OK),
    ("without words", BO, RUNS, Code.IDEA_FIRST),
    ("many words", BO, RUNS | {"text": LONG}, Code.TOO_LONG),
    ("no part in the step", IVY, RUNS | {"text": "x"}, Code.NOT_IN_IT_TODAY),
    ("no part in the morning", IVY, RUNS | {"step": None, "text": "x"}, Code.NOT_IN_THE_MORNING),
)
def test_trying_something_else(speaker, more, code):
    check(D.TRY_THIS, speaker, more, code)


@rows(
    ("a hug", BO, {"repair": RepairState(MUM.id, BO.id), "picture": "hug"}, OK),
    ("words", BO, {"repair": RepairState(MUM.id), "text": "It is OK."}, OK),
    ("nothing", BO, {"repair": RepairState(MUM.id), "text": " "}, Code.SAY_SOMETHING),
    ("another's", LEO, {"repair": RepairState(MUM.id, BO.id), "picture": "hug"}, Code.REPAIR_NOT_TO_YOU),
    ("one's own", MUM, {"repair": RepairState(MUM.id), "picture": "hug"}, Code.NOT_TO_YOURSELF),
    ("twice", BO, {"repair": RepairState(MUM.id, answered=True), "picture": "hug"}, Code.REPAIR_ANSWERED),
    ("taken back", BO, {"picture": "hug"}, Code.REPAIR_GONE),
)
def test_answering(speaker, more, code):
    check(D.ANSWER_REPAIR, speaker, more, code)


def test_a_refusal_says_names_and_numbers():
    def params(deed, speaker, **more):
        return dict(may_today(deed, situation(speaker, **more)).params)

    assert params(D.DONE, IVY, **RUNS) == {"names": ("Mum", "Leo", "Bo")}
    assert params(D.LATER, BO, **RUNS) == {"least": 1, "most": 120}
    assert params(D.SKIP, BO, **RUNS, reason=LONG) == {"longest": 500, "over": 1}
    assert params(D.AGREE, LEO, **RUNS, today_ask=wish()) == {"names": ("Mum", "Dad")}
    assert params(D.PICK_MAKE, MUM, step=planned_step(Rung.INFORM, BO, over_to_you=True)) == {"who": "Bo"}
    assert params(D.PAUSE, MUM, kind="sick", from_on=date(2026, 3, 1), until_on=date(2026, 3, 1)) == {}
