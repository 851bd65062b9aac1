"""What comes next for somebody on a step, asked once for as long as nothing changed."""

from routines.models.cache import Recent
from routines.regions.look import Look
from routines.rules.next_thing import Next, next_thing
from routines.rules.state import Person, StepState

_known: Recent[Next] = Recent(8192)


def forget() -> None:
    """Forget what was asked so far."""
    _known.clear()


def coming_for(look: Look, step: StepState, speaker: Person) -> Next:
    """Return the one next thing for whom the viewer speaks; the step must not be veiled."""
    key = (
        step.id,
        step.revision,
        step.has_override,
        step.asks,
        look.viewer.id,
        speaker.id,
        look.today,
        look.people,
    )
    known = _known.get(key)
    return known or _known.keep(key, next_thing(look.situation(step, speaker)))
