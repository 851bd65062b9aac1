"""Families to measure with, made by the product's own verbs: `python -m tests.load.family 300 houses.json`.

Each household has four members who are signed in, one routine of nine steps whose morning of today runs, and one open
co-design question with three ideas on the fourth step.
"""

import json
import sys
from datetime import time
from importlib import import_module

import django

MEMBERS = (("parent", "Mia"), ("parent", "Tom"), ("teen", "Ivy"), ("teen", "Leo"))
STEPS = (
    ("Wake up", 5, 2),
    ("Hot coffee", 10, 2),
    ("Breakfast together", 20, 4),
    ("Getting dressed", 15, 3),
    ("Own breakfast", 10, 1),
    ("Teeth", 5, 2),
    ("Shoes and coats", 10, 3),
    ("Into the car", 5, 1),
    ("Off to school", 15, 1),
)
IDEAS = ("Pyjamas until breakfast", "A race against the song", "Clothes laid out the evening before")


def main(count, target):
    """Make the families and describe them in a file."""
    django.setup()
    with open(target, "w") as out:
        json.dump([family(number) for number in range(count)], out)


def family(number):
    """Make one household; returns its ids, sessions and revision."""
    from django.utils import timezone

    from households.models import Household
    from routines.actions.start_morning import start_morning
    from routines.models import MorningStep

    now = timezone.now()
    parent, members, accounts = people(number, now)
    routine_id, step_id, question_id, options = plan(parent, members, now)
    morning = start_morning(actor=parent, routine_id=routine_id, at=now).subject_key
    facts = {
        "household": parent.household_id,
        "routine": routine_id,
        "step": step_id,
        "question": question_id,
        "options": options,
        "members": members,
        "morning": morning,
        "morning_step": MorningStep.objects.filter(morning=morning).earliest("position").id,
        "sessions": [session_of(each) for each in accounts],
        "tablet": tablet(parent, members[-1], now),
    }
    return facts | {"revision": Household.objects.get(id=parent.household_id).revision}


def people(number, now):
    """Found a household of four; returns its first parent as an actor, everybody's ids, and their accounts."""
    from households.actions.household import Home, found_household
    from households.actions.people import Look
    from households.actor import actor_of
    from households.models import Account, Member
    from households.pictograms import FACES

    colours = Member.Colour.values

    def look(place):
        return Look(MEMBERS[place][1], list(FACES)[place], colours[place])

    account = Account.objects.create_user(f"mia{number}@example.org")
    home = Home(f"Family {number}", "Europe/Berlin", "en")
    founder = found_household(account=account, home=home, founder=look(0), at=now)
    parent = actor_of(founder)
    others = [join(parent, number, place, look(place), now) for place in range(1, 4)]
    return parent, [founder.id, *(member.id for member, _ in others)], [account, *(its for _, its in others)]


def tablet(parent, member_id, now):
    """Pair a tablet and let somebody sit down at it; returns its key, who sits, and the proof of their seat."""
    from households import seat
    from households.actions.pairing import claim_with_key, confirm_pairing, offer_pairing
    from households.actions.sitting import sit

    offer, key = offer_pairing(actor=parent, at=now), f"tablet-of-{parent.household_id}"
    pairing = claim_with_key(key=offer.key, claim=key, at=now)
    paired = confirm_pairing(actor=parent, pairing_id=pairing.id, name="Kitchen", at=now)
    member = sit(tablet=paired, member_id=member_id, code=(), at=now)
    return {"key": key, "member": member.id, "seat": seat.seat_token(paired, member)}


def join(parent, number, place, look, now):
    """Add a member and let them follow their invitation; returns the member and their account."""
    from households.actions.invitations import accept_invitation, invite
    from households.actions.people import Who, add_member
    from households.models import Account

    member = add_member(actor=parent, who=Who(MEMBERS[place][0]), look=look, at=now)
    _, key = invite(actor=parent, member_id=member.id, at=now)
    account = Account.objects.create_user(f"{MEMBERS[place][1].lower()}{number}@example.org")
    return accept_invitation(key=key, account=account, at=now), account


def plan(parent, members, now):
    """Make the routine, its steps and the open question; returns their ids and the ideas' ids."""
    from routines.actions.option import propose
    from routines.actions.question import open_question
    from routines.actions.routine import RoutineDraft, create_routine
    from routines.actions.step import StepDraft, add_step
    from routines.rules.state import Rung

    draft = RoutineDraft("Monday morning", 0b0011111, "leave", time(8, 15))
    routine = create_routine(actor=parent, draft=draft, at=now)
    everyone = tuple(members)
    steps = [
        add_step(
            actor=parent,
            routine_id=routine.id,
            at=now,
            draft=StepDraft(
                title,
                minutes,
                "alarm-clock",
                everyone,
                rung=Rung(rung),
                why="So that nobody has to run." if rung == 1 else "",
                limits="Dressed by half past seven." if rung in (2, 3) else "",
                decider=members[0] if rung == 2 else None,
            ),
        )
        for title, minutes, rung in STEPS
    ]
    step_id = steps[3].id
    event = open_question(actor=parent, step_id=step_id, text="How do we get dressed with more fun?", at=now)
    question_id = event.question_key
    ideas = [
        propose(actor=parent, question_id=question_id, text=text, pictogram="t-shirt", at=now).subject_key
        for text in IDEAS
    ]
    return routine.id, step_id, question_id, ideas


def session_of(account):
    """Sign an account in; returns the key of its session."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return session.session_key


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
