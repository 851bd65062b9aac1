"""The lanes of the ladder on which a step can feel to somebody: four that can be planned, three noticed afterwards."""

from routines.rules.state import Rung

PUSHED = "pushed"
PLANNED_AS = {Rung.INFORM: "inform", Rung.CONSULT: "consult", Rung.CODESIGN: "codesign", Rung.COPRODUCE: "coproduce"}
RUNG_OF = {felt: rung for rung, felt in PLANNED_AS.items()}
NOTICED_ONLY = ("engaged", "explained", PUSHED)
# From the top of the ladder down.
LANES = ("coproduce", "codesign", "consult", "inform", *NOTICED_ONLY)


def as_planned(felt: str, rung: Rung) -> bool:
    """Return whether a step felt to somebody as the rung it stood on."""
    return PLANNED_AS[Rung(rung)] == felt
