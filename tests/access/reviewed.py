"""A review with a facilitator, so that its addresses have something to show."""

from datetime import timedelta

from django.utils import timezone

from households.looking_in import onlooker_of
from routines.actions.review_family import add_family_item
from routines.actions.review_question import ask_family
from routines.actions.review_session import plan_session
from tests.review.lookers import fresh, looking_in


def reviewed(family) -> dict[str, int]:
    """Let somebody look in who asked something and planned a review; return their ids by the names addresses use."""
    now = timezone.now()
    looking = onlooker_of(fresh(looking_in(family)), now)
    question = ask_family(onlooker=looking, text="What would help?", at=now)
    session = plan_session(onlooker=looking, on=timezone.localdate() + timedelta(days=5), at=now)
    maya = family.actor(family.maya)
    item = add_family_item(actor=maya, session_id=session.subject_key, text="Tuesdays", at=now)
    return {
        "review_question_id": question.subject_key,
        "review_session_id": session.subject_key,
        "review_item_id": item.subject_key,
    }
