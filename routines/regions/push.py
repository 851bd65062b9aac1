"""What open screens are sent: after a change, and when they come back behind."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils import timezone, translation

from households.live.change import ANEW, Change, Viewer
from households.models import Household
from routines.models.cache import Recent
from routines.models.snapshots import RoutineState, routine_state
from routines.models.talk import with_talk
from routines.regions.fragment import on_stream, part
from routines.regions.look import Look
from routines.regions.page import (
    Scene,
    answered_html,
    asked_html,
    board_html,
    card_html,
    gone_html,
    head_html,
    look_of,
    panel_html,
    presence_html,
    scene_of,
    wanted_html,
)
from routines.rules.state import Rung, StepState

WHOLE_PAGES = ("home", "history", "people")


def render(change: Change, viewers: Iterable[Viewer]) -> dict[Viewer, str]:
    """Return what each viewer is sent after a change; nothing for those it does not concern.

    Every viewer gets only what they may see: their regions are made from their own look.
    """
    pusher = pusher_at(change.household_id, change.revision or None)
    sent = {viewer: pusher.regions(viewer, change) for viewer in viewers}
    return {viewer: html for viewer, html in sent.items() if html}


def catch_up(viewer: Viewer, since: int) -> tuple[int, str]:
    """Return the household's revision, and what the viewer's page shows if it is behind."""
    household = Household.objects.get(id=viewer.household_id)
    if household.revision <= since:
        return household.revision, ""
    missed = Change(
        household_id=viewer.household_id,
        revision=household.revision,
        kinds=frozenset({"board"}),
        routine_ids=frozenset({viewer.routine_id} - {None}),
        step_ids=frozenset({viewer.step_id} - {None}),
    )
    return household.revision, Pusher(household).regions(viewer, missed)


def pusher_at(household_id: int, revision: int | None = None) -> "Pusher":
    """Return what makes regions at a revision; the push and the answer to a tap share it.

    Without a revision, or with one not seen yet, the household is read. Raises
    `Household.DoesNotExist`.
    """
    kept = revision and _pushers.get((household_id, revision))
    if kept:
        return kept
    pusher = Pusher(Household.objects.get(id=household_id))
    return _pushers.keep((household_id, pusher.household.revision), pusher)


_pushers: Recent["Pusher"] = Recent(16)


def forget() -> None:
    """Forget what was pushed so far."""
    _pushers.clear()


class Pusher:
    """Makes the regions of one change for many viewers, reading each routine and step once."""

    def __init__(self, household: Household) -> None:
        self.household = household
        self.now = timezone.now()
        self._made: dict[tuple[Viewer, Change], str] = {}
        self._routines: dict[int, RoutineState | None] = {}
        self._talks: dict[int, StepState] = {}

    def regions(self, viewer: Viewer, change: Change) -> str:
        """Return what one viewer is sent, in their language and the household's time."""
        if change.kinds == {"presence"}:  # stored nowhere, so no revision tells it apart
            return self._make(viewer, change)
        key = (viewer, replace(change, kinds=change.kinds & {"board", "people", "voice"}))
        if key not in self._made:
            self._made[key] = self._make(viewer, change)
        return self._made[key]

    def _make(self, viewer: Viewer, change: Change) -> str:
        with translation.override(viewer.language), timezone.override(self.household.time_zone):
            if viewer.page in WHOLE_PAGES:
                return "" if change.kinds == {"presence"} else ANEW
            if viewer.page == "routine" and self._concerns(viewer, change):
                return on_stream(self._of_routine(viewer, change))
        return ""

    def scene(self, viewer: Viewer) -> Scene | None:
        """Return a viewer's scene, or None where they may see nothing of the routine."""
        look = self.look(viewer)
        if viewer.routine_id not in self._routines:
            self._routines[viewer.routine_id] = routine_state(viewer.household_id, viewer.routine_id, self.now)
        routine = self._routines[viewer.routine_id]
        return scene_of(viewer, look, routine) if look and routine else None

    def look(self, viewer: Viewer) -> Look | None:
        """Return how a viewer looks at the household now."""
        return look_of(viewer, self.household, self.now)

    def talked(self, scene: Scene, step: StepState) -> StepState:
        """Return a step with its talk, read once for all viewers."""
        if step.id not in self._talks:
            self._talks[step.id] = scene.look.here(with_talk(self.household.id, step, self.now))
        return self._talks[step.id]

    def _concerns(self, viewer: Viewer, change: Change) -> bool:
        return viewer.routine_id in change.routine_ids or "people" in change.kinds

    def _of_routine(self, viewer: Viewer, change: Change) -> str:
        if change.kinds == {"presence"}:
            if self.look(viewer) is None:
                return ""
            return part("presence", presence_html(viewer, self.household, self.now))
        scene = self.scene(viewer)
        if scene is None:
            return ""
        if not change.kinds.isdisjoint({"board", "people"}):
            return self._board(scene)
        return self._steps(scene, change)

    def _board(self, scene: Scene) -> str:
        found = scene.wishes()
        html = part("routine-head", head_html(scene)) + part("board", board_html(scene, found))
        html += part("wanted", wanted_html(scene, found)) + part("answered", answered_html(scene))
        if scene.viewer.step_id is None:
            return html
        step = scene.step(scene.viewer.step_id)
        return html + (self._panel(scene, step) if step else part("panel", gone_html(scene)))

    def _steps(self, scene: Scene, change: Change) -> str:
        changed = [step for step in scene.steps if step.id in change.step_ids]
        if "voice" in change.kinds and all(map(_only_asked, changed)):
            return "".join(self._asked(scene, step) for step in changed if step.id == scene.viewer.step_id)
        found, html = scene.wishes(), ""
        if not changed:
            return ""
        for step in changed:
            html += part(f"card-{step.id}", card_html(scene, step, found))
            if step.id == scene.viewer.step_id:
                only_voice = "voice" in change.kinds and step.question
                html += self._asked(scene, step) if only_voice else self._panel(scene, step)
        return html + part("wanted", wanted_html(scene, found)) + part("answered", answered_html(scene))

    def _asked(self, scene: Scene, step: StepState) -> str:
        """Return what a changed voice changes: it lifts nobody's veil, so the talk stays as it is."""
        return part("asked", asked_html(scene, step))

    def _panel(self, scene: Scene, step: StepState) -> str:
        return part("panel", panel_html(scene, self.talked(scene, step), talked=True))


def _only_asked(step: StepState) -> bool:
    """Return whether a changed voice shows in the open panel alone.

    On consult and co-design it moves nobody's next thing and nobody's place among the heard; on the
    other rungs it may be an objection, or a question that wants its answer.
    """
    return step.question is not None and step.question.rung in (Rung.CONSULT, Rung.CODESIGN)
