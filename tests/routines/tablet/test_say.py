"""Saying something from the tablet."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from households import seat
from households.models import Event, HiddenFace, Member, Tablet
from routines.models import Voice
from tests.routines.morning import facts
from tests.routines.tablet.hand import shown


@pytest.fixture
def dressing(morning):
    """A question with two ideas that asks Leo, Ivy and Bo."""
    question = morning.ask(morning.dress, "How shall we get dressed?")
    return question, morning.idea(question, "With music"), morning.idea(question, "In pyjamas")


def voice(question, who):
    return Voice.objects.filter(question_id=question, member=who).first()


def test_a_child_picks_an_idea_with_one_tap(morning, kitchen, dressing):
    question, music, _pyjamas = dressing
    answer = kitchen.sit(morning.ivy).tap("say", morning.ivy, question, option=music)
    assert answer.status_code == 200
    said = voice(question, morning.ivy)
    assert (said.say, said.option_id, said.said_by_id) == ("choice", music, None)
    event = Event.objects.get(kind="voice.said")
    assert (event.actor_id, event.member_id) == (morning.ivy.id, morning.ivy.id)
    assert answer["X-Undo"] == f"/tablet/m/{morning.ivy.id}/undo/{event.id}"
    assert int(answer["X-Revision"]) == event.revision
    region = shown(answer)
    assert region.in_sight == [str(question)]
    assert [each["value"] for each in region.buttons if each.get("aria-pressed") == "true"] == [str(music)]


def test_without_scripts_it_leads_back_to_the_same_question(morning, kitchen, dressing):
    question, music, _pyjamas = dressing
    answer = kitchen.sit(morning.ivy).tap("say", morning.ivy, question, option=music, script=False)
    assert (answer.status_code, answer["Location"]) == (303, f"/tablet/m/{morning.ivy.id}?q={question}")
    assert shown(kitchen.client.get(answer["Location"])).in_sight == [str(question)]


def test_a_tap_that_comes_twice_is_applied_once_and_answered_alike(morning, kitchen, dressing):
    question, music, pyjamas = dressing
    tap = str(uuid4())
    first = kitchen.sit(morning.ivy).tap("say", morning.ivy, question, option=music, tap=tap)
    before = facts()
    again = kitchen.tap("say", morning.ivy, question, option=pyjamas, tap=tap)
    assert facts() == before
    assert (again.status_code, again["X-Undo"]) == (200, first["X-Undo"])
    assert voice(question, morning.ivy).option_id == music


@pytest.mark.parametrize("word", ["got_it", "question", "dislike", "pass"])
def test_what_can_be_said_to_news(morning, kitchen, word):
    question = morning.ask(morning.car, "We leave at 8:20.")
    assert kitchen.sit(morning.bo).tap("say", morning.bo, question, say=word).status_code == 200
    assert voice(question, morning.bo).say == word


@pytest.mark.parametrize("word", ["yes", "unsure", "no", "pass"])
def test_a_single_idea_gets_a_thumb(morning, kitchen, word):
    question = morning.ask(morning.dress)
    morning.idea(question, "With music")
    assert kitchen.sit(morning.bo).tap("say", morning.bo, question, say=word).status_code == 200
    assert voice(question, morning.bo).say == word


@pytest.mark.parametrize("word", ["yes", "ok", "no", "pass"])
def test_a_proposal_gets_a_yes_an_ok_or_a_not_ok(morning, kitchen, word):
    question, _option = morning.proposal()
    assert kitchen.sit(morning.bo).tap("say", morning.bo, question, say=word).status_code == 200
    assert voice(question, morning.bo).say == word


def test_not_ok_says_with_one_picture_what_would_make_it_ok(morning, kitchen):
    question, _option = morning.proposal()
    answer = kitchen.sit(morning.bo).tap("say", morning.bo, question, say="no")
    offered = [each["value"] for each in shown(answer).buttons if each.get("name") == "help"]
    assert len(offered) == 12
    kitchen.tap("say", morning.bo, question, help="clothes")
    said = voice(question, morning.bo)
    assert (said.say, said.note) == ("no", "Other clothes.")


def test_what_would_make_it_ok_can_be_typed(morning, kitchen):
    question, _option = morning.proposal()
    kitchen.sit(morning.bo).tap("say", morning.bo, question, say="no", note="  The blue bowl. ")
    assert voice(question, morning.bo).note == "The blue bowl."


class TestHelper:
    def test_whoever_helped_is_named(self, morning, kitchen):
        question, _option = morning.proposal()
        kitchen.sit(morning.bo)
        answer = kitchen.tap("say", morning.bo, question, say="no", note="The bowl.", helper=morning.maya.id)
        assert "Maya, for Bo" in shown(answer).text
        assert voice(question, morning.bo).said_by_id == morning.maya.id
        event = Event.objects.get(kind="voice.said", question_key=question)
        assert (event.actor_id, event.changes) == (morning.bo.id, {"helper": ["", morning.maya.id]})

    def test_the_family_reads_it_too(self, morning, kitchen):
        question, _option = morning.proposal()
        kitchen.sit(morning.bo).tap("say", morning.bo, question, say="no", helper=morning.leo.id)
        said = next(v for v in morning.question(morning.breakfast).voices if v.member == morning.bo.id)
        assert said.acted_by == morning.leo.id

    @pytest.mark.parametrize("helper", ["neighbour", "bo"])
    def test_nobody_else_can_have_helped(self, morning, kitchen, helper):
        question, _option = morning.proposal()
        kitchen.sit(morning.bo)
        before = facts()
        who = getattr(morning, helper)
        assert kitchen.tap("say", morning.bo, question, say="no", helper=who.id).status_code == 404
        assert facts() == before

    def test_nobody_helped_is_nobody(self, morning, kitchen):
        question, _option = morning.proposal()
        kitchen.sit(morning.bo).tap("say", morning.bo, question, say="yes", helper="")
        assert voice(question, morning.bo).said_by_id is None


class TestRefused:
    def no(self, answer, sentence, before):
        assert answer.status_code == 422
        assert answer.content.decode() == sentence
        assert facts() == before

    def test_nothing_said(self, morning, kitchen, dressing):
        kitchen.sit(morning.ivy)
        before = facts()
        self.no(kitchen.tap("say", morning.ivy, dressing[0]), "Tap what you want to say.", before)

    @pytest.mark.parametrize("word", ["shout", "yes", "got_it"])
    def test_a_word_that_does_not_fit(self, morning, kitchen, dressing, word):
        kitchen.sit(morning.ivy)
        before = facts()
        answer = kitchen.tap("say", morning.ivy, dressing[0], say=word)
        assert answer.status_code == 422
        assert facts() == before

    def test_an_idea_of_another_question(self, morning, kitchen, dressing):
        other = morning.idea(morning.ask(morning.game), "Dice")
        kitchen.sit(morning.ivy)
        before = facts()
        answer = kitchen.tap("say", morning.ivy, dressing[0], option=other)
        self.no(answer, "That idea is gone. Choose another one.", before)

    def test_a_question_that_asks_others(self, morning, kitchen):
        question, _option = morning.proposal()
        kitchen.sit(morning.leo)
        before = facts()
        answer = kitchen.tap("say", morning.leo, question, say="yes")
        assert answer.status_code == 422
        assert "Maya, Ivy and Bo" in answer.content.decode()
        assert facts() == before

    def test_words_nobody_can_read(self, morning, kitchen, dressing):
        kitchen.sit(morning.ivy)
        before = facts()
        answer = kitchen.tap("say", morning.ivy, dressing[0], option=dressing[1], note="up‮side")
        self.no(answer, "Some signs here cannot be shown. Type it again.", before)

    def test_a_sentence_is_escaped(self, morning, kitchen):
        question = morning.ask(morning.own, by=morning.leo)
        type(morning.leo).objects.filter(id=morning.leo.id).update(name="<b>Leo</b>")
        answer = kitchen.sit(morning.ivy).tap("say", morning.ivy, question, say="got_it")
        assert answer.status_code == 422
        assert "<b>" not in answer.content.decode()

    def test_without_scripts_it_is_a_page_with_a_way_back(self, morning, kitchen, dressing):
        answer = kitchen.sit(morning.ivy).tap("say", morning.ivy, dressing[0], script=False)
        assert answer.status_code == 422
        assert "Tap what you want to say." in shown(answer).text


class TestGate:
    def test_another_household_finds_nothing(self, morning, next_door, dressing):
        tim = morning.cast.their_child
        next_door.sit(tim)
        before = facts()
        answer = next_door.tap("say", tim, dressing[0], option=dressing[1])
        assert answer.status_code == 404
        assert facts() == before

    def test_anothers_proof_is_none(self, morning, kitchen, dressing):
        kitchen.sit(morning.ivy)
        before = facts()
        proof = seat.seat_token(kitchen.tablet, morning.bo)
        answer = kitchen.tap("say", morning.ivy, dressing[0], option=dressing[1], seat=proof)
        assert answer.status_code == 404
        assert facts() == before

    def test_it_counts_for_who_sat_also_when_another_sits_by_now(self, morning, kitchen, dressing):
        """A tap that was kept while the net was gone."""
        answer = kitchen.sit(morning.bo).tap("say", morning.ivy, dressing[0], option=dressing[1], late="1")
        assert answer.status_code == 200
        assert voice(dressing[0], morning.ivy)
        assert voice(dressing[0], morning.bo) is None

    def test_get_is_refused(self, morning, kitchen, dressing):
        kitchen.sit(morning.ivy)
        assert kitchen.get("tablet_say", morning.ivy.id, dressing[0]).status_code == 405

    def test_an_unknown_question_is_not_there(self, morning, kitchen):
        assert kitchen.sit(morning.ivy).tap("say", morning.ivy, 987654, say="yes").status_code == 404


def test_a_tap_that_comes_twice_is_answered_with_what_is_true_now(morning, kitchen, dressing):
    question, music, _pyjamas = dressing
    tap = str(uuid4())
    kitchen.sit(morning.ivy).tap("say", morning.ivy, question, option=music, tap=tap)
    morning.idea(question, "In the car")
    answer = kitchen.tap("say", morning.ivy, question, option=music, tap=tap)
    assert "In the car" in answer.content.decode()
    assert int(answer["X-Revision"]) == morning.revision


def test_words_that_went_with_a_not_ok_do_not_stay_with_a_yes(morning, kitchen):
    question, _option = morning.proposal()
    answer = kitchen.sit(morning.bo).tap("say", morning.bo, question, help="clothes")
    assert 'value="Other clothes."' not in answer.content.decode()
    kitchen.tap("say", morning.bo, question, say="yes")
    assert (voice(question, morning.bo).say, voice(question, morning.bo).note) == ("yes", "")


def test_the_tablets_own_clock_is_never_asked(morning, kitchen, dressing):
    """A tablet whose clock is wrong by a day: what counts is when its tap arrived here."""
    question, music, _pyjamas = dressing
    headers = {"X-Rungs-Tap": "1", "Date": "Mon, 01 Jan 2001 00:00:00 GMT"}
    sent = {"seat": seat.seat_token(kitchen.tablet, morning.ivy), "option": music, "at": "2001-01-01T00:00:00Z"}
    kitchen.sit(morning.ivy).client.post(f"/tablet/m/{morning.ivy.id}/q/{question}/say", sent, headers=headers)
    assert timezone.now() - voice(question, morning.ivy).said_at < timedelta(minutes=1)


@pytest.mark.parametrize("how", ["left", "hidden", "put away"])
def test_who_may_not_sit_here_any_more_says_nothing(morning, kitchen, dressing, how):
    kitchen.sit(morning.ivy)
    if how == "left":
        Member.objects.filter(id=morning.ivy.id).update(left_at=timezone.now())
    elif how == "hidden":
        HiddenFace.objects.create(household=morning.household, tablet=kitchen.tablet, member=morning.ivy)
    else:
        revoked = {"revoked_at": timezone.now(), "revoked_by": morning.maya, "seat": None, "seat_at": None}
        Tablet.objects.filter(id=kitchen.tablet.id).update(**revoked)
    before = facts()
    assert kitchen.tap("say", morning.ivy, dressing[0], option=dressing[1]).status_code == 404
    assert facts() == before
