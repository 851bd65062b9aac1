"""What wants a viewer: their voice, their answer, or the voice of a child they speak for."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routines.regions.coming import coming_for
from routines.regions.look import Look
from routines.regions.values import WantedItem, WantedView
from routines.rules.ladder import Deed
from routines.rules.next_thing import Next
from routines.rules.people import is_parent, may_act_for
from routines.rules.state import Person, StepState

PRESSING = (
    Deed.REPLY,
    Deed.SAY,
    Deed.CHOOSE,
    Deed.CONCERN,
    Deed.TABLE,
    Deed.TAKE_TASK,
    Deed.SETTLE,
    Deed.ANSWER_ASK,
    Deed.PROPOSE,
)
FOR_OTHERS = (Deed.REPLY, Deed.SAY, Deed.CHOOSE, Deed.CONCERN, Deed.TAKE_TASK)


@dataclass(frozen=True, slots=True)
class Wish:
    """One step that wants something of the viewer, for themselves or for somebody else."""

    step: StepState
    coming: Next
    speaker: Person


def wishes(look: Look, steps: tuple[StepState, ...]) -> tuple[Wish, ...]:
    """Return what steps want of the viewer, the most pressing first, their own before others'."""
    own = [
        Wish(step, coming, look.viewer)
        for step in steps
        if (coming := coming_for(look, step, look.viewer)).deed in PRESSING or _review(coming)
    ]
    own.sort(key=lambda wish: _urgency(wish.coming))
    return (*own, *_for_others(look, steps))


def wanted_view(look: Look, found: tuple[Wish, ...], most: int = 5) -> WantedView:
    """Return the box that says what wants the viewer."""
    count = len(found)
    headline = ngettext("One thing wants you", "%(count)d things want you", count) % {"count": count}
    return WantedView(
        household_id=look.household_id,
        headline=headline if count else _("All said for now"),
        items=tuple(_item(look, wish) for wish in found[:most]),
    )


def _for_others(look: Look, steps: tuple[StepState, ...]) -> list[Wish]:
    if not is_parent(look.viewer):
        return []
    others = [
        person
        for person in look.people
        if person.id != look.viewer.id and not person.left and may_act_for(look.viewer, person)
    ]
    return [
        Wish(step, coming, person)
        for step in steps
        for person in others
        if person.id in step.affected and (coming := coming_for(look, step, person)).deed in FOR_OTHERS
    ]


def _review(coming: Next) -> bool:
    return str(coming.code) == "next_review"


def _urgency(coming: Next) -> int:
    return PRESSING.index(coming.deed) if coming.deed in PRESSING else len(PRESSING)


def _item(look: Look, wish: Wish) -> WantedItem:
    asked = wish.step.question
    other = None if wish.speaker.id == look.viewer.id else wish.speaker
    return WantedItem(
        step_id=wish.step.id,
        title=wish.step.title,
        pictogram=wish.step.pictogram,
        question=asked.text if asked else "",
        sentence=_sentence(look, wish, other),
        button=_button(wish, other),
        for_whom=other,
    )


def _sentence(look: Look, wish: Wish, other: Person | None) -> str:
    if other:
        return _("%(name)s has not been heard yet.") % {"name": other.name}
    return look.says(str(wish.coming.code), dict(wish.coming.params))


def _button(wish: Wish, other: Person | None) -> str:
    if other:
        return _("Speak for %(name)s") % {"name": other.name}
    words = {
        Deed.REPLY: _("Reply"),
        Deed.SAY: _("Say what I think"),
        Deed.CHOOSE: _("Choose"),
        Deed.CONCERN: _("Say what matters"),
        Deed.TABLE: _("Propose one"),
        Deed.TAKE_TASK: _("Take a task"),
        Deed.SETTLE: _("Decide and answer"),
        Deed.ANSWER_ASK: _("Answer"),
        Deed.PROPOSE: _("Add an idea"),
    }
    if wish.coming.deed == Deed.SETTLE and wish.step.question:
        settle = {1: _("Answer and close"), 3: _("Count the votes"), 4: _("Seal the agreement")}
        return settle.get(int(wish.step.question.rung), words[Deed.SETTLE])
    return words.get(wish.coming.deed, _("Look at it again"))
