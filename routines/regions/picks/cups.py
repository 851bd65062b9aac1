"""The story of a pick, picture by picture: jars, and the cup that is poured."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from routines.regions.look import Look
from routines.regions.picks.cards import choice_of, tapped_by
from routines.regions.picks.reveal import Reveal
from routines.regions.picks.values import Frame, Jar, PickChoice
from routines.rules.fair_share import DecidedBy
from routines.rules.fair_share.pouring import CUP, Scale
from routines.rules.fair_share.story import JarStory, Story
from routines.rules.picking.state import PickingState
from routines.rules.state import Kind, Person
from routines.words.fair_share import tie_words
from routines.words.fractions import fraction_words
from routines.words.picks import back_words, before_words, compared_words, pouring_words, wishes_words

# The inside of a jar as it is drawn, within 0 to 100: from its floor up to its rim.
FLOOR, RIM = 92, 14
COUNTING = (Kind.PARENT, Kind.TEEN)


def frames_of(look: Look, picking: PickingState, reveal: Reveal) -> tuple[Frame, ...]:
    """Return the pictures that show how a pick came out; none where no turn moved."""
    story = reveal.story
    if story is None or not story.outcome.contested:
        return ()
    return tuple(_Telling(look, picking, story).frames())


def jar_of(person: Person | None, level: Fraction, scale: Scale, *, numbers: bool = False, **about: bool) -> Jar:
    """Return a jar filled to a level, with its number for those who like to count."""
    height = float(scale.height(level)) * (FLOOR - RIM)
    words = _signed(level) if numbers else ""
    return Jar(person, f"{FLOOR - height:.1f}", f"{height:.1f}", words, **about)


def counts(person: Person) -> bool:
    """Return whether somebody reads numbers beside the jars."""
    return person.kind in COUNTING


class _Telling:
    """One story while it is told."""

    def __init__(self, look: Look, picking: PickingState, story: Story) -> None:
        self.look, self.picking, self.story = look, picking, story
        self.texts = {option.id: option.text for option in picking.options}
        self.people = {person.id: person for person in look.people}

    def frames(self) -> Iterator[Frame]:
        """Yield the pictures in order."""
        story, levels = self.story, {jar.member: jar.before for jar in self.story.jars}
        yield Frame(wishes_words(), wishes=self._wishes())
        yield Frame(before_words(self._emptiest()), self._jars(levels), self._cup(CUP))
        for number, stage in enumerate(story.stages):
            levels = levels | dict.fromkeys(stage.members, stage.end)
            last = number == len(story.stages) - 1
            words = pouring_words(self._winner(), self._names(stage.members), first=not number, last=last)
            yield Frame(words, self._jars(levels, stage.members), self._cup(stage.left))
        yield Frame(self._compared(), self._jars(levels))
        yield Frame(back_words(self._missed()), self._jars({jar.member: jar.after for jar in story.jars}))

    def _compared(self) -> str:
        other = self.texts.get(self.story.runner_up, "")
        tie = self.story.outcome.decided_by is not DecidedBy.LEVEL
        words = compared_words(self._winner(), other, tie=tie)
        names = {number: person.name for number, person in self.people.items()}
        return f"{words} {tie_words(self.story, names, self.texts)}".strip()

    def _jars(self, levels: Mapping[int, Fraction], pouring: Iterable[int] = ()) -> tuple[Jar, ...]:
        return tuple(self._jar(jar, levels[jar.member], pours=jar.member in pouring) for jar in self.story.jars)

    def _jar(self, jar: JarStory, level: Fraction, *, pours: bool) -> Jar:
        return jar_of(
            self.people[jar.member],
            level,
            self.story.scale,
            numbers=counts(self.look.viewer),
            pours=pours,
            fan=jar.fan,
            apart=not jar.took_part,
        )

    def _cup(self, left: Fraction) -> Jar:
        return jar_of(None, left, Scale(Fraction(), CUP))

    def _wishes(self) -> tuple[PickChoice, ...]:
        won = self.story.outcome.winner
        found = (choice_of(each, tapped_by(self.look, self.picking, each.id)) for each in self.picking.options)
        return tuple(choice for choice in found if choice.faces or choice.id == won)

    def _emptiest(self) -> str:
        taking_part = [jar for jar in self.story.jars if jar.took_part]
        least = min(jar.before for jar in taking_part)
        emptiest = [jar.member for jar in taking_part if jar.before == least]
        return self.people[emptiest[0]].name if len(emptiest) == 1 else ""

    def _winner(self) -> str:
        return self.texts.get(self.story.outcome.winner, "")

    def _names(self, members: Iterable[int]) -> list[str]:
        return [self.people[member].name for member in members]

    def _missed(self) -> list[str]:
        return self._names(jar.member for jar in self.story.jars if jar.took_part and not jar.fan)


def _signed(level: Fraction) -> str:
    return f"+{fraction_words(level)}" if level > 0 else fraction_words(level)
