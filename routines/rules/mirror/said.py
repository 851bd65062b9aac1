"""You said, we did: every view somebody gave, beside the answer it got."""

from routines.rules.mirror.facts import Facts, SaidFact, once


def answered(facts: Facts) -> tuple[SaidFact, ...]:
    """Return what was said, the newest first: whatever is owed an answer, and whatever got one. Passes are neither."""
    wanted = (each for each in once(facts.said) if each.owed or each.answer)
    return tuple(sorted(wanted, key=lambda each: (each.on, each.kind, each.id), reverse=True))


def waiting(facts: Facts) -> tuple[SaidFact, ...]:
    """Return what is owed an answer and has none yet, the newest first."""
    return tuple(each for each in answered(facts) if each.owed and not each.answer)
