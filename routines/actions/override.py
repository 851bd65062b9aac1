"""The safety override: a parent rules for a while, the child replies, the decision comes back."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F

from households.actor import Actor
from households.models import Event
from routines.actions.agenda import put_on_agenda
from routines.actions.stage import Stage, local_date, stage
from routines.models import Comment, Override
from routines.rules.ladder import Deed
from routines.rules.overrides import REVIEW_WITHIN, two_overrides


def override(
    *,
    actor: Actor,
    step_id: int,
    ground: str,
    reason: str,
    expires_at: datetime,
    at: datetime,
    tap: UUID | None = None,
) -> Event:
    """Set a safety override on a step, on one of the four grounds, with a reason a child can read.

    It ends by itself at `expires_at`, and its review goes on the agenda within 7 days; a second one
    within 14 days puts the step itself there.
    """
    with stage(actor=actor, at=at, tap=tap, step_id=step_id, talk=True) as scene:
        scene.ask(Deed.OVERRIDE, ground=ground, reason=reason, expires_at=expires_at)
        row = Override.objects.create(
            household_id=actor.household_id,
            step_id=step_id,
            ground=ground,
            reason=reason.strip(),
            set_by_id=scene.me.id,
            set_at=at,
            expires_at=expires_at,
        )
        put_on_agenda(scene, "override", scene.today + timedelta(days=REVIEW_WITHIN))
        if two_overrides(_days(scene), scene.today):
            put_on_agenda(scene, "step", scene.today + timedelta(days=REVIEW_WITHIN))
        event = scene.record("override.set", subject=row.id, why=reason.strip(), changes={"ground": ["", ground]})
        scene.touch()
        return event


def end_override(*, actor: Actor, step_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """End the override in force before its time; the decision is back at once."""
    with stage(actor=actor, at=at, tap=tap, step_id=step_id, talk=True) as scene:
        scene.ask(Deed.END_OVERRIDE)
        Override.objects.filter(household_id=actor.household_id, id=scene.step.override.id).update(ended_at=at)
        event = scene.record("override.ended", subject=scene.step.override.id)
        scene.touch()
        return event


def reply(
    *,
    actor: Actor,
    step_id: int,
    at: datetime,
    text: str = "",
    sticker: str = "",
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Answer an override, in words or with a sticker."""
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, step_id=step_id, talk=True) as scene:
        scene.ask(Deed.REPLY, text=text, sticker=sticker)
        said = Comment.objects.create(
            household_id=actor.household_id,
            step_id=step_id,
            override_id=scene.step.override.id,
            member_id=scene.speaker.id,
            acted_by_id=scene.acted_by,
            kind=Comment.Kind.REPLY,
            text=text.strip(),
            sticker=sticker,
            at=at,
        )
        event = scene.record("override.replied", subject=said.id)
        scene.touch()
        return event


def _days(scene: Stage) -> tuple[date, ...]:
    """Return the local days on which the step was overridden.

    One that ended the moment it began was taken back: it never ruled.
    """
    ruled = Override.objects.filter(household_id=scene.actor.household_id, step_id=scene.step.id).exclude(
        ended_at=F("set_at")
    )
    moments = ruled.values_list("set_at", flat=True)
    return tuple(local_date(set_at, scene.actor.time_zone) for set_at in moments)
