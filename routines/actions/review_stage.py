"""Where a facilitator's verb happens: one change of the household, and the consent as it stands in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from households.actions.change import ChangeInProgress, change
from households.actions.refusal import Missing, Refused
from households.models import Consent, Event
from households.onlooker import Onlooker
from households.rules.consent import is_over
from routines.actions.stage import local_date
from routines.models import ReviewQuestion, ReviewSession
from routines.rules.review import still_shared, takes_place
from routines.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class ReviewStage:
    """One change a facilitator makes: who looks in, and when. What they do bears their name and is nobody's."""

    change: ChangeInProgress
    onlooker: Onlooker
    at: datetime

    def record(self, kind: str, **about: object) -> Event:
        """Record an event under the facilitator's name, and let their other open pages show it."""
        self.change.turns_on(self.onlooker.consent_id)
        self.change.tells("agenda")
        return self.change.record(kind, title=self.onlooker.name, **about)

    def question(self, question_id: int) -> ReviewQuestion:
        """Return a question of this facilitator's; raises `Missing`."""
        return _theirs(ReviewQuestion.objects.of(self.onlooker.household_id), self.onlooker, question_id)

    def session(self, session_id: int) -> ReviewSession:
        """Return a review planned with this facilitator that goes on; raises `Missing` or `Refused`."""
        planned = ReviewSession.objects.filter(household_id=self.onlooker.household_id)
        return going_on(_theirs(planned, self.onlooker, session_id))


@contextmanager
def review_stage(*, onlooker: Onlooker, at: datetime, tap: UUID | None = None) -> Iterator[ReviewStage]:
    """Begin a facilitator's change. Raises `Refused` where their consent ended meanwhile, besides what `change` does.

    The household's row is locked, so nobody ends the consent between the question and the deed.
    """
    with change(actor=onlooker, at=at, tap=tap) as begun:
        consent = Consent.objects.of(onlooker.household_id).standing().filter(id=onlooker.consent_id).first()
        today = local_date(at, onlooker.time_zone)
        go_on(still_shared(standing=consent is not None and not is_over(consent.until_on, today)))
        yield ReviewStage(begun, onlooker, at)


def going_on(session: ReviewSession) -> ReviewSession:
    """Return a review that goes on; raises `Refused` where it was called off, or signed by both sides."""
    signed = session.signed_at is not None and session.family_signed_at is not None
    go_on(takes_place(called_off=session.called_off_at is not None, signed=signed))
    return session


def go_on(verdict: Verdict, field: str = "") -> None:
    """Go on if the rules allow it; else raise `Refused` with their reason."""
    if not verdict:
        raise Refused(str(verdict.code), field=field, **dict(verdict.params))


def _theirs(rows, onlooker: Onlooker, row_id: int):
    found = rows.filter(id=row_id, consent__facilitator_id=onlooker.facilitator_id).first()
    if found is None:
        raise Missing
    return found
