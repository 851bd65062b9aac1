"""Everybody's card: what comes now and next for each, and what can be tapped."""

from datetime import timedelta

from routines.regions.morning.bar import milliseconds
from routines.regions.morning.scene import MorningScene, moment_of
from routines.regions.morning.values import Can, Disc, PersonView, SmallStep, StepView
from routines.rules.morning.blocks import doings, part
from routines.rules.morning.course import waited_for
from routines.rules.morning.deeds import MorningDeed, offered_today
from routines.rules.morning.running import PersonNow
from routines.rules.morning.state import MorningStepState
from routines.rules.people import may_act_for
from routines.rules.state import Kind, Person
from routines.words.ladder import rung_name, rung_words
from routines.words.mornings import disc_words, minutes_words, over_words, waits_words
from routines.words.names import joined

# How finely a disc is drawn, in thousandths: scripts know better, and cards that look the same are drawn once.
GRAIN = 20


def people_view(scene: MorningScene) -> tuple[PersonView, ...]:
    """Return the cards the reader sees, side by side. Doing a step together is offered once."""
    offered: set[int] = set()
    cards = []
    for person in scene.people:
        card = person_view(scene, person, together=True)
        if card.now and card.together:
            card = person_view(scene, person, together=card.now.id not in offered)
            offered.add(card.now.id)
        cards.append(card)
    return tuple(cards)


def person_view(scene: MorningScene, person: Person, *, together: bool = True) -> PersonView:
    """Return one person's card, also for somebody who has no part in the morning."""
    at = scene.at.person(person.id)
    if at is None:
        return _without_part(scene, person)
    place = at.at
    waits_for = scene.look.persons(waited_for(scene.morning, person.id)) if place.waits else ()
    last = _last_done(scene, person)
    now = step_view(scene, place.now, person) if place.now else None
    others = _together(scene, place.now, person) if together and place.now else ()
    return PersonView(
        person=person,
        mine=person.id == scene.look.viewer.id,
        now=now,
        next=step_view(scene, place.next, person) if place.next else None,
        disc=disc_view(scene, at) if now else None,
        waits=place.waits,
        waits_for=waits_for,
        waits_words=_waits(person, waits_for) if place.waits else "",
        done=place.done,
        left=place.left,
        finished=not place.left,
        last=step_view(scene, last, person) if last else None,
        can=_can(scene, person, place.now, last),
        together=others,
        together_words=joined(each.name for each in (person, *others)) if others else "",
    )


def step_view(scene: MorningScene, step: MorningStepState, person: Person | None = None) -> StepView:
    """Return a step for one person, or as it stands in the list of all."""
    look, doing = scene.look, part(step, person.id) if person else None
    reader = look.viewer if look.viewer.id else person or look.viewer
    owner = step.own_matter_of
    return StepView(
        id=step.id,
        step=step.step,
        title=step.title,
        pictogram=step.pictogram,
        rung=step.rung,
        rung_name=rung_name(step.rung),
        rung_words=rung_words(step.rung, reader.kind, reader.age_band),
        minutes=step.minutes,
        minutes_words=minutes_words(step.minutes),
        people=look.persons(tuple(each.member for each in doings(step))),
        over_to_you=step.over_to_you,
        over_words=over_words(owner == reader.id, look.person(owner).name) if owner else "",
        small_steps=tuple(
            SmallStep(place, text, bool(doing and place in doing.ticked)) for place, text in enumerate(step.small_steps)
        ),
        unfolded=bool(doing and doing.unfolded),
        safety=step.safety,
        was=step.was,
        why=step.reason,
        added=step.added,
        skipped=step.skipped,
        out_of_plan=scene.in_plan is not None and step.step is not None and step.step not in scene.in_plan,
        done=bool(doing.done_at) if doing else _all_done(step),
    )


def disc_view(scene: MorningScene, at: PersonNow) -> Disc:
    """Return somebody's time for their step. It counts down evenly from when they began it."""
    now = moment_of(scene.morning, scene.look)
    over = at.ends is None or at.ends <= now
    length = max(1, at.length)
    gone = max(0.0, (now - at.at.began).total_seconds())
    return Disc(
        began=milliseconds(at.at.began),
        ends=milliseconds(at.at.began + timedelta(seconds=at.length)),
        share=0 if over else min(1000, max(GRAIN, round(1000 * (length - gone) / length / GRAIN) * GRAIN)),
        over=over,
        words=disc_words(max(1, round(at.length / 60)), over=over),
    )


def _waits(person: Person, waits_for: tuple[Person, ...]) -> str:
    return waits_words((each.name for each in waits_for), small=person.kind is Kind.CHILD)


def _can(scene: MorningScene, person: Person, now: MorningStepState | None, last: MorningStepState | None) -> Can:
    actor = scene.actor_for(person)
    if actor is None:
        return Can()

    def may(deed: MorningDeed, step: MorningStepState | None) -> bool:
        return step is not None and bool(offered_today(deed, scene.situation(person, actor, step)))

    return Can(
        done=may(MorningDeed.DONE, now),
        undone=may(MorningDeed.UNDONE, last),
        tick=may(MorningDeed.TICK, now),
        unfold=may(MorningDeed.UNFOLD, now),
    )


def _together(scene: MorningScene, step: MorningStepState, person: Person) -> tuple[Person, ...]:
    """Return others at the same step whom the reader may tap for as well."""
    viewer = scene.look.viewer
    if not viewer.id or not may_act_for(viewer, person):
        return ()
    undone = tuple(doing.member for doing in doings(step) if not doing.done_at and doing.member != person.id)
    return tuple(each for each in scene.look.persons(undone) if may_act_for(viewer, each))


def _last_done(scene: MorningScene, person: Person) -> MorningStepState | None:
    """Return the step somebody did last."""
    done = [
        (doing.done_at, step)
        for step in scene.morning.steps
        if not step.skipped and (doing := part(step, person.id)) and doing.done_at
    ]
    return max(done, key=lambda pair: (pair[0], pair[1].position))[1] if done else None


def _all_done(step: MorningStepState) -> bool:
    parts = doings(step)
    return bool(parts) and all(doing.done_at for doing in parts)


def _without_part(scene: MorningScene, person: Person) -> PersonView:
    return PersonView(
        person=person,
        mine=person.id == scene.look.viewer.id,
        now=None,
        next=None,
        disc=None,
        waits=False,
        waits_for=(),
        waits_words="",
        done=0,
        left=0,
        finished=False,
        last=None,
        can=Can(),
    )
