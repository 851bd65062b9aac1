"""The rule once more, as plainly as it can be written: fractions, one decision from top to bottom.

Slow, and obviously right. The product's own is fast and gets compared with it.
"""

from dataclasses import dataclass, field
from fractions import Fraction


@dataclass
class Reference:
    """One question's memory; `decide` enters a round and returns what came of it."""

    members: list
    jars: dict = field(default_factory=dict)
    waits: dict = field(default_factory=dict)
    turns: list = field(default_factory=list)
    last_chosen: dict = field(default_factory=dict)
    rounds: int = 0

    def __post_init__(self):
        members, self.members = self.members, []
        for member in members:
            self.join(member)

    def join(self, member):
        self.members.append(member)
        self.turns.append(member)
        self.jars[member], self.waits[member] = Fraction(0), 0

    def leave(self, member):
        self.members.remove(member)
        self.turns.remove(member)
        self.waits.pop(member)
        balance = self.jars.pop(member)
        for each in self.members:
            self.jars[each] += balance / len(self.members)

    def decide(self, options, ballots, guests=()):
        taps = {}
        for member in self.members:
            listed = set(ballots.get(member, ())) & set(options)
            if member not in guests and 0 < len(listed) < len(options):
                taps[member] = listed
        fans = {option: [member for member in taps if option in taps[member]] for option in options}
        levels = {option: level([self.jars[fan] for fan in fans[option]]) for option in options if fans[option]}
        if not taps:
            levels = dict.fromkeys(options, Fraction(0))
        tied = [option for option in options if levels.get(option) == min(levels.values())]
        winner, decided_by = self.break_tie(tied, taps, fans, [ballots[guest] for guest in guests if guest in ballots])
        agreed = len(fans[winner]) == len(taps)
        pour = dict.fromkeys(taps, Fraction(0))
        if not agreed:
            for fan in fans[winner]:
                pour[fan] = max(levels[winner] - self.jars[fan], Fraction(0))
            for member in taps:
                self.jars[member] += pour[member] - Fraction(1, len(taps))
                self.waits[member] = 0 if member in fans[winner] else self.waits[member] + 1
        self.rounds += 1
        self.last_chosen[winner] = self.rounds
        return {
            "winner": winner,
            "kind": "nobody_took_part" if not taps else "agreed" if agreed else "shared",
            "tied": tied,
            "decided_by": decided_by,
            "took_part": list(taps),
            "levels": levels,
            "pour": pour,
            "jars": dict(self.jars),
            "waits": dict(self.waits),
            "turns": list(self.turns),
        }

    def break_tie(self, tied, taps, fans, guest_taps):
        left, decided_by = list(tied), "level"

        def keep(step, best):
            nonlocal left, decided_by
            if len(best) < len(left):
                left, decided_by = best, step

        if len(left) > 1:
            waits = {option: sorted((self.waits[fan] for fan in fans[option]), reverse=True) for option in left}
            keep("longest_wait", [option for option in left if waits[option] == max(waits.values())])
        guests = {option: sum(option in tapped for tapped in guest_taps) for option in left}
        keep("guests", [option for option in left if guests[option] == max(guests.values())])
        while turn := next(
            (each for each in self.turns if each in taps and 0 < wanted(left, taps[each]) < len(left)), None
        ):
            keep("turn_list", [option for option in left if option in taps[turn]])
            self.turns.remove(turn)
            self.turns.append(turn)
        last = {option: self.last_chosen.get(option, 0) for option in left}
        keep("least_recent_option", [option for option in left if last[option] == min(last.values())])
        if len(left) > 1 and decided_by == "level":
            decided_by = "listed_order"
        return left[0], decided_by


def level(jars):
    """The formula of the paper: min over k of (1 + sum of the k smallest) / k."""
    ordered = sorted(jars)
    return min((1 + sum(ordered[:k])) / Fraction(k) for k in range(1, len(ordered) + 1))


def wanted(options, tapped):
    return sum(option in tapped for option in options)
