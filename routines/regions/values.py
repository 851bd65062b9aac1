"""What a region shows, as frozen values. Whatever a viewer may not see is not in them.

Two viewers with equal values share one rendering; texts are already in the reader's words and
language, times already in the household's zone.
"""

from dataclasses import dataclass

from routines.rules.state import Person, Rung


@dataclass(frozen=True, slots=True)
class Button:
    """Whether somebody may do a thing now, and the sentence that says why not."""

    allowed: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Buttons:
    """The verdicts behind a panel's buttons."""

    open: Button
    propose: Button
    say: Button
    comment: Button
    concern: Button
    table: Button
    task: Button
    settle: Button
    unchanged: Button
    choose: Button
    veto: Button
    record: Button
    climb: Button
    ask_climb: Button
    answer_ask: Button
    step_down: Button
    override: Button
    reply: Button
    end_override: Button
    edit: Button
    archive: Button


@dataclass(frozen=True, slots=True)
class CardPerson:
    """A person on a card; `heard` is None where nothing is being asked."""

    person: Person
    heard: bool | None = None


@dataclass(frozen=True, slots=True)
class CardView:
    """A step on the board and in the list: the same element in both."""

    household_id: int
    step_id: int
    column: int
    title: str
    pictogram: str
    rung: Rung
    rung_name: str
    minutes: int
    start: str
    alongside: bool
    people: tuple[CardPerson, ...]
    names: str
    doers: tuple[Person, ...]
    to_go: int
    missing_names: str
    open: bool
    wants_me: bool
    selected: bool
    status: str
    override: bool
    over_to_you: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane of the board, highest rung first."""

    rung: Rung
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A card's place on the climbing line: column from 1, lane from 1 at the top."""

    column: int
    lane: int


@dataclass(frozen=True, slots=True)
class BoardView:
    """The ladder board. `as_list` shows the same cards below each other."""

    household_id: int
    routine_id: int
    revision: int
    lanes: tuple[Lane, ...]
    cards: tuple[CardView, ...]
    line: tuple[LinePoint, ...]
    as_list: bool
    may_order: bool
    may_add: bool


@dataclass(frozen=True, slots=True)
class Order:
    """What a card needs to know of its board when it is drawn alone."""

    may_order: bool


@dataclass(frozen=True, slots=True)
class HeadView:
    """Title and times of a routine. `note` is a sentence about times that do not fit or clocks that change."""

    household_id: int
    routine_id: int
    revision: int
    title: str
    days: str
    leave: str
    start: str
    anchor: str
    total_minutes: int
    note: str
    as_list: bool
    may_edit: bool
    may_add: bool
    archived: bool


@dataclass(frozen=True, slots=True)
class WantedItem:
    """One thing that wants this viewer: what it is and the words of its button."""

    step_id: int
    title: str
    pictogram: str
    question: str
    sentence: str
    button: str
    for_whom: Person | None = None


@dataclass(frozen=True, slots=True)
class WantedView:
    """What wants this viewer's voice or deed, most pressing first."""

    household_id: int
    headline: str
    items: tuple[WantedItem, ...]


@dataclass(frozen=True, slots=True)
class PresenceView:
    """Who has this routine open, and who else could."""

    here: tuple[Person, ...]
    away: tuple[Person, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said; `say` is empty while the viewer may not see it.

    `earlier` marks what was said to an earlier proposal and does not count any more.
    """

    person: Person
    say: str = ""
    say_word: str = ""
    option: int | None = None
    option_text: str = ""
    note: str = ""
    sticker: str = ""
    acted_by: Person | None = None
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class CommentView:
    """Words or a sticker with whose they are."""

    id: int
    person: Person
    text: str
    sticker: str
    acted_by: Person | None
    at: str
    drawing: int | None = None


@dataclass(frozen=True, slots=True)
class OptionView:
    """One idea: who had it, who is for it (as far as this viewer may see), and whether it is mine.

    `can_choose` is for own matters, where choosing is not voting.
    """

    id: int
    text: str
    pictogram: str
    consequence: str
    by: Person
    acted_by: Person | None
    faces: tuple[Person, ...]
    mine: bool
    on_table: bool
    can_choose: bool
    vetoed: str = ""
    veto_reason: str = ""
    vetoed_by: Person | None = None
    drawing: int | None = None


@dataclass(frozen=True, slots=True)
class Faces:
    """Who is for one idea, as far as this viewer may see."""

    id: int
    faces: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """What was said to a question, as far as this viewer may see."""

    voices: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SpokenView:
    """What a changed voice changes in the panels of the others: faces beside the ideas, and the list of voices."""

    step_id: int
    for_whom: int | None
    question: Voices
    ideas: tuple[Faces, ...]


@dataclass(frozen=True, slots=True)
class SayChoice:
    """One thing that can be said besides choosing an idea, and whether it is what was said."""

    value: str
    label: str
    mine: bool
    icon: str


@dataclass(frozen=True, slots=True)
class TaskView:
    """Who does what."""

    person: Person
    text: str
    acted_by: Person | None = None


@dataclass(frozen=True, slots=True)
class CameFrom:
    """The morning something came from, in words; `morning_id` is 0 for somebody who may not open it."""

    morning_id: int
    words: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """An open question as one viewer sees it.

    `veiled` says when what others said will show, if it does not yet; `choosable` are id, words,
    picture and drawing of the ideas not ruled out: what a decider can pick. `lines` are what a parent can
    record: the question (None) and its ideas by id, their words, and the recording there is.
    """

    id: int
    text: str
    rung: Rung
    rung_name: str
    limits: str
    opened_by: Person
    decider: Person | None
    deadline: str
    options: tuple[OptionView, ...]
    choosable: tuple[tuple[int, str, str, int | None], ...]
    says: tuple[SayChoice, ...]
    by_thumbs: bool
    mine: Said | None
    heard: tuple[Person, ...]
    missing: tuple[Person, ...]
    veiled: str
    voices: tuple[Said, ...]
    to_answer: tuple[Said, ...]
    round: int
    table: OptionView | None
    trial_days: int
    concerns: tuple[CommentView, ...]
    my_concern: CommentView | None
    concern_missing: tuple[Person, ...]
    tasks: tuple[TaskView, ...]
    my_task: TaskView | None
    task_missing: tuple[Person, ...]
    consent: str
    suggest_trial: bool
    hidden_comments: int
    lines: tuple[tuple[int | None, str, int | None], ...]
    came_from: CameFrom | None = None


@dataclass(frozen=True, slots=True)
class AnswerView:
    """You said, we did, because."""

    person: Person
    said: str
    did: str
    did_word: str
    because: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """How the last question ended."""

    question: str
    headline: str
    pictogram: str
    kind: str
    reason: str
    by: Person | None
    at: str
    rung: Rung
    rung_name: str
    trial_until: str
    review_on: str
    answers: tuple[AnswerView, ...]
    tally: tuple[tuple[str, int], ...]
    tie: str
    dissent: tuple[Person, ...]
    tasks: tuple[TaskView, ...]
    seen_by: tuple[Person, ...]
    late: tuple[Said, ...] = ()
    drawing: int | None = None
    came_from: CameFrom | None = None


@dataclass(frozen=True, slots=True)
class OverrideView:
    """A safety override in force."""

    id: int
    ground: str
    reason: str
    by: Person
    until: str
    replies: tuple[CommentView, ...]


@dataclass(frozen=True, slots=True)
class AskView:
    """A wish to climb that waits for its answer."""

    id: int
    person: Person
    rung: Rung
    rung_name: str
    reason: str
    acted_by: Person | None


@dataclass(frozen=True, slots=True)
class NextView:
    """The one next thing for this viewer. `deed` is empty where there is only waiting."""

    deed: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RefusalView:
    """Why the last attempt was refused, on which form, and what had been typed (field, text).

    Without a `deed` its form is not there any more; `words` is then what was written in it.
    """

    deed: str
    sentence: str
    typed: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallStep:
    """One of the small steps a step unfolds into, with its picture."""

    text: str
    pictogram: str


@dataclass(frozen=True, slots=True)
class PanelView:
    """A step's panel for one viewer, perhaps speaking for somebody (`speaker`, id in `for_whom`).

    `least` says in words how few minutes it can take; "" where nobody said so. `votes` says that something may be
    picked on it each morning, `may_ask_daily` that the viewer may ask for that.
    """

    household_id: int
    routine_id: int
    step_id: int
    revision: int
    title: str
    pictogram: str
    rung: Rung
    rung_name: str
    how: str
    why: str
    limits: str
    minutes: int
    least: str
    small_steps: tuple[SmallStep, ...]
    start: str
    over_to_you: bool
    safety: bool
    own_matter: Person | None
    affected: tuple[Person, ...]
    doers: tuple[Person, ...]
    viewer: Person
    speaker: Person
    for_whom: int | None
    speakers: tuple[Person, ...]
    next: NextView
    question: QuestionView | None
    last: DecisionView | None
    override: OverrideView | None
    asks: tuple[AskView, ...]
    comments: tuple[CommentView, ...]
    deciders: tuple[Person, ...]
    rungs_up: tuple[tuple[int, str], ...]
    rungs_down: tuple[tuple[int, str], ...]
    today: str
    buttons: Buttons
    votes: bool = False
    may_ask_daily: bool = False
    refusal: RefusalView | None = None


@dataclass(frozen=True, slots=True)
class AskedView:
    """The part of a panel that a changed voice changes: the next thing, and the open question."""

    household_id: int
    step_id: int
    revision: int
    viewer: Person
    speaker: Person
    for_whom: int | None
    next: NextView
    question: QuestionView
    why: str
    today: str
    buttons: Buttons
    refusal: None = None


@dataclass(frozen=True, slots=True)
class AnsweredItem:
    """A recent decision in one line: what was said and what became of it."""

    step_id: int
    title: str
    pictogram: str
    rung: Rung
    sentence: str


@dataclass(frozen=True, slots=True)
class AnsweredView:
    """You said, we did: the latest decisions of a routine."""

    household_id: int
    items: tuple[AnsweredItem, ...]
