"""How a member of the family reads the family's own facts."""

from routines.regions.look import Look
from routines.rules.mirror.lens import Lens


def family_lens(look: Look) -> Lens:
    """Return the lens of whoever looks: everything of the family's, but no account that still lies veiled."""
    return Lens(today=look.today, reader=look.viewer.id)
