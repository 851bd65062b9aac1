"""The onlooker: a facilitator who looks in through one consent, as a frozen value every lookup of theirs begins at."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody of a household as who looks in knows them: by name and face."""

    id: int
    name: str
    kind: str
    age_band: str
    face: str
    colour: str
    position: int


@dataclass(frozen=True, slots=True)
class Onlooker:
    """What one standing consent lets one facilitator see, as of now.

    `people` are those whose part is shared, in the family's order: named, still here, and without a no of their own.
    `routine_ids` and `kinds` are those of the consent, `until_on` its last day by the household's clock. Never a
    member: `member_id` is always None, so what they do in the household's history has no member's name. `turn` is the
    consent's own and may be sent; `revision` is the household's, by which things read are kept, and never is.
    """

    consent_id: int
    key: str
    household_id: int
    household_name: str
    time_zone: str
    facilitator_id: int
    account_id: int
    name: str
    organisation: str
    kinds: frozenset[str]
    routine_ids: frozenset[int]
    people: tuple[Seen, ...]
    given_on: date
    until_on: date
    turn: int = 0
    revision: int = 0

    @property
    def member_ids(self) -> frozenset[int]:
        """Return the ids of those whose part is shared."""
        return frozenset(each.id for each in self.people)

    @property
    def member_id(self) -> None:
        """Return that they are no member of the household."""
        return None

    def sees(self, kind: str) -> bool:
        """Return whether things of a kind are shared."""
        return kind in self.kinds
