"""What a facilitator and a family may do together in a review, and until when. Pure.

The starters are the questions of a "4 + 1" review as person-centred planning knows it, in the product's own words.
"""

from datetime import date, datetime, timedelta

from routines.rules.codes import Code
from routines.rules.state import Kind, Person
from routines.rules.verdict import Verdict, allow, refuse

TRIED, LEARNED, PLEASED, CONCERNED, NEXT = "tried", "learned", "pleased", "concerned", "next"
STARTERS = (TRIED, LEARNED, PLEASED, CONCERNED, NEXT)
TAKE_BACK = timedelta(minutes=10)
# More open questions than this at once are a questionnaire.
MOST_OPEN = 12
# A review is planned for this far ahead at most.
FARTHEST = timedelta(weeks=26)


def may_ask(text: str, open_questions: int) -> Verdict:
    """A question has words, and there are not too many open at once."""
    if not text:
        return refuse(Code.REVIEW_ASK_FIRST)
    return allow() if open_questions < MOST_OPEN else refuse(Code.REVIEW_TOO_MANY, most=MOST_OPEN)


def may_take_back(asked_at: datetime, now: datetime, *, answered: bool) -> Verdict:
    """A question is taken back within ten minutes, and not once somebody has answered it."""
    if now - asked_at > TAKE_BACK:
        return refuse(Code.REVIEW_KEEP_ASKED)
    return refuse(Code.REVIEW_ANSWERED) if answered else allow()


def may_answer(actor: Person, speaker: Person, *, closed: bool) -> Verdict:
    """Everybody of the family answers for themself; a parent may write down what a child says."""
    if Kind.SUPPORTER in (actor.kind, speaker.kind):
        return refuse(Code.REVIEW_FAMILY_ONLY)
    if actor.id != speaker.id and not (actor.kind is Kind.PARENT and speaker.kind is Kind.CHILD):
        return refuse(Code.ACTING_FOR_NOT_YOURS, who=speaker.name)
    return refuse(Code.REVIEW_CLOSED) if closed else allow()


def still_shared(*, standing: bool) -> Verdict:
    """Whoever looks in does nothing once the consent is over."""
    return allow() if standing else refuse(Code.REVIEW_OVER)


def takes_place(*, called_off: bool, signed: bool) -> Verdict:
    """Nothing more is done in a review that was called off, or whose summary both sides have signed."""
    if called_off:
        return refuse(Code.REVIEW_SESSION_OVER)
    return refuse(Code.REVIEW_SIGNED) if signed else allow()


def may_sum_up(summary: str, before: str) -> Verdict:
    """What was written can be written anew, not emptied."""
    return allow() if summary or not before else refuse(Code.REVIEW_KEEP_SUMMARY)


def may_note(text: str) -> Verdict:
    """A note has words."""
    return allow() if text else refuse(Code.REVIEW_NOTE_FIRST)


def may_plan(on: date | None, today: date) -> Verdict:
    """A review is held today or within half a year."""
    if on is None:
        return refuse(Code.REVIEW_NO_DATE)
    if on < today:
        return refuse(Code.REVIEW_IN_THE_PAST)
    return allow() if on <= today + FARTHEST else refuse(Code.REVIEW_TOO_FAR)


def may_sign(summary: str, version: int, read: int) -> Verdict:
    """Whoever signs has read just this summary."""
    if not summary:
        return refuse(Code.REVIEW_NOTHING_TO_SIGN)
    return allow() if version == read else refuse(Code.REVIEW_CHANGED)


def may_sign_for_family(actor: Person) -> Verdict:
    """Any parent or teenager signs for the family."""
    return allow() if actor.kind in (Kind.PARENT, Kind.TEEN) else refuse(Code.REVIEW_WHO_SIGNS)
