"""What came of a pick: the winner, and the memory from then on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from routines.rules.fair_share import Memory, Outcome, Round, decide
from routines.rules.picking.state import NOTHING, SKIPPED, TREAT, PickingState


@dataclass(frozen=True, slots=True)
class Result:
    """How a pick ended. `outcome` is how Fair Share came to it; None where no turn was taken.

    `after` is the memory from then on, the same as before where nothing counts.
    """

    winner: int | None
    kind: str
    decided_by: str
    after: Memory
    outcome: Outcome | None = None


def result_of(picking: PickingState, before: Memory, gone: Collection[int] = ()) -> Result:
    """Return what comes of the taps there are, after what is remembered. `gone` have left the household.

    Where a step is skipped, or nothing is left to pick, there is no winner. A treat is its person's first tap in listed
    order; if they tapped nothing, what was chosen longest ago.
    """
    if picking.skipped:
        return Result(None, SKIPPED, "", before)
    if not picking.live:
        return Result(None, NOTHING, "", before)
    if picking.treat_for:
        return _treat(picking, before)
    outcome, after = decide(before, stored_round(record_of(picking, gone)))
    return Result(outcome.winner, str(outcome.kind), str(outcome.decided_by), after, outcome)


def record_of(picking: PickingState, gone: Collection[int] = ()) -> dict[str, object]:
    """Return what a pick was settled by, as it is stored."""
    members = [member for member in picking.members if member not in gone]
    guests = [member for member in picking.guests if member not in gone]
    counted = (each for each in picking.ballots if each.member in (*members, *guests))
    return {
        "options": list(picking.live),
        "ballots": {str(ballot.member): sorted(ballot.options) for ballot in counted},
        "guests": guests,
        "members": members,
        "asked": list(picking.asked),
    }


def stored_round(record: Mapping[str, Sequence]) -> Round:
    """Return the round a record holds."""
    taps = tuple((int(member), frozenset(tapped)) for member, tapped in record["ballots"].items())
    return Round(tuple(record["options"]), taps, frozenset(record["guests"]), tuple(record["members"]))


def _treat(picking: PickingState, before: Memory) -> Result:
    ballot = picking.ballot(picking.treat_for)
    tapped = [option for option in picking.live if ballot and option in ballot.options]
    if tapped:
        return Result(tapped[0], TREAT, TREAT, before)
    outcome, _after = decide(before, Round(picking.live, members=before.members))
    return Result(outcome.winner, TREAT, str(outcome.decided_by), before)
