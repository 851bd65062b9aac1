"""Everybody's own account of a morning, and who may read what of it.

Accounts stand side by side; nothing here adds them up. Who has told is known at once, what they told is known to
whoever has told their own, so that the small do not copy the big. "Pushed" stays with the family unless whoever felt
it shares it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from routines.rules.morning.blocks import part
from routines.rules.morning.noticing import PUSHED
from routines.rules.morning.state import MorningState, MorningStepState
from routines.rules.morning.taps import OLDEST_TAP, accepts_taps, is_running
from routines.rules.state import Kind, Person


@dataclass(frozen=True, slots=True)
class FeelingState:
    """How one step of a morning felt to somebody: `felt` is a rung or one of the three that can only be felt.

    `step` is the morning's own; `said_by` whoever entered it for them; `shared` that they let others than the family
    read that they were pushed.
    """

    step: int
    felt: str
    words: str = ""
    said_by: int | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class AccountState:
    """What one person tells of a morning. `noticed` says that they told or passed about it as a whole.

    `again` is "yes", "maybe", "no" or nothing; `hard` and `picture` are what was hard. Of a `veiled` account there is
    perhaps more than it holds: what is missing leaves no trace.
    """

    member: int
    noticed: bool = False
    again: str = ""
    hard: str = ""
    picture: str = ""
    said_by: int | None = None
    feelings: tuple[FeelingState, ...] = ()
    veiled: bool = False

    @property
    def told(self) -> bool:
        """Return whether they have told anything, or passed."""
        return self.veiled or self.noticed or bool(self.feelings)

    @property
    def passed(self) -> bool:
        """Return whether they wanted to say nothing."""
        said = self.again or self.hard or self.picture or self.feelings
        return self.noticed and not self.veiled and not said

    def feeling(self, step: int) -> FeelingState | None:
        """Return how a step of the morning felt to them, or None."""
        return next((each for each in self.feelings if each.step == step), None)


def may_tell(morning: MorningState, now: datetime) -> bool:
    """Return whether it is time to ask how a morning was: it is over, or its door stands open, and it is fresh.

    Whoever forgot to say "we're off" is asked all the same.
    """
    open_door = morning.leave is not None and morning.leave <= now
    over = open_door or not is_running(morning, now) or _all_done(morning)
    return over and accepts_taps(morning, now)


def steps_of(morning: MorningState, member: int) -> tuple[MorningStepState, ...]:
    """Return the steps of a morning somebody had a part in, in order."""
    return tuple(step for step in sorted(morning.steps, key=lambda each: each.position) if part(step, member))


def took_part(morning: MorningState) -> frozenset[int]:
    """Return everybody who had a part in a morning."""
    return frozenset(member for step in morning.steps for member in step.members if member not in step.away)


def seen_accounts(
    accounts: Iterable[AccountState],
    viewer: Person,
    morning: MorningState,
    members: Iterable[Person],
    now: datetime,
) -> tuple[AccountState, ...]:
    """Return accounts as this viewer may read them.

    One's own, and what one entered for somebody, is never veiled. A supporter reads of others only how the steps felt
    that name them, and of "pushed" only what was shared: of the rest no trace is left.
    """
    accounts = tuple(accounts)
    lifted = sees_accounts(accounts, viewer, morning, members, now)
    return tuple(_for(each, viewer, morning, lifted=lifted) for each in accounts)


def sees_accounts(
    accounts: Iterable[AccountState],
    viewer: Person,
    morning: MorningState,
    members: Iterable[Person],
    now: datetime,
) -> bool:
    """Return whether somebody may read what the others told.

    Those who took part once they have told or passed; the others once all who took part and are still here have;
    everybody when the time to tell is over.
    """
    if not accepts_taps(morning, now):
        return True
    told = {account.member for account in accounts if account.told}
    asked = took_part(morning)
    if viewer.id in asked:
        return viewer.id in told
    here = {person.id for person in members if not person.left}
    return told >= asked & here


def _for(account: AccountState, viewer: Person, morning: MorningState, *, lifted: bool) -> AccountState:
    """Return an account as the viewer may read it."""
    if account.member == viewer.id or not account.told:
        return account
    if not lifted:
        account = _entered(account, viewer)
    return _for_supporter(account, viewer, morning) if viewer.kind is Kind.SUPPORTER else account


def _entered(account: AccountState, viewer: Person) -> AccountState:
    """Return of a veiled account what the viewer entered in somebody's name: that they know."""
    feelings = tuple(each for each in account.feelings if each.said_by == viewer.id)
    if account.noticed and account.said_by == viewer.id:
        return replace(account, feelings=feelings, veiled=feelings != account.feelings)
    return AccountState(account.member, feelings=feelings, veiled=True)


def _for_supporter(account: AccountState, viewer: Person, morning: MorningState) -> AccountState:
    mine = {step.id for step in morning.steps if step.doing(viewer.id)}
    feelings = tuple(each for each in account.feelings if each.step in mine and (each.felt != PUSHED or each.shared))
    return AccountState(account.member, feelings=feelings, veiled=True)


def _all_done(morning: MorningState) -> bool:
    parts = [doing for step in morning.steps if not step.skipped for doing in step.doings]
    return bool(parts) and all(doing.done_at for doing in parts)


def told_at(arrived: datetime, age_seconds: float) -> datetime:
    """Return when something was told that has arrived now and waited so many seconds for a connection.

    The tablet measures the age as a difference; one that cannot be is none.
    """
    known = 0 <= age_seconds <= OLDEST_TAP.total_seconds()
    return arrived - timedelta(seconds=age_seconds) if known else arrived
