"""What was picked on a morning of the past, settled by the same turns as everything picked today."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Model

from routines.models import Ballot, Picking, PickVeto
from routines.past.lived import Lived
from routines.rules.clock import Slot
from routines.rules.fair_share import Memory
from routines.rules.picking.result import record_of, result_of
from routines.rules.picking.state import BallotState, PickingState, PickOptionState, PlannedPick
from routines.rules.picking.times import begins_at, by_the_clock, closes_at, over_at
from routines.rules.state import Kind

PASSED, RULED_OUT = 12, 60


def pick_it(morning: Lived) -> Iterable[Model]:
    """Let everybody who was here tap, and settle each pick; return its rows."""
    affected = {planned.step.id: planned.affected for planned in morning.planned}
    found: list[tuple[datetime, PlannedPick, PickingState]] = []
    for pick in morning.past.picks:
        if pick.step in affected and (tapped := _tapped(morning, pick, affected[pick.step])):
            found.append((over_at(tapped), pick, tapped))
    for moment, pick, tapped in sorted(found, key=lambda each: (each[0], each[1].id)):
        yield from _settled(morning, pick, tapped, moment)


def _tapped(morning: Lived, pick: PlannedPick, here: tuple[int, ...]) -> PickingState | None:
    """Return a pick with what everybody tapped, None where nobody whose turns are fair was here."""
    people = {person.id: person for person in morning.past.people}
    members = morning.past.members_of(pick)
    asked = tuple(member for member in here if member in members)
    if not asked:
        return None
    guests = tuple(member for member in here if people[member].kind is Kind.SUPPORTER)
    out = morning.dice.choice(pick.listed).id if len(pick.listed) > 2 and morning.chance(RULED_OUT) else None
    options = tuple(
        PickOptionState(each.id, each.text, ground="health" if each.id == out else "") for each in pick.listed
    )
    live = [each.id for each in pick.listed if each.id != out]
    begins = morning.row.started_at
    ballots = [
        BallotState(member, _wanted(morning, live), begins + timedelta(seconds=60 + 20 * place))
        for place, member in enumerate((*guests, *asked))
    ]
    return PickingState(
        id=0,
        pick=pick.id,
        step=pick.step,
        routine=morning.routine.id,
        morning=0,
        text=pick.text,
        closes_at=_closes(morning, pick),
        members=members,
        asked=asked,
        guests=guests,
        options=options,
        ballots=tuple(ballots),
        bundle=pick.bundle,
    )


def _wanted(morning: Lived, live: list[int]) -> tuple[int, ...]:
    if morning.chance(PASSED):
        return ()
    return tuple(sorted(morning.dice.sample(live, morning.dice.choice((1, 1, 1, min(2, len(live)))))))


def _closes(morning: Lived, pick: PlannedPick) -> datetime:
    row, routine = morning.row, morning.routine
    day = (row.on, row.time_zone, row.started_at)
    if pick.until is not None:
        return closes_at(row.started_at, by_the_clock(pick.until, *day))
    slots = tuple(Slot(each.step.id, each.step.minutes, each.beside) for each in morning.planned)
    return closes_at(row.started_at, begins_at(pick.step, slots, routine.anchor, routine.anchor_time, day))


def _settled(morning: Lived, pick: PlannedPick, tapped: PickingState, moment: datetime) -> Iterable[Model]:
    past, parent = morning.past, morning.row.started_by_id
    result = result_of(tapped, past.memories.get(pick.memory, Memory()))
    past.memories[pick.memory] = result.after
    picking = Picking(
        household_id=past.household_id,
        morning=morning.row,
        pick_id=pick.id,
        bundle_id=pick.bundle,
        closes_at=tapped.closes_at,
        settled_at=moment,
        winner_id=result.winner,
        kind=result.kind,
        decided_by=result.decided_by,
        record=record_of(tapped),
    )
    about = {"step_key": pick.step, "title": pick.text}
    winner = next((each.text for each in pick.listed if each.id == result.winner), "")
    changes = {"picked": ["", winner]} if winner else {}
    morning.record("pick.settled", moment, parent, picking, changes=changes, **about)
    yield picking
    for ballot in tapped.ballots:
        said = {"member_id": ballot.member, "undo": {"before": None, "after": list(ballot.options)}}
        morning.record("pick.tapped", ballot.at, morning.taps_for(ballot.member), picking, **said, **about)
        yield Ballot(
            household_id=past.household_id,
            picking=picking,
            member_id=ballot.member,
            options=list(ballot.options),
            said_by_id=morning.helper_of(ballot.member),
            said_at=ballot.at,
        )
    for option in tapped.options:
        if option.ground:
            yield _ruled_out(morning, picking, option, about)


def _ruled_out(morning: Lived, picking: Picking, option: PickOptionState, about: dict) -> PickVeto:
    at, by, why = morning.row.started_at + timedelta(seconds=40), morning.row.started_by_id, "It has gone off."
    changes = {"idea": [option.text, ""], "ground": ["", option.ground]}
    morning.record("pick.vetoed", at, by, picking, why=why, changes=changes, undo={"option": option.id}, **about)
    return PickVeto(
        household_id=morning.past.household_id,
        picking=picking,
        option_id=option.id,
        ground=option.ground,
        reason=why,
        vetoed_by_id=by,
        vetoed_at=at,
    )
