"""How a step felt: in four rungs and three things that can only be felt, by whoever had a part in it."""

import pytest

from households.actions.refusal import Missing
from routines.rules.morning.noticing import FELT
from tests.routines.morning import refused
from tests.routines.verbs.undoing import back


def felt(lived, who, step):
    return lived.accounts()[who.id].feeling(lived.step(step))


@pytest.mark.parametrize("how", FELT)
def test_each_way_can_be_told(lived, how):
    lived.feel(lived.morning.leo, lived.morning.dress, how, words="As it was")
    told = felt(lived, lived.morning.leo, lived.morning.dress)
    assert (told.felt, told.words, told.shared) == (how, "As it was", False)


def test_telling_it_otherwise_keeps_the_words(lived):
    lived.feel(lived.morning.leo, lived.morning.dress, "inform", words="Too quick")
    assert lived.feel(lived.morning.leo, lived.morning.dress, "pushed").kind == "feeling.changed"
    assert felt(lived, lived.morning.leo, lived.morning.dress).words == "Too quick"


def test_nothing_told_about_it_any_more(lived):
    lived.feel(lived.morning.leo, lived.morning.dress, "pushed", words="Too quick")
    lived.feel(lived.morning.leo, lived.morning.dress, "")
    assert lived.morning.leo.id not in lived.accounts()


def test_the_same_twice_is_once(lived):
    lived.feel(lived.morning.leo, lived.morning.dress, "inform")
    assert lived.feel(lived.morning.leo, lived.morning.dress, "inform") is None
    assert lived.feel(lived.morning.leo, lived.morning.car, "") is None


def test_only_in_steps_of_ones_own(lived):
    with refused("not_in_it_today"):
        lived.feel(lived.morning.leo, lived.morning.breakfast, "inform")


def test_who_helps_has_a_part(lived):
    lived.feel(lived.morning.nana, lived.morning.breakfast, "coproduce")
    assert felt(lived, lived.morning.nana, lived.morning.breakfast).felt == "coproduce"


@pytest.mark.parametrize("how", ["great", "PUSHED", "1"])
def test_only_what_is_known(lived, how):
    with refused("felt_first"):
        lived.feel(lived.morning.leo, lived.morning.dress, how)


def test_until_the_next_day_ends(lived):
    lived.until_tomorrow_evening()
    lived.feel(lived.morning.leo, lived.morning.dress, "inform")
    lived.until_the_day_after()
    with refused("felt_too_late"):
        lived.feel(lived.morning.leo, lived.morning.dress, "pushed")
    with refused("felt_too_late"):
        lived.feel(lived.morning.leo, lived.morning.dress, "")


def test_what_happened_never_says_what(lived):
    lived.feel(lived.morning.leo, lived.morning.dress, "pushed", words="Secret")
    event = lived.morning.events("feeling.told")[-1]
    assert (event.title, event.why, event.changes, event.step_key) == ("Get dressed", "", {}, None)


def test_shared_by_its_author_and_no_longer(lived):
    lived.feel(lived.morning.leo, lived.morning.dress, "pushed")
    lived.share(lived.morning.leo, lived.morning.dress)
    assert felt(lived, lived.morning.leo, lived.morning.dress).shared
    assert lived.share(lived.morning.leo, lived.morning.dress) is None
    lived.share(lived.morning.leo, lived.morning.dress, False)
    assert not felt(lived, lived.morning.leo, lived.morning.dress).shared


def test_sharing_looks_like_any_change(lived):
    """Only "pushed" can be shared: that somebody shares must not tell that they were."""
    lived.feel(lived.morning.leo, lived.morning.dress, "pushed")
    lived.feel(lived.morning.leo, lived.morning.dress, "pushed", words="More words")
    changed = lived.morning.events("feeling.changed")[-1]
    shared = lived.share(lived.morning.leo, lived.morning.dress)
    fields = ("kind", "title", "why", "changes", "step_key", "subject_key", "morning_key", "routine_key")
    assert {f: getattr(changed, f) for f in fields} == {f: getattr(shared, f) for f in fields}


def test_only_pushed_is_shared(lived):
    lived.feel(lived.morning.leo, lived.morning.dress, "inform")
    with refused("only_pushed_is_shared"):
        lived.share(lived.morning.leo, lived.morning.dress)


def test_a_parent_does_not_share_a_childs(lived):
    """Not even one they entered themselves: they would share their own, and have none."""
    lived.feel(lived.morning.ivy, lived.morning.dress, "pushed")
    with pytest.raises(Missing):
        lived.share(lived.morning.maya, lived.morning.dress)
    assert not felt(lived, lived.morning.ivy, lived.morning.dress).shared


def test_told_otherwise_it_is_shared_no_longer(lived):
    lived.feel(lived.morning.leo, lived.morning.dress, "pushed")
    lived.share(lived.morning.leo, lived.morning.dress)
    lived.feel(lived.morning.leo, lived.morning.dress, "inform")
    lived.feel(lived.morning.leo, lived.morning.dress, "pushed")
    assert not felt(lived, lived.morning.leo, lived.morning.dress).shared


def test_taken_back_step_by_step(lived):
    told = lived.feel(lived.morning.leo, lived.morning.dress, "pushed", words="Too quick")
    shared = lived.share(lived.morning.leo, lived.morning.dress)
    removed = lived.feel(lived.morning.leo, lived.morning.dress, "")
    back(lived.morning, removed)
    again = felt(lived, lived.morning.leo, lived.morning.dress)
    assert (again.felt, again.words, again.shared) == ("pushed", "Too quick", True)
    back(lived.morning, shared)
    assert not felt(lived, lived.morning.leo, lived.morning.dress).shared
    back(lived.morning, told)
    assert lived.morning.leo.id not in lived.accounts()
