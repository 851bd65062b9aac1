"""What is pushed, to whom: nobody is ever sent what they may not see."""

import re

import pytest
from django.db import transaction

from households.actions.people import remove_member
from households.live import listening, outlet
from households.live.change import ANEW, Change, Viewer
from routines.actions.comment import comment
from routines.actions.rung import climb
from routines.models import Question, snapshots
from routines.regions import push
from routines.regions.fragment import CSRF, TAP
from routines.regions.push import catch_up, render
from routines.rules.state import Rung
from tests.cast import client_of
from tests.routines.morning import Morning, assembled

MUSIC = "Music while we dress"
SECRET = "because of the scratchy jumper"


@pytest.fixture
def morning(transactional_db) -> Morning:
    """A family whose changes are committed, so that they are told."""
    return assembled()


@pytest.fixture
def asked(morning) -> int:
    question = morning.ask(morning.dress, "How shall we get dressed?")
    morning.idea(question, MUSIC)
    morning.idea(question, "In pyjamas")
    return question


def option(question: int) -> int:
    return Question.objects.get(id=question).options.order_by("id").first().id


def look(morning, who, step=None, **more) -> Viewer:
    return Viewer(
        household_id=who.household_id,
        member_id=who.id,
        kind=who.kind,
        language="en",
        page="routine",
        routine_id=morning.routine.id,
        step_id=step.id if step else None,
        **more,
    )


def pushed(morning, viewer: Viewer, act) -> str:
    """Do something and return what this viewer is sent for it."""
    with listening() as changes:
        act()
    assert len(changes) == 1
    return render(changes[0], [viewer]).get(viewer, "")


def speak(morning, question, who=None):
    chosen = option(question)
    return lambda: morning.say(question, who or morning.leo, "choice", chosen, note=SECRET)


class TestVeil:
    def test_who_has_not_spoken_learns_that_somebody_did_but_not_what(self, morning, asked):
        viewer = look(morning, morning.ivy, morning.dress)
        html = pushed(morning, viewer, speak(morning, asked))
        assert "Leo" in html
        assert SECRET not in html
        assert 'id="panel"' in html

    def test_who_has_spoken_sees_it(self, morning, asked):
        morning.say(asked, morning.ivy, "pass")
        viewer = look(morning, morning.ivy, morning.dress)
        html = pushed(morning, viewer, speak(morning, asked))
        assert SECRET in html

    def test_a_decider_who_is_not_asked_sees_it_once_all_were_heard(self, morning, asked):
        viewer = look(morning, morning.maya, morning.dress)
        assert SECRET not in pushed(morning, viewer, speak(morning, asked))
        morning.say(asked, morning.ivy, "pass")
        html = pushed(morning, viewer, lambda: morning.say(asked, morning.bo, "pass"))
        assert SECRET in html

    def test_speaking_for_a_child_lifts_nobodys_veil(self, morning, asked):
        viewer = look(morning, morning.maya, morning.dress, speaker_id=morning.ivy.id)
        assert SECRET not in pushed(morning, viewer, speak(morning, asked))

    def test_a_teen_cannot_name_a_speaker_to_look_through(self, morning, asked):
        morning.say(asked, morning.ivy, "pass")
        viewer = look(morning, morning.sam, morning.dress, speaker_id=morning.leo.id)
        assert SECRET not in pushed(morning, viewer, speak(morning, asked))

    def test_remarks_on_an_open_question_are_veiled_too(self, morning, asked):
        def remark():
            comment(
                actor=morning.actor(morning.leo),
                step_id=morning.dress.id,
                text=SECRET,
                at=morning.now,
            )

        assert SECRET not in pushed(morning, look(morning, morning.ivy, morning.dress), remark)


class TestAudience:
    def test_the_neighbours_are_sent_nothing(self, morning, asked):
        viewer = look(morning, morning.neighbour, morning.dress)
        with listening() as changes:
            speak(morning, asked)()
        assert render(changes[0], [viewer]) == {}

    def test_a_neighbour_who_claims_our_household_is_nobody_here(self, morning, asked):
        claim = Viewer(
            household_id=morning.household.id,
            member_id=morning.neighbour.id,
            kind="parent",
            language="en",
            page="routine",
            routine_id=morning.routine.id,
            step_id=morning.dress.id,
        )
        assert pushed(morning, claim, speak(morning, asked)) == ""

    def test_a_supporter_is_sent_only_steps_that_name_them(self, morning, asked):
        viewer = look(morning, morning.nana)
        assert "Get dressed" not in pushed(morning, viewer, speak(morning, asked))
        question = morning.ask(morning.breakfast, "What do we eat?")
        html = pushed(morning, viewer, lambda: morning.idea(question, "Pancakes"))
        assert "Breakfast" in html

    def test_who_left_is_sent_nothing(self, morning, asked):
        viewer = look(morning, morning.bo, morning.dress)
        remove_member(actor=morning.actor(morning.maya), member_id=morning.bo.id, at=morning.now)
        assert pushed(morning, viewer, speak(morning, asked)) == ""

    def test_another_routine_is_left_alone(self, morning, asked):
        viewer = look(morning, morning.maya)
        elsewhere = Viewer(**{**_fields(viewer), "routine_id": viewer.routine_id + 1000})
        assert pushed(morning, elsewhere, speak(morning, asked)) == ""

    def test_pages_with_filters_are_asked_to_come_anew(self, morning, asked):
        for page in ("home", "history", "people"):
            viewer = Viewer(**{**_fields(look(morning, morning.maya)), "page": page})
            assert pushed(morning, viewer, speak(morning, asked)) == ANEW
            asked_again = Change(morning.household.id, kinds=frozenset({"presence"}))
            assert render(asked_again, [viewer]) == {}

    def test_each_reads_in_their_own_language(self, morning, asked):
        german = Viewer(**{**_fields(look(morning, morning.leo)), "language": "de"})
        english = look(morning, morning.leo)
        with listening() as changes:
            speak(morning, asked)()
        sent = render(changes[0], [german, english])
        assert sent[german] != sent[english]


class TestChangedVoice:
    """A voice that is changed moves faces and words in the panels of the others, and one's own buttons."""

    @pytest.fixture
    def spoken(self, morning, asked):
        morning.say(asked, morning.leo, "choice", option(asked))
        return asked

    def changed(self, morning, question, viewers):
        with listening() as changes:
            speak(morning, question)()
        return render(changes[0], viewers)

    def test_who_has_spoken_is_sent_faces_and_words_and_no_form(self, morning, spoken):
        morning.say(spoken, morning.ivy, "pass")
        viewer = look(morning, morning.ivy, morning.dress)
        html = self.changed(morning, spoken, [viewer])[viewer]
        assert SECRET in html
        assert "<form" not in html

    def test_whose_voice_it_is_is_sent_their_buttons(self, morning, spoken):
        viewer = look(morning, morning.leo, morning.dress)
        html = self.changed(morning, spoken, [viewer])[viewer]
        assert 'aria-pressed="true"' in html
        assert 'id="says"' in html

    def test_who_decides_is_sent_the_answers_they_owe(self, morning, spoken):
        for who in (morning.ivy, morning.bo):
            morning.say(spoken, who, "pass")
        viewer = look(morning, morning.maya, morning.dress)
        html = self.changed(morning, spoken, [viewer])[viewer]
        assert f'id="because-{morning.leo.id}"' in html
        assert SECRET in html

    def test_what_is_shared_is_shared_with_nobody_who_may_not_see_it(self, morning, spoken):
        morning.say(spoken, morning.ivy, "pass")
        ivy, bo = (look(morning, who, morning.dress) for who in (morning.ivy, morning.bo))
        maya = look(morning, morning.maya, morning.dress)
        looking_on = look(morning, morning.maya, morning.dress, speaker_id=morning.bo.id)
        nobody = look(morning, morning.neighbour, morning.dress)
        for viewers in ([ivy, bo, maya, looking_on, nobody], [nobody, looking_on, maya, bo, ivy]):
            sent = self.changed(morning, spoken, viewers)
            assert SECRET in sent[ivy]
            assert all(SECRET not in sent.get(viewer, "") for viewer in (bo, maya, looking_on, nobody))

    def test_it_is_sent_in_each_ones_language(self, morning, spoken):
        morning.say(spoken, morning.ivy, "pass")
        english = look(morning, morning.ivy, morning.dress)
        german = Viewer(**{**_fields(english), "language": "de"})
        sent = self.changed(morning, spoken, [english, german])
        assert sent[english] != sent[german]

    def test_a_process_that_remembers_nothing_sends_the_same(self, morning, spoken):
        morning.say(spoken, morning.ivy, "pass")
        viewers = [look(morning, who, morning.dress) for who in (morning.leo, morning.ivy, morning.bo, morning.maya)]
        with listening() as changes:
            speak(morning, spoken)()
        sent = render(changes[0], viewers)
        for layer in (snapshots, push):
            layer.forget()
        assert render(changes[0], viewers) == sent

    def test_the_answer_to_the_tap_is_what_is_pushed(self, morning, spoken):
        viewer = look(morning, morning.leo, morning.dress)
        html, answer = self.answered(morning, spoken, viewer)
        assert answer.startswith(html)
        assert 'id="panel"' not in answer

    def test_a_voice_that_had_ceased_to_fit_is_answered_with_all_it_changes(self, morning):
        question = morning.ask(morning.dress)
        morning.idea(question, MUSIC)
        morning.say(question, morning.leo, "yes")
        morning.idea(question, "In pyjamas")
        html, answer = self.answered(morning, question, look(morning, morning.leo, morning.dress))
        assert answer.startswith(html)
        assert 'id="panel"' in answer

    def answered(self, morning, question, viewer):
        """Return what a viewer is sent for a voice they give by a tap, and the answer to that tap."""
        sent = []
        outlet.listen(hear := lambda change: sent.append(render(change, [viewer])[viewer]))
        path = f"/h/{morning.household.id}/q/{question}/say"
        form = {"say": "choice", "option": option(question)}
        answer = client_of(morning.leo).post(path, form, headers={"HX-Request": "true"})
        outlet.unlisten(hear)
        return sent[0], answer.content.decode()

    def test_each_part_is_as_a_fresh_page_draws_it(self, morning, spoken):
        morning.say(spoken, morning.ivy, "pass")
        viewers = [look(morning, who, morning.dress) for who in (morning.leo, morning.ivy, morning.bo, morning.maya)]
        sent = self.changed(morning, spoken, viewers)
        for viewer in viewers:
            _revision, fresh = catch_up(viewer, 0)
            parts = re.findall(r"<hx-partial [^>]*>(.*?)</hx-partial>", sent[viewer], re.DOTALL)
            assert len(parts) > 1
            assert all(part.strip() in fresh for part in parts)


def test_nothing_is_told_when_nothing_was_stored(morning, asked):
    class Stop(Exception):
        pass

    def stopped():
        with transaction.atomic():
            speak(morning, asked)()
            raise Stop

    with listening() as changes, pytest.raises(Stop):
        stopped()
    assert changes == []


class TestCatchUp:
    def test_a_screen_that_is_not_behind_gets_nothing(self, morning, asked):
        viewer = look(morning, morning.maya)
        revision, _html = catch_up(viewer, 0)
        assert catch_up(viewer, revision) == (revision, "")

    def test_a_screen_that_slept_gets_its_whole_page(self, morning, asked):
        viewer = look(morning, morning.maya, morning.dress)
        revision, _html = catch_up(viewer, 0)
        climb(
            actor=morning.actor(morning.maya),
            step_id=morning.car.id,
            to_rung=Rung.CONSULT,
            at=morning.now,
        )
        later, html = catch_up(viewer, revision)
        assert later > revision
        for region in ("routine-head", "board", "wanted", "answered", "panel"):
            assert f'hx-target="#{region}"' in html

    def test_pushed_forms_carry_no_token_and_no_tap(self, morning, asked):
        _revision, html = catch_up(look(morning, morning.maya, morning.dress), 0)
        assert CSRF not in html
        assert TAP not in html


def _fields(viewer: Viewer) -> dict:
    return {name: getattr(viewer, name) for name in viewer.__dataclass_fields__}
