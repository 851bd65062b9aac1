import pytest

from routines.models import Voice
from tests.routines.morning import refused


def test_everybody_takes_a_task_of_their_own_choosing(morning):
    question = morning.consented()
    morning.task(question, morning.maya, " I cook ")
    morning.task(question, morning.bo, "Spoons")
    rows = Voice.objects.filter(question_id=question).exclude(task="").order_by("id")
    assert [(row.member_id, row.task, row.task_by_id) for row in rows] == [
        (morning.maya.id, "I cook", None),
        (morning.bo.id, "Spoons", morning.maya.id),
    ]
    tasks = morning.question(morning.breakfast).tasks
    assert {(task.member, task.text, task.acted_by) for task in tasks} == {
        (morning.maya.id, "I cook", None),
        (morning.bo.id, "Spoons", morning.maya.id),
    }


def test_a_task_can_be_changed_and_leaves_the_voice_alone(morning):
    question = morning.consented()
    morning.task(question, morning.maya, "I cook")
    morning.task(question, morning.maya, "I wash up")
    voice = Voice.objects.get(question_id=question, member=morning.maya)
    assert (voice.task, voice.say) == ("I wash up", "yes")


@pytest.mark.parametrize(("text", "code"), [("   ", "task_first"), ("x" * 201, "too_long")])
def test_a_task_is_said_in_words(morning, text, code):
    question = morning.consented()
    with refused(code):
        morning.task(question, morning.maya, text)


@pytest.mark.parametrize("step", ["car", "dress", "game"])
def test_tasks_belong_to_co_producing(morning, step):
    question = morning.ask(getattr(morning, step))
    with refused("only_coproduce"):
        morning.task(question, morning.leo, "I drive")


@pytest.mark.parametrize("who", ["leo", "sam", "nana"])
def test_only_those_it_is_for_take_tasks(morning, who):
    question = morning.consented()
    with refused("not_affected"):
        morning.task(question, getattr(morning, who), "I help")


def test_no_task_is_added_to_what_is_agreed(morning):
    question = morning.consented()
    morning.settle(question, review_on=morning.today.replace(day=9))
    with refused("closed"):
        morning.task(question, morning.maya, "I cook")
