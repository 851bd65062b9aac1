"""How the time there is goes with what is still to do. A minute more or less is on plan."""

from routines.rules.morning.running import MorningNow, PersonNow
from routines.rules.morning.state import MorningState

# Seconds below which nobody notices a difference.
NOTICED = 60


def is_quicker(morning: MorningState, at: MorningNow) -> bool:
    """Return whether what is still to do really is shorter than planned, for somebody by a minute or more in all.

    Never while time is left over: then nothing needs to give.
    """
    return at.free < NOTICED and any(shrunk(morning, person) >= NOTICED for person in at.people)


def shrunk(morning: MorningState, person: PersonNow) -> int:
    """Return by how many seconds all that somebody has still to do is shorter than the plan has it."""
    planned = {step.id: step.minutes * 60 for step in morning.steps}
    return sum(planned[step] - length for step, length in person.lengths)
