"""What somebody who looks in asked the family, and the reviews held with them, for one of the family."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import ngettext

from households.models import Consent, ConsentRefusal
from households.rules.consent import is_over
from routines.models import ReviewAnswer, ReviewItem, ReviewQuestion
from routines.regions.asking.values import Answered, AskedPage, AskedView
from routines.regions.look import Look
from routines.regions.review.questions import picture_words
from routines.regions.review.sessions import sessions_of, view
from routines.regions.review.values import ItemView, SessionView
from routines.rules.people import may_act_for
from routines.rules.review import may_sign_for_family
from routines.rules.state import Kind

LATEST = 40
# Beside the step itself, how it is: enough to answer without a word.
MOODS = (
    "smiling-face-with-smiling-eyes",
    "neutral-face",
    "worried-face",
    "tired-face",
    "party-popper",
    "heart-hands",
    "thinking-face",
)


@dataclass(frozen=True, slots=True)
class Seers:
    """Who looks in now, by facilitator: whose part each may see."""

    parts: Mapping[int, frozenset[int]]

    def stands(self, facilitator_id: int) -> bool:
        """Return whether a facilitator looks in now."""
        return facilitator_id in self.parts

    def see(self, facilitator_id: int, member_id: int) -> bool:
        """Return whether a facilitator may see somebody's part."""
        return member_id in self.parts.get(facilitator_id, ())


def asked_page(look: Look) -> AskedPage:
    """Return the page for one reader. Seven queries."""
    seers = seers_of(look)
    views = [_view(look, row, seers) for row in asked_rows(look)]
    return AskedPage(
        open=tuple(each for each in views if each.open),
        earlier=tuple(each for each in views if not each.open),
        sessions=tuple(_session(look, row) for row in sessions_of(look.household_id)),
        may_sign=bool(may_sign_for_family(look.viewer)),
    )


def asked_line(look: Look) -> str:
    """Return how many questions of theirs somebody has not answered, in words, "" for none. Three queries at most."""
    if look.viewer.kind is Kind.SUPPORTER:
        return ""
    waiting = open_for(look)
    count = len(waiting)
    return (
        ngettext("Who looks in asks you something", "Who looks in asks you %(n)d things", count) % {"n": count}
        if count
        else ""
    )


def open_for(look: Look) -> list[ReviewQuestion]:
    """Return the open questions the reader has neither answered nor passed."""
    mine = ReviewAnswer.objects.filter(household_id=look.household_id, member_id=look.viewer.id)
    found = (
        ReviewQuestion.objects.of(look.household_id).filter(closed_at=None).exclude(id__in=mine.values("question_id"))
    )
    rows = list(found.select_related("consent"))
    if not rows:
        return []
    seers = seers_of(look)
    return [each for each in rows if seers.stands(each.consent.facilitator_id)]


def seers_of(look: Look) -> Seers:
    """Return who looks in now, and whose part each may see. Two queries."""
    consents = Consent.objects.of(look.household_id).standing()
    named = {each.facilitator_id: each.member_ids for each in consents if not is_over(each.until_on, look.today)}
    said_no = ConsentRefusal.objects.filter(household_id=look.household_id, taken_back_at=None)
    refused = set(said_no.values_list("facilitator_id", "member_id"))
    return Seers({key: frozenset(each for each in ids if (key, each) not in refused) for key, ids in named.items()})


def asked_rows(look: Look) -> list[ReviewQuestion]:
    """Return what was asked of the household, newest first, with every answer. Two queries."""
    answers = ReviewAnswer.objects.filter(household_id=look.household_id).order_by("said_at", "id")
    rows = ReviewQuestion.objects.of(look.household_id).select_related("step", "consent__facilitator")
    shown = rows.prefetch_related(Prefetch("answers", answers, to_attr="given"))
    return list(shown.order_by("-id")[:LATEST])


def pictures_for(row: ReviewQuestion) -> tuple[str, ...]:
    """Return the pictures somebody can answer with: that of the step first."""
    own = (row.step.pictogram,) if row.step and row.step.pictogram else ()
    return (*own, *(each for each in MOODS if each not in own))


def _view(look: Look, row: ReviewQuestion, seers: Seers) -> AskedView:
    by = row.consent.facilitator
    mine = next((each for each in row.given if each.member_id == look.viewer.id), None)
    opened = row.closed_at is None and seers.stands(by.id)
    children = (each for each in look.people if each.kind is Kind.CHILD and not each.left)
    others = (each for each in row.given if each.member_id != look.viewer.id and (each.text or each.pictogram))
    return AskedView(
        id=row.id,
        by=by.name,
        text=row.text,
        step=row.step.title if row.step else "",
        pictogram=row.step.pictogram if row.step else "speech-balloon",
        when=look.when(row.asked_at),
        open=opened,
        sees=seers.see(by.id, look.viewer.id),
        mine=_answered(look, mine, veiled=False) if mine else None,
        passed=bool(mine and not mine.text and not mine.pictogram),
        others=tuple(_answered(look, each, veiled=opened and mine is None) for each in others),
        small=tuple(each for each in children if may_act_for(look.viewer, each)) if opened else (),
        pictures=tuple((each, picture_words(each)) for each in pictures_for(row)),
    )


def _answered(look: Look, row: ReviewAnswer, *, veiled: bool) -> Answered:
    by = look.person(row.said_by_id).name if row.said_by_id else ""
    if veiled:
        return Answered(look.person(row.member_id), "", "", "", by, True)
    return Answered(look.person(row.member_id), row.text, row.pictogram, picture_words(row.pictogram), by, False)


def _session(look: Look, row) -> SessionView:
    def item(each: ReviewItem) -> ItemView:
        by = look.person(each.by_id).name if each.by_id else row.consent.facilitator.name
        return ItemView(str(each.id), each.text, by, each.by_id == look.viewer.id, each.done_at is not None)

    signer = look.person(row.family_signed_by_id).name if row.family_signed_by_id else ""
    return view(row, look.today, look.time_zone, item, signer, number=row.id, name=row.consent.facilitator.name)
