"""The actor: whoever a request comes from, as a frozen value every lookup begins at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of a household, signed in. `kind` is parent, teen, child or supporter."""

    household_id: int
    member_id: int
    kind: str
    name: str
    account_id: int | None
    language: str
    time_zone: str

    @property
    def is_parent(self) -> bool:
        """Return whether the actor is a parent or carer."""
        return self.kind == "parent"


def actor_of(member) -> Actor:
    """Return the actor a member is; the member's household must be loaded."""
    return Actor(
        household_id=member.household_id,
        member_id=member.id,
        kind=member.kind,
        name=member.name,
        account_id=member.account_id,
        language=member.household.language,
        time_zone=member.household.time_zone,
    )
