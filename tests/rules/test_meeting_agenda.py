"""What the family meeting talks about: each thing once, in order, with why it is there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.lanes import LANES
from routines.rules.meeting.agenda import agenda, shown_from
from routines.rules.meeting.facts import Account, Change, Due, Facts, Listed, Thing, Why, Wish
from routines.rules.state import OptionState, Rung
from tests.rules.household import BO, DAD, FAMILY, GRAN, IVY, LEO, MUM, NOW, TODAY, asks, question, step, voices

INFORM, CONSULT, CODESIGN, COPRODUCE = Rung
DRESS = step(CONSULT)
TEETH = replace(DRESS, id=22, title="Teeth", pictogram="brush-teeth")
DAY = timedelta(days=1)
WEEK_AGO = NOW - 7 * DAY


def of(*steps, **facts) -> tuple[Thing, ...]:
    values = {"people": FAMILY, "now": NOW, "today": TODAY, "since": WEEK_AGO}
    return agenda(Facts(steps=steps or (DRESS, TEETH), **(values | facts)))


def keys(*steps, **facts) -> list[str]:
    return [thing.key for thing in of(*steps, **facts)]


def account(member=IVY, felt="pushed", **more) -> Account:
    values = {"morning": 5, "morning_step": 51, "on": TODAY - 3 * DAY, "step": 21, "title": "Get dressed"}
    values |= {"pictogram": "shirt", "rung": CONSULT, "words": "", "shown_at": NOW - DAY}
    return Account(**(values | {"member": member.id, "felt": felt} | more))


def listed(number=31, text="Pyjamas", by=BO, **more) -> Listed:
    values = {"step": 21, "pictogram": "play", "settled_at": NOW - DAY, "chosen": False}
    return Listed(id=number, text=text, by=by.id, **(values | more))


def change(number=7, **more) -> Change:
    values = {"step": 21, "title": "Get dressed", "pictogram": "shirt", "by": MUM.id, "text": "Music first."}
    return Change(number, **(values | {"morning": 5, "on": TODAY - DAY} | more))


def test_nothing_to_talk_about():
    assert of() == ()


def test_the_order_what_was_promised_then_asked_felt_wished_untried_unchanged():
    asked = asks(CONSULT)
    found = of(
        asked,
        TEETH,
        due=(Due(3, "review", 21, TODAY),),
        accounts=(account(step=22),),
        wishes=(Wish(4, 22, LEO.id, COPRODUCE, "More fun."),),
        listed=(listed(),),
        changes=(change(),),
    )
    assert [thing.key for thing in found] == ["agenda-3", "question-31", "felt-22", "wish-4", "idea-31", "repair-7"]
    assert [thing.why for thing in found] == [Why.REVIEW, Why.QUESTION, Why.FELT, Why.WISH, Why.IDEA, Why.REPAIR]


DUE = [
    ("override", 30, True),
    ("step", 30, True),
    ("trial", -20, True),
    ("trial", 0, True),
    ("trial", 7, True),
    ("trial", 8, False),
    ("review", -1, True),
    ("review", 7, True),
    ("review", 8, False),
]


@pytest.mark.parametrize(("kind", "days", "there"), DUE)
def test_what_is_due_within_a_week(kind, days, there):
    found = of(due=(Due(3, kind, 21, TODAY + days * DAY),))
    assert [(thing.key, thing.day) for thing in found] == ([("agenda-3", TODAY + days * DAY)] if there else [])


def test_what_is_due_first_comes_first_and_nothing_of_a_step_put_away():
    due = (Due(1, "review", 21, TODAY + DAY), Due(2, "trial", 22, TODAY), Due(3, "override", 99, TODAY))
    assert keys(due=due) == ["agenda-2", "agenda-1"]


class TestQuestions:
    def test_who_is_still_to_speak_and_what_the_young_ones_propose(self):
        options = (OptionState(11, "In pyjamas", by=BO.id), OptionState(12, "Clothes first", by=MUM.id))
        ruled_out = OptionState(13, "Not at all", by=LEO.id, veto_ground="health", veto_reason="Cold.")
        (thing,) = of(asks(CONSULT, *options, ruled_out, voices=voices(Mum=options[0])))
        assert thing.about == (LEO.id, BO.id)
        assert [idea.id for idea in thing.ideas] == [11]
        assert thing.text == "How shall we get dressed?"

    def test_with_a_deadline_first_then_the_oldest(self):
        steps = [
            replace(DRESS, id=number, question=replace(question(), id=number, deadline=deadline))
            for number, deadline in ((41, None), (42, TODAY + DAY), (43, TODAY), (40, None))
        ]
        assert keys(*steps) == ["question-43", "question-42", "question-40", "question-41"]

    def test_it_says_from_which_morning_it_came(self):
        (thing,) = of(asks(CONSULT), changes=(change(question=31),))
        assert (thing.key, thing.day, thing.morning) == ("question-31", TODAY - DAY, 5)


class TestFelt:
    def test_everybodys_own_account_side_by_side(self):
        told = (account(IVY, "pushed"), account(LEO, "consult"), account(MUM, "explained"))
        (thing,) = of(accounts=told)
        assert thing.key == "felt-21"
        assert thing.about == (MUM.id, IVY.id)
        assert [each.member for each in thing.accounts] == [MUM.id, LEO.id, IVY.id]
        assert thing.rungs == (CONSULT,)

    def test_felt_as_planned_is_nothing_to_talk_about(self):
        assert of(accounts=(account(IVY, "consult"), account(LEO, "consult"))) == ()

    def test_each_is_held_against_the_rung_of_its_own_morning(self):
        told = (account(LEO, "consult"), account(LEO, "codesign", rung=CODESIGN, on=TODAY - DAY, morning=6))
        assert of(accounts=told) == ()
        (thing,) = of(accounts=(*told, account(IVY, "consult", rung=CODESIGN, on=TODAY - DAY, morning=6)))
        assert (thing.about, thing.rungs, thing.morning) == ((IVY.id,), (CONSULT, CODESIGN), 6)

    @pytest.mark.parametrize(
        ("shown_at", "there"),
        [(WEEK_AGO, False), (WEEK_AGO + DAY, True), (NOW, True), (NOW + timedelta(seconds=1), False)],
    )
    def test_only_what_came_to_be_shown_since_it_was_talked_about(self, shown_at, there):
        told = (account(shown_at=shown_at),)
        assert bool(of(accounts=told)) is there
        assert bool(of(accounts=told, since=NOW - 28 * DAY, noted={"felt-21": WEEK_AGO})) is there

    def test_what_nobody_talked_about_comes_again(self):
        told = (account(shown_at=NOW - 10 * DAY), account(step=22, shown_at=NOW - 10 * DAY))
        assert keys(accounts=told, since=NOW - 28 * DAY, noted={"felt-21": WEEK_AGO}) == ["felt-22"]

    def test_a_step_that_was_there_only_that_day(self):
        (thing,) = of(accounts=(account(step=None, title="Puddles"),))
        assert (thing.key, thing.step, thing.title) == ("felt-m51", None, "Puddles")

    def test_somebody_who_left_still_has_their_account(self):
        gone = tuple(replace(each, left=True) if each is LEO else each for each in FAMILY)
        (thing,) = of(people=gone, accounts=(account(LEO, "pushed"),))
        assert thing.about == (LEO.id,)


class TestIdeas:
    @pytest.mark.parametrize(("by", "there"), [(BO, True), (LEO, True), (MUM, False), (GRAN, False)])
    def test_of_the_young_ones(self, by, there):
        assert bool(of(listed=(listed(by=by),))) is there

    def test_whose_it_is_and_what_about(self):
        (thing,) = of(listed=(listed(),))
        assert (thing.title, thing.text, thing.about) == ("Pyjamas", "Get dressed", (BO.id,))

    NOT = [
        ("chosen", (listed(chosen=True),)),
        ("the same one chosen another time", (listed(), listed(32, "  pyjamas", by=MUM, chosen=True))),
        ("long ago", (listed(settled_at=NOW - 29 * DAY),)),
        ("of a step put away", (listed(step=99),)),
    ]

    @pytest.mark.parametrize("ideas", [row[1] for row in NOT], ids=[row[0] for row in NOT])
    def test_not_what_was(self, ideas):
        assert of(listed=ideas) == ()

    def test_not_what_is_listed_again_or_was_talked_about(self):
        again = asks(CONSULT, OptionState(40, "PYJAMAS", by=DAD.id))
        assert keys(again, listed=(listed(),)) == ["question-31"]
        assert of(listed=(listed(),), noted={"idea-31": NOW - DAY}) == ()

    def test_the_same_idea_twice_stands_there_once(self):
        assert keys(listed=(listed(31), listed(35, "pyjamas "), listed(36, step=22))) == ["idea-36", "idea-35"]


def test_wishes_of_the_young_ones_to_climb():
    wishes = (Wish(5, 21, BO.id, CODESIGN, "We could vote."), Wish(4, 22, LEO.id, COPRODUCE, "Fun."))
    wishes += (Wish(6, 21, GRAN.id, CODESIGN, "Me too."), Wish(7, 99, BO.id, CODESIGN, "Gone."))
    found = of(wishes=wishes)
    assert [(thing.key, thing.rung, thing.text) for thing in found] == [
        ("wish-4", COPRODUCE, "Fun."),
        ("wish-5", CODESIGN, "We could vote."),
    ]


def test_changes_that_wait_and_were_not_talked_about():
    assert keys(changes=(change(8), change(7), change(9, question=31))) == ["repair-7", "repair-8"]
    assert of(changes=(change(),), noted={"repair-7": NOW - DAY}) == ()


def test_a_change_that_is_wished_for_stands_there_as_the_wish():
    wish, remark = Wish(4, 21, BO.id, CODESIGN, "Dance."), change(by=BO.id, text="Dance.")
    (thing,) = of(wishes=(wish,), changes=(remark,))
    assert (thing.key, thing.day, thing.morning) == ("wish-4", TODAY - DAY, 5)
    assert keys(wishes=(wish,), changes=(remark, change(8, by=BO.id))) == ["wish-4", "repair-8"]


UNTIL = NOW + DAY
TOLD_AT = {MUM.id: NOW - DAY, LEO.id: NOW, IVY.id: NOW + 3 * DAY}
SHOWN = [
    ("nobody told", (MUM, LEO), {}, UNTIL),
    ("one is missing", (MUM, LEO), {MUM.id: NOW}, UNTIL),
    ("all have told", (MUM, LEO), TOLD_AT, NOW),
    ("somebody else told too", (MUM,), TOLD_AT, NOW - DAY),
    ("the last one too late", (MUM, IVY), TOLD_AT, UNTIL),
    ("nobody had a part", (), TOLD_AT, UNTIL),
]


@pytest.mark.parametrize(("asked", "told", "at"), [row[1:] for row in SHOWN], ids=[row[0] for row in SHOWN])
def test_from_when_a_meeting_may_read_it(asked, told, at):
    assert shown_from(UNTIL, [each.id for each in asked], told) == at


ACCOUNTS = st.lists(
    st.builds(
        account,
        st.sampled_from([MUM, LEO, BO, IVY]),
        st.sampled_from(LANES),
        step=st.sampled_from([21, 22, None]),
        morning_step=st.integers(51, 55),
        on=st.dates(date(2026, 2, 20), TODAY),
        shown_at=st.integers(-10, 3).map(lambda days: NOW + days * DAY),
    ),
    max_size=20,
)
IDEAS = st.lists(
    st.builds(
        listed, st.integers(1, 9), st.sampled_from(["a", "A", "b"]), st.sampled_from([MUM, BO]), chosen=st.booleans()
    ),
    max_size=9,
    unique_by=lambda idea: idea.id,
)


@given(ACCOUNTS, IDEAS, st.sets(st.sampled_from(["idea-1", "idea-2", "repair-7"])))
def test_nothing_stands_there_twice_and_no_account_is_shown_before_its_time(accounts, ideas, noted):
    found = of(
        accounts=tuple(accounts), listed=tuple(ideas), changes=(change(),), noted=dict.fromkeys(noted, NOW - 8 * DAY)
    )
    names = [thing.key for thing in found]
    assert len(names) == len(set(names))
    assert not noted.intersection(names)
    for thing in found:
        assert all(WEEK_AGO < each.shown_at <= NOW for each in thing.accounts)
        assert thing.why is not Why.FELT or thing.about
