"""Bringing an idea, screen by screen: what it is about, its picture, what happens next, and the thank-you."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from households.pictograms import CATEGORIES, PICTOGRAMS, Pictogram, search
from routines.regions.look import Look
from routines.regions.tablet.room import Room
from routines.rules.idea import Becomes, Brings, Way, way
from routines.rules.state import Kind, Person, StepState
from routines.rules.tablet import in_groups
from routines.words.ideas import next_words

# How much somebody sees together: steps, kinds of pictures, and pictures. Whoever is older gets the last.
AT_ONCE = {"3-5": (6, 8, 8), "6-9": (8, 7, 12)}
AT_ONCE_LATER = (12, 14, 18)
# Who does not read yet says it with a picture; typing is there, but small.
PICTURES_FIRST = "3-5"
NO_PICTURE = "thought-balloon"


@dataclass(frozen=True, slots=True)
class Begun:
    """An idea as far as it got. It lives in the page's address, so Back goes one screen back.

    `question` is where it began, if it began at one: its step is what it is about. `morning` is the one it comes from,
    where somebody wants to try something another way.
    """

    step: int | None = None
    question: int | None = None
    brings: Brings = Brings.IDEA
    how: str = ""
    category: str = ""
    picture: str = ""
    page: int = 0
    morning: int | None = None

    @property
    def query(self) -> str:
        """Return it as the query of an address."""
        given = {
            "step": self.step,
            "brings": self.brings if self.brings is Brings.QUESTION else "",
            "how": self.how,
            "category": self.category,
            "picture": self.picture,
            "page": self.page,
            "morning": self.morning,
        }
        return urlencode({name: value for name, value in given.items() if value})

    @property
    def screen(self) -> str:
        """Return which screen comes next."""
        if self.step is None:
            return "about"
        if self.how == "picture" and not self.picture:
            return "pictures" if self.category else "kinds"
        return {"picture": "send", "words": "send", "draw": "draw"}.get(self.how, "way")


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to tap: where it leads, its picture, and what it is called."""

    query: str
    pictogram: str
    text: str
    rung: int = 0
    script_only: bool = False


class IdeaView:
    """The screen an idea has got to, for who sits."""

    def __init__(self, room: Room, look: Look, begun: Begun) -> None:
        self.room, self.look = room, look
        self.begun = self._about_its_step(begun) if begun.question and not begun.step else begun

    @cached_property
    def screen(self) -> str:
        """Return which screen this is; without a step one can see it is the first."""
        return self.begun.screen if self.step else "about"

    @cached_property
    def step(self) -> StepState | None:
        """Return the step it is about."""
        return next((step for step in self._steps if step.id == self.begun.step), None)

    @property
    def person(self) -> Person:
        """Return who brings it."""
        return self.look.viewer

    @property
    def small(self) -> bool:
        """Return whether who brings it does not read yet."""
        return self.person.kind == Kind.CHILD and self.person.age_band == PICTURES_FIRST

    @cached_property
    def way(self) -> Way:
        """Return what becomes of it."""
        return way(self.look.situation(self.step), self.begun.brings)

    @property
    def asks(self) -> bool:
        """Return whether it is something to ask."""
        return self.begun.brings is Brings.QUESTION

    @property
    def follows(self) -> str:
        """Return what will happen next with it."""
        return next_words(self.way, self.person)

    @property
    def followed(self) -> str:
        """Return what happens next with it, now that it is sent."""
        return next_words(self.way, self.person, sent=True)

    @property
    def title(self) -> str:
        """Return what this screen asks."""
        titles = {
            "about": _("What is your idea about?"),
            "way": _("How will you ask it?") if self.asks else _("How will you tell it?"),
            "kinds": _("Which kind of picture?"),
            "pictures": str(CATEGORIES.get(self.begun.category, "")),
            "draw": _("Draw your idea."),
            "send": _("This is your question.") if self.asks else _("This is your idea."),
        }
        return titles[self.screen]

    @cached_property
    def groups(self) -> tuple[tuple[Card, ...], ...]:
        """Return what there is to choose, as it is shown together."""
        cards = {"about": self._about, "way": self._ways, "kinds": self._kinds, "pictures": self._pictures}
        if self.screen not in cards:
            return ()
        steps, kinds, pictures = AT_ONCE.get(self.person.age_band, AT_ONCE_LATER)
        most = {"about": steps, "way": 4, "kinds": kinds, "pictures": pictures}[self.screen]
        return in_groups(cards[self.screen](), most)

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return what can be chosen on this screen."""
        return self.groups[self._page] if self.groups else ()

    @property
    def before(self) -> str | None:
        """Return the query of the screen before this one, None on the first."""
        begun = replace(self.begun, page=0)
        if self.screen == "about":
            return replace(begun, page=self._page - 1).query if self._page else None
        if self._page and self.groups:
            return replace(self.begun, page=self._page - 1).query
        return _shorter(begun).query

    @property
    def more(self) -> str | None:
        """Return the query of the next ones, the first again after the last; None where all are shown."""
        if len(self.groups) < 2:
            return None
        return replace(self.begun, page=(self._page + 1) % len(self.groups)).query

    @property
    def pictogram(self) -> str:
        """Return the picture chosen, or what stands for one."""
        return self.begun.picture if self.begun.picture in PICTOGRAMS else NO_PICTURE

    @property
    def name(self) -> str:
        """Return what it is called without any words written."""
        return idea_name(self.person, self.begun.picture, drawn=self.screen == "draw")

    @property
    def question(self) -> str:
        """Return what is asked without any words written."""
        return question_words(self.person, self.step, self.begun)

    @property
    def needs_words(self) -> bool:
        """Return whether there is nothing but words to it."""
        return self.begun.how == "words"

    @property
    def draw_too(self) -> str | None:
        """Return the query that adds a drawing to the picture chosen; a question has none."""
        if self.asks or self.begun.how != "picture":
            return None
        return replace(self.begun, how="draw").query

    @property
    def helpers(self) -> tuple[Person, ...]:
        """Return who may have helped to write: everybody else who is here."""
        return tuple(each for each in self.look.people if each.id != self.person.id and not each.left)

    def _about_its_step(self, begun: Begun) -> Begun:
        asked = (step.id for step in self._steps if step.question and step.question.id == begun.question)
        return replace(begun, step=next(asked, None))

    @property
    def _page(self) -> int:
        return min(self.begun.page, len(self.groups) - 1) if self.groups else 0

    @cached_property
    def _steps(self) -> tuple[StepState, ...]:
        return tuple(step for routine in self.room.routines for step in self.look.visible(routine).steps)

    def _about(self) -> tuple[Card, ...]:
        return tuple(
            Card(Begun(step=step.id, morning=self.begun.morning).query, step.pictogram, step.title, int(step.rung))
            for step in self._steps
            if way(self.look.situation(step)).becomes is not Becomes.NOTHING
        )

    def _ways(self) -> tuple[Card, ...]:
        begun = self.begun
        ways = [Card(replace(begun, how="picture").query, "star", _("Choose a picture"))]
        if not self.asks:
            ways.append(Card(replace(begun, how="draw").query, "pencil", _("Draw it"), script_only=True))
        if not self.small:
            ways.append(Card(replace(begun, how="words").query, "memo", _("Write it")))
        if not self.asks and self._may_ask:
            asks = replace(begun, brings=Brings.QUESTION)
            ways.append(Card(asks.query, "red-question-mark", _("Ask something")))
        return tuple(ways)

    @property
    def _may_ask(self) -> bool:
        return way(self.look.situation(self.step), Brings.QUESTION).becomes is Becomes.QUESTION

    def _kinds(self) -> tuple[Card, ...]:
        return tuple(
            Card(replace(self.begun, category=name, page=0).query, search("", category=name)[0].name, str(label))
            for name, label in CATEGORIES.items()
        )

    def _pictures(self) -> tuple[Card, ...]:
        return tuple(
            Card(replace(self.begun, picture=each.name, page=0).query, each.name, str(each.label))
            for each in search("", category=self.begun.category)
        )


def idea_name(person: Person, picture: str, *, drawn: bool) -> str:
    """Return what an idea is called that came without words."""
    known: Pictogram | None = PICTOGRAMS.get(picture)
    if known:
        return str(known.label)
    words = _("%(name)s’s drawing") if drawn else _("%(name)s’s idea")
    return words % {"name": person.name}


def question_words(person: Person, step: StepState, begun: Begun) -> str:
    """Return what is asked when somebody brings something to ask, or an idea where nothing is asked yet."""
    known = PICTOGRAMS.get(begun.picture)
    if begun.brings is Brings.QUESTION and known:
        return _("%(name)s asks: what about “%(what)s”?") % {"name": person.name, "what": known.label}
    return _("%(name)s has an idea for “%(step)s”. What do we do?") % {"name": person.name, "step": step.title}


def _shorter(begun: Begun) -> Begun:
    """Return an idea one screen back."""
    if begun.picture:
        return replace(begun, picture="", how="picture")
    if begun.category:
        return replace(begun, category="")
    if begun.how:
        return replace(begun, how="")
    if begun.brings is Brings.QUESTION:
        return replace(begun, brings=Brings.IDEA)
    return Begun(morning=begun.morning)
