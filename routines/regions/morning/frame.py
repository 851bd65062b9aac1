"""What stands around the regions of a running morning's page: drawn once for all who see the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex

from django.utils.safestring import SafeString

from routines.regions.fragment import fragment
from routines.regions.frame import PLACES as FRAME_PLACES
from routines.regions.frame import Cookies, Household, Live, Reader, Role

REGIONS = ("head", "asks", "picks", "cards", "steps", "foot")
# Where the regions go. Nobody can have written these: they are new with every start.
PLACES = {name: f"{name}-{token_hex(12)}" for name in REGIONS}


@dataclass(frozen=True, slots=True)
class RunPlaces:
    """Where each region goes, marked by its placeholder."""

    head: SafeString
    asks: SafeString
    picks: SafeString
    cards: SafeString
    steps: SafeString
    foot: SafeString


EMPTY = RunPlaces(*(SafeString(PLACES[name]) for name in REGIONS))


@dataclass(frozen=True, slots=True)
class RunFrame:
    """A running morning's page without its regions. It has the names by which templates know a request."""

    household: Household
    actor: Role
    COOKIES: Cookies
    title: str
    alone: bool
    live: Live


def framed(frame: RunFrame, regions: Mapping[str, str], revision: int) -> str:
    """Return a whole page: the frame with its regions and the revision they show."""
    html = fragment(
        "morning/run.html",
        request=frame,
        user=Reader(),
        regions=EMPTY,
        title=frame.title,
        alone=frame.alone,
        nav="today",
        live=frame.live,
    )
    html = html.replace(FRAME_PLACES["revision"], str(revision))
    for name, region in regions.items():
        html = html.replace(PLACES[name], region, 1)
    return html
