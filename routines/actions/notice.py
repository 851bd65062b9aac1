"""Noticing how a morning was as a whole: again like this, and what was hard. Everybody for themselves."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.actions.told_in_time import told_in_time
from routines.models import Notice
from routines.rules.morning.deeds import MorningDeed

KEPT = ("again", "hard", "hard_picture")


@dataclass(frozen=True, slots=True)
class Noticed:
    """What somebody tells. None leaves it as it was; all of it empty is a pass.

    `again` is "yes", "maybe" or "no"; `hard` what was hard in words, `picture` in one picture.
    """

    again: str | None = None
    hard: str | None = None
    picture: str | None = None


PASSED = Noticed(again="")


def notice(
    *,
    actor: Actor,
    morning_id: int,
    noticed: Noticed,
    at: datetime,
    age: float = 0,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Tell how a morning was, tell it otherwise, or pass. Returns None where that was told already.

    `age` is how many seconds ago it was tapped, as a tablet without a net measured it: what was told in time counts.
    """
    with morning_stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, morning_id=morning_id) as scene:
        row = _rows(scene).first()
        now = _merged(row, noticed)
        made = told_in_time(scene, MorningDeed.NOTICE, age, again=now.again, text=now.hard, picture=now.picture)
        if row is not None and (row.again, row.hard, row.hard_picture) == (now.again, now.hard, now.picture):
            return None
        _rows(scene).update_or_create(
            household_id=scene.household_id,
            morning_id=morning_id,
            member_id=scene.speaker.id,
            defaults={
                "again": now.again,
                "hard": now.hard,
                "hard_picture": now.picture,
                "said_by_id": scene.acted_by,
                "said_at": made,
            },
        )
        return scene.record(_kind(row, now), subject=morning_id, undo={"was": _changed(row, now)})


def _rows(scene: MorningStage):
    return Notice.objects.filter(
        household_id=scene.household_id, morning_id=scene.morning.id, member_id=scene.speaker.id
    )


def _merged(row: Notice | None, noticed: Noticed) -> Noticed:
    """Return all that is told now: what was not told again stays."""
    before = Noticed(row.again, row.hard, row.hard_picture) if row else Noticed("", "", "")
    given = {
        name: value.strip() for name in ("again", "hard", "picture") if (value := getattr(noticed, name)) is not None
    }
    return replace(before, **given)


def _changed(row: Notice | None, now: Noticed) -> dict[str, str]:
    """Return what was told before in place of what is told now, by field: only that is taken back."""
    before = {field: getattr(row, field) if row else "" for field in KEPT}
    told = {"again": now.again, "hard": now.hard, "hard_picture": now.picture}
    return {field: value for field, value in before.items() if value != told[field]}


def _kind(row: Notice | None, now: Noticed) -> str:
    if not (now.again or now.hard or now.picture):
        return "notice.passed"
    return "notice.told" if row is None else "notice.changed"
