"""What is not shared leaves no trace: whatever it is, what is seen and counted stays exactly the same."""

import re
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from routines.rules.mirror.facts import HIDDEN, Facts
from routines.rules.mirror.lens import ALL_KINDS, COMMENTS, COUNTS, RUNGS, Lens, narrowed, through
from routines.rules.mirror.measures import measures
from routines.rules.mirror.planned import planned_and_felt
from routines.rules.mirror.said import answered, waiting
from tests.rules.mirror import made
from tests.rules.mirror.households import (
    FOR_BOTH,
    MAKERS,
    NOT_FACTS,
    OPEN,
    SHARED,
    TODAY,
    WORDS,
    households,
    lenses,
    marked,
    otherwise,
)
from tests.rules.mirror.households import HIDDEN as HIDDEN_MEMBERS
from tests.rules.mirror.made import BO, IVY, LEO, LONG_AFTER, MAYA, asked, facts, felt, picked, remark, said

OUTSIDE = Lens(LONG_AFTER, None, frozenset(SHARED), frozenset({made.ROUTINE}))

drawn = st.randoms(use_true_random=True)


def _seen(lens: Lens, there: Facts):
    seen = through(lens, there)
    alone = [measures(seen, lens.kinds, member=each) for each in seen.people]
    return seen, measures(seen, lens.kinds), alone, planned_and_felt(seen), answered(seen), waiting(seen)


@given(drawn)
def test_from_outside_nothing_that_is_not_shared_changes_anything(draw):
    there, lens = households(draw), lenses(draw)
    assert _seen(lens, otherwise(draw, there, lens)) == _seen(lens, there)


@given(drawn)
def test_nobody_is_named_who_is_not_shared(draw):
    there, lens = households(draw), lenses(draw)
    seen = through(lens, there)
    assert not {each.member for name in MAKERS for each in getattr(seen, name) if hasattr(each, "member")} - {*SHARED}
    assert not _named(seen) - {*SHARED, HIDDEN, None}
    assert not {tally.member for each in measures(seen, lens.kinds) for tally in each.tallies} - {*SHARED, None}


@given(drawn)
def test_words_go_with_whose_they_are_and_with_their_kind(draw):
    there, lens = marked(households(draw)), lenses(draw)
    seen = through(lens, there)
    assert not {f"<{each}>" for each in HIDDEN_MEMBERS if f"<{each}>" in repr(seen)}
    if COMMENTS not in lens.kinds:
        asked = tuple(replace(each, text="", decided="") for each in seen.asked)
        assert not re.search(r"<\d>", repr(replace(seen, asked=asked)))


@given(drawn)
def test_without_words_nobody_is_told_who_said_what(draw):
    there, lens = households(draw), lenses(draw)
    if COMMENTS not in lens.kinds:
        assert answered(through(lens, there)) == waiting(through(lens, there)) == ()
    if not {COMMENTS, COUNTS} & lens.kinds:
        seen = through(lens, there)
        assert (seen.said, seen.ideas, seen.remarks) == ((), (), ())


@given(drawn)
def test_no_open_question_is_there_from_outside(draw):
    seen = through(lenses(draw), households(draw))
    assert not [each for each in seen.asked if each.open]
    assert not {each.question for each in (*seen.said, *seen.ideas, *seen.remarks)} & {*OPEN}


@given(drawn)
def test_of_one_person_nobody_else_is_counted_by_name(draw):
    there, lens = households(draw), lenses(draw)
    seen = through(lens, there)
    for member in seen.people:
        found = measures(seen, lens.kinds, member=member)
        named = {each.member for measure in found for each in measure.tallies if not measure.together}
        assert named <= {member, None}
        assert [each.key for each in found] == [each.key for each in measures(seen, lens.kinds)]


@given(drawn)
def test_of_one_person_stands_what_stood_of_them_among_all(draw):
    there, lens = households(draw), lenses(draw)
    seen = through(lens, there)
    for member in seen.people:
        found = measures(seen, lens.kinds, member=member)
        for whole, alone in zip(measures(seen, lens.kinds), found, strict=True):
            assert {each for each in whole.tallies if each.member == member} <= {*alone.tallies}


def _named(seen: Facts) -> set:
    named = {who for each in seen.steps for who in (*each.named, *each.doers)}
    named |= {who for each in seen.asked for who in each.decided_of}
    named |= {who for each in seen.moved for who in each.reason_of}
    named |= {who for each in seen.picked for who in (*each.wished, *dict(each.waits))}
    named |= {who for each in seen.picked for _option, who in (*each.listed, *each.ruled_out)}
    named |= {who for each in seen.again for who in each.changed_by}
    for each in (fact for name in (*MAKERS, "asked") for fact in getattr(seen, name)):
        named |= {getattr(each, who, None) for who in ("by", "said_by", "decided_by", "answered_by", "chose_of")}
    return named


@given(drawn)
def test_in_the_family_what_is_veiled_changes_nothing(draw):
    there, reader = households(draw), draw.choice(made.PEOPLE)
    lens = Lens(TODAY, reader)
    assert _seen(lens, _unveiled(draw, there, reader)) == _seen(lens, there)


def _unveiled(draw: Random, there: Facts, reader: int) -> Facts:
    """Return facts that differ in what others said where the reader has not spoken, and told of fresh mornings."""
    spoken = {each.id: each.spoken for each in there.asked if each.open}

    def veiled(each) -> bool:
        others = reader not in (each.member, each.said_by)
        return others and each.question in spoken and reader not in spoken[each.question]

    def fresh(each) -> bool:
        return reader not in (each.member, each.said_by) and each.on > TODAY - timedelta(days=3)

    def said_otherwise(each):
        if not veiled(each) or each.kind == "idea":
            return each
        way = draw.choice(("yes", "pass", ""))
        return replace(each, way=way, words=draw.choice(WORDS), owed=way != "pass")

    return replace(
        there,
        said=tuple(said_otherwise(each) for each in there.said),
        remarks=tuple(each for each in there.remarks if not veiled(each)),
        felt=tuple(each for each in there.felt if not fresh(each)),
        again=tuple(each for each in there.again if not fresh(each)),
    )


@given(drawn)
def test_no_measure_counts_anything_twice(draw):
    there = households(draw)
    twice = {name: getattr(there, name) * 2 for name in Facts.__slots__ if name not in NOT_FACTS}
    assert measures(replace(there, **twice)) == measures(there)
    assert planned_and_felt(replace(there, **twice)) == planned_and_felt(there)
    assert answered(replace(there, **twice)) == answered(there)


@given(drawn)
def test_no_part_is_larger_than_its_whole(draw):
    there = households(draw)
    assert all(0 <= tally.n <= tally.of for each in measures(there) for tally in each.tallies if tally.of is not None)


def test_a_pass_that_is_veiled_looks_like_any_voice():
    question = asked(1, MAYA, open=True, spoken=(BO, IVY))
    views = (said(1, BO, way="pass", owed=False, question=1), said(2, IVY, way="no", words="Cold.", question=1))
    one, other = through(Lens(LONG_AFTER, LEO), facts(asked=(question,), said=views)).said
    assert (one.way, one.owed, one.veiled) == (other.way, other.owed, other.veiled) == ("", True, True)


def test_who_looks_in_sees_nothing_of_an_open_question():
    there = facts(
        asked=(asked(1, MAYA, open=True, spoken=(IVY, MAYA), text="How?"), asked(2, MAYA, text="How then?")),
        said=(said(1, IVY, question=1), said(2, IVY, "idea", question=1)),
        ideas=(made.idea(2, IVY, "waiting"),),
        remarks=(remark(1, IVY, question=1), remark(2, IVY)),
    )
    seen = through(OUTSIDE, there)
    assert [each.text for each in seen.asked] == ["How then?"]
    assert (seen.said, seen.ideas, [each.id for each in seen.remarks]) == ((), (), [2])


def test_a_reason_taken_from_a_wish_goes_with_whoever_wished():
    wish = "Ask us before."
    there = facts(moved=(made.moved(1, MAYA, reason=wish, reason_of=(LEO,)), made.moved(2, MAYA, reason="So.")))
    assert [(each.by, each.reason) for each in through(OUTSIDE, there).moved] == [(MAYA, ""), (MAYA, "So.")]
    with_leo = replace(OUTSIDE, members=frozenset({*SHARED, LEO}))
    assert [each.reason for each in through(with_leo, there).moved] == [wish, "So."]
    no_words = replace(with_leo, kinds=frozenset({RUNGS, COUNTS}))
    assert [each.reason for each in through(no_words, there).moved] == ["", ""]
    assert wish in repr(through(Lens(LONG_AFTER, BO), there))


def test_what_was_decided_goes_with_whose_words_it_is():
    chosen = asked(1, MAYA, text="How?", ending="counted", decided="Leo’s song", decided_of=(LEO,), decided_by=MAYA)
    assert [each.decided for each in through(OUTSIDE, facts(asked=(chosen,))).asked] == [""]
    rungs = replace(OUTSIDE, members=frozenset({*SHARED, LEO}), kinds=frozenset({RUNGS}))
    assert [(each.text, each.decided) for each in through(rungs, facts(asked=(chosen,))).asked] == [
        ("How?", "Leo’s song")
    ]


def test_a_choice_names_what_was_meant_where_its_words_are_shared():
    voice = said(1, IVY, way="choice", chose="Leo’s song", chose_of=LEO)
    assert [each.chose for each in through(OUTSIDE, facts(said=(voice,))).said] == [""]
    assert [each.chose for each in through(OUTSIDE, facts(said=(replace(voice, chose_of=MAYA),))).said] == [
        "Leo’s song"
    ]
    veiled = replace(voice, question=1)
    there = facts(asked=(asked(1, MAYA, open=True, spoken=(IVY,)),), said=(veiled,))
    assert [(each.way, each.chose) for each in through(Lens(LONG_AFTER, BO), there).said] == [("", "")]


def test_without_words_what_was_said_is_there_to_be_counted_alone():
    there = facts(said=(said(1, IVY, words="Cold.", answer="did", because="Yes.", answered_by=MAYA, hours=2.0),))
    (seen,) = through(replace(OUTSIDE, kinds=frozenset({RUNGS, COUNTS})), there).said
    assert (seen.silent, seen.words, seen.because, seen.answered_by, seen.answer) == (True, "", "", None, "did")
    assert through(replace(OUTSIDE, kinds=frozenset({RUNGS})), there).said == ()


def test_a_step_for_somebody_not_shared_alone_is_not_there():
    there = facts(steps=(made.step(11, named=(LEO,), doers=(MAYA,)), made.step(FOR_BOTH, named=(LEO, IVY))))
    seen = through(OUTSIDE, replace(there, remarks=(remark(1, MAYA, step=11),)))
    assert [(each.id, each.named) for each in seen.steps] == [(FOR_BOTH, (IVY,))]
    assert seen.remarks == ()


def test_words_of_somebody_not_shared_are_gone_with_their_name():
    question = asked(1, LEO, text="Why me?", decided="Later", decided_of=(BO,), decided_by=BO, reason="I said so.")
    (seen,) = through(OUTSIDE, facts(asked=(question,))).asked
    assert (seen.by, seen.text, seen.decided_by, seen.reason, seen.decided) == (HIDDEN, "", HIDDEN, "", "")


def test_a_pick_is_counted_as_if_only_those_shared_had_tapped():
    lost_by_leo_alone = picked(1, 7, {MAYA: (7,), LEO: (8,)}, waits=((LEO, 3),), limit=3)
    (seen,) = through(OUTSIDE, facts(picked=(lost_by_leo_alone,))).picked
    assert (seen.taps, seen.contested, seen.waits, seen.limit) == (((MAYA, (7,)),), False, (), 0)


def test_pushed_stays_in_the_family_unless_shared():
    told = (felt(1, IVY, "pushed"), felt(2, IVY, "pushed", shared=True), felt(3, MAYA, "engaged"))
    assert [each.id for each in through(OUTSIDE, facts(felt=told)).felt] == [2, 3]
    assert len(through(Lens(LONG_AFTER, MAYA), facts(felt=told)).felt) == 3


def test_without_rungs_nothing_says_where_a_step_stands():
    lens = replace(OUTSIDE, kinds=ALL_KINDS - {RUNGS})
    seen = through(lens, facts(felt=(felt(1, IVY, "inform"),), moved=(made.moved(1),)))
    assert {each.rung for each in (*seen.steps, *seen.felt)} == {None}
    assert (seen.moved, planned_and_felt(seen)) == ((), ())
    assert through(replace(OUTSIDE, kinds=frozenset({RUNGS})), facts()).steps[0].rung is not None
    assert through(replace(OUTSIDE, kinds=frozenset({COUNTS})), facts()).people == SHARED


def test_narrowed_keeps_one_routine_one_step_one_person():
    there = facts(felt=(felt(1, IVY, "inform"), felt(2, BO, "inform"), felt(3, BO, "inform", step=12)))
    assert [each.id for each in narrowed(there, member=BO).felt] == [2, 3]
    assert [each.id for each in narrowed(there, member=BO, step=12).felt] == [3]
    assert narrowed(there, routine=made.OTHER).steps == ()
