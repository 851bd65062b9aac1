"""Taking back what was noticed and repaired: accounts, slips, sorries, thank-yous, changes and answers."""

from datetime import datetime

from households.models import Event
from routines.actions.built_on import built_on
from routines.actions.morning_stage import touch_morning
from routines.actions.stage import Stage
from routines.models import Feeling, Notice, Question, Repair, Slip


def _notice(_scene: Stage, event: Event) -> None:
    """Put back what somebody told of the whole morning; with nothing else told, it is as if they had not."""
    was = event.undo["was"]
    later = _later(event, "notice.")
    if any(not was.keys().isdisjoint(each.undo["was"]) for each in later):
        raise built_on()
    rows = Notice.objects.filter(
        household_id=event.household_id, morning_id=event.morning_key, member_id=event.member_id
    )
    rows.update(**was)
    others = Event.objects.of(event.household_id).filter(
        morning_key=event.morning_key, member_id=event.member_id, kind__startswith="notice.", taken_back_at=None
    )
    if not others.exclude(id=event.id).exists():
        rows.filter(again="", hard="", hard_picture="").delete()


def _feeling(_scene: Stage, event: Event) -> None:
    """Put back how a step felt. What was removed comes back, too."""
    _last_of_all(event, "feeling.", subject_key=event.subject_key)
    about = {"morning_step_id": event.subject_key, "member_id": event.member_id}
    rows = Feeling.objects.filter(household_id=event.household_id, **about)
    was = event.undo["was"]
    if not was:
        rows.delete()
        return
    was = {**was, "shared_at": _moment(was["shared_at"])}
    new = {**was, "morning_id": event.morning_key, "said_at": event.at}
    Feeling.objects.update_or_create(household_id=event.household_id, **about, defaults=was, create_defaults=new)


def _slip(scene: Stage, event: Event) -> None:
    slips = Slip.objects.filter(household_id=event.household_id, id=event.subject_key, taken_back_at=None)
    slips.update(taken_back_at=scene.at)
    touch_morning(scene.change, event.morning_key)


def _withdrawn(scene: Stage, event: Event) -> None:
    """Let a slip stand again, unless the same person has named it anew since."""
    slips = Slip.objects.filter(household_id=event.household_id)
    slip = slips.get(id=event.subject_key)
    again = slips.filter(
        morning_id=slip.morning_id,
        morning_step_id=slip.morning_step_id,
        noticed_by_id=slip.noticed_by_id,
        taken_back_at=None,
    )
    if again.exists():
        raise built_on()
    slips.filter(id=slip.id).update(taken_back_at=None)
    touch_morning(scene.change, event.morning_key)


def _gift(scene: Stage, event: Event) -> None:
    """Take a sorry or a thank-you back; one that was answered stays between the two."""
    if not _repairs(event).filter(answer="").update(taken_back_at=scene.at):
        raise built_on()


def _change(scene: Stage, event: Event) -> None:
    """Take a change back with the idea it brought; a question asked before it forgets the morning again."""
    _repairs(event).update(taken_back_at=scene.at)
    Question.objects.filter(household_id=event.household_id, id=event.undo["linked"], closed_at=None).update(
        morning=None
    )


def _answer(_scene: Stage, event: Event) -> None:
    _last_of_all(event, "repair.answered", subject_key=event.subject_key)
    answer, by, at = event.undo["was"]
    _repairs(event).update(answer=answer, answered_by_id=by, answered_at=_moment(at))


def _repairs(event: Event):
    return Repair.objects.filter(household_id=event.household_id, id=event.subject_key, taken_back_at=None)


def _last_of_all(event: Event, kind: str, **about: object) -> None:
    """Need that the same was not told otherwise since."""
    if _later(event, kind, **about).exists():
        raise built_on()


def _later(event: Event, kind: str, **about: object):
    """Return what of a kind the same person told about the same morning since, and stands."""
    return Event.objects.of(event.household_id).filter(
        morning_key=event.morning_key,
        member_id=event.member_id,
        id__gt=event.id,
        taken_back_at=None,
        kind__startswith=kind,
        **about,
    )


def _moment(at: str | None) -> datetime | None:
    return datetime.fromisoformat(at) if at else None


NOTICED = {
    "notice.told": _notice,
    "notice.changed": _notice,
    "notice.passed": _notice,
    "feeling.told": _feeling,
    "feeling.changed": _feeling,
    "slip.noticed": _slip,
    "slip.withdrawn": _withdrawn,
    "repair.sorry": _gift,
    "repair.sorry_for": _gift,
    "repair.thanks": _gift,
    "repair.thanks_for": _gift,
    "repair.change": _change,
    "repair.answered": _answer,
}
