"""What somebody is asked after a morning: what they were given, again, how steps felt, what was hard, thanks, sorry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from routines.models import Repair
from routines.regions.look import Look
from routines.regions.noticing.gifts import answer_pictures
from routines.regions.noticing.notice import again_pictures, hard_pictures
from routines.regions.noticing.values import Picture
from routines.regions.tablet.telling.values import Asked, Tell
from routines.rules.felt import AccountState, FeelingState, steps_of
from routines.rules.morning.noticing import PUSHED
from routines.rules.morning.state import MorningState, MorningStepState
from routines.rules.state import Kind, Person
from routines.rules.tablet import at_once, in_groups
from routines.words.noticing import FEELS, LITTLE_SAY, felt_words, how_was
from routines.words.tablet_noticing import beside_words, telling_words

DONE = "done"
# Whom nobody asks what to share with whom: that is for those who can weigh it.
TOO_SMALL_TO_SHARE = "3-5"
EVERYBODY = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """Somebody at the tablet, a morning, what they have told of it, and what they can still take back."""

    look: Look
    morning: MorningState
    account: AccountState
    given: Sequence[Repair]
    got: Sequence[Repair]
    events: Mapping[str, int]

    @property
    def person(self) -> Person:
        """Return who sits."""
        return self.look.viewer

    @property
    def family(self) -> tuple[Person, ...]:
        """Return who comes to read it: the family."""
        return tuple(each for each in self.look.people if not each.left and each.kind is not Kind.SUPPORTER)

    def url(self, name: str, *ids: int) -> str:
        """Return where a tap of who sits goes."""
        return reverse(name, args=[self.person.id, *ids])

    def says(self, asked: str, **about: str) -> str:
        """Return what is asked, in their words."""
        return telling_words(asked, self.person, **about)

    def grouped(self, choices: Sequence[Tell]) -> dict[str, object]:
        """Return choices as many at once as fit their age, and which group holds the one that was tapped."""
        groups = in_groups(choices, at_once(self.person.age_band))
        return {"groups": groups, "group": _with_mine(groups)}


def asks_of(telling: Telling) -> tuple[Asked, ...]:
    """Return all that is asked, each with what comes after it."""
    steps = steps_of(telling.morning, telling.person.id)
    course = [
        *(_got(telling, row) for row in telling.got),
        _again(telling),
        *([_which(telling, steps)] if steps else []),
        _hard(telling),
        _give(telling, "thanks", "heart-hands"),
        _give(telling, "sorry", "hugging-face"),
    ]
    after = [*(each.key for each in course[1:]), DONE]
    asks = [replace(ask, next=key) for ask, key in zip(course, after, strict=True)]
    which = next((ask for ask in asks if ask.kind == "which"), None)
    if which:
        asks += [replace(_felt(telling, step), next=which.next, back=which.key) for step in steps]
    return tuple(asks)


def _got(telling: Telling, row: Repair) -> Asked:
    """Return a sorry or a thank-you that who sits was given and can answer."""
    giver = telling.look.person(row.by_id)
    return Asked(
        key=f"got-{row.id}",
        kind="got",
        title=telling.says(f"got_{row.kind}", who=giver.name),
        beside=beside_words("got", telling.person),
        pictogram=row.pictogram or "speech-balloon",
        sees=telling.family,
        name="picture",
        send=telling.url("tablet_answer", row.id),
        **telling.grouped(_tells(answer_pictures(row))),
        open=not row.answer,
        answered=bool(row.answer),
        words=row.text,
        giver=giver,
        undo=telling.events.get(f"got-{row.id}", 0),
    )


def _again(telling: Telling) -> Asked:
    account, morning = telling.account, telling.morning
    return Asked(
        key=f"again-{morning.id}",
        kind="again",
        title=telling.says("again"),
        beside=how_was(morning.title, morning.on, telling.look.today),
        pictogram="sun-with-face",
        sees=telling.family,
        name="again",
        send=telling.url("tablet_again", morning.id),
        **telling.grouped(_tells(again_pictures(account))),
        open=not account.told,
        answered=bool(account.again) or account.passed,
        may_pass=True,
        passed=account.passed,
        undo=telling.events.get("again", 0),
    )


def _which(telling: Telling, steps: Sequence[MorningStepState]) -> Asked:
    felt = {each.step for each in telling.account.feelings}
    choices = [
        Tell(str(step.id), step.title, step.pictogram, mine=step.id in felt, to=f"felt-{step.id}") for step in steps
    ]
    groups = in_groups(choices, at_once(telling.person.age_band))
    untold = (place for place, group in enumerate(groups) if not all(each.mine for each in group))
    return Asked(
        key=f"which-{telling.morning.id}",
        kind="which",
        title=telling.says("which"),
        beside=beside_words("which", telling.person),
        pictogram="sun-with-face",
        sees=telling.family,
        name="",
        send="",
        groups=groups,
        group=next(untold, 0),
        answered=bool(felt),
    )


def _felt(telling: Telling, step: MorningStepState) -> Asked:
    """Return how one step felt: three ways in which others decide, and four in which one has a say."""
    feeling, person = telling.account.feeling(step.id), telling.person
    felt = feeling.felt if feeling else ""
    choices = [
        Tell(
            value=each.name,
            text=felt_words(each.name, person.kind, person.age_band),
            pictogram=each.pictogram,
            mine=each.name == felt,
            rung=each.rung,
        )
        for each in FEELS
    ]
    groups = (tuple(choices[:LITTLE_SAY]), tuple(choices[LITTLE_SAY:]))
    planned = next(place for place, group in enumerate(groups) if any(each.rung == step.rung for each in group))
    may_share = felt == PUSHED and person.age_band != TOO_SMALL_TO_SHARE
    return Asked(
        key=f"felt-{step.id}",
        kind="felt",
        title=telling.says("felt", what=step.title),
        beside=beside_words("felt", person),
        pictogram=step.pictogram,
        sees=_readers(telling, step, feeling),
        name="felt",
        send=telling.url("tablet_feel", telling.morning.id, step.id),
        groups=groups,
        group=_with_mine(groups) if felt else planned,
        answered=bool(felt),
        undo=telling.events.get(f"felt-{step.id}", 0),
        idea=_idea(telling, step),
        share=telling.url("tablet_share", telling.morning.id, step.id) if may_share else "",
        shared=bool(feeling and feeling.shared),
    )


def _readers(telling: Telling, step: MorningStepState, feeling: FeelingState | None) -> tuple[Person, ...]:
    """Return who may come to read how a step felt: the family, and supporters who had a part in it.

    That one was pushed stays in the family unless it is shared.
    """
    kept = feeling is not None and feeling.felt == PUSHED and not feeling.shared
    others = () if kept else telling.look.persons(step.members)
    return telling.family + tuple(each for each in others if each.kind is Kind.SUPPORTER)


def _idea(telling: Telling, step: MorningStepState) -> str:
    """Return where another way can be tried, if the step is in the plan."""
    if step.step is None:
        return ""
    return f"{telling.url('tablet_idea')}?step={step.step}&morning={telling.morning.id}"


def _hard(telling: Telling) -> Asked:
    account = telling.account
    return Asked(
        key=f"hard-{telling.morning.id}",
        kind="hard",
        title=telling.says("hard"),
        beside=beside_words("hard", telling.person),
        pictogram="thinking-face",
        sees=telling.family,
        name="picture",
        send=telling.url("tablet_hard", telling.morning.id),
        **telling.grouped(_tells(hard_pictures(account))),
        answered=bool(account.picture or account.hard),
        words=account.hard,
        undo=telling.events.get("hard", 0),
    )


def _give(telling: Telling, kind: str, pictogram: str) -> Asked:
    """Return whom one can thank or say sorry to, with a tick on those to whom it was said."""
    given = {row.to_id or EVERYBODY for row in telling.given if row.kind == kind}
    others = (each for each in telling.look.people if each.id != telling.person.id and not each.left)
    name = f"tablet_{kind}"

    def face(person: Person) -> Tell:
        send = telling.url(name, telling.morning.id, person.id)
        return Tell(str(person.id), person.name, mine=person.id in given, face=person, send=send)

    everybody = Tell(
        value=str(EVERYBODY),
        text=_("Everybody"),
        pictogram="people-hugging",
        mine=EVERYBODY in given,
        send=telling.url(name, telling.morning.id, EVERYBODY),
    )
    groups = in_groups([*map(face, others), everybody], at_once(telling.person.age_band))
    return Asked(
        key=f"{kind}-{telling.morning.id}",
        kind=kind,
        title=telling.says(kind),
        beside=beside_words(kind, telling.person),
        pictogram=pictogram,
        sees=telling.family,
        name="to",
        send="",
        groups=groups,
        group=0,
        answered=bool(given),
        undo=telling.events.get(kind, 0),
    )


def _tells(pictures: Sequence[Picture]) -> list[Tell]:
    return [Tell(each.value, each.text, each.pictogram, each.mine) for each in pictures]


def _with_mine(groups: Sequence[Sequence[Tell]]) -> int:
    return next((place for place, group in enumerate(groups) if any(each.mine for each in group)), 0)
