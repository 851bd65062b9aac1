import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routines.regions import revisions
from tests.routines.plan.browser import text_of


@pytest.fixture
def changes(maya, morning):
    return lambda browser=maya, **query: text_of(browser.get("routine_changes", morning.routine.id, **query))


def test_what_changed_who_when_and_why(maya, morning, changes):
    maya.save(
        "step_edit",
        morning.dress.id,
        title="Dress",
        minutes="1",
        pictogram="socks",
        affected=[str(morning.bo.id), str(morning.ivy.id)],
        decider="",
        limits="Warm",
        reason="It was too long.",
    )
    page = changes()
    assert "Maya changed “Get dressed”." in page
    for before, after in (
        ("Get dressed", "Dress"),
        ("15 minutes", "1 minute"),
        ("Leo, Ivy and Bo", "Ivy and Bo"),
        ("Maya", "nobody"),
        ("Play", "Socks"),
    ):
        assert f"<del>{before}</del>" in page
        assert f"<ins>{after}</ins>" in page
    assert "<dt>What is fixed</dt><dd><ins>Warm</ins>" in page
    assert "Because: It was too long." in page
    assert "<h2 id=" in page
    assert "Today" in page


def test_times_and_days_are_words(maya, morning, changes):
    maya.save("routine_edit", morning.routine.id, weekdays=["5", "6"], anchor="start", anchor_time="")
    page = changes()
    assert "<del>Mon–Fri</del>" in page
    assert "<ins>Sat, Sun</ins>" in page
    assert "<del>Out of the door by</del>" in page
    assert "<ins>Start at</ins>" in page
    assert "<del>8:20</del>" in page
    assert "<ins>no time yet</ins>" in page


def test_moves_rungs_and_decisions_are_revisions_too(maya, morning, changes):
    maya.post("step_move", morning.car.id, direction="later")
    question, music, _pyjamas = morning.consulted()
    morning.settle(
        question, option=music, reason="It is fun.", answers=morning.answers(morning.leo, morning.ivy, morning.bo)
    )
    page = changes()
    assert "Maya moved “Into the car”." in page
    assert "<del>1</del>" in page
    assert "Maya decided “Get dressed” and answered every voice." in page
    assert "<ins>With music</ins>" in page
    assert "spoke on" not in page


def test_newest_first_and_paged(maya, morning, changes, monkeypatch):
    monkeypatch.setattr(revisions, "PAGE", 3)
    for minutes in range(1, 6):
        maya.save("step_edit", morning.car.id, minutes=str(minutes))
    page = changes()
    assert page.index("<ins>5 minutes</ins>") < page.index("<ins>4 minutes</ins>")
    assert "<ins>2 minutes</ins>" not in page
    older = page.split("?before=")[1].split('"')[0]
    assert "<ins>2 minutes</ins>" in changes(before=older)
    assert "Newest" in changes(before=older)


def test_what_was_taken_back_says_so(maya, morning, changes):
    maya.save("step_edit", morning.car.id, title="Off")
    maya.post("undo", morning.events("step.changed")[-1].id)
    assert "taken back" in changes()


def test_a_supporter_reads_only_of_their_steps(nana, morning, changes):
    page = changes(nana)
    assert "Breakfast" in page
    assert "Get dressed" not in page


def test_a_supporter_without_a_step_finds_nothing(browse, maya, nana, morning):
    maya.save("step_edit", morning.breakfast.id, doers=[])
    assert nana.get("routine_changes", morning.routine.id).status_code == 404


@pytest.mark.parametrize("before", ["", "0", "-1", "nonsense", "9" * 30])
def test_nonsense_in_the_address_does_no_harm(maya, morning, before):
    assert maya.get("routine_changes", morning.routine.id, before=before).status_code == 200


def test_the_same_queries_for_few_and_many(maya, morning, django_assert_num_queries):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert maya.get("routine_changes", morning.routine.id).status_code == 200
        return len(caught)

    counts = []
    for more in (1, 2, 27):
        for number in range(more):
            step = morning.step(f"Step {number}", 1, (morning.bo,))
            maya.post("step_archive", step.id)
        queries()
        counts.append(queries())
    assert len(set(counts)) == 1
