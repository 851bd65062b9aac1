"""Planned and felt, and you said, we did."""

from datetime import timedelta

from routines.rules.mirror.planned import FaceTimes, planned_and_felt
from routines.rules.mirror.said import answered, waiting
from tests.rules.mirror.made import BO, BREAKFAST, DRESS, IVY, ON, facts, felt, said, step


def test_faces_stand_on_lanes_from_the_top_with_their_mornings_newest_first():
    told = (
        felt(1, BO, "pushed", morning=5, on=ON),
        felt(2, BO, "consult", morning=6, on=ON + timedelta(days=1)),
        felt(3, BO, "pushed", morning=7, on=ON + timedelta(days=2)),
        felt(4, IVY, "consult", morning=5),
    )
    dress, breakfast = planned_and_felt(facts(felt=told))
    assert (dress.step.id, breakfast.step.id, breakfast.faces) == (DRESS, BREAKFAST, ())
    assert dress.faces == (
        FaceTimes(IVY, "consult", 1, (5,)),
        FaceTimes(BO, "consult", 1, (6,)),
        FaceTimes(BO, "pushed", 2, (7, 5)),
    )


def test_steps_put_away_are_shown_where_somebody_felt_them():
    steps = (step(1, archived=True), step(2, archived=True), step(3, None))
    shown = planned_and_felt(facts(steps=steps, felt=(felt(1, BO, "inform", step=2),)))
    assert [each.step.id for each in shown] == [2]


def test_what_waits_is_what_is_owed_an_answer():
    later = ON + timedelta(days=1)
    views = (
        said(1, BO),
        said(2, IVY, answer="did", on=later),
        said(3, IVY, way="pass", owed=False),
        said(4, IVY, owed=False, answer="didnt"),
    )
    there = facts(said=views)
    assert [each.id for each in answered(there)] == [2, 4, 1]
    assert [each.id for each in waiting(there)] == [1]
