"""A morning that is over, as its own page shows it: what happened, everybody's account, and what was repaired."""

from dataclasses import replace

from django.utils.safestring import SafeString

from routines.models import Picking, Step
from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.regions.morning.scene import MorningScene, moment_of
from routines.regions.noticing.accounts import accounts_view, read_accounts, silent, veil_words
from routines.regions.noticing.changes import change_view, changes_seen
from routines.regions.noticing.gifts import gift_view, gifts_seen
from routines.regions.noticing.notice import situation_of, speakers
from routines.regions.noticing.values import DoneView, HappenedStep, MorningToldView, PickedView, SlipView
from routines.regions.values import RefusalView
from routines.rules.felt import took_part
from routines.rules.morning.deeds import MorningDeed, offered_today
from routines.rules.morning.leaving import chosen_minutes, left_beside_plan
from routines.rules.morning.running import of_all
from routines.rules.morning.state import MorningState, MorningStepState
from routines.rules.morning.taps import accepts_taps
from routines.rules.people import is_parent, may_act_for
from routines.rules.state import Kind
from routines.words.days import clock_words, day_name
from routines.words.mornings import left_words, moved_words


def told_html(look: Look, morning: MorningState, refusal: RefusalView | None = None) -> SafeString:
    """Return the page's region. Seven queries.

    Those who left the household stay in it: what they did is part of what happened.
    """
    view = told_view(MorningScene(look, morning, of_all(morning, moment_of(morning, look))))
    if refusal:
        view = replace(view, refusal=refusal)
    return fragment("routines/noticing/told.html", panel=view)


def told_view(scene: MorningScene) -> MorningToldView:
    """Return a morning that is over as the viewer sees it."""
    look, morning = scene.look, scene.morning
    accounts = read_accounts(look, morning)
    told = {account.member for account in accounts if account.told}
    about = {"household_id": look.household_id, "morning_id": morning.id}
    family = look.viewer.kind is not Kind.SUPPORTER
    beside = left_beside_plan(morning)
    situation = situation_of(look, morning, look.viewer)
    return MorningToldView(
        household_id=look.household_id,
        id=morning.id,
        revision=look.revision,
        title=morning.title,
        day=day_name(morning.on, look.today),
        routine_id=morning.routine,
        started=clock_words(scene.local(morning.started)),
        left_at=clock_words(scene.local(morning.left)) if morning.left else "",
        left=left_words(beside.minutes, beside.chosen) if beside else "",
        moved=moved_words(chosen_minutes(morning)) if beside is None else "",
        steps=_steps(scene),
        picks=_picks(scene),
        accounts=accounts_view(look, morning, accounts),
        silent=silent(look, morning, accounts) if accepts_taps(morning, look.now) else (),
        veiled=veil_words(look, morning, accounts),
        to_tell=speakers(look, morning) if accepts_taps(morning, look.now) else (),
        viewer=look.viewer,
        has_told=look.viewer.id in told,
        may_slip=bool(offered_today(MorningDeed.SLIP, situation)),
        slips=_slips(scene) if family else (),
        gifts=tuple(gift_view(look, row) for row in gifts_seen(look).filter(**about).order_by("id")),
        changes=tuple(change_view(look, row) for row in changes_seen(look).filter(**about).order_by("id")),
        others=tuple(each for each in look.people if each.id != look.viewer.id and not each.left),
        may_give=look.viewer.id in took_part(morning),
        may_come_back=bool(offered_today(MorningDeed.BACK_AFTER_LEAVING, situation)),
    )


def _steps(scene: MorningScene) -> tuple[HappenedStep, ...]:
    plan = [step.step for step in scene.steps if step.step]
    rows = Step.objects.of(scene.look.household_id).current().filter(id__in=plan, routine__archived_at=None)
    there = set(rows.values_list("id", flat=True))
    return tuple(_step(scene, step, there) for step in sorted(scene.steps, key=lambda each: each.position))


def _step(scene: MorningScene, step: MorningStepState, there: set[int]) -> HappenedStep:
    look, plan = scene.look, step.step if step.step in there else None
    return HappenedStep(
        id=step.id,
        title=step.title,
        pictogram=step.pictogram,
        rung=int(step.rung),
        skipped=step.skipped,
        was=step.was,
        added=step.added,
        reason=step.reason,
        done=tuple(
            DoneView(look.person(doing.member), clock_words(scene.local(doing.done_at)) if doing.done_at else "")
            for doing in step.doings
        ),
        plan=plan,
        may_edit=plan is not None and is_parent(look.viewer),
        try_for=_try_for(scene, step) if plan else None,
    )


def _try_for(scene: MorningScene, step: MorningStepState) -> int | None:
    """Return in whose name the viewer may bring something else to a step: their own, else somebody's they tap for."""
    look = scene.look
    mine = [each for each in step.members if may_act_for(look.viewer, look.person(each))]
    return min(mine, key=lambda each: each != look.viewer.id, default=None)


def _picks(scene: MorningScene) -> tuple[PickedView, ...]:
    """Return what was picked; a supporter reads it for the steps that name them."""
    rows = Picking.objects.filter(
        household_id=scene.look.household_id,
        morning_id=scene.morning.id,
        settled_at__isnull=False,
        winner__isnull=False,
    )
    shown = {step.step for step in scene.steps}
    rows = rows.select_related("pick", "winner").order_by("id")
    return tuple(
        PickedView(row.id, row.pick.text, row.winner.text, row.winner.pictogram)
        for row in rows
        if row.pick.step_id in shown
    )


def _slips(scene: MorningScene) -> tuple[SlipView, ...]:
    look, morning = scene.look, scene.morning
    open_still = accepts_taps(morning, look.now)
    return tuple(
        SlipView(
            id=slip.id,
            by=look.person(slip.by),
            acted_by=look.maybe(slip.acted_by),
            about=step.title if (step := morning.step(slip.step)) else "",
            may_withdraw=open_still and look.viewer.id in (slip.by, slip.acted_by),
        )
        for slip in morning.slips
    )
