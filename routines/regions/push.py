"""What open screens are sent: after a change, and when they come back behind."""

from collections.abc import Iterable
from dataclasses import replace

from django.db import connection
from django.utils import timezone, translation

from households import seat
from households.live.change import ANEW, Change, Viewer
from households.models import Consent, Household
from routines.models.cache import Recent
from routines.models.snapshots import RoutineState, kept_step, routine_state
from routines.models.talk import with_talk
from routines.regions.fragment import on_stream, part
from routines.regions.look import Look
from routines.regions.morning.moment import at_now
from routines.regions.morning.page import pushed, scene_for
from routines.regions.morning.scene import MorningScene
from routines.regions.page import (
    Scene,
    answered_html,
    asked_html,
    board_html,
    card_html,
    gone_html,
    head_html,
    look_of,
    mine_html,
    panel_html,
    presence_html,
    scene_of,
    spoken_html,
    wanted_html,
)
from routines.regions.panel import for_whom, speaker_of
from routines.regions.tablet import room, shown
from routines.regions.tablet.room import Room
from routines.rules.people import sees
from routines.rules.situation import Deed
from routines.rules.state import Rung, StepState

# What else a change says is told apart by no page.
SHOWN = frozenset({"board", "people", "rights", "voice", "morning", "told", "picks"})
# Those of them that show the taps of a morning.
OF_MORNINGS = ("notice", "told", "mornings")
# Those that show the taps of a morning's picks.
OF_PICKS = ("today", "picks")
# What changes an open page of a running morning.
RUNNING = frozenset({"morning", "people", "board", "rights"})
WHOLE_PAGES = (
    "home",
    "today",
    "history",
    "people",
    "days",
    "meeting",
    "notice",
    "told",
    "mornings",
    "repairs",
    "looking_in",
    "picks",
    "mirror",
    "asked",
)


def render(change: Change, viewers: Iterable[Viewer]) -> dict[Viewer, str]:
    """Return what each viewer is sent after a change; nothing for those it does not concern.

    Every viewer gets only what they may see: their regions are made from their own look.
    """
    if change.kinds != {"presence"}:
        change = replace(change, kinds=change.kinds & SHOWN)
    pusher = pusher_at(change.household_id, change.revision or None)
    pusher.told = change
    sent = {viewer: pusher.regions(viewer, change) for viewer in viewers}
    return {viewer: html for viewer, html in sent.items() if html}


def catch_up(viewer: Viewer, since: int) -> tuple[int, str]:
    """Return the household's revision (to whoever looks in their consent's turn), and what a page behind it shows."""
    if viewer.consent_id is not None:
        turn = Consent.objects.of(viewer.household_id).values_list("turn", flat=True).get(id=viewer.consent_id)
        return turn, ANEW if turn > since else ""
    household = Household.objects.get(id=viewer.household_id)
    if household.revision <= since:
        return household.revision, ""
    missed = Change(
        household_id=viewer.household_id,
        revision=household.revision,
        kinds=frozenset({"board", "morning", "told", "picks"}),
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
    pusher = Pusher(_household(household_id))
    return _pushers.keep((household_id, pusher.household.revision), pusher)


def _household(household_id: int) -> Household:
    """Return what a push needs of a household, read by hand: every tap does, and the query builder takes long."""
    columns = ("id", "name", "time_zone", "language", "revision", "people_revision")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, name, time_zone, language, revision, people_revision FROM households_household WHERE id = %s",
            [household_id],
        )
        row = cursor.fetchone()
    if row is None:
        raise Household.DoesNotExist
    return Household.from_db(connection.alias, columns, row)


_pushers: Recent["Pusher"] = Recent(16)


def forget() -> None:
    """Forget what was pushed so far."""
    _pushers.clear()
    room.forget()


class Pusher:
    """Makes the regions of one change for many viewers, reading each routine and step once.

    `told` is the change it was last asked to push, if any: the answer to the tap that made it shows the same.
    """

    def __init__(self, household: Household) -> None:
        self.household = household
        self.now = timezone.now()
        self.room = Room(household, self.now)
        self.told: Change | None = None
        self._made: dict[tuple[Viewer, Change], str] = {}
        self._routines: dict[int, RoutineState | None] = {}
        self._talks: dict[int, StepState] = {}
        self._spoken: dict[tuple, str] = {}
        self._mornings: dict[int | None, MorningScene | None] = {}

    def regions(self, viewer: Viewer, change: Change) -> str:
        """Return what one viewer is sent, in their language and the household's time."""
        if change.kinds == {"presence"}:  # stored nowhere, so no revision tells it apart
            return self._make(viewer, change)
        key = (viewer, change)
        if key not in self._made:
            self._made[key] = self._make(viewer, change)
        return self._made[key]

    def _make(self, viewer: Viewer, change: Change) -> str:
        with translation.override(viewer.language), timezone.override(self.household.time_zone):
            if viewer.page in WHOLE_PAGES:
                return ANEW if _moves_page(viewer.page, change) else ""
            if viewer.page == "morning" and not change.kinds.isdisjoint(RUNNING):
                return self._of_morning(viewer)
            if viewer.page == "routine" and self._concerns(viewer, change):
                return on_stream(self._of_routine(viewer, change))
            if viewer.page in seat.PAGES and shown.moves(change, viewer.page):
                return on_stream(shown.pushed(self.room, viewer))
        return ""

    def scene(self, viewer: Viewer) -> Scene | None:
        """Return a viewer's scene, or None where they may see nothing of the routine."""
        look = self.look(viewer)
        if viewer.routine_id not in self._routines:
            self._routines[viewer.routine_id] = routine_state(viewer.household_id, viewer.routine_id, self.now)
        routine = self._routines[viewer.routine_id]
        return scene_of(viewer, look, routine) if look and routine else None

    def lived(self, viewer: Viewer) -> MorningScene | None:
        """Return the morning a viewer has open, or None where they may see nothing of it; read once for all."""
        look = self.look(viewer)
        return scene_for(viewer, look, self._mornings) if look else None

    def look(self, viewer: Viewer) -> Look | None:
        """Return how a viewer looks at the household now."""
        return look_of(viewer, self.household, self.now)

    def talked(self, scene: Scene, step: StepState) -> StepState:
        """Return a step with its talk, read once for all viewers."""
        if step.id not in self._talks:
            self._talks[step.id] = scene.look.here(with_talk(self.household.id, step, self.now))
        return self._talks[step.id]

    def _of_morning(self, viewer: Viewer) -> str:
        """Return a running morning's regions; a page of one that began, ended or went with this is fetched anew."""
        if self.look(viewer) is None:
            return ""
        scene = self.lived(viewer)
        return at_now(on_stream(pushed(scene, viewer)), self.now) if scene and scene.running else ANEW

    def _concerns(self, viewer: Viewer, change: Change) -> bool:
        return viewer.routine_id in change.routine_ids or "people" in change.kinds

    def _of_routine(self, viewer: Viewer, change: Change) -> str:
        if change.kinds == {"presence"}:
            if self.look(viewer) is None:
                return ""
            return part("presence", presence_html(viewer, self.household, self.now))
        if change.kinds == {"voice"} and (step := self._spoken_on(change)):
            look = self.look(viewer)
            return self._voice(viewer, look, look.here(step), change) if look else ""
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
            return "".join(self._voice(scene.viewer, scene.look, step, change) for step in changed)
        found, html = scene.wishes(), ""
        if not changed:
            return ""
        for step in changed:
            html += part(f"card-{step.id}", card_html(scene, step, found))
            if step.id == scene.viewer.step_id:
                only_voice = "voice" in change.kinds and step.question
                html += self._asked(scene, step) if only_voice else self._panel(scene, step)
        return html + part("wanted", wanted_html(scene, found)) + part("answered", answered_html(scene))

    def _spoken_on(self, change: Change) -> StepState | None:
        """Return the step on which a changed voice shows in open panels alone, as that change left it.

        It was remembered a moment ago by the verb, so nothing is read: the routine around it stays as it is.
        """
        if len(change.step_ids) != 1:
            return None
        step = kept_step(*change.step_ids, change.revision, self.now)
        return step if step and _only_asked(step) else None

    def _voice(self, viewer: Viewer, look: Look, step: StepState, change: Change) -> str:
        """Return what a changed voice changes in an open panel; it lifts nobody's veil, so the talk stays as it is.

        Whose voice it is sees it in their buttons too; who decides sees it in the answers they owe, and gets all
        that is asked. Each of the others gets 2 KB instead of 14, and 50 us of drawing instead of 1500.
        """
        if step.id != viewer.step_id or not sees(look.viewer, step):
            return ""
        speaker = speaker_of(look, step, viewer.speaker_id)
        if speaker.id in change.member_ids:
            return mine_html(look, step, speaker)
        deciding = step.question.rung is Rung.CONSULT and look.may(Deed.SETTLE, step, speaker)
        if deciding or not change.member_ids:
            return part("asked", asked_html(look, step, speaker))
        seen = look.veiled(step, speaker).question
        if seen is not step.question:
            return spoken_html(look, step, seen, speaker)
        key = (step.id, step.revision, viewer.language, for_whom(look, speaker))
        if key not in self._spoken:  # nothing is veiled, so nothing of it is this viewer's alone
            self._spoken[key] = spoken_html(look, step, seen, speaker)
        return self._spoken[key]

    def _asked(self, scene: Scene, step: StepState) -> str:
        speaker = speaker_of(scene.look, step, scene.viewer.speaker_id)
        return part("asked", asked_html(scene.look, step, speaker))

    def _panel(self, scene: Scene, step: StepState) -> str:
        return part("panel", panel_html(scene, self.talked(scene, step), talked=True))


def _moves_page(page: str, change: Change) -> bool:
    """Return whether a whole page looks otherwise after a change; who is here is not on it.

    The many taps of a running morning (all that the history does not tell) show on the morning's own pages alone.
    """
    if change.kinds == {"presence"}:
        return False
    only_taps = "morning" in change.kinds and "told" not in change.kinds
    picked = page in OF_PICKS and "picks" in change.kinds
    return picked or page in OF_MORNINGS or not only_taps


def _only_asked(step: StepState) -> bool:
    """Return whether a changed voice shows in the open panel alone.

    On consult and co-design it moves nobody's next thing and nobody's place among the heard; on the
    other rungs it may be an objection, or a question that wants its answer.
    """
    return step.question is not None and step.question.rung in (Rung.CONSULT, Rung.CODESIGN)
