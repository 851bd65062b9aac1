"""Who may change whom, as a family would ask."""

import pytest

from households.rules.people import (
    Standing,
    may_become,
    may_change,
    may_invite,
    may_leave,
    may_remove,
    may_return,
    may_run_household,
)
from households.words import REFUSALS, refusal

MUM = Standing(1, "parent", has_account=True)
DAD = Standing(2, "parent", has_account=True)
AUNT = Standing(3, "parent")
LEO = Standing(4, "teen", has_account=True)
LIA = Standing(5, "teen")
IVY = Standing(6, "child")
NANA = Standing(7, "supporter", has_account=True)
GRANDPA = Standing(8, "supporter")
GONE = Standing(9, "supporter", left=True)

YES = ""


@pytest.mark.parametrize(("who", "code"), [(MUM, YES), (LEO, "parents_only"), (NANA, "parents_only")])
def test_who_runs_the_household(who, code):
    assert may_run_household(who).code == code


@pytest.mark.parametrize(
    ("actor", "member", "code"),
    [
        (MUM, MUM, YES),
        (MUM, AUNT, YES),
        (MUM, DAD, "parents_are_equals"),
        (MUM, LEO, YES),
        (MUM, IVY, YES),
        (MUM, GONE, "has_left"),
        (LEO, LEO, YES),
        (LEO, IVY, "own_only"),
        (LEO, MUM, "own_only"),
        (NANA, NANA, YES),
        (NANA, GRANDPA, "own_only"),
    ],
)
def test_who_changes_whom(actor, member, code):
    assert may_change(actor, member).code == code


@pytest.mark.parametrize(
    ("actor", "member", "kind", "code"),
    [
        (MUM, IVY, "teen", YES),
        (MUM, LEO, "parent", YES),
        (MUM, LEO, "child", "child_has_no_sign_in"),
        (MUM, LIA, "child", YES),
        (MUM, MUM, "parent", YES),
        (MUM, MUM, "teen", "not_own_kind"),
        (MUM, DAD, "teen", "parents_are_equals"),
        (MUM, AUNT, "supporter", YES),
        (LEO, LEO, "parent", "parents_only"),
        (LEO, LEO, "teen", YES),
    ],
)
def test_who_says_who_somebody_is(actor, member, kind, code):
    assert may_become(actor, member, kind).code == code


@pytest.mark.parametrize(
    ("actor", "member", "code"),
    [
        (MUM, IVY, YES),
        (MUM, LEO, YES),
        (MUM, NANA, YES),
        (MUM, AUNT, YES),
        (MUM, DAD, "parents_stay"),
        (MUM, MUM, "leave_yourself"),
        (MUM, GONE, "has_left"),
        (LEO, IVY, "parents_only"),
        (NANA, LEO, "parents_only"),
    ],
)
def test_who_lets_whom_go(actor, member, code):
    assert may_remove(actor, member).code == code


@pytest.mark.parametrize(
    ("actor", "members", "code"),
    [
        (MUM, (MUM, DAD, IVY), YES),
        (MUM, (MUM, AUNT, LEO), "last_parent"),
        (MUM, (MUM, IVY), "last_parent"),
        (MUM, (MUM, Standing(2, "parent", has_account=True, left=True)), "last_parent"),
        (LEO, (MUM, LEO), YES),
        (NANA, (MUM, NANA), YES),
    ],
)
def test_who_may_leave(actor, members, code):
    assert may_leave(actor, members).code == code


@pytest.mark.parametrize(
    ("actor", "member", "code"), [(MUM, GONE, YES), (MUM, NANA, "is_here"), (LEO, GONE, "parents_only")]
)
def test_who_welcomes_back(actor, member, code):
    assert may_return(actor, member).code == code


@pytest.mark.parametrize(
    ("actor", "member", "code"),
    [
        (MUM, AUNT, YES),
        (MUM, LIA, YES),
        (MUM, GRANDPA, YES),
        (MUM, LEO, "has_sign_in"),
        (MUM, IVY, "children_need_none"),
        (MUM, GONE, "has_left"),
        (LEO, GRANDPA, "parents_only"),
    ],
)
def test_who_invites_whom(actor, member, code):
    assert may_invite(actor, member).code == code


@pytest.mark.parametrize("code", REFUSALS)
def test_every_no_is_a_sentence(code):
    sentence = refusal(code, {"name": "Ivy"})
    assert sentence[0].isupper() or sentence.startswith("Ivy")
    assert sentence.endswith(".")
    assert "%" not in sentence
