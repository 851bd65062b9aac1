"""You said, we did: every view somebody gave, beside the answer it got; and what was asked and decided."""

from routines.rules.mirror.facts import AskedFact, Facts, SaidFact, once


def answered(facts: Facts) -> tuple[SaidFact, ...]:
    """Return what was said, the newest first: whatever is owed an answer, and whatever got one.

    Passes are neither. What is only there to be counted is not told.
    """
    wanted = (each for each in once(facts.said) if (each.owed or each.answer) and not each.silent)
    return tuple(sorted(wanted, key=lambda each: (each.on, each.kind, each.id), reverse=True))


def waiting(facts: Facts) -> tuple[SaidFact, ...]:
    """Return what is owed an answer and has none yet, the newest first."""
    return tuple(each for each in answered(facts) if each.owed and not each.answer)


def asked_and_decided(facts: Facts) -> tuple[AskedFact, ...]:
    """Return what was asked and what came of it, the newest first; nothing of which the reader may know no word."""
    told = (each for each in once(facts.asked) if each.text or each.decided)
    return tuple(sorted(told, key=lambda each: (each.on, each.id), reverse=True))
