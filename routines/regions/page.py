"""The regions of a routine's page, for one viewer: built once per revision, shared by all who see the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from households.live.change import Viewer
from households.models import Household
from routines.models.cache import Recent
from routines.models.snapshots import RoutineState, family, routine_state
from routines.models.talk import with_talk
from routines.regions import coming
from routines.regions.answered import answered_view
from routines.regions.board import board_view, card_view, head_view, may_order, times_of
from routines.regions.fragment import at_revision, fragment, part, piece_of
from routines.regions.look import Look
from routines.regions.panel import asked_view, panel_view, spoken_view
from routines.regions.presence import presence_view
from routines.regions.refusal import refused
from routines.regions.values import AskedView, Order, RefusalView, SpokenView
from routines.regions.wanted import Wish, wanted_view, wishes
from routines.rules.state import Person, QuestionState, StepState

_pages: Recent[Mapping[str, str]] = Recent(256)


def forget() -> None:
    """Forget all pages built so far."""
    _pages.clear()
    coming.forget()


@dataclass(frozen=True, slots=True)
class Scene:
    """A routine as one viewer looks at it. `routine` holds all its steps, `steps` those they see."""

    look: Look
    routine: RoutineState
    steps: tuple[StepState, ...]
    viewer: Viewer

    def step(self, step_id: int | None) -> StepState | None:
        """Return a step the viewer sees, without its talk."""
        return next((step for step in self.steps if step.id == step_id), None)

    def wishes(self) -> tuple[Wish, ...]:
        """Return what the routine wants of the viewer."""
        return wishes(self.look, self.steps)


def look_of(viewer: Viewer, household: Household, now: datetime) -> Look | None:
    """Return the look of a viewer, or None if they are no member any more."""
    people = family(household.id, household.people_revision)
    me = next((each for each in people if each.id == viewer.member_id and not each.left), None)
    if me is None:
        return None
    return Look(
        household_id=viewer.household_id,
        revision=household.revision,
        viewer=me,
        people=people,
        now=now,
        today=now.astimezone(ZoneInfo(household.time_zone)).date(),
        time_zone=household.time_zone,
    )


def scene_of(viewer: Viewer, look: Look, routine: RoutineState | None = None) -> Scene | None:
    """Return the scene of a routine's page, or None where the viewer has nothing to see there."""
    routine = routine or routine_state(viewer.household_id, viewer.routine_id, look.now)
    if routine is None:
        return None
    steps = look.visible(routine).steps
    if look.viewer.kind == "supporter" and not steps:
        return None
    return Scene(look, routine, steps, viewer)


def page_regions(viewer: Viewer, household: Household, now: datetime) -> Mapping[str, str] | None:
    """Return all regions of a routine's page by name, or None where there is nothing to see.

    Kept per viewer and revision: a page nobody changed costs no query of its own. Presence is not
    stored in the database, so it is always drawn anew by `presence_html`.
    """
    look = look_of(viewer, household, now)
    if look is None:
        return None
    key = (viewer, household.revision, look.today, household.time_zone)
    kept = _pages.get(key)
    if kept is not None:
        return kept
    scene = scene_of(viewer, look)
    if scene is None or (viewer.step_id and scene.step(viewer.step_id) is None):
        return None
    return _pages.keep(key, _regions(scene))


def presence_html(viewer: Viewer, household: Household, now: datetime) -> str:
    """Return who is here."""
    look = look_of(viewer, household, now)
    return fragment("routines/presence.html", presence=presence_view(look, viewer.routine_id))


def head_html(scene: Scene) -> str:
    """Return the routine's head."""
    view = head_view(scene.look, scene.routine, as_list=scene.viewer.as_list)
    return fragment("routines/head.html", head=view)


def board_html(scene: Scene, found: tuple[Wish, ...]) -> str:
    """Return the whole board."""
    view = board_view(
        scene.look,
        scene.routine,
        frozenset(wish.step.id for wish in found),
        selected=scene.viewer.step_id,
        as_list=scene.viewer.as_list,
    )
    return fragment("routines/board.html", board=view)


def card_html(scene: Scene, step: StepState, found: tuple[Wish, ...]) -> str:
    """Return one card, as it stands on the board."""
    column = next(i for i, each in enumerate(scene.steps, start=1) if each.id == step.id)
    card = card_view(
        scene.look,
        step,
        column,
        times_of(scene.routine),
        wants=any(wish.step.id == step.id for wish in found),
        selected=step.id == scene.viewer.step_id,
    )
    order = Order(may_order=may_order(scene.look) and len(scene.steps) > 1)
    return fragment("routines/board.html#card", card=card, board=order)


def wanted_html(scene: Scene, found: tuple[Wish, ...]) -> str:
    """Return what wants the viewer."""
    return fragment("routines/wanted.html", wanted=wanted_view(scene.look, found))


def answered_html(scene: Scene) -> str:
    """Return the latest decisions."""
    return fragment("routines/answered.html", answered=answered_view(scene.look, scene.steps))


def panel_html(scene: Scene, step: StepState, refusal: RefusalView | None = None, *, talked: bool = False) -> str:
    """Return a step's panel; a refusal is shown in it with everything that was typed."""
    if not talked:
        step = scene.look.here(with_talk(scene.look.household_id, step, scene.look.now))
    view = panel_view(scene.look, scene.routine, step, scene.viewer.speaker_id)
    if refusal:
        view = refused(view, refusal)
    return at_revision(fragment("routines/panel.html", panel=view), step.revision)


def gone_html(scene: Scene) -> str:
    """Return what an open panel becomes when its step was put away, or is no longer the viewer's to see."""
    viewer = scene.viewer
    where = {"household_id": viewer.household_id, "routine_id": viewer.routine_id, "step_id": viewer.step_id}
    return fragment("routines/panel_gone.html", **where, speaker_id=viewer.speaker_id, revision=scene.look.revision)


def asked_html(look: Look, step: StepState, speaker: Person) -> str:
    """Return the part of a step's panel with all that is asked."""
    return at_revision(fragment("routines/panel.html#asked", panel=asked_view(look, step, speaker)), step.revision)


def spoken_html(look: Look, step: StepState, seen: QuestionState, speaker: Person) -> str:
    """Return the parts of a step's panel that somebody else's changed voice changes: faces and words.

    They hold no form and nothing of the reader's own, so that all who may see the same share them.
    """
    view = spoken_view(look, step, seen, speaker)
    faces = (
        part(f"faces-{idea.id}", piece_of("routines/panel/faces.html", view, "step_id for_whom", idea))
        for idea in view.ideas
    )
    return at_revision("".join(faces) + _voices(view), step.revision)


def mine_html(look: Look, step: StepState, speaker: Person) -> str:
    """Return the parts of a step's panel that the speaker's own changed voice changes: their buttons, and words."""
    view = asked_view(look, step, speaker, ("say",))
    return at_revision(fragment("routines/panel/mine.html", panel=view) + _voices(view), step.revision)


def _voices(view: AskedView | SpokenView) -> str:
    return part("voices", piece_of("routines/panel/voices.html", view, "step_id for_whom question.voices"))


def _regions(scene: Scene) -> Mapping[str, str]:
    found = scene.wishes()
    step = scene.step(scene.viewer.step_id)
    return {
        "head": head_html(scene),
        "board": board_html(scene, found),
        "panel": panel_html(scene, step) if step else fragment("routines/panel.html#closed"),
        "wanted": wanted_html(scene, found),
        "answered": answered_html(scene),
        "title": scene.routine.title,
    }
