"""Somebody's column on the tablet, and the free time of who has done everything."""

from datetime import timedelta

from routines.regions.morning.bar import milliseconds
from routines.regions.morning.cards import person_view
from routines.regions.morning.scene import MorningScene, moment_of
from routines.regions.morning.values import AskView, Disc
from routines.regions.tablet.faces import waiting_words
from routines.regions.tablet.morning.parts import parts_of, state_of
from routines.regions.tablet.morning.values import Card
from routines.rules.state import Person
from routines.words.mornings import free_words

# A whole disc of free time is an hour, as on the clock.
HOUR = timedelta(hours=1)


def card_of(scene: MorningScene, person: Person, asks: tuple[AskView, ...], *, has_code: bool = False) -> Card:
    """Return a person's column; `asks` are the changes of today that wait."""
    view = person_view(scene, person, together=False)
    count = sum(person in ask.for_whom for ask in asks)
    return Card(
        view=view,
        state=state_of(view),
        parts=parts_of(scene, view),
        has_code=has_code,
        waiting=count,
        waiting_words=waiting_words(count),
        dial=free_time(scene) if view.finished else None,
    )


def free_time(scene: MorningScene) -> Disc | None:
    """Return the time until the door as a part of an hour's disc; None where there is none, or no door."""
    leave, now = scene.morning.leave, moment_of(scene.morning, scene.look)
    if leave is None or leave <= now or scene.morning.left is not None:
        return None
    minutes = int((leave - now).total_seconds()) // 60
    return Disc(
        began=milliseconds(leave - HOUR),
        ends=milliseconds(leave),
        share=min(1000, round(1000 * (leave - now) / HOUR)),
        over=False,
        words=free_words(minutes),
    )
