"""The thank-you for an idea that was brought, and what happens next with it."""

from dataclasses import dataclass

from households.models import Event
from routines.models import Comment, Option, Question
from routines.models.snapshots import step_state
from routines.regions.look import Look
from routines.rules.idea import Becomes, became
from routines.rules.tablet import is_fresh
from routines.words.ideas import next_words

NO_PICTURE = "thought-balloon"
KINDS = ("option.proposed", "question.opened", "comment.said")


@dataclass(frozen=True, slots=True)
class SentView:
    """An idea as it was brought: its words and picture, and what happens next. `undo` is the event, 0 for none."""

    text: str
    pictogram: str
    drawing: int | None
    follows: str
    asks: bool
    undo: int


def sent_view(look: Look, event_id: int) -> SentView | None:
    """Return what the viewer brought, or None where it is none of theirs, or was taken back."""
    events = Event.objects.of(look.household_id).filter(kind__in=KINDS, actor_id=look.viewer.id, taken_back_at=None)
    event = events.filter(id=event_id).first()
    step = event and step_state(look.household_id, event.step_key, look.now)
    if not step:
        return None
    becomes = _became(event)
    text, pictogram, drawing = _shown(event, becomes)
    way = became(look.situation(look.here(step)), becomes)
    return SentView(
        text=text,
        pictogram=pictogram or NO_PICTURE,
        drawing=drawing,
        follows=next_words(way, look.viewer, sent=True),
        asks=becomes is Becomes.QUESTION,
        undo=event.id if is_fresh(event.at, look.now) else 0,
    )


def _became(event: Event) -> Becomes:
    if "became" in event.undo:
        return Becomes(event.undo["became"])
    whole = bool(event.undo.get("whole"))
    return {
        "option.proposed": Becomes.OPTION,
        "question.opened": Becomes.QUESTION_WITH_IDEA if whole else Becomes.QUESTION,
        "comment.said": Becomes.REMARK_AND_WISH if whole else Becomes.REMARK,
    }[event.kind]


def _shown(event: Event, becomes: Becomes) -> tuple[str, str, int | None]:
    """Return an idea's words, picture and drawing."""
    here = {"household_id": event.household_id}
    if becomes is Becomes.QUESTION:
        asked = Question.objects.filter(**here, id=event.question_key)
        return asked.values_list("text", flat=True).get(), "red-question-mark", None
    if event.kind == "comment.said":
        return Comment.objects.filter(**here, id=event.subject_key).values_list("text", "sticker", "drawing_id").get()
    ideas = Option.objects.filter(**here, question_id=event.question_key, proposed_by_id=event.member_id)
    if becomes is Becomes.OPTION:
        ideas = ideas.filter(id=event.subject_key)
    return ideas.order_by("id").values_list("text", "pictogram", "drawing_id").first()
