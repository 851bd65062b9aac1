"""The picks of the plan as one reader sees them: what is asked, who picks, and what is remembered of turns, openly."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from households.actions.refusal import Refused
from routines.models.pick_memory import memories_now
from routines.models.picks import bundles_of, members_of, picks_of
from routines.models.snapshots import routine_states
from routines.regions.look import Look
from routines.regions.picks.memory import memory_view, option_view
from routines.regions.picks.values import (
    BundleView,
    PicksView,
    PickView,
    StepChoice,
)
from routines.rules.morning.deeds import BundleState, MorningDeed, MorningSituation, PickState, offered_today
from routines.rules.people import may_act_for
from routines.rules.picking.state import PlannedBundle, PlannedPick
from routines.rules.state import Kind, Person, StepState
from routines.rules.verdict import Verdict
from routines.words.days import clock_words
from routines.words.names import joined


def picks_view(look: Look) -> PicksView:
    """Return all picks of a household. Eight queries, however many picks and mornings there are; two more the first
    time.
    """
    routines = routine_states(look.household_id, look.now)
    planned = [pick for pick in picks_of(look.household_id, with_archived=True) if sees_pick(look, pick)]
    current = [pick for pick in planned if not pick.archived and not pick.step_archived]
    steps = {step.id: step for routine in routines for step in routine.steps}
    titles = {routine.id: routine.title for routine in routines}
    memories = memories_now(look.household_id, {pick.memory for pick in current})
    views = {pick.id: pick_view(look, pick, planned, steps.get(pick.step), titles) for pick in planned}
    bundles = bundles_of(look.household_id)
    return PicksView(
        household_id=look.household_id,
        picks=tuple(replace(views[pick.id], memory=memory_view(look, pick, memories[pick.memory])) for pick in current),
        put_away=tuple(views[pick.id] for pick in planned if pick not in current),
        bundles=tuple(_bundle(look, bundle, planned) for bundle in bundles if _sees_bundle(bundle, planned)),
        free=tuple(views[pick.id] for pick in current if not pick.bundle and not pick.proposed),
        steps=_steps(look, routines),
        may_share=look.viewer.kind is not Kind.SUPPORTER,
    )


def sees_pick(look: Look, pick: PlannedPick) -> bool:
    """Return whether a reader may see a pick: a supporter only one of a step that is for them."""
    return look.viewer.kind is not Kind.SUPPORTER or look.viewer.id in pick.affected


def may_make(look: Look, step: StepState) -> None:
    """Go on if the reader may ask something on a step each morning; else raise `Refused` with the reason."""
    _go_on(_offered(look, MorningDeed.PICK_MAKE, None, step=step))


def may_edit(look: Look, pick: PlannedPick, step: StepState) -> None:
    """Go on if the reader may change a pick; else raise `Refused` with the reason."""
    _go_on(_offered(look, MorningDeed.PICK_EDIT, pick, step=step))


def pick_view(
    look: Look,
    pick: PlannedPick,
    planned: Iterable[PlannedPick],
    step: StepState | None = None,
    titles: Mapping[int, str] | None = None,
) -> PickView:
    """Return a pick of the plan, without what is remembered of it. `step` is as it is now, where it is in use."""
    members = members_of((pick,), look.people)
    in_use = not pick.archived and not pick.step_archived
    shares = [each.text for each in planned if pick.bundle and each.bundle == pick.bundle and each.id != pick.id]
    note = "" if step is None else look.why_not(_offered(look, MorningDeed.PICK_MAKE, None, step=step))
    if look.viewer.kind not in (Kind.PARENT, Kind.TEEN):
        note = ""
    return PickView(
        household_id=look.household_id,
        id=pick.id,
        text=pick.text,
        step_id=pick.step,
        step_title=pick.step_title,
        step_pictogram=pick.step_pictogram,
        routine_id=pick.routine,
        routine_title=(titles or {}).get(pick.routine, ""),
        until=_until(pick),
        options=tuple(option_view(option) for option in pick.options if not option.archived),
        put_away=tuple(option_view(option) for option in pick.options if option.archived),
        people=look.persons(members),
        guests=tuple(each for each in look.persons(pick.affected) if each.id not in members),
        archived=pick.archived,
        shares_with=tuple(shares),
        may_edit=in_use and bool(_offered(look, MorningDeed.PICK_EDIT, pick, step=step)),
        may_restore=pick.archived and not pick.step_archived and look.viewer.kind in (Kind.PARENT, Kind.TEEN),
        may_drop=in_use and bool(_offered(look, MorningDeed.PICK_DROP_OPTION, pick, step=step)),
        note=note,
        speakers=speakers_of(look, pick) if in_use else (),
    )


def speakers_of(look: Look, pick: PlannedPick) -> tuple[Person, ...]:
    """Return in whose name the reader may add to a pick: their own first."""
    return tuple(
        person
        for person in (look.viewer, *(each for each in look.people if each.id != look.viewer.id))
        if not person.left
        and may_act_for(look.viewer, person)
        and _offered(look, MorningDeed.PICK_ADD_OPTION, pick, speaker=person)
    )


def _until(pick: PlannedPick) -> str:
    if pick.until is None:
        return _("Picking ends when the step begins.")
    return _("Picking ends at %(time)s.") % {"time": clock_words(pick.until)}


def _sees_bundle(bundle: PlannedBundle, seen: Iterable[PlannedPick]) -> bool:
    return set(bundle.picks) <= {pick.id for pick in seen}


def _bundle(look: Look, bundle: PlannedBundle, planned: Iterable[PlannedPick]) -> BundleView:
    picks = [pick for pick in planned if pick.id in bundle.picks]
    members = members_of(picks, look.people)
    said = {voice.member for voice in bundle.voices if voice.agrees}
    state = BundleState(members, bundle.agreed)
    waiting = look.persons(tuple(member for member in members if member not in said))
    return BundleView(
        household_id=look.household_id,
        id=bundle.id,
        texts=tuple(pick.text for pick in picks),
        agreed=bundle.agreed,
        by=look.person(bundle.by),
        yes=look.persons(tuple(member for member in members if member in said)),
        waiting=() if bundle.agreed else waiting,
        waiting_words=_("Still to say: %(names)s") % {"names": joined(person.name for person in waiting)}
        if waiting and not bundle.agreed
        else "",
        mine=tuple(
            person
            for person in waiting
            if may_act_for(look.viewer, person)
            and _offered(look, MorningDeed.BUNDLE_SAY, None, speaker=person, bundle=state)
        ),
        may_end=bool(_offered(look, MorningDeed.BUNDLE_END, None, bundle=state)),
    )


def _steps(look: Look, routines: Iterable) -> tuple[StepChoice, ...]:
    """Return the steps a reader may ask something on each morning."""
    return tuple(
        StepChoice(step.id, step.title, step.pictogram, routine.title)
        for routine in routines
        for step in look.visible(routine).steps
        if _offered(look, MorningDeed.PICK_MAKE, None, step=step)
    )


def _go_on(verdict: Verdict) -> None:
    if not verdict:
        raise Refused(str(verdict.code), **dict(verdict.params))


def _offered(
    look: Look, deed: MorningDeed, pick: PlannedPick | None, speaker: Person | None = None, **about
) -> Verdict:
    members = members_of((pick,), look.people) if pick else ()
    state = pick and PickState(
        id=pick.id,
        text=pick.text,
        options=tuple((option.id, option.text) for option in pick.listed),
        asked=members,
    )
    return offered_today(
        deed,
        MorningSituation(
            now=look.now,
            today=look.today,
            actor=look.viewer,
            speaker=speaker or look.viewer,
            members=look.people,
            pick=state,
            **about,
        ),
    )
