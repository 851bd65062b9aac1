"""The page of who sits: what is asked, what is in sight, and what stays veiled."""

from datetime import timedelta

import pytest
from django.utils import timezone

from households.models import Member
from routines.regions.tablet.seat import Sight
from tests.cast import add
from tests.routines.morning import facts
from tests.routines.tablet.hand import shown


@pytest.fixture
def dressing(morning):
    question = morning.ask(morning.dress, "How shall we get dressed?")
    return question, morning.idea(question, "With music"), morning.idea(question, "In pyjamas")


class TestInSight:
    def test_the_first_that_waits(self, morning, kitchen, dressing):
        told = morning.ask(morning.car, "We leave at 8:20.")
        page = shown(kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id))
        assert page.in_sight == [str(told)]
        assert set(page.asks) == {str(told), str(dressing[0])}

    @pytest.mark.parametrize("wish", ["{}", "done", "nonsense", "next"])
    def test_what_the_address_says(self, morning, kitchen, dressing, wish):
        told = morning.ask(morning.car, "We leave at 8:20.")
        key = str(dressing[0])
        page = shown(kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id, q=wish.format(key)))
        expected = {"{}": [key], "done": []}.get(wish, [str(told)])
        assert page.in_sight == expected

    def test_answers_stay_in_their_place(self, morning, kitchen, dressing):
        told = morning.ask(morning.car, "We leave at 8:20.")
        before = list(kitchen.sit(morning.ivy).asks(morning.ivy))
        kitchen.tap("say", morning.ivy, told, say="got_it")
        asks = kitchen.asks(morning.ivy)
        assert list(asks) == before
        assert [ask.open for ask in asks.values()] == [False, True]
        assert asks[str(told)].next == str(dressing[0])
        assert asks[str(dressing[0])].next == ""

    def test_after_the_last_there_are_thanks_and_three_ways_on(self, morning, kitchen, dressing):
        kitchen.sit(morning.ivy).tap("say", morning.ivy, dressing[0], option=dressing[1])
        page = shown(kitchen.get("tablet_seat", morning.ivy.id))
        assert page.in_sight == []
        for words in ("Thank you! That was all.", "Bring an idea", "Our plan", "Done"):
            assert words in page.text

    def test_with_nothing_asked_it_says_so(self, morning, kitchen):
        page = shown(kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id))
        assert "Nothing is asked right now." in page.text

    def test_more_ideas_than_fit_come_in_groups(self, morning, kitchen, dressing):
        for number in range(3):
            morning.idea(dressing[0], f"Idea {number}")
        key = str(dressing[0])
        asks = kitchen.sit(morning.ivy).asks(morning.ivy)
        assert [len(group) for group in asks[key].groups] == [2, 3]
        page = shown(kitchen.get("tablet_seat", morning.ivy.id, q=key))
        assert "With music" in page.text
        assert "Idea 2" not in page.text
        page = shown(kitchen.get("tablet_seat", morning.ivy.id, q=key, g=1))
        assert "Idea 2" in page.text
        kitchen.tap("say", morning.ivy, dressing[0], option=asks[key].groups[1][-1].value)
        assert kitchen.asks(morning.ivy, Sight(key))[key].group == 1

    def test_older_children_and_teens_see_more_at_once(self, morning, kitchen, dressing):
        for number in range(3):
            morning.idea(dressing[0], f"Idea {number}")
        assert [len(group) for group in kitchen.asks(morning.leo)[str(dressing[0])].groups] == [5]


class TestVeil:
    def test_faces_show_only_after_this_child_has_spoken(self, morning, kitchen, dressing):
        question, music, pyjamas = dressing
        morning.choose(question, morning.leo, pyjamas)
        kitchen.sit(morning.ivy)
        assert all(not choice.faces for choice in kitchen.asks(morning.ivy)[str(question)].groups[0])
        kitchen.tap("say", morning.ivy, question, option=music)
        faces = [[p.name for p in c.faces] for c in kitchen.asks(morning.ivy)[str(question)].groups[0]]
        assert faces == [["Ivy"], ["Leo"]]

    def test_words_of_others_show_only_then(self, morning, kitchen, dressing):
        question, music, pyjamas = dressing
        morning.say(question, morning.leo, "choice", pyjamas, note="The jumper scratches")
        page = kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id)
        assert "The jumper scratches" not in page.content.decode()
        answer = kitchen.tap("say", morning.ivy, question, option=music)
        assert "The jumper scratches" in answer.content.decode()

    def test_a_pass_lifts_it_and_oops_lets_it_down_again(self, morning, kitchen, dressing):
        question, _music, pyjamas = dressing
        morning.choose(question, morning.leo, pyjamas)
        answer = kitchen.sit(morning.ivy).tap("say", morning.ivy, question, say="pass")
        assert any(choice.faces for choice in kitchen.asks(morning.ivy)[str(question)].groups[0])
        kitchen.oops(morning.ivy, answer)
        assert not any(choice.faces for choice in kitchen.asks(morning.ivy)[str(question)].groups[0])

    def test_two_children_one_after_the_other(self, morning, kitchen, dressing):
        question, music, _pyjamas = dressing
        kitchen.sit(morning.ivy).tap("say", morning.ivy, question, option=music, note="Because of the drum")
        page = kitchen.sit(morning.bo).get("tablet_seat", morning.bo.id)
        assert "Because of the drum" not in page.content.decode()
        region = shown(page)
        assert [b for b in region.buttons if b.get("aria-pressed") == "true"] == []
        back = kitchen.get("tablet_seat", morning.ivy.id)
        assert (back.status_code, back["Location"]) == (302, "/tablet")

    def test_who_may_see_what_is_said_here(self, morning, kitchen, dressing):
        asks = kitchen.asks(morning.ivy)
        assert [p.name for p in asks[str(dressing[0])].sees] == ["Maya", "Leo", "Ivy", "Bo"]

    def test_anothers_own_matter_is_not_there(self, morning, kitchen):
        question = morning.ask(morning.own, by=morning.leo)
        morning.idea(question, "Toast", morning.leo)
        assert kitchen.asks(morning.ivy) == {}
        assert [ask.kind for ask in kitchen.asks(morning.leo).values()] == ["own"]

    def test_a_question_of_others_is_not_there(self, morning, kitchen):
        morning.ask(morning.breakfast, "The porridge goes cold.")
        assert kitchen.asks(morning.leo) == {}


class TestWords:
    def test_the_rung_in_the_words_of_the_age(self, morning, kitchen, dressing):
        Member.objects.filter(id=morning.bo.id).update(age_band="6-9")
        _people_changed(morning)
        assert kitchen.asks(morning.ivy)[str(dressing[0])].rung_words == "You say. Then I pick and tell you why."
        assert (
            kitchen.asks(morning.bo)[str(dressing[0])].rung_words
            == "Say what you think. A grown-up decides and answers you."
        )
        assert kitchen.asks(morning.leo)[str(dressing[0])].rung_words.startswith("Your view counts")

    def test_why_comes_with_news(self, morning, kitchen):
        morning.ask(morning.car, "We leave at 8:20.")
        page = shown(kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id))
        assert "So that we arrive together." in page.text

    def test_what_is_fixed_comes_before_the_vote(self, morning, kitchen):
        question = morning.ask(morning.game, "Which game?")
        morning.idea(question, "Dice")
        page = shown(kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id))
        assert "Everybody has clothes on." in page.text

    def test_a_question_without_ideas_asks_for_one(self, morning, kitchen):
        question = morning.ask(morning.game, "Which game?")
        page = shown(kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id))
        assert "There is no idea yet. Do you have one?" in page.text
        assert (
            f"/tablet/m/{morning.ivy.id}/idea?question={question}"
            in kitchen.get("tablet_seat", morning.ivy.id).content.decode()
        )

    def test_in_the_members_language(self, morning, kitchen, dressing):
        Member.objects.filter(id=morning.ivy.id).update(language="de")
        page = kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id).content.decode()
        assert '<html lang="de"' in page

    def test_everything_speakable_says_so(self, morning, kitchen, dressing):
        page = kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id).content.decode()
        for words in ("How shall we get dressed?", "With music", "You say. Then I pick and tell you why.", "Pass"):
            assert f'data-say="{words}"' in page


def _people_changed(morning):
    from routines.models.snapshots import forget

    household = type(morning.household)
    household.objects.filter(id=morning.household.id).update(people_revision=morning.revision + 1)
    forget()


class TestGate:
    def test_only_for_who_sits(self, morning, kitchen, dressing):
        kitchen.sit(morning.bo)
        before = facts()
        answer = kitchen.get("tablet_seat", morning.ivy.id)
        assert (answer.status_code, answer["Location"]) == (302, "/tablet")
        assert facts() == before

    def test_nobody_sits(self, morning, kitchen):
        assert kitchen.get("tablet_seat", morning.ivy.id).status_code == 302

    def test_an_adult_cannot_sit(self, morning, kitchen):
        kitchen.sit(morning.maya)
        assert kitchen.get("tablet_seat", morning.maya.id).status_code == 302

    def test_no_post(self, morning, kitchen):
        assert kitchen.sit(morning.ivy).tap("seat", morning.ivy).status_code == 405

    def test_nothing_leads_to_adults(self, morning, kitchen, dressing):
        page = kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id).content.decode()
        for address in ("/h/", "/accounts/", "/about", "/households"):
            assert f'href="{address}' not in page
            assert f'action="{address}' not in page

    def test_pages_are_not_kept(self, morning, kitchen):
        assert "no-store" in kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id)["Cache-Control"]


def test_somebody_new_is_asked_too(morning, kitchen):
    new = add(morning.maya, "Mila", "child", age_band="6-9", at=timezone.now() - timedelta(minutes=1))
    step = morning.step("Feed the cat", 5, (new,), why="It is hungry.")
    morning.ask(step, "You feed the cat on Mondays.")
    assert [ask.kind for ask in kitchen.asks(new).values()] == ["inform"]
