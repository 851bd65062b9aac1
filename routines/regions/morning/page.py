"""The regions of a running morning for one viewer: built once per change and minute, as time goes on without a tap."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from households.live.change import Viewer
from households.models import Household
from routines.models.cache import Recent
from routines.models.running import morning_in_plan
from routines.regions.fragment import fragment, part
from routines.regions.look import Look
from routines.regions.morning.around import changes_at, morning_view
from routines.regions.morning.asks import asks_view
from routines.regions.morning.cards import people_view, person_view
from routines.regions.morning.foot import foot_view
from routines.regions.morning.moment import NOW
from routines.regions.morning.scene import MorningScene, morning_scene
from routines.regions.morning.steps import steps_view
from routines.regions.page import look_of
from routines.regions.picks.strip import picks_html
from routines.rules.morning.taps import LONGEST
from routines.rules.state import Kind

# What is pushed, in its order on the page.
PUSHED = ("head", "asks", "picks", "cards", "steps", "foot")


@dataclass(frozen=True, slots=True)
class Kept:
    """The regions of a page, right until a moment: then somebody's time is over, and they look different."""

    regions: Mapping[str, str]
    until: datetime


_pages: Recent[Kept] = Recent(256)


def forget() -> None:
    """Forget all pages built so far."""
    _pages.clear()


def runner_regions(viewer: Viewer, household: Household, now: datetime) -> Mapping[str, str] | None:
    """Return the regions of a running morning's page, or None where nothing of it runs that the viewer may see.

    Kept per viewer, revision and minute: a page nobody changed costs no query of its own.
    """
    look = look_of(viewer, household, now)
    if look is None:
        return None
    key = (viewer, household.revision, int(now.timestamp()) // 60, household.time_zone)
    kept = _pages.get(key)
    if kept is not None and now < kept.until:
        return kept.regions
    scene = scene_for(viewer, look)
    if scene is None or not scene.running:
        return None
    until = changes_at(scene) or now + LONGEST
    return _pages.keep(key, Kept(regions_of(scene, viewer), until)).regions


def scene_for(viewer: Viewer, look: Look, known: dict | None = None) -> MorningScene | None:
    """Return the morning a viewer has open, or None where they may see nothing of it. Queries: `morning_in_plan`.

    `known` keeps what was read and worked out, for several viewers of one household at one moment.
    """
    known = {} if known is None else known
    if viewer.morning_id not in known:
        known[viewer.morning_id] = _read(viewer, look)
    common = known[viewer.morning_id]
    if common is None:
        return None
    scene = replace(common, look=look)
    if look.viewer.kind is Kind.SUPPORTER and not scene.steps:
        return None
    if viewer.speaker_id and viewer.speaker_id not in {person.id for person in scene.people}:
        return None
    return scene


def _read(viewer: Viewer, look: Look) -> MorningScene | None:
    found = morning_in_plan(viewer.household_id, viewer.morning_id) if viewer.morning_id else None
    return morning_scene(look, *found) if found else None


def regions_of(scene: MorningScene, viewer: Viewer) -> dict[str, str]:
    """Return the regions of a morning, or of one person's page of it."""
    look, morning = scene.look, morning_view(scene)
    alone = look.person(viewer.speaker_id) if viewer.speaker_id else None
    ids = {"household_id": look.household_id, "morning_id": morning.id, "alone": alone}
    cards = (person_view(scene, alone),) if alone else people_view(scene)
    drawn = tuple(fragment("morning/card.html", card=card, **ids) for card in cards)
    return {
        "title": f"{alone.name}: {morning.title}" if alone else morning.title,
        "head": fragment("morning/head.html", morning=morning, alone=alone, moment=NOW, zone=scene.morning.zone),
        "asks": fragment("morning/asks.html", asks=asks_view(scene), reader=look.viewer, **ids),
        "picks": picks_html(look, scene.morning),
        "cards": fragment("morning/cards.html", cards=drawn, alone=alone),
        "steps": fragment("morning/steps.html", lines=steps_view(scene), **ids),
        "foot": fragment("morning/foot.html", foot=foot_view(scene, alone.id if alone else 0)),
    }


def pushed(scene: MorningScene, viewer: Viewer) -> str:
    """Return what an open page of a running morning is sent."""
    regions = regions_of(scene, viewer)
    return "".join(part(f"morning-{name}", regions[name]) for name in PUSHED)
