"""Starting today's morning from the faces: the routine whose turn it is, and who of the faces can start it."""

from datetime import UTC

from routines.regions.board import times_of
from routines.regions.morning.bar import milliseconds
from routines.regions.morning.day import day_of, standings
from routines.regions.tablet.morning.values import Signer, StartView
from routines.regions.tablet.room import Room
from routines.rules.morning.today import Candidate, Turn, today, turns_at


def start_view(room: Room, signers: tuple[Signer, ...]) -> StartView | None:
    """Return the morning that can be started now, or None: none is on top, one runs, or nobody here has a part in it.

    Four queries beside the room's own, none while it is no routine's turn by the clock.
    """
    by_the_clock = today(candidates_of(room), room.local)
    if not signers or room.runs or all(each.state is not Turn.NOW for each in by_the_clock):
        return None
    day = day_of(room.look(signers[0].person), room.routines)
    top = next((each for each in standings(day) if each.state is Turn.NOW), None)
    routine = top and next(each for each in day.routines if each.id == top.routine)
    here = day.here_for(routine) if routine else ()
    able = tuple(signer for signer in signers if signer.person.id in here)
    if not able:
        return None
    steps = routine.steps
    return StartView(routine.id, routine.title, steps[0].pictogram if steps else "", able)


def turn_at(room: Room) -> int:
    """Return when another routine's turn comes or goes by itself, in milliseconds."""
    return milliseconds(turns_at(candidates_of(room), room.local).astimezone(UTC))


def candidates_of(room: Room) -> tuple[Candidate, ...]:
    """Return the routines with their hours, whoever is here and whatever was done today."""
    times = ((each, times_of(each)) for each in room.routines)
    return tuple(Candidate(each.id, each.weekdays, clock.start, clock.leave) for each, clock in times)
