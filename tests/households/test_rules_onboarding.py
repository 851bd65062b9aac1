"""The three steps of an empty household."""

import pytest

from households.rules.onboarding import onboarding


@pytest.mark.parametrize(
    ("people", "routines", "questions", "done", "following"),
    [
        (1, 0, 0, [], "people"),
        (2, 0, 0, ["people"], "routine"),
        (1, 1, 0, ["routine"], "people"),
        (2, 1, 0, ["people", "routine"], "question"),
        (1, 1, 4, ["routine", "question"], "people"),
    ],
)
def test_what_is_done_and_what_comes_next(people, routines, questions, done, following):
    way = onboarding(
        people=people, routines=routines, questions=questions, people_url="/p", routine_url="/r", question_url=""
    )
    assert [step.key for step in way.steps if step.done] == done
    assert [step.key for step in way.steps if step.next] == [following]
    assert [step.url for step in way.steps] == ["/p", "/r", ""]
    assert way.done == len(done)


def test_nothing_is_left_to_show_once_all_are_done():
    assert onboarding(people=3, routines=1, questions=1, people_url="/p", routine_url="/r", question_url="/q") is None
