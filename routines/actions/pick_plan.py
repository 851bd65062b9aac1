"""Making, changing, putting away and bringing back a pick: what is chosen anew each morning on a step."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.picking import settle_picks, tell_picks
from routines.actions.routine import Conflict, changed
from routines.actions.stage import Stage, stage
from routines.models import Pick, PickOption
from routines.models.pickings import unsettled
from routines.models.picks import members_of, pick_of
from routines.rules.codes import Code
from routines.rules.merge import merge
from routines.rules.morning.deeds import MorningDeed, MorningSituation, PickState, may_today
from routines.rules.picking.state import PlannedPick

FIELDS = ("text", "until")


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """Something to pick: its words and its picture's name."""

    text: str
    pictogram: str


@dataclass(frozen=True, slots=True)
class PickDraft:
    """What a pick's form says. `until` is when picking ends by the clock at home; None is when the step begins."""

    text: str
    until: time | None = None


def make_pick(
    *,
    actor: Actor,
    step_id: int,
    draft: PickDraft,
    options: tuple[OptionDraft, ...],
    at: datetime,
    tap: UUID | None = None,
) -> Pick:
    """Ask something anew each morning on a step, from the next one on, with at least two things to pick from."""
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        if scene.step.archived:
            raise Refused(str(Code.ARCHIVED))
        ask_about(scene, MorningDeed.PICK_MAKE, None, text=draft.text, texts=tuple(each.text for each in options))
        pick = Pick.objects.create(
            household_id=actor.household_id,
            step_id=step_id,
            text=draft.text.strip(),
            until=draft.until,
            made_by_id=scene.me.id,
            made_at=at,
        )
        PickOption.objects.bulk_create(
            PickOption(
                household_id=actor.household_id,
                pick=pick,
                text=each.text.strip(),
                pictogram=each.pictogram,
                proposed_by_id=scene.me.id,
                proposed_at=at,
            )
            for each in options
            if each.text.strip()
        )
        record_pick(scene, "pick.made", pick.id, pick.text, member=None)
        scene.touch()
        return pick


def edit_pick(
    *, actor: Actor, pick_id: int, draft: PickDraft, base: dict, at: datetime, why: str = "", tap: UUID | None = None
) -> Event | None:
    """Change what a pick asks, or until when; a morning that runs keeps its time.

    `base` is what the form showed when it was opened: fields only somebody else changed keep their change, fields both
    changed raise `Conflict`. Returns None where nothing changed.
    """
    planned = planned_pick(actor, pick_id)
    with stage(actor=actor, at=at, tap=tap, step_id=planned.step) as scene:
        ask_about(scene, MorningDeed.PICK_EDIT, planned, text=draft.text)
        stored = values_of(pick_of(actor.household_id, pick_id))
        merged = merge(base, stored, {"text": draft.text.strip(), "until": draft.until})
        if merged.conflicts:
            raise Conflict(merged.conflicts)
        changes = changed(stored, merged.result)
        if not changes:
            return None
        Pick.objects.of(actor.household_id).filter(id=pick_id).update(**merged.result)
        tell_mornings(scene, pick_id)
        return record_pick(
            scene, "pick.changed", pick_id, merged.result["text"], member=None, why=why.strip(), changes=changes
        )


def archive_pick(*, actor: Actor, pick_id: int, at: datetime, why: str = "", tap: UUID | None = None) -> Event:
    """Put a pick away: it is asked no more, from the next morning on. Its turns stay remembered."""
    planned = planned_pick(actor, pick_id)
    with stage(actor=actor, at=at, tap=tap, step_id=planned.step) as scene:
        if planned.archived:
            raise Refused(str(Code.ARCHIVED))
        ask_about(scene, MorningDeed.PICK_EDIT, planned, text=planned.text)
        if planned.bundle or planned.proposed:
            raise Refused(str(Code.BUNDLE_ALREADY), idea=planned.text)
        Pick.objects.of(actor.household_id).filter(id=pick_id).update(archived_at=at)
        scene.touch()
        return record_pick(scene, "pick.archived", pick_id, planned.text, member=None, why=why.strip())


def restore_pick(*, actor: Actor, pick_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Bring a pick back, with its options and its turns."""
    planned = planned_pick(actor, pick_id)
    with stage(actor=actor, at=at, tap=tap, step_id=planned.step) as scene:
        if not planned.archived:
            raise Refused(str(Code.NOT_ARCHIVED))
        if planned.step_archived:
            raise Refused(str(Code.ARCHIVED))
        ask_about(scene, MorningDeed.PICK_EDIT, planned, text=planned.text)
        Pick.objects.of(actor.household_id).filter(id=pick_id).update(archived_at=None)
        scene.touch()
        return record_pick(scene, "pick.restored", pick_id, planned.text, member=None)


def values_of(planned: PlannedPick) -> dict[str, object]:
    """Return a pick's editable fields as the merge compares them."""
    return {field: getattr(planned, field) for field in FIELDS}


def planned_pick(actor: Actor, pick_id: int) -> PlannedPick:
    """Return a pick of the actor's household, put away or not; raises `Missing` for an unknown or foreign one."""
    planned = pick_of(actor.household_id, pick_id)
    if planned is None:
        raise Missing
    return planned


def ask_about(scene: Stage, deed: MorningDeed, planned: PlannedPick | None, **attempt: object) -> None:
    """Ask the rules about a deed on a planned pick; raises `Refused` with their reason."""
    verdict = may_today(
        deed,
        MorningSituation(
            now=scene.at,
            today=scene.today,
            actor=scene.me,
            speaker=scene.speaker,
            members=scene.people,
            step=scene.step,
            pick=as_rules_see(planned, scene.people) if planned else None,
            **attempt,
        ),
    )
    if not verdict:
        raise Refused(str(verdict.code), **dict(verdict.params))


def as_rules_see(planned: PlannedPick, people: tuple) -> PickState:
    """Return a planned pick as its rules see it."""
    here = {person.id for person in people if not person.left}
    members = members_of((planned,), people)
    return PickState(
        id=planned.id,
        text=planned.text,
        options=tuple((option.id, option.text) for option in planned.listed),
        asked=members,
        guests=tuple(each for each in planned.affected if each in here and each not in members),
        bundled=bool(planned.bundle or planned.proposed),
    )


def record_pick(scene: Stage, kind: str, pick_id: int, text: str, **about: object) -> Event:
    """Record an event about a planned pick, under its own name."""
    return scene.record(kind, subject=pick_id, title=text, **about)


def tell_mornings(scene: Stage, pick_id: int) -> None:
    """Settle what is over, then tell the mornings in which the pick is still open that it has changed."""
    settle_picks(scene.change, scene.people, scene.at)
    open_in = unsettled(scene.actor.household_id, pick_id)
    for picking in open_in:
        tell_picks(scene.change, picking.morning)
    scene.touch()
