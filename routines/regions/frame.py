"""What stands around the regions of a routine's page: drawn once for all who see the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex

from django.utils.safestring import SafeString

from routines.regions.fragment import fragment

REGIONS = ("head", "board", "panel", "wanted", "answered", "presence")
# Where the regions and the revision go. Nobody can have written these: they are new with every start.
PLACES = {name: f"{name}-{token_hex(12)}" for name in (*REGIONS, "revision")}


@dataclass(frozen=True, slots=True)
class Household:
    """The household in the page's header."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Cookies:
    """What the browser remembers of how pages look; `theme` is "light", "dark" or nothing."""

    theme: str


@dataclass(frozen=True, slots=True)
class Role:
    """What the menu must know of whoever reads."""

    is_parent: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads the page, signed in."""

    is_authenticated: bool = True


@dataclass(frozen=True, slots=True)
class Live:
    """Where the page's stream and its fallback are."""

    url: str
    poll: str
    revision: str = PLACES["revision"]


@dataclass(frozen=True, slots=True)
class Places:
    """Where each region goes, marked by its placeholder."""

    head: SafeString
    board: SafeString
    panel: SafeString
    wanted: SafeString
    answered: SafeString
    presence: SafeString


EMPTY = Places(*(SafeString(PLACES[name]) for name in REGIONS))


@dataclass(frozen=True, slots=True)
class Frame:
    """A routine's page without its regions. It has the names by which templates know a request."""

    household: Household
    actor: Role
    COOKIES: Cookies
    routine_id: int
    title: str
    panel_open: bool
    live: Live


def framed(frame: Frame, regions: Mapping[str, str], revision: int) -> str:
    """Return a whole page: the frame with its regions and the revision they show."""
    html = fragment(
        "routines/routine.html",
        request=frame,
        user=Reader(),
        regions=EMPTY,
        title=frame.title,
        panel_open=frame.panel_open,
        nav="plan",
        nav_routine_id=frame.routine_id,
        live=frame.live,
    )
    html = html.replace(PLACES["revision"], str(revision))
    for name, region in regions.items():
        html = html.replace(PLACES[name], region, 1)
    return html
