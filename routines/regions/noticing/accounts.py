"""Everybody's account of a morning, side by side: never merged, never averaged, veiled until one has told oneself."""

from django.utils.translation import gettext as _

from routines.models.accounts import accounts_of
from routines.regions.look import Look
from routines.regions.noticing.values import AccountView, FeltView, Picture
from routines.rules.felt import AccountState, FeelingState, seen_accounts, sees_accounts, took_part
from routines.rules.morning.state import MorningState
from routines.rules.state import Kind, Person
from routines.words.noticing import AGAIN, FEEL, felt_name, felt_words, hard_words, word_of


def accounts_view(look: Look, morning: MorningState, accounts: tuple[AccountState, ...]) -> tuple[AccountView, ...]:
    """Return what was told, as the viewer may read it: their own first, then in the household's order."""
    seen = seen_accounts(accounts, look.viewer, morning, look.people, look.now)
    order = {person.id: (person.id != look.viewer.id, place) for place, person in enumerate(look.people)}
    told = sorted((each for each in seen if each.told), key=lambda each: order.get(each.member, (True, 0)))
    return tuple(_account(look, morning, each) for each in told)


def read_accounts(look: Look, morning: MorningState) -> tuple[AccountState, ...]:
    """Return all that was told, nothing veiled: for the views of this package alone. Two queries."""
    return accounts_of(look.household_id, morning.id)


def silent(look: Look, morning: MorningState, accounts: tuple[AccountState, ...]) -> tuple[Person, ...]:
    """Return who took part, is still here, and has told nothing yet."""
    told = {account.member for account in accounts if account.told}
    return look.persons(tuple(took_part(morning) - told))


def veil_words(look: Look, morning: MorningState, accounts: tuple[AccountState, ...]) -> str:
    """Return when the others' accounts show, nothing where they do."""
    others = any(each.told and each.member != look.viewer.id for each in accounts)
    if not others or sees_accounts(accounts, look.viewer, morning, look.people, look.now):
        return ""
    if look.viewer.id in took_part(morning):
        return _("What the others told shows once you have told yours, or passed.")
    return _("What they told shows once all have told theirs, or tomorrow is over.")


def _account(look: Look, morning: MorningState, account: AccountState) -> AccountView:
    person = look.person(account.member)
    again = word_of(AGAIN, account.again)
    return AccountView(
        person=person,
        told=account.told,
        passed=account.passed,
        veiled=account.veiled,
        again=Picture(again.name, again.pictogram, str(again.words)) if again else None,
        hard=account.hard or hard_words(account.picture),
        hard_pictogram=account.picture,
        felt=tuple(_felt(look, morning, person, each) for each in _in_order(morning, account)),
        acted_by=look.maybe(account.said_by),
    )


def _in_order(morning: MorningState, account: AccountState) -> list[FeelingState]:
    places = {step.id: step.position for step in morning.steps}
    return sorted(account.feelings, key=lambda each: places.get(each.step, 0))


def _felt(look: Look, morning: MorningState, person: Person, feeling: FeelingState) -> FeltView:
    step, feel = morning.step(feeling.step), FEEL[feeling.felt]
    return FeltView(
        step=step.title if step else "",
        pictogram=step.pictogram if step else "",
        value=feel.name,
        rung=feel.rung,
        icon=feel.icon,
        name=felt_name(feel.name),
        words=felt_words(feel.name, person.kind, person.age_band),
        said=feeling.words,
        acted_by=look.maybe(feeling.said_by),
        shared=feeling.shared and look.viewer.kind is not Kind.SUPPORTER,
    )
