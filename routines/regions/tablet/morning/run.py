"""One person's morning, full screen: now and next, small steps, what waits for their answer."""

from routines.regions.look import Look
from routines.regions.morning.around import morning_view
from routines.regions.morning.asks import asks_view
from routines.regions.morning.scene import MorningScene, morning_scene
from routines.regions.morning.values import AskView, StepView
from routines.regions.tablet.morning.cards import card_of
from routines.regions.tablet.morning.now import changes_at
from routines.regions.tablet.morning.parts import done_of
from routines.regions.tablet.morning.pictures import picture_of
from routines.regions.tablet.morning.values import Card, RunView, Small
from routines.regions.tablet.room import Room
from routines.rules.morning.deeds import MorningDeed
from routines.rules.people import is_parent
from routines.rules.state import Kind, Person
from routines.rules.tablet import at_once, in_groups
from routines.words.tablet_morning import slip_words

# Who looks at no more than this together is too small to say that they can do without.
FEWEST = 3


def run_view(room: Room, look: Look) -> RunView | None:
    """Return the morning of who sits, or None where no morning is to be seen on the tablet."""
    if room.morning is None:
        return None
    me = look.viewer
    scene = morning_scene(look, room.morning)
    asks = asks_view(scene)
    card = card_of(scene, me, asks) if me in scene.people else None
    now = card.view.now if card else None
    small = small_of(now, me) if now and now.unfolded else ()
    slip = _slip_step(scene, card)
    return RunView(
        revision=room.household.revision,
        person=me,
        sees=seen_by(scene),
        morning=morning_view(scene),
        card=card,
        small=small,
        group=_group(small),
        may_unfold=bool(card and card.view.can.unfold and not now.unfolded),
        may_fold=bool(small) and at_once(me.age_band) > FEWEST,
        ask=next((ask for ask in asks if me in ask.for_whom), None),
        wish=_own(asks, me),
        may_wish=bool(now) and scene.running,
        slip_step=slip.id if slip else 0,
        slipped=_slipped(scene, slip),
        slip_words=slip_words(me.kind, me.age_band),
        may_leave=bool(scene.may(MorningDeed.LEAVE)),
        may_come_back=bool(scene.may(MorningDeed.BACK_AFTER_LEAVING)),
        picks=room.picks_open,
        done=done_of(scene.morning),
        changes_at=changes_at(scene),
    )


def small_of(step: StepView, person: Person) -> tuple[tuple[Small, ...], ...]:
    """Return a step's small steps, as many together as somebody of this age can look at."""
    small = tuple(Small(each.place, each.text, picture_of(each.text), each.ticked) for each in step.small_steps)
    return in_groups(small, at_once(person.age_band))


def seen_by(scene: MorningScene) -> tuple[Person, ...]:
    """Return who can see what this person does in a morning: the family, and supporters who have a part in it."""
    part = {doing.member for step in scene.morning.steps for doing in step.doings}
    people = (each for each in scene.look.people if not each.left)
    return tuple(each for each in people if is_parent(each) or each.kind is not Kind.SUPPORTER or each.id in part)


def _slip_step(scene: MorningScene, card: Card | None) -> StepView | None:
    """Return the step that may have turned into pushing: the present one, else the one done last."""
    step = card and (card.view.now or card.view.last)
    return step if step and scene.may(MorningDeed.SLIP, scene.morning.step(step.id)) else None


def _slipped(scene: MorningScene, step: StepView | None) -> bool:
    """Return whether the one who looks has said so."""
    me = scene.look.viewer.id
    return step is not None and any(slip.by == me and slip.step == step.id for slip in scene.morning.slips)


def _group(small: tuple[tuple[Small, ...], ...]) -> int:
    """Return which of the small steps are in sight: the first of which one is still to do, else the last."""
    return next((place for place, each in enumerate(small) if not all(one.ticked for one in each)), len(small) - 1)


def _own(asks: tuple[AskView, ...], me: Person) -> AskView | None:
    return next((ask for ask in asks if ask.by == me), None)
