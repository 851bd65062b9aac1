"""Reads everybody's accounts of mornings into the frozen values of the rules. Two queries, however many there are."""

from collections import defaultdict
from collections.abc import Iterable

from routines.models.noticing import Feeling, Notice
from routines.rules.felt import AccountState, FeelingState


def accounts_of(household_id: int, morning_id: int) -> tuple[AccountState, ...]:
    """Return every account of one morning, nothing of it veiled: `routines.rules.felt` says who may read what."""
    about = {"household_id": household_id, "morning_id": morning_id}
    feelings: dict[int, list[FeelingState]] = defaultdict(list)
    for row in Feeling.objects.filter(**about).order_by("id"):
        feelings[row.member_id].append(_feeling(row))
    notices = {row.member_id: row for row in Notice.objects.filter(**about).order_by("id")}
    told = dict.fromkeys([*notices, *feelings])
    return tuple(_account(member, notices.get(member), feelings[member]) for member in told)


def account_of(household_id: int, morning_id: int, member_id: int) -> AccountState:
    """Return one person's account of a morning, an empty one where they have told nothing."""
    found = (each for each in accounts_of(household_id, morning_id) if each.member == member_id)
    return next(found, AccountState(member_id))


def tellers(household_id: int, morning_ids: Iterable[int]) -> dict[int, set[int]]:
    """Return who has told or passed about each of some mornings: no more than who."""
    told: dict[int, set[int]] = defaultdict(set)
    for model in (Notice, Feeling):
        rows = model.objects.filter(household_id=household_id, morning_id__in=list(morning_ids))
        for morning_id, member_id in rows.values_list("morning_id", "member_id").distinct():
            told[morning_id].add(member_id)
    return told


def _account(member: int, notice: Notice | None, feelings: Iterable[FeelingState]) -> AccountState:
    if notice is None:
        return AccountState(member, feelings=tuple(feelings))
    return AccountState(
        member=member,
        noticed=True,
        again=notice.again,
        hard=notice.hard,
        picture=notice.hard_picture,
        said_by=notice.said_by_id,
        feelings=tuple(feelings),
    )


def _feeling(row: Feeling) -> FeelingState:
    return FeelingState(
        step=row.morning_step_id,
        felt=row.felt,
        words=row.words,
        said_by=row.said_by_id,
        shared=row.shared_at is not None,
    )
