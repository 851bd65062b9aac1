"""Picture codes: three pictures somebody taps before they sit down. Wrong ones make growing waits."""

import math
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password

from households.actions.change import ChangeInProgress, change
from households.actions.guard import asking, guard, member_of, standing
from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Member, PictureCode
from households.rules.tablets import is_code, may_prepare, wait_after_codes

Code = tuple[str, ...]


def set_code(*, actor: Actor, member_id: int, code: Code, at: datetime, tap: UUID | None = None) -> PictureCode:
    """Give a member a picture code in place of an earlier one, which also ends waiting.

    Raises `Missing`, `Refused`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        member = _prepared(actor, member_id)
        if not is_code(code):
            raise Refused("code_three", field="code")
        kept, _made = PictureCode.objects.update_or_create(
            household_id=actor.household_id,
            member=member,
            defaults={
                "code_hash": make_password(_written(code)),
                "set_by_id": actor.member_id,
                "set_at": at,
                "wrong": 0,
                "wait_until": None,
            },
        )
        _told(begun, "code.set", member)
    return kept


def remove_code(*, actor: Actor, member_id: int, at: datetime, tap: UUID | None = None) -> Member:
    """Let a member sit down without a code; raises `Missing` where there is none, `Refused`, `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap) as begun:
        member = _prepared(actor, member_id)
        if not _codes(member).delete()[0]:
            raise Missing
        _told(begun, "code.removed", member)
    return member


def forgive_tries(*, actor: Actor, member_id: int, at: datetime, tap: UUID | None = None) -> Member:
    """Let a member try their code again after too many wrong ones; raises as `remove_code` does."""
    with change(actor=actor, at=at, tap=tap) as begun:
        member = _prepared(actor, member_id)
        if not _codes(member).update(wrong=0, wait_until=None):
            raise Missing
        _told(begun, "code.forgiven", member)
    return member


def code_of(member: Member) -> PictureCode | None:
    """Return a member's picture code, or None where they need none."""
    return _codes(member).first()


def seconds_to_wait(code: PictureCode, at: datetime) -> int | None:
    """Return how long nobody may try this code; None when a parent must help first."""
    if wait_after_codes(code.wrong) is None:
        return None
    left = (code.wait_until - at).total_seconds() if code.wait_until else 0
    return max(0, math.ceil(left))


def try_code(member: Member, code: Code, at: datetime) -> Refused | None:
    """Try a code and count a wrong one; return why it does not open the seat, None when it does.

    Call it with the household's row locked, and let what it counted be stored whatever it returns.
    """
    kept = code_of(member)
    if kept is None:
        return None
    wait = seconds_to_wait(kept, at)
    if wait != 0:
        return _waiting(wait)
    if check_password(_written(code), kept.code_hash):
        _codes(member).update(wrong=0, wait_until=None)
        return None
    wait = wait_after_codes(kept.wrong + 1)
    _codes(member).update(wrong=kept.wrong + 1, wait_until=at + timedelta(seconds=wait) if wait else None)
    return Refused("code_wrong") if wait == 0 else _waiting(wait)


def _waiting(seconds: int | None) -> Refused:
    return Refused("code_locked") if seconds is None else Refused("code_wait", seconds=seconds)


def _prepared(actor: Actor, member_id: int) -> Member:
    member = member_of(actor, member_id)
    guard(may_prepare(asking(actor), standing(member)), name=member.name)
    return member


def _codes(member: Member):
    return PictureCode.objects.filter(household_id=member.household_id, member_id=member.id)


def _written(code: Code) -> str:
    return " ".join(code)


def _told(begun: ChangeInProgress, kind: str, member: Member) -> None:
    begun.record(kind, member=member.id, title=member.name)
    begun.member_ids.add(member.id)
    begun.tells("people")
