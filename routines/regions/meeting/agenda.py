"""The agenda of the family meeting as one reader sees it: each thing with why it is there."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from routines.models.meeting_things import items_in
from routines.models.meetings import meeting_facts
from routines.models.snapshots import RoutineState
from routines.regions.look import Look
from routines.regions.meeting.values import AccountView, FeltView, IdeaView, ThingView
from routines.rules.lanes import RUNG_OF
from routines.rules.meeting.agenda import agenda
from routines.rules.meeting.facts import DATED, Account, Thing, Why
from routines.words import FELT_NAMES, joined, rung_name
from routines.words.days import date_words
from routines.words.meeting import (
    asked_words,
    came_from,
    change_words,
    due_words,
    felt_words,
    idea_words,
    often_words,
    wish_words,
)

# Of these it is told from which morning they came, if from one.
CAME = (Why.QUESTION, Why.WISH)
# Of somebody's own words about one way it felt, the latest are enough to begin talking.
WORDS = 3
ICONS = {
    Why.OVERRIDE: "shield",
    Why.STEP: "shield",
    Why.TRIAL: "calendar",
    Why.REVIEW: "calendar",
    Why.QUESTION: "question",
    Why.FELT: "heart",
    Why.WISH: "ladder",
    Why.IDEA: "pencil-ruler",
    Why.REPAIR: "refresh",
}


def things_of(look: Look, routines: tuple[RoutineState, ...], noted: Iterable[str] = ()) -> tuple[Thing, ...]:
    """Return what there is to talk about. Eight queries at most, however much.

    `noted` are the keys of what the meeting that is going on has noted.
    """
    steps = tuple(step for routine in routines for step in look.visible(routine).steps)
    return agenda(meeting_facts(look.household_id, look.people, steps, look.now, look.today, items_in(noted)))


def thing_view(look: Look, thing: Thing) -> ThingView:
    """Return one thing as its reader sees it, not yet talked about."""
    return ThingView(
        key=thing.key,
        title=thing.title,
        pictogram=thing.pictogram,
        icon=ICONS[thing.why],
        sentence=_sentence(look, thing),
        url=_url(look, thing),
        quote=thing.text if thing.why in (Why.QUESTION, Why.WISH, Why.REPAIR) else "",
        came_from=came_from(_day(look, thing.day)) if thing.why in CAME and thing.day else "",
        ideas=tuple(IdeaView(idea.text, idea.pictogram, look.person(idea.by)) for idea in thing.ideas),
        planned=tuple((int(rung), rung_name(rung)) for rung in thing.rungs),
        accounts=_accounts(look, thing.accounts),
    )


def _sentence(look: Look, thing: Thing) -> str:
    names = joined(look.person(member).name for member in thing.about)
    if thing.why in DATED:
        return due_words(thing.why, over=thing.day < look.today)
    return {
        Why.QUESTION: lambda: asked_words(names),
        Why.FELT: lambda: felt_words(names, joined(rung_name(rung) for rung in thing.rungs)),
        Why.WISH: lambda: wish_words(names, rung_name(thing.rung)),
        Why.IDEA: lambda: idea_words(names, thing.text),
        Why.REPAIR: lambda: change_words(names, _day(look, thing.day)),
    }[thing.why]()


def _url(look: Look, thing: Thing) -> str:
    """Return where a thing is dealt with: its step, or the morning of one that was there only that day."""
    if thing.step:
        return reverse("step", args=[look.household_id, thing.step])
    return reverse("morning", args=[look.household_id, thing.morning])


def _accounts(look: Look, accounts: Sequence[Account]) -> tuple[AccountView, ...]:
    """Return each person's account, side by side: never one of all of them."""
    told: dict[int, dict[str, list[Account]]] = {}
    for each in accounts:
        told.setdefault(each.member, {}).setdefault(each.felt, []).append(each)
    return tuple(
        AccountView(look.person(member), tuple(_felt(look, felt, of) for felt, of in by_felt.items()))
        for member, by_felt in told.items()
    )


def _felt(look: Look, felt: str, accounts: Sequence[Account]) -> FeltView:
    rung = RUNG_OF.get(felt)
    return FeltView(
        felt=felt,
        name=rung_name(rung) if rung else str(FELT_NAMES[felt]),
        rung=int(rung or 0),
        days=often_words([_day_short(look, each.on) for each in accounts]),
        words=tuple(dict.fromkeys(each.words for each in accounts if each.words))[-WORDS:],
    )


def _day(look: Look, day: date) -> str:
    """Return a day that has passed by its weekday within a week, else with its date."""
    return formats.date_format(day, "l") if (look.today - day).days < 7 else date_words(day)


def _day_short(look: Look, day: date) -> str:
    """Return a day that has passed in short, by its weekday within a week."""
    return formats.date_format(day, "D" if (look.today - day).days < 7 else _("j M"))
