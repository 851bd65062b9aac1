"""The pages of picks: what they show, how forms answer, and that bad input loses nothing and says what to do."""

from html import unescape

import pytest
from django.urls import reverse

from routines.models import Ballot, Pick, PickVeto
from tests.routines.picks.hand import Picks


@pytest.fixture
def url(morning):
    return lambda name, *ids: reverse(name, args=[morning.household.id, *ids])


def page(answer) -> str:
    return unescape(answer.content.decode())


def test_all_picks_with_everybodys_turns(today, at, url):
    today.all_tap("P", "P", "E").settle()
    text = page(at(today.family.maya).get(url("picks")))

    assert "What do we eat?" in text
    assert "Leo, Ivy, Bo. As guests, only for ties: Nana" in text
    assert text.count("jar-juice") == 3
    assert "+1/6" in text
    assert "−1/3" in text
    assert "has missed 1 in a row" in text
    assert "nobody misses more than 3 in a row" in text


def test_children_read_no_numbers(today, at, url):
    today.all_tap("P", "P", "E").settle()

    assert "+1/6" in page(at(today.family.leo).get(url("picks")))
    assert "1/6" not in page(at(today.family.nana).get(url("picks")))


def test_before_the_first_there_is_a_way_on(morning, at, url):
    text = page(at(morning.maya).get(url("picks")))

    assert "No picks yet" in text
    assert reverse("pick_new", args=[morning.household.id, morning.game.id]) in text


def test_a_supporter_sees_those_with_them(morning, at, url):
    picks = Picks(morning)
    other = picks.make(morning.game, "Which game?", "Tag", "Ball")
    text = page(at(morning.nana).get(url("picks")))

    assert "What do we eat?" in text
    assert "Which game?" not in text
    assert at(morning.nana).get(url("pick", other.id)).status_code == 404


def test_the_last_mornings_and_why(today, at, url):
    today.all_tap("P", "P", "E").settle()
    today.next_day().start().all_tap("P", "P", "E").settle()
    text = page(at(today.family.maya).get(url("pick", today.pick.id)))

    assert "Eggs: a tie. Bo waited longest." in text
    assert "Pancakes: Leo and Ivy share this wish." in text
    assert text.index("Eggs: a tie") < text.index("share this wish")


def test_the_story_stands_in_order_without_a_script(today, at, url):
    today.all_tap("P", "P", "E").settle()
    text = page(at(today.family.maya).get(url("picking", today.picking())))

    told = ["This is what everybody tapped.", "These are the jars before.", "A cup is poured for “Pancakes”"]
    told += ["A cup for “Eggs” would stand higher.", "So the next wish of Bo is stronger."]
    places = [text.index(sentence) for sentence in told]
    assert places == sorted(places)
    assert text.count('class="cups-frame"') == 5


def test_making_one(morning, at, url):
    sent = {"text": "Which song?", "options": ["The loud one", "", "The dinosaur song"], "until": "7:15"}
    answer = at(morning.leo).post(url("pick_new", morning.game.id), sent)

    pick = Pick.objects.get()
    assert answer["Location"] == url("pick", pick.id)
    assert [option.text for option in pick.options.order_by("id")] == ["The loud one", "The dinosaur song"]
    assert str(pick.until) == "07:15:00"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"text": ""}, "Write what is picked"),
        ({"options": ["Only this"]}, "Write at least 2 things to pick from: one alone is no choice."),
        ({"options": ["Tag", "tag"]}, "“tag” is on the list already."),
        ({"options": ["Tag", "x" * 90]}, "Make this shorter: 80 characters fit, 10 are too many."),
        ({"options": ["Tag", "Ba\u202ell"]}, "There are signs in here that cannot be shown."),
        ({"until": "soon"}, "Write the time like 7:45."),
        ({"text": "x" * 130}, "This is 130 characters long"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(morning, at, url, sent, sentence):
    whole = {"text": "Which song?", "options": ["Tag", "Ball"], "until": ""} | sent
    answer = at(morning.maya).post(url("pick_new", morning.game.id), whole)
    text = page(answer)

    assert answer.status_code == 422
    assert sentence in text
    for each in whole["options"]:
        assert f'value="{each}"' in text
    assert not Pick.objects.exists()


def test_a_step_without_a_vote_says_why(morning, at, url):
    answer = at(morning.maya).get(url("pick_new", morning.car.id))

    assert answer.status_code == 403
    assert "Climb to Co-design first" in page(answer)


def test_two_people_change_it(picks, at, url):
    m = picks.family
    maya, leo = at(m.maya), at(m.leo)
    opened = page(maya.get(url("pick_edit", picks.pick.id)))
    sealed = opened.split('name="opened" value="')[1].split('"')[0]
    leo.post(url("pick_edit", picks.pick.id), {"text": "Food?", "until": "", "opened": sealed})
    answer = maya.post(url("pick_edit", picks.pick.id), {"text": "Breakfast?", "until": "7:00", "opened": sealed})
    text = page(answer)

    assert answer.status_code == 422
    assert "Leo changed it meanwhile." in text
    assert "Breakfast?" in text
    assert "Food?" in text


def test_tapping_without_a_script_leads_back_to_the_morning(today, at, url):
    sent = {"options": ",".join(map(str, today.wanted("PE"))), "where": "strip"}
    answer = at(today.family.leo).post(url("picking_tap", today.picking()), sent)

    assert answer["Location"] == url("morning", today.morning)
    assert Ballot.objects.get().options == today.wanted("PE")


def tap(today, at, url, who, letters, **sent):
    sent = {"options": ",".join(map(str, today.wanted(letters))), "where": "strip", **sent}
    return at(who).post(url("picking_tap", today.picking()), sent, headers={"HX-Request": "true"})


def test_a_tap_answers_with_the_picks_and_a_way_back(today, at, url):
    text = page(tap(today, at, url, today.family.leo, "P"))

    assert 'hx-target="#morning-picks"' in text
    assert 'aria-pressed="true"' in text
    assert "Picked. The others see it when all have picked." in text
    assert reverse("undo", args=[today.family.household.id, today.family.events("pick.tapped")[0].id]) in text


def test_a_late_one_says_so_and_shows_what_was_picked(today, at, url):
    today.all_tap("P", "P", "E")
    answer = tap(today, at, url, today.family.leo, "F")
    text = page(answer)

    assert answer.status_code == 200
    assert "It came too late, but it is kept." in text
    assert "Too late, but kept: Fruit" in text


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"options": "99999"}, "That idea is not there any more."),
        ({"options": "many"}, "Choose what you want to say."),
    ],
)
def test_nonsense_is_refused_in_place(today, at, url, sent, sentence):
    answer = tap(today, at, url, today.family.leo, "", **sent)

    assert answer.status_code == 422
    assert sentence in page(answer)
    assert 'hx-target="#morning-picks"' in page(answer)


def test_ruling_out_needs_its_reason(today, at, url):
    sent = {"option": today.letters["E"], "ground": "danger", "reason": ""}
    answer = at(today.family.maya).post(url("picking_veto", today.picking()), sent, headers={"HX-Request": "true"})

    assert answer.status_code == 422
    assert "reason" in page(answer)
    assert not PickVeto.objects.exists()


def test_all_but_two_ruled_out(today, at, url):
    maya = at(today.family.maya)
    for letter in "EF":
        sent = {"option": today.letters[letter], "ground": "health", "reason": "It is old."}
        assert maya.post(url("picking_veto", today.picking()), sent).status_code == 302
    sent = {"option": today.letters["O"], "ground": "health", "reason": "It is old."}
    answer = maya.post(url("picking_veto", today.picking()), sent)

    assert answer.status_code == 422
    assert "a real choice must remain" in page(answer)


def test_what_was_ruled_out_is_crossed_out_with_its_reason(today, at, url):
    today.veto("E", "health", "The eggs are old.")
    text = page(at(today.family.leo).get(url("picking", today.picking())))

    assert "<s>Eggs</s>" in text
    assert "Maya ruled this out." in text
    assert "It harms somebody’s health: The eggs are old." in text


def test_a_treat_says_whose_and_why(today, at, url):
    today.treat(today.family.bo, "Bo is four today")
    text = page(at(today.family.leo).get(url("picking", today.picking())))

    assert "Today Bo picks: Bo is four today" in text
    assert "Still to pick: Bo" in text


def test_a_pick_with_one_option_left_says_so(picks, at, url):
    from routines.models import PickOption

    PickOption.objects.exclude(text="Eggs").update(archived_at=picks.family.now)
    text = page(at(picks.family.maya).get(url("picks")))

    assert "It is asked as soon as there are two things to pick from." in text


def test_a_pick_whose_step_moved_down_says_so(picks, at, url):
    from routines.actions.rung import step_down
    from routines.rules.state import Rung

    m = picks.family
    step_down(actor=m.actor(m.maya), step_id=picks.step.id, to_rung=Rung.CONSULT, reason="Ice outside.", at=m.now)
    text = page(at(m.maya).get(url("picks")))

    assert "It is not asked at the moment. Climb to Co-design first" in text


def test_sharing_turns_from_the_page(picks, at, url):
    m = picks.family
    game = picks.make(m.game, "Which game?", "Tag", "Ball")
    at(m.leo).post(url("bundle_new"), {"pick": [picks.pick.id, game.id]})
    text = page(at(m.maya).get(url("picks")))
    assert "Shall these share their turns?" in text
    assert "Still to say: Maya, Ivy and Bo" in text
    bundle = Pick.objects.get(id=game.id).bundle_id
    for who in (m.maya, m.ivy, m.bo):
        at(m.maya).post(url("bundle_say", bundle), {"agrees": "yes", "speaker": who.id})
    text = page(at(m.leo).get(url("picks")))

    assert "These share their turns" in text
    assert "Shares its turns with: Which game?" in text


def test_links_lead_there(morning, at, url):
    maya = at(morning.maya)

    assert url("picks") in page(maya.get(url("routine", morning.routine.id)))
    step = page(maya.get(url("step", morning.game.id)))
    assert url("pick_new", morning.game.id) in step
    assert url("pick_new", morning.car.id) not in page(maya.get(url("step", morning.car.id)))
