from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from households.models import Account, Event, Household, Member
from routines.demo import PASSWORD, SIGN_INS, begin_demo
from routines.models import AgendaItem, Decision, Option, Question, Routine, Step
from routines.models.snapshots import step_state
from routines.rules.state import Rung
from routines.rules.voices import heard
from routines.rules.voices import missing as waited_for
from tests.cast import assemble, client_of
from tests.routines.morning import facts


@pytest.fixture
def demo(db) -> Member:
    return begin_demo()


def _printed(**options) -> str:
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


def test_it_is_loaded_once_and_says_how_to_get_in(db):
    first = _printed()
    before = facts()
    assert _printed() == first
    assert facts() == before
    for said in (PASSWORD, *SIGN_INS, *SIGN_INS.values(), "Ivy", "Bo"):
        assert said in first


def test_where_somebody_lives_already_nothing_is_loaded(db):
    assemble()
    before = facts()
    assert _printed(if_empty=True) == ""
    assert facts() == before


def test_where_nobody_lives_it_is_loaded_once(db):
    _printed(if_empty=True)
    assert PASSWORD in _printed(if_empty=True)
    assert Household.objects.count() == 1


def test_its_password_is_for_ones_own_machine_only(db, settings):
    settings.LOCAL = False
    with pytest.raises(CommandError):
        _printed()
    assert not Account.objects.exists()


@pytest.mark.parametrize("email", SIGN_INS)
def test_everybody_gets_in(demo, client, email):
    assert client.login(email=email, password=PASSWORD)


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 3, 2, 0, 5, tzinfo=UTC),
        datetime(2026, 3, 3, 6, 0, tzinfo=UTC),
        datetime(2026, 4, 1, 9, 0, tzinfo=UTC),  # the clocks went forward on the Sunday of the story
        datetime(2026, 10, 29, 23, 55, tzinfo=UTC),  # and back
        datetime(2027, 1, 1, 12, 0, tzinfo=UTC),
        datetime(2027, 1, 2, 17, 30, tzinfo=UTC),
        datetime(2027, 1, 3, 0, 30, tzinfo=UTC),
    ],
    ids=lambda now: f"{now:%A}",
)
def test_whatever_the_day_it_happened_in_order_and_lately(db, now):
    begin_demo(now)
    moments = list(Event.objects.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert now - timedelta(days=12) < moments[0] < now - timedelta(days=4)
    assert now - timedelta(hours=1) < moments[-1] <= now
    assert Question.objects.get(text="How shall we get dressed?").deadline > now.date()
    assert Decision.objects.filter(trial_until__gte=now.date()).exists()


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
    assert Decision.objects.get(kind="counted").tie_rule == "turn_list"


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
    for routine in Routine.objects.all():
        board = reverse("routine", args=[household_id, routine.id])
        pages += [board, f"{board}?view=list"]
    return pages + [reverse("step", args=[household_id, step.id]) for step in Step.objects.all()]


@pytest.mark.parametrize("name", ["Maya", "Leo"])
def test_every_page_opens(demo, name):
    client = client_of(Member.objects.get(name=name))
    answers = {page: client.get(page).status_code for page in _pages(demo.household_id)}
    assert {page: status for page, status in answers.items() if status != 200} == {}


def test_nana_sees_the_step_that_names_her(demo):
    client = client_of(Member.objects.get(name="Nana"))
    seen = [
        step.title
        for step in Step.objects.all()
        if client.get(reverse("step", args=[demo.household_id, step.id])).status_code == 200
    ]
    assert seen == ["Breakfast"]
