"""The fridge page: a routine on one sheet, of as much as the reader may see."""

import pytest

from routines.actions.routine import RoutineDraft, create_routine

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(morning, opened):
    """Return the sheet of the family's routine as somebody sees it."""

    def of(who, query="", status=200):
        answer = opened(who, "fridge", routine_id=morning.routine.id, query=query)
        assert answer.status_code == status
        return answer.context["fridge"] if status == 200 else None

    return of


def titles(view):
    return [row.title for row in view.rows]


def test_everybodys_sheet_has_each_step_with_time_rung_and_boxes(morning, sheet):
    view = sheet(morning.maya)
    assert titles(view) == ["Into the car", "Get dressed", "The game", "Breakfast", "Own breakfast"]
    breakfast = view.rows[3]
    assert (breakfast.rung_name, breakfast.names) == ("Co-produce", "Maya, Ivy, Bo and Nana")
    assert [person.name for person in breakfast.boxes] == ["Maya", "Ivy", "Bo", "Nana"]
    assert [row.start for row in view.rows] == ["7:20", "7:25", "7:40", "7:50", "8:10"]
    assert view.leave == "8:20"
    assert (view.size, view.many) == ("roomy", False)


def test_one_persons_sheet_has_what_is_for_them_at_the_same_times(morning, sheet):
    view = sheet(morning.maya, f"?person={morning.leo.id}")
    assert titles(view) == ["Into the car", "Get dressed", "The game", "Own breakfast"]
    assert [row.start for row in view.rows] == ["7:20", "7:25", "7:40", "8:10"]
    assert {tuple(person.name for person in row.boxes) for row in view.rows} == {("Leo",)}


def test_without_hours_there_are_no_times(morning, opened):
    draft = RoutineDraft("Sundays", 0b1000000, "leave", None)
    routine = create_routine(actor=morning.actor(morning.maya), draft=draft, at=morning.now)
    morning.routine = routine
    morning.step("Pancakes", 20, (morning.leo,))
    view = opened(morning.maya, "fridge", routine_id=routine.id).context["fridge"]
    assert [row.start for row in view.rows] == [""]
    assert (view.leave, view.timed) == ("", False)


def test_a_supporter_prints_only_what_names_them(morning, sheet):
    assert titles(sheet(morning.nana)) == ["Breakfast"]
    assert titles(sheet(morning.nana, f"?person={morning.ivy.id}")) == ["Breakfast"]
    sheet(morning.nana, f"?person={morning.leo.id}", status=404)


@pytest.mark.parametrize("whose", ["sam", "neighbour"])
def test_there_is_no_sheet_of_somebody_no_step_names(morning, sheet, whose):
    sheet(morning.maya, f"?person={getattr(morning, whose).id}", status=404)


def test_nonsense_for_a_person_is_nobody_in_particular(morning, sheet):
    assert sheet(morning.maya, "?person=x").person is None


def test_a_routine_without_steps_says_so(morning, opened):
    routine = create_routine(
        actor=morning.actor(morning.maya), draft=RoutineDraft("Empty", 1, "leave", None), at=morning.now
    )
    answer = opened(morning.maya, "fridge", routine_id=routine.id)
    assert "No steps yet" in answer.content.decode()
    assert "data-print" not in answer.content.decode()


def test_the_routines_menu_leads_there(morning, opened):
    page = opened(morning.maya, "routine", routine_id=morning.routine.id).content.decode()
    assert f"/r/{morning.routine.id}/fridge" in page
