"""Fair Share: how a daily pick (breakfast, the song in the car) is settled so that everybody gets their turn.

The rule is Perpetual Phragmén of Martin Lackner, "Perpetual Voting: Fairness in Long-Term Decision Making",
AAAI 2020, doi 10.1609/aaai.v34i02.5584 (code github.com/martinlackner/perpetual), with three additions:
agreement is free, everybody who took part gets an equal part of the cup back so that staying away neither
saves up nor costs anything, and ties are told apart in a fixed order.

Every member has a jar, and every contested decision is one cup. It is poured over the fans of an option from
the emptiest jar up; the option whose fans' jars stay lowest wins, and their jars are filled for it. Then an
equal part of the cup is taken out of the jar of everybody who took part, so that all jars sum to 0. A tie goes
to the longest wait, then to what guests want, the turn list, what was chosen longest ago, the listed order.

    memory = begin([3, 5, 13])                                      # members, in the order of the turn list
    entry = Round.of([101, 102], {3: [101], 5: [101], 13: [102]})    # options left after vetoes, and who tapped what
    outcome, memory = decide(memory, entry)                          # outcome.winner == 101
    memory == replay([3, 5, 13], [entry])                            # the same, from what is stored

Rounds are the facts to keep; memories are derived from them by `replay`. A round that names its `members` lets
people join and leave by itself. `history` yields outcomes for a log, `tell` explains one (see `story`), and `tally`
counts them. All numbers are exact.
"""

from routines.rules.fair_share.decision import begin, decide, follow, history, join, leave, limit, replay
from routines.rules.fair_share.levels import level
from routines.rules.fair_share.pouring import Scale, Stage
from routines.rules.fair_share.story import JarStory, Miss, Story, Waited, tell
from routines.rules.fair_share.tally import Tally, tally
from routines.rules.fair_share.values import DecidedBy, Ending, Member, Memory, Option, Outcome, Round

__all__ = [
    "DecidedBy",
    "Ending",
    "JarStory",
    "Member",
    "Memory",
    "Miss",
    "Option",
    "Outcome",
    "Round",
    "Scale",
    "Stage",
    "Story",
    "Tally",
    "Waited",
    "begin",
    "decide",
    "follow",
    "history",
    "join",
    "leave",
    "level",
    "limit",
    "replay",
    "tally",
    "tell",
]
