"""Bringing an idea: one tap, whatever the rung makes of it, and one tap takes all of it back."""

from dataclasses import replace

import pytest

from routines.actions.idea import Idea, bring_idea
from routines.actions.take_back import take_back
from routines.models import ClimbAsk, Comment, Drawing, Option, Question
from routines.rules.idea import Brings
from tests.routines.ideas.files import BAD_DRAWINGS, drawn
from tests.routines.morning import missing, refused
from tests.routines.verbs.undoing import seen

MUSIC = Idea(name="Music", question="Ivy has an idea. What do we do?", pictogram="musical-notes")
DRAWN = replace(MUSIC, name="Ivy’s drawing", pictogram="thought-balloon", drawing=drawn())
ASKS = replace(MUSIC, question="What about Music?", brings=Brings.QUESTION)


@pytest.fixture
def bring(morning):
    """Let a child bring something at the tablet, where they act themselves."""

    def bring(step, idea=MUSIC, who="ivy", **otherwise):
        actor = replace(morning.actor(getattr(morning, who)), tablet_id=1)
        return bring_idea(**{"actor": actor, "step_id": step.id, "idea": idea, "at": morning.now, **otherwise})

    return bring


def back(morning, event, who="ivy"):
    morning.pass_time(seconds=30)
    return take_back(actor=morning.actor(getattr(morning, who)), event_id=event.id, at=morning.now)


def test_where_something_is_asked_it_joins_the_list(morning, bring):
    question = morning.ask(morning.dress)
    event = bring(morning.dress)
    option = Option.objects.get()
    assert (option.question_id, option.text, option.pictogram) == (question, "Music", "musical-notes")
    assert (option.proposed_by_id, option.acted_by_id, option.drawing_id) == (morning.ivy.id, None, None)
    assert (event.kind, event.actor_id, event.member_id) == ("option.proposed", morning.ivy.id, morning.ivy.id)


def test_where_nothing_is_asked_and_the_rung_lets_them_it_is_asked_in_the_same_tap(morning, bring):
    event = bring(morning.game)
    question = Question.objects.get()
    assert (question.text, question.rung, question.opened_by_id) == (MUSIC.question, 3, morning.ivy.id)
    assert Option.objects.get().question_id == question.id
    assert [e.kind for e in morning.events() if e.revision == event.revision] == ["question.opened", "option.proposed"]
    assert [option.text for option in morning.question(morning.game).options] == ["Music"]


def test_where_it_is_decided_it_is_told_with_a_wish_to_climb(morning, bring):
    event = bring(morning.car)
    remark, wish = Comment.objects.get(), ClimbAsk.objects.get()
    assert (remark.text, remark.sticker, remark.member_id) == ("Music", "musical-notes", morning.ivy.id)
    assert (wish.to_rung, wish.reason, wish.member_id) == (2, "Music", morning.ivy.id)
    assert [e.kind for e in morning.events() if e.revision == event.revision] == ["comment.said", "climb.asked"]


def test_a_second_one_is_told_without_another_wish(morning, bring):
    bring(morning.car)
    bring(morning.car, replace(MUSIC, name="Singing"))
    assert (Comment.objects.count(), ClimbAsk.objects.count()) == (2, 1)


def test_something_to_ask_opens_a_question_without_an_idea(morning, bring):
    event = bring(morning.game, ASKS)
    assert (Question.objects.get().text, Option.objects.count()) == ("What about Music?", 0)
    assert event.kind == "question.opened"


def test_words_go_before_the_name_of_the_picture(morning, bring):
    morning.ask(morning.dress)
    bring(morning.dress, replace(MUSIC, words="  We sing  "))
    bring(morning.game, replace(ASKS, words="Why no cake?"))
    assert (Option.objects.get().text, Question.objects.get(step=morning.game).text) == ("We sing", "Why no cake?")


@pytest.mark.parametrize("step", ["dress", "game", "car"])
def test_a_drawing_stays_with_what_it_became(morning, bring, step):
    morning.ask(morning.dress)
    bring(getattr(morning, step), DRAWN)
    drawing = Drawing.objects.get()
    assert (drawing.member_id, bytes(drawing.png)[:4]) == (morning.ivy.id, b"\x89PNG")
    assert {
        *Option.objects.values_list("drawing_id", flat=True),
        *Comment.objects.values_list("drawing_id", flat=True),
    } == {drawing.id}


def test_a_second_drawing_is_another_idea(morning, bring):
    morning.ask(morning.dress)
    for _time in range(3):
        bring(morning.dress, DRAWN)
    assert [option.text for option in Option.objects.order_by("id")] == [
        "Ivy’s drawing",
        "Ivy’s drawing 2",
        "Ivy’s drawing 3",
    ]


def test_the_same_picture_twice_is_listed_once(morning, bring):
    morning.ask(morning.dress)
    bring(morning.dress)
    with refused("idea_there"):
        bring(morning.dress)


@pytest.mark.parametrize("name", ["a JPEG", "cut in the middle", "white paper"])
def test_a_drawing_that_is_none_stores_nothing(morning, bring, name):
    data, code = BAD_DRAWINGS[name]
    with refused(code):
        bring(morning.game, replace(DRAWN, drawing=data))


@pytest.mark.parametrize(
    ("idea", "code"),
    [(replace(MUSIC, words="x" * 121), "too_long"), (replace(ASKS, words="x" * 201), "too_long")],
)
def test_too_many_words_store_nothing(morning, bring, idea, code):
    with refused(code):
        bring(morning.game, idea)


def test_a_dozen_ideas_turn_the_next_into_a_remark(morning, bring):
    question = morning.ask(morning.dress)
    for number in range(12):
        morning.idea(question, f"Idea {number}")
    bring(morning.dress)
    assert (Option.objects.count(), Comment.objects.get().text) == (12, "Music")


def test_a_step_put_away_takes_nothing(morning, bring):
    from routines.actions.step import archive_step

    archive_step(actor=morning.actor(morning.maya), step_id=morning.car.id, at=morning.now)
    with refused("archived"):
        bring(morning.car)


def test_whoever_helped_is_named(morning, bring):
    morning.ask(morning.dress)
    helped = replace(morning.actor(morning.bo), tablet_id=1, helped_by=morning.maya.id)
    bring(morning.dress, actor=helped)
    assert Option.objects.get().acted_by_id == morning.maya.id
    with missing():
        bring(morning.dress, actor=replace(helped, helped_by=morning.neighbour.id))


@pytest.mark.parametrize("step", ["dress", "game", "car", "own"])
@pytest.mark.parametrize("idea", [MUSIC, DRAWN, ASKS])
def test_one_tap_takes_all_of_it_back(morning, bring, step, idea):
    morning.ask(morning.dress)
    before = seen(morning)
    event = bring(getattr(morning, step), idea)
    assert seen(morning) != before
    back(morning, event)
    assert seen(morning) == before
    later = [e for e in morning.events() if e.revision == event.revision]
    assert all(e.taken_back_at for e in later)


def test_what_somebody_voted_for_stays(morning, bring):
    event = bring(morning.game)
    morning.say(morning.question(morning.game).id, morning.leo, "yes")
    with refused("others_built_on_it"):
        back(morning, event)


def test_after_ten_minutes_it_stays(morning, bring):
    event = bring(morning.car)
    morning.pass_time(minutes=11)
    with refused("too_late_to_take_back"):
        take_back(actor=morning.actor(morning.ivy), event_id=event.id, at=morning.now)
