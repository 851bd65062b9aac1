"""A facilitator's questions to a family, with the answers of those whose part is shared."""

from collections.abc import Iterable
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db.models import Prefetch
from django.utils import formats

from households.pictograms import PICTOGRAMS
from routines.models import ReviewAnswer, ReviewQuestion
from routines.regions.review.scene import ReviewScene
from routines.regions.review.values import AnswerView, QuestionView, Starter
from routines.rules.review import STARTERS, may_take_back
from routines.words.days import short_date_words
from routines.words.review import STARTER_WORDS

# Questions on one page of the overview.
PER_PAGE = 40
LATELY = timedelta(days=7)


def starters() -> tuple[Starter, ...]:
    """Return the sentences a question may begin with."""
    return tuple(Starter(each, *map(str, STARTER_WORDS[each])) for each in STARTERS)


def asked_by(
    scene: ReviewScene, *, about: int | None = None, page: int | None = None, waiting: bool = False
) -> list[ReviewQuestion]:
    """Return what this facilitator asked the family, newest first, with the answers they may see. Two queries.

    All of it, or what is `about` the step with this id, or what is `waiting` for an answer, or one `page` of it (from
    1) and one more where another follows. Answers of others are not even read: neither a word nor a number of them is
    there.
    """
    given = ReviewAnswer.objects.filter(
        household_id=scene.onlooker.household_id, member_id__in=scene.onlooker.member_ids
    ).given()
    questions = ReviewQuestion.objects.of(scene.onlooker.household_id).filter(
        consent__facilitator_id=scene.onlooker.facilitator_id
    )
    shown = Prefetch("answers", given.order_by("said_at", "id"), to_attr="given")
    if about is not None:
        questions = questions.filter(step_id=about)
    if waiting:
        questions = questions.unanswered_by(scene.onlooker.member_ids)
    found = questions.select_related("step").prefetch_related(shown).order_by("-id")
    return list(found if page is None else found[PER_PAGE * (page - 1) : PER_PAGE * page + 1])


def question_views(scene: ReviewScene, rows: Iterable[ReviewQuestion]) -> tuple[QuestionView, ...]:
    """Return questions as the facilitator reads them; of a step that is no longer shared, nothing is left."""
    return tuple(_question(scene, row) for row in rows)


def answered_lately(scene: ReviewScene, rows: Iterable[ReviewQuestion]) -> int:
    """Return how many answers to some questions were given in the last seven days, of those whose part is shared."""
    return sum(each.said_at > scene.now - LATELY for row in rows for each in row.given)


def _question(scene: ReviewScene, row: ReviewQuestion) -> QuestionView:
    step = row.step if row.step and row.step.routine_id in scene.onlooker.routine_ids else None
    return QuestionView(
        token=scene.token("question", row.id),
        text=row.text,
        starter=str(STARTER_WORDS[row.starter][0]) if row.starter in STARTER_WORDS else "",
        step=step.title if step else "",
        step_token=scene.token("step", step.id) if step else "",
        pictogram=step.pictogram if step else "speech-balloon",
        when=moment(scene, row.asked_at),
        closed=row.closed_at is not None,
        may_take_back=bool(may_take_back(row.asked_at, scene.now, answered=bool(row.given))),
        answers=tuple(_answer(scene, each) for each in row.given),
    )


def _answer(scene: ReviewScene, row: ReviewAnswer) -> AnswerView:
    return AnswerView(
        person=scene.person(row.member_id),
        text=row.text,
        pictogram=row.pictogram,
        pictured=picture_words(row.pictogram),
        by=scene.person(row.said_by_id).name if row.said_by_id else "",
        when=moment(scene, row.said_at),
    )


def picture_words(name: str) -> str:
    """Return what a picture of the catalogue shows, in words; "" for one that is not there."""
    known = PICTOGRAMS.get(name)
    return str(known.label) if known else ""


def moment(scene: ReviewScene, at) -> str:
    """Return a moment as day and time of the family's clock."""
    local = at.astimezone(ZoneInfo(scene.onlooker.time_zone))
    return f"{short_date_words(local)}, {formats.time_format(local, 'H:i')}"
