"""An organisation's numbers: over the families that said yes to being counted, and only where nobody can be found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from households.looking_in import onlookers_of, stands
from households.models import Consent, Facilitator, Member
from households.onlooker import Onlooker
from households.rules.consent import COUNTS, FEELINGS, RUNGS, TOGETHER
from routines.models.together import colleagues, felt_rows, step_rows, view_rows
from routines.rules.lanes import as_planned
from routines.rules.mirror.together import Cell, Knows, Part, cell
from routines.rules.state import Rung
from routines.words.days import date_words
from routines.words.ladder import RUNG_NAMES

WEEKS = 12
# What was told of a morning can still change on the days after it, whatever the clock of its zone.
SETTLED = timedelta(days=4)
FROM_THE_TOP = (Rung.COPRODUCE, Rung.CODESIGN, Rung.CONSULT, Rung.INFORM)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One number: what it is of, how often, of how many, and how many families stand behind it.

    `told` is whether it may be told at all; where not, nothing else is known of it.
    """

    about: str
    told: bool = False
    n: int = 0
    of: int | None = None
    families: int = 0
    rung: int | None = None


@dataclass(frozen=True, slots=True)
class NumbersView:
    """An organisation's numbers of a period, in words; `any` is whether a single one may be told."""

    first: str
    last: str
    felt: tuple[NumberRow, ...]
    steps: tuple[NumberRow, ...]
    views: NumberRow

    @property
    def any(self) -> bool:
        """Return whether there is a number to look at."""
        return any(each.told for each in (*self.felt, *self.steps, self.views))


def weeks_before(today: date) -> tuple[date, date]:
    """Return the first and the last day of the last twelve whole weeks of which nothing can change any more."""
    settled = today - SETTLED
    last = settled - timedelta(days=(settled.weekday() + 1) % 7)
    return last - timedelta(weeks=WEEKS) + timedelta(days=1), last


def numbers_view(viewer: Facilitator, now: datetime) -> NumbersView:
    """Return the numbers of a facilitator's organisation for them. Ten queries, however many families there are."""
    first, last = weeks_before(now.date())
    onlookers = _counted(viewer, now)
    known = _known(viewer, onlookers, now)
    felt = _felt(onlookers, known, first, last)
    steps = _steps(onlookers, known)
    return NumbersView(
        first=date_words(first, year=True),
        last=date_words(last, year=True),
        felt=tuple(_row(str(RUNG_NAMES[each]), cell(felt[each]), int(each)) for each in FROM_THE_TOP),
        steps=tuple(_row(str(RUNG_NAMES[each]), cell(steps[each]), int(each)) for each in FROM_THE_TOP),
        views=_row(_("Views that got an answer"), cell(_views(onlookers, known, first, last))),
    )


def _counted(viewer: Facilitator, now: datetime) -> tuple[Onlooker, ...]:
    """Return what each family shares with the organisation: by its first consent that says so, given to a colleague
    who belonged to it by then.
    """
    since = colleagues(viewer.organisation)
    found = Consent.objects.standing().filter(facilitator_id__in=since).order_by("id")
    chosen: dict[int, Consent] = {}
    for each in found.select_related("household", "facilitator__organisation"):
        if TOGETHER in each.kinds and each.given_at >= since[each.facilitator_id] and stands(each, now):
            chosen.setdefault(each.household_id, each)
    return onlookers_of(chosen.values())


def _known(viewer: Facilitator, onlookers: Iterable[Onlooker], now: datetime) -> dict[int, Knows]:
    """Return how much the viewer knows themself of each family: what they look in at, or live in."""
    looks_in = Consent.objects.standing().to(viewer.id).select_related("household")
    sees = {each.household_id for each in looks_in if stands(each, now)}
    lives_in = set(Member.objects.here().filter(account_id=viewer.account_id).values_list("household_id", flat=True))
    known = {}
    for each in onlookers:
        if each.facilitator_id == viewer.id and each.household_id not in lives_in:
            known[each.household_id] = Knows.ALL
        else:
            known[each.household_id] = Knows.SOME if each.household_id in sees | lives_in else Knows.NONE
    return known


def _sharing(onlookers: Iterable[Onlooker], *kinds: str) -> list[Onlooker]:
    return [each for each in onlookers if all(map(each.sees, kinds))]


def _felt(onlookers, known, first: date, last: date) -> dict[Rung, list[Part]]:
    gathered = defaultdict(_Gathered)
    for household, member, rung, lane, times in felt_rows(_sharing(onlookers, RUNGS, COUNTS, FEELINGS), first, last):
        gathered[Rung(rung), household].add(member, times if as_planned(lane, Rung(rung)) else 0, times)
    return _by_rung(gathered, known)


def _steps(onlookers, known) -> dict[Rung, list[Part]]:
    gathered, seen = defaultdict(_Gathered), set()
    for household, member, rung, step in step_rows(_sharing(onlookers, RUNGS)):
        gathered[Rung(rung), household].add(member, 0 if step in seen else 1)
        seen.add(step)
    return _by_rung(gathered, known, part_of_a_whole=False)


def _views(onlookers, known, first: date, last: date) -> list[Part]:
    gathered = defaultdict(_Gathered)
    for household, member, answered, times in view_rows(_sharing(onlookers, COUNTS), first, last):
        gathered[household].add(member, times if answered else 0, times)
    return [each.part(household, known) for household, each in gathered.items()]


def _by_rung(gathered, known, part_of_a_whole: bool = True) -> dict[Rung, list[Part]]:
    parts = defaultdict(list)
    for (rung, household), each in gathered.items():
        parts[rung].append(each.part(household, known, part_of_a_whole))
    return parts


class _Gathered:
    """What one household brings to one number, while its rows are read."""

    def __init__(self) -> None:
        self.people: set[int] = set()
        self.n = self.of = 0

    def add(self, member: int, n: int, of: int = 0) -> None:
        self.people.add(member)
        self.n += n
        self.of += of

    def part(self, household: int, known, part_of_a_whole: bool = True) -> Part:
        of = self.of if part_of_a_whole else None
        return Part(household, frozenset(self.people), self.n, of, known[household])


def _row(about: str, told: Cell | None, rung: int | None = None) -> NumberRow:
    if told is None:
        return NumberRow(about, rung=rung)
    return NumberRow(about, told=True, n=told.n, of=told.of, families=told.households, rung=rung)
