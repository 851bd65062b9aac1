"""Sam, who works with families: Maya's lets him look in, and so does a second, smaller one."""

from datetime import datetime, time

from households.actions.consent_offers import offer_link, take_offer
from households.actions.facilitators import Introduction, become_facilitator
from households.actions.household import Home, found_household
from households.actions.people import Look, Who, add_member
from households.actor import Actor, actor_of
from households.looking_in import onlooker_of
from households.models import Consent, Facilitator, Member
from households.rules.consent import COMMENTS, COUNTS, FEELINGS, RUNGS, USUAL, Terms
from routines.actions.review_answer import answer_review
from routines.actions.review_question import ask_family
from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.rung import climb
from routines.actions.step import StepDraft, add_step
from routines.demo.days import TIME_ZONE
from routines.demo.people import sign_in
from routines.demo.telling import Telling
from routines.rules.review import LEARNED, PLEASED
from routines.rules.state import Rung

SCHOOL_DAYS = 0b0011111


def looked_in(telling: Telling) -> None:
    """Maya sends Sam a link, he asks two questions, and two people answer the first."""
    sam = _sam(telling.days.told)
    family, days = telling.family, telling.days
    shared = tuple(each.member_id for each in (family.maya, family.leo, family.ivy, family.bo))
    routines = (telling.routines["school"].id, telling.routines["saturday"].id)
    terms = Terms((RUNGS, COUNTS, COMMENTS, FEELINGS), routines, shared, days.today + USUAL)
    onlooker = onlooker_of(_let(sam, family.maya, terms, days.tick()), days.told)
    asked = ask_family(
        onlooker=onlooker,
        starter=PLEASED,
        text="What are you glad about these weeks?",
        step_id=telling.steps["breakfast"],
        at=days.tick(),
    ).subject_key
    for who, words in ((family.leo, "That I make my own."), (family.ivy, "I pick the cereal.")):
        answer_review(**telling.by(who), question_id=asked, text=words)
    ask_family(onlooker=onlooker, starter=LEARNED, text="What did you find out about the car?", at=days.tick())
    _second_family(sam, telling)


def _sam(at: datetime) -> Facilitator:
    introduction = Introduction("Sam", "Family worker. I ask, you decide.")
    return become_facilitator(
        account=sign_in("sam@example.org"), introduction=introduction, organisation="Open Doors", at=at
    )


def _let(sam: Facilitator, parent: Actor, terms: Terms, at: datetime) -> Consent:
    """Let a parent send Sam a link, which he takes."""
    _offer, key = offer_link(actor=parent, terms=terms, at=at)
    return take_offer(key=key, facilitator=sam, at=at)


def _second_family(sam: Facilitator, telling: Telling) -> None:
    """Ruth and Tim begin that evening, and share rungs and counts alone."""
    tick = telling.days.tick
    home, look = Home("Ruth and Tim", TIME_ZONE, "en"), Look("Ruth", "owl", Member.Colour.PLUM)
    ruth = actor_of(found_household(account=sign_in("ruth@example.org"), home=home, founder=look, at=tick()))
    who = Who(Member.Kind.CHILD, Member.AgeBand.MIDDLE)
    tim = add_member(actor=ruth, who=who, look=Look("Tim", "rabbit-face", Member.Colour.LIME), at=tick())
    draft = RoutineDraft("Before school", SCHOOL_DAYS, "leave", time(8, 10))
    routine = create_routine(actor=ruth, draft=draft, at=tick())
    both = (ruth.member_id, tim.id)
    for title, picture, rung in (("Breakfast", "breakfast", Rung.COPRODUCE), ("The bag", "pack-bag", Rung.INFORM)):
        why = "So that nothing is missing at school." if rung is Rung.INFORM else ""
        step_draft = StepDraft(title, 15, picture, both, rung=rung, why=why)
        step = add_step(actor=ruth, routine_id=routine.id, draft=step_draft, at=tick())
    climb(actor=ruth, step_id=step.id, to_rung=Rung.CONSULT, reason="Tim knows best what he needs.", at=tick())
    terms = Terms((RUNGS, COUNTS), (routine.id,), both, telling.days.today + USUAL)
    _let(sam, ruth, terms, tick())
