"""What stands around the cards of a morning: its title, the door, how much time there is, how it was left."""

from datetime import datetime, timedelta

from django.utils.formats import date_format

from routines.regions.morning.bar import bar_view, milliseconds
from routines.regions.morning.scene import MorningScene, moment_of
from routines.regions.morning.values import MorningView
from routines.rules.morning.leaving import chosen_minutes, left_beside_plan
from routines.words.days import clock_words
from routines.words.mornings import left_words, moved_words, time_words

MINUTE = timedelta(minutes=1)


def morning_view(scene: MorningScene) -> MorningView:
    """Return what stands around a morning's cards."""
    morning = scene.morning
    late = left_beside_plan(morning)
    return MorningView(
        household_id=scene.look.household_id,
        id=morning.id,
        routine_id=morning.routine,
        revision=morning.revision,
        title=morning.title,
        day=date_format(morning.on, "l"),
        running=scene.running,
        started=clock_words(scene.local(morning.started)),
        leave=clock_words(scene.local(morning.leave)) if morning.leave else "",
        moved=moved_words(chosen_minutes(morning)),
        time=_time(scene),
        bar=bar_view(scene),
        changes_at=milliseconds(changes_at(scene)) if scene.running else 0,
        has_left=morning.left is not None,
        left_at=clock_words(scene.local(morning.left)) if morning.left else "",
        left=left_words(late.minutes, late.chosen) if late else "",
    )


def changes_at(scene: MorningScene) -> datetime | None:
    """Return when a morning looks different without a tap, None for never.

    That is when the next person's time is over; and each minute while somebody takes longer, or free time runs.
    """
    soon, now = scene.at.changes_at, moment_of(scene.morning, scene.look)
    leave = scene.morning.leave
    over = any(person.ends is not None and person.ends <= now for person in scene.at.people)
    if over or (scene.at.all_done and leave is not None and leave > now):
        minute = now + MINUTE
        return min(soon, minute) if soon else minute
    return soon


def _time(scene: MorningScene) -> str:
    """Return how much time there is, in words."""
    morning, at = scene.morning, scene.at
    if morning.leave is None or morning.left is not None:
        return ""
    return time_words(
        free=at.free // 60,
        short=-(-at.short // 60),
        quicker=_quicker(scene),
        past=moment_of(morning, scene.look) >= morning.leave,
        leave=clock_words(scene.local(morning.leave)),
        tells=morning.tells_minutes,
    )


def _quicker(scene: MorningScene) -> bool:
    """Return whether something still to come is shorter than it was to be."""
    planned = {step.id: step.minutes * 60 for step in scene.morning.steps}
    return any(
        length < planned[step]
        for person in scene.at.people
        for step, length in person.lengths
        if person.at.now is None or step != person.at.now.id
    )
