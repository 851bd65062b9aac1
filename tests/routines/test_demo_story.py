import pytest
from django.db import transaction
from django.urls import reverse

from households.models import Event, Member
from routines.demo import PASSWORD, SIGN_INS, begin_demo
from routines.models import AgendaItem, Decision, Option, Routine, Step, snapshots
from routines.models.snapshots import step_state
from routines.rules.state import Rung
from routines.rules.voices import heard
from routines.rules.voices import missing as waited_for
from tests.cast import client_of


@pytest.fixture(scope="module")
def _told(django_db_setup, django_db_blocker):
    """The demo, told once for all tests of this file."""
    snapshots.forget()
    with django_db_blocker.unblock(), transaction.atomic():
        yield begin_demo()
        transaction.set_rollback(True)


@pytest.fixture
def demo(_told, db) -> Member:
    """Maya of the demo."""
    return _told


@pytest.mark.parametrize("email", SIGN_INS)
def test_everybody_gets_in(demo, client, email):
    assert client.login(email=email, password=PASSWORD)


def _steps(demo) -> dict:
    rows = Step.objects.of(demo.household_id).values_list("title", "id")
    now = Event.objects.latest("id").at
    return {title: step_state(demo.household_id, step_id, now) for title, step_id in rows}


def test_the_monday_of_the_story_stands_on_all_four_rungs(demo):
    steps = _steps(demo)
    rungs = {
        "Wake up": Rung.INFORM,
        "Hot coffee": Rung.CONSULT,
        "Breakfast": Rung.COPRODUCE,
        "Your own breakfast": Rung.INFORM,
        "Get dressed": Rung.CONSULT,
        "The getting-dressed game": Rung.CODESIGN,
        "Into the car": Rung.INFORM,
        "Off to pre-school and school": Rung.INFORM,
        "Home, and the coffee in the microwave": Rung.INFORM,
    }
    assert {title: steps[title].rung for title in rungs} == rungs
    leo, maya = Member.objects.get(name="Leo").id, demo.id
    assert steps["Your own breakfast"].own_matter_of == leo
    assert steps["Home, and the coffee in the microwave"].own_matter_of == maya


def test_every_way_to_end_a_question_is_there(demo):
    assert set(Decision.objects.values_list("kind", flat=True)) == {
        "informed",
        "decided",
        "counted",
        "agreed",
        "own",
    }
    agreed = Decision.objects.get(kind="agreed")
    assert (agreed.called_rung, agreed.question.round) == (Rung.COPRODUCE, 2)
    game = Decision.objects.get(kind="counted", question__step__title="The getting-dressed game")
    assert game.tie_rule == "turn_list"


def test_getting_dressed_waits_for_two_voices(demo):
    question = _steps(demo)["Get dressed"].question
    assert {option.text for option in question.options} == {
        "With music",
        "Clothes out the night before",
        "In pyjamas",
    }
    pyjamas = Option.objects.get(text="In pyjamas")
    assert pyjamas.consequence == "It might feel odd at pre-school."
    assert (len(heard(question)), len(waited_for(question))) == (2, 2)


def test_the_car_is_to_climb_after_an_override_that_was_answered(demo):
    car = _steps(demo)["Into the car"]
    assert len(car.asks) == 2
    assert not car.has_override
    assert Event.objects.filter(kind="override.replied", step_key=car.id).count() == 3
    assert AgendaItem.objects.filter(step=car.id, kind="override", done_at=None).exists()


@pytest.mark.parametrize(
    "kind",
    [
        "step.changed",
        "step.moved",
        "rung.climbed",
        "climb.granted",
        "climb.declined",
        "agenda.talked",
        "taken_back",
        "comment.said",
        "option.tabled",
        "task.taken",
    ],
)
def test_the_history_shows_what_can_happen(demo, kind):
    assert Event.objects.filter(kind=kind).exists()


def test_whoever_is_small_speaks_through_maya(demo):
    small = Member.objects.filter(name__in=("Ivy", "Bo"))
    spoken = Event.objects.filter(kind="voice.said", member__in=small)
    assert spoken.exists()
    assert set(spoken.values_list("actor_id", flat=True)) == {demo.id}


def _pages(household_id: int) -> list[str]:
    pages = [reverse(name, args=[household_id]) for name in ("household", "people", "household_settings", "history")]
    for routine in Routine.objects.of(household_id):
        board = reverse("routine", args=[household_id, routine.id])
        pages += [board, f"{board}?view=list"]
    return pages + [reverse("step", args=[household_id, step.id]) for step in Step.objects.of(household_id)]


@pytest.mark.parametrize("name", ["Maya", "Leo"])
def test_every_page_opens(demo, name):
    client = client_of(Member.objects.get(name=name))
    answers = {page: client.get(page).status_code for page in _pages(demo.household_id)}
    assert {page: status for page, status in answers.items() if status != 200} == {}


def test_nana_sees_the_steps_that_name_her(demo):
    client = client_of(Member.objects.get(name="Nana"))
    seen = [
        step.title
        for step in Step.objects.all()
        if client.get(reverse("step", args=[demo.household_id, step.id])).status_code == 200
    ]
    assert seen == ["Breakfast", "Pancakes"]
