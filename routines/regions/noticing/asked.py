"""The calm line that asks how a morning was, for whoever has not told yet."""

from routines.models.accounts import tellers
from routines.models.mornings import mornings_around
from routines.regions.look import Look
from routines.regions.noticing.notice import speakers
from routines.regions.noticing.values import HowWas
from routines.rules.felt import may_tell
from routines.words.noticing import how_was


def asked_how(look: Look) -> tuple[HowWas, ...]:
    """Return the mornings of today and yesterday the viewer, or whom they may tell for, have not told about.

    One query, three for each morning that changed, and two more where there is one to tell about.
    """
    fresh = [
        (morning, may)
        for morning in mornings_around(look.household_id, look.today)
        if may_tell(morning, look.now) and (may := speakers(look, morning))
    ]
    told = tellers(look.household_id, [morning.id for morning, _may in fresh]) if fresh else {}
    lines = []
    for morning, may in fresh:
        left = tuple(person for person in may if person.id not in told.get(morning.id, ()))
        if left:
            lines.append(
                HowWas(
                    morning_id=morning.id,
                    words=how_was(morning.title, morning.on, look.today),
                    mine=left[0].id == look.viewer.id,
                    others=tuple(person for person in left if person.id != look.viewer.id),
                )
            )
    return tuple(lines)
