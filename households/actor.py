"""The actor: whoever a request comes from, as a frozen value every lookup begins at."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of a household: signed in, or sitting at a shared tablet of it.

    `kind` is parent, teen, child or supporter. At a tablet `tablet_id` is its id and `account_id` None;
    `helped_by` is the member who typed or tapped for them there, as they said themselves.
    """

    household_id: int
    member_id: int
    kind: str
    name: str
    account_id: int | None
    language: str
    time_zone: str
    tablet_id: int | None = None
    helped_by: int | None = None

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


def actor_at(tablet, member) -> Actor:
    """Return the actor a member is while they sit at a tablet; the member's household must be loaded."""
    return replace(
        actor_of(member),
        account_id=None,
        language=member.language or member.household.language,
        tablet_id=tablet.id,
    )
