"""Taking back what was asked and settled: questions, decisions, moves on the ladder, overrides."""

from households.models import Event
from routines.actions.built_on import built_on
from routines.actions.question import close, question_row, reopen
from routines.actions.stage import Stage
from routines.models import AgendaItem, ClimbAsk, Decision, Override, Question, Step
from routines.rules.state import QuestionState, Rung


def _opened(scene: Stage, event: Event) -> None:
    """Close the question, if nobody else has said anything to it."""
    question = scene.question
    if question is None or question.id != event.question_key:
        raise built_on()
    if _who_spoke(question) - {event.member_id, event.actor_id}:
        raise built_on()
    close(scene, scene.at)
    if "why" in event.undo:
        before, after = event.undo["why"]
        Step.objects.of(event.household_id).filter(id=event.step_key, why=after).update(why=before)


def _who_spoke(question: QuestionState) -> set[int]:
    said = (*question.voices, *question.concerns, *question.tasks)
    return {each.member for each in said} | {option.by for option in question.options}


def _settled(scene: Stage, event: Event) -> None:
    """Mark the decision as taken back and ask its question again as it was."""
    last = scene.step.last
    if scene.question or last is None or last.id != event.question_key:
        raise built_on()
    dates = AgendaItem.objects.filter(
        household_id=event.household_id,
        step_id=event.step_key,
        kind__in=("trial", "review"),
        added_at=event.at,
    )
    if dates.exclude(done_at=None).exists() or scene.step.rung != last.rung:
        raise built_on()
    Decision.objects.filter(household_id=event.household_id, id=event.subject_key).update(taken_back_at=scene.at)
    dates.delete()
    reopen(scene, question_row(scene, last.id), scene.at)
    scene.change.tells("agenda")


def _moved_rung(scene: Stage, event: Event) -> None:
    """Move the step back, with its question as it was on the old rung."""
    before, after = event.changes["rung"]
    if scene.step.rung != after or scene.step.safety or scene.step.over_to_you:
        raise built_on()
    earlier = _asked_before(scene, event)
    Step.objects.of(event.household_id).filter(id=event.step_key).update(
        rung=Rung(before), over_to_you=event.undo["over_to_you"]
    )
    if earlier:
        close(scene, scene.at)
        reopen(scene, earlier, scene.at, ideas_of=scene.question.id)
    _wish_again(scene, event)
    scene.touch_board(event.routine_key)


def _asked_before(scene: Stage, event: Event) -> Question | None:
    """Return the question the move restarted; refuses if the new one has voices, or is gone."""
    question = scene.question
    if event.question_key is None:
        if question:
            raise built_on()
        return None
    if question is None or question.opened_at != event.at:
        raise built_on()
    if question.voices or question.concerns or question.tasks:
        raise built_on()
    return question_row(scene, event.question_key)


def _wish_again(scene: Stage, event: Event) -> None:
    """Open the wishes again that the climb fulfilled."""
    granted = Event.objects.of(event.household_id).filter(
        kind="climb.granted", step_key=event.step_key, revision=event.revision
    )
    for answered in granted:
        _open_wish(answered)
    granted.update(taken_back_at=scene.at)


def _asked(scene: Stage, event: Event) -> None:
    wishes = ClimbAsk.objects.filter(household_id=event.household_id, id=event.subject_key, answered_at=None)
    if not wishes.update(taken_back_at=scene.at):
        raise built_on()


def _declined(scene: Stage, event: Event) -> None:
    _open_wish(event)


def _open_wish(event: Event) -> None:
    """Make a wish wait for its answer again; refuses if the person has wished anew since."""
    wishes = ClimbAsk.objects.filter(household_id=event.household_id, step_id=event.step_key)
    anew = wishes.filter(member_id=event.member_id, answered_at=None, taken_back_at=None)
    if anew.exists():
        raise built_on()
    wishes.filter(id=event.subject_key).update(answered_at=None, answered_by=None, answer="", granted=False)


def _override_set(scene: Stage, event: Event) -> None:
    """End an override the moment it began: it never ruled."""
    override = scene.step.override
    if override is None or override.id != event.subject_key or override.replies:
        raise built_on()
    reviews = AgendaItem.objects.filter(
        household_id=event.household_id,
        step_id=event.step_key,
        kind__in=("override", "step"),
        added_at=event.at,
    )
    if reviews.exclude(done_at=None).exists():
        raise built_on()
    Override.objects.filter(household_id=event.household_id, id=override.id).update(ended_at=override.set_at)
    reviews.delete()
    scene.change.tells("agenda")


def _override_ended(scene: Stage, event: Event) -> None:
    if scene.step.override:
        raise built_on()
    Override.objects.filter(household_id=event.household_id, id=event.subject_key).update(ended_at=None)


def _talked(scene: Stage, event: Event) -> None:
    AgendaItem.objects.filter(household_id=event.household_id, id=event.subject_key).update(done_at=None, done_by=None)
    scene.change.tells("agenda")


ASKED = {
    "question.opened": _opened,
    "question.informed": _settled,
    "question.decided": _settled,
    "question.counted": _settled,
    "question.agreed": _settled,
    "question.own": _settled,
    "question.unchanged": _settled,
    "rung.climbed": _moved_rung,
    "rung.stepped_down": _moved_rung,
    "climb.asked": _asked,
    "climb.declined": _declined,
    "override.set": _override_set,
    "override.ended": _override_ended,
    "agenda.talked": _talked,
}
