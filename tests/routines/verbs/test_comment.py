import pytest

from routines.actions.comment import comment
from routines.models import Comment
from tests.routines.morning import missing, refused


def _comment(morning, step, who="leo", **about):
    about = about or {"text": "Hm."}
    return comment(**morning.acting(getattr(morning, who)), step_id=step.id, at=morning.now, **about)


def test_words_on_a_step(morning):
    event = _comment(morning, morning.car, text="  We sang today.  ")
    said = Comment.objects.get()
    assert (said.text, said.question_id, said.kind, said.acted_by_id) == ("We sang today.", None, "comment", None)
    assert (event.kind, event.subject_key, event.why, event.changes) == ("comment.said", said.id, "", {})
    assert [c.text for c in morning.state(morning.car).comments] == ["We sang today."]


def test_a_sticker_is_enough(morning):
    _comment(morning, morning.car, who="bo", sticker="red-heart")
    said = Comment.objects.get()
    assert (said.text, said.sticker, said.acted_by_id) == ("", "red-heart", morning.maya.id)


def test_said_while_a_question_is_open_it_belongs_to_the_question(morning):
    question = morning.ask(morning.dress)
    _comment(morning, morning.dress)
    assert Comment.objects.get().question_id == question
    state = morning.state(morning.dress)
    assert ([c.text for c in state.question.comments], state.comments) == (["Hm."], ())


def test_when_the_question_is_settled_its_comments_stand_on_the_step(morning):
    question, ideas = morning.voted(maya="dice", leo="dice", ivy="dice", bo="race")
    _comment(morning, morning.game)
    morning.settle(question)
    assert [c.text for c in morning.state(morning.game).comments] == ["Hm."]
    assert ideas


@pytest.mark.parametrize("about", [{"text": "  "}, {"text": "", "sticker": ""}])
def test_something_is_said(morning, about):
    with refused("say_something"):
        _comment(morning, morning.car, **about)


def test_a_comment_of_ten_thousand_characters_is_refused_whole(morning):
    with refused("too_long") as refusal:
        _comment(morning, morning.car, text="早" * 10_000)
    assert refusal.value.params == {"longest": 2000, "over": 8000}


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "Süß \U0001f995 早い", "a\n\nb", "x" * 2000])
def test_any_writing_is_kept_as_typed(morning, text):
    _comment(morning, morning.car, text=text)
    assert Comment.objects.get().text == text


@pytest.mark.parametrize("who", ["maya", "sam", "leo", "ivy"])
def test_everybody_of_the_family_talks_about_everything(morning, who):
    _comment(morning, morning.own, who=who)
    assert Comment.objects.get().member_id == getattr(morning, who).id


def test_a_supporter_talks_about_what_names_them(morning):
    _comment(morning, morning.breakfast, who="nana")
    with missing():
        _comment(morning, morning.car, who="nana")


def test_an_archived_step_is_not_talked_about(morning):
    from routines.actions.step import archive_step

    archive_step(actor=morning.actor(morning.maya), step_id=morning.car.id, at=morning.now)
    with refused("archived"):
        _comment(morning, morning.car)
