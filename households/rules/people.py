"""Who may change whom in a household: every answer carries its reason.

A parent looks after people who have no sign-in of their own. Two parents who both have one are
equals: neither can change, demote or remove the other.
"""

from dataclasses import dataclass

PARENT, CHILD = "parent", "child"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules need to know of a member."""

    id: int
    kind: str
    has_account: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer; `code` becomes the sentence that says why not."""

    allowed: bool
    code: str = ""

    def __bool__(self) -> bool:
        """Return whether it is allowed."""
        return self.allowed


ALLOWED = Verdict(True)


def refuse(code: str) -> Verdict:
    """Return a no with its reason."""
    return Verdict(False, code)


def may_run_household(actor: Standing) -> Verdict:
    """Parents name the household, set its clock, and add people."""
    return ALLOWED if actor.kind == PARENT else refuse("parents_only")


def may_change(actor: Standing, member: Standing) -> Verdict:
    """Everybody changes their own name, face and colour; parents also those of others."""
    if member.left:
        return refuse("has_left")
    if actor.id == member.id:
        return ALLOWED
    if actor.kind != PARENT:
        return refuse("own_only")
    return refuse("parents_are_equals") if _runs_itself(member) else ALLOWED


def may_become(actor: Standing, member: Standing, kind: str) -> Verdict:
    """Parents say who somebody is, but nobody changes that for themselves."""
    if kind == member.kind:
        return ALLOWED
    if actor.kind != PARENT:
        return refuse("parents_only")
    if actor.id == member.id:
        return refuse("not_own_kind")
    if kind == CHILD and member.has_account:
        return refuse("child_has_no_sign_in")
    return may_change(actor, member)


def may_remove(actor: Standing, member: Standing) -> Verdict:
    """Parents may let somebody go; another parent with a sign-in goes only by themself."""
    if member.left:
        return refuse("has_left")
    if actor.id == member.id:
        return refuse("leave_yourself")
    if actor.kind != PARENT:
        return refuse("parents_only")
    return refuse("parents_stay") if _runs_itself(member) else ALLOWED


def may_leave(actor: Standing, members: tuple[Standing, ...]) -> Verdict:
    """Whoever has a sign-in may go, as long as a parent who can sign in stays."""
    if actor.kind != PARENT:
        return ALLOWED
    others = (each for each in members if each.id != actor.id and not each.left)
    return ALLOWED if any(map(_runs_itself, others)) else refuse("last_parent")


def may_return(actor: Standing, member: Standing) -> Verdict:
    """Parents welcome back somebody who left."""
    if actor.kind != PARENT:
        return refuse("parents_only")
    return ALLOWED if member.left else refuse("is_here")


def may_invite(actor: Standing, member: Standing) -> Verdict:
    """Parents invite those old enough for a sign-in who have none yet."""
    if actor.kind != PARENT:
        return refuse("parents_only")
    if member.left:
        return refuse("has_left")
    if member.has_account:
        return refuse("has_sign_in")
    return refuse("children_need_none") if member.kind == CHILD else ALLOWED


def _runs_itself(member: Standing) -> bool:
    return member.kind == PARENT and member.has_account
