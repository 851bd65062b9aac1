"""Families with years of mornings behind them: `python -m tests.load.lived 3 3 houses.json`.

Each is a family like those of `tests.load.family`, with two children more, a pick of six people and eight things that
was settled on every one of those mornings, and today's morning running.
"""

import json
import sys
from datetime import time, timedelta

import django

from tests.load.family import STEPS, people, session_of, tablet

THINGS = ("Porridge", "Pancakes", "Toast", "Eggs", "Fruit", "Waffles", "Yoghurt", "Soup")
SMALL_STEPS = "Vest\nJumper\nTrousers\nSocks"
DAYS_A_YEAR = 365


def main(count, years, target):
    """Make the families and describe them in a file."""
    django.setup()
    with open(target, "w") as out:
        json.dump([lived(f"{number}-lived", years) for number in range(count)], out)


def lived(number, years):
    """Make one household with years of mornings; returns its ids and sessions."""
    from django.utils import timezone

    from households.models import Household
    from routines.actions.start_morning import start_morning
    from routines.models import Feeling, Morning, MorningStep, Picking
    from routines.past import make_past

    now = timezone.now()
    parent, members, accounts = people(number, now)
    members += [child(parent, name, now).id for name in ("Bo", "Zoe")]
    routine, meal = plan(parent, members, now)
    pick = pick_of_eight(parent, meal, now)
    make_past(parent.household_id, now.date() - timedelta(days=round(years * DAYS_A_YEAR)), yesterday(now), now)
    meetings(parent, now, round(years * 52))
    morning = start_morning(actor=parent, routine_id=routine, at=timezone.now()).subject_key
    here = Morning.objects.filter(household=parent.household_id)
    return {
        "household": parent.household_id,
        "routine": routine,
        "step": meal,
        "pick": pick,
        "members": members,
        "sessions": [session_of(each) for each in accounts],
        "tablet": tablet(parent, members[3], now),
        "morning": morning,
        "morning_steps": list(
            MorningStep.objects.filter(morning=morning).order_by("position").values_list("id", flat=True)
        ),
        "picked": Picking.objects.filter(pick=pick, settled_at__isnull=False).latest("id").id,
        "told": Feeling.objects.filter(household=parent.household_id).latest("id").morning_id,
        "mornings": here.count(),
        "looked_in": looked_in(parent, routine, members, number, now),
        "revision": Household.objects.get(id=parent.household_id).revision,
    }


def looked_in(parent, routine, members, number, now):
    """Let a facilitator see all there is to see; returns their session and the consent's key."""
    from households.models import Account, Consent
    from tests.load.caseload import EVERYTHING, facilitator_of

    account = Account.objects.create_user(f"facilitator-{number}@example.org", "only-for-measuring")
    consent = Consent.objects.create(
        household_id=parent.household_id,
        facilitator=facilitator_of(account),
        given_by_id=parent.member_id,
        given_at=now,
        kinds=[*EVERYTHING, "comments"],
        routine_ids=[routine],
        member_ids=members,
        until_on=(now + timedelta(weeks=12)).date(),
    )
    return {"session": session_of(account), "key": str(consent.key)}


def yesterday(now):
    return now.date() - timedelta(days=1)


def child(parent, name, now):
    from households.actions.people import Look, Who, add_member
    from households.models import Member
    from households.pictograms import FACES

    count = Member.objects.of(parent.household_id).count()
    look = Look(name, list(FACES)[count], Member.Colour.values[count])
    return add_member(actor=parent, who=Who("child", "3-5"), look=look, at=now)


def plan(parent, members, now):
    """Make the routine of `tests.load.family` for six; returns its id and that of the meal they all plan."""
    from routines.actions.routine import RoutineDraft, create_routine
    from routines.actions.step import StepDraft, add_step
    from routines.rules.state import Rung

    draft = RoutineDraft("Monday morning", 0b0011111, "leave", time(8, 15))
    routine = create_routine(actor=parent, draft=draft, at=now)
    found = {}
    for title, minutes, rung in STEPS:
        about = {
            "why": "So that nobody has to run." if rung == 1 else "",
            "limits": "Dressed by half past seven." if rung in (2, 3) else "",
            "decider": members[0] if rung == 2 else None,
            "small_steps": SMALL_STEPS if minutes >= 15 else "",
        }
        draft = StepDraft(title, minutes, "alarm-clock", tuple(members), rung=Rung(rung), **about)
        found[rung] = add_step(actor=parent, routine_id=routine.id, at=now, draft=draft).id
    return routine.id, found[4]


def pick_of_eight(parent, step, now):
    from routines.actions.pick_plan import OptionDraft, PickDraft, make_pick

    options = tuple(OptionDraft(thing, "breakfast") for thing in THINGS)
    return make_pick(actor=parent, step_id=step, draft=PickDraft("What do we eat?"), options=options, at=now).id


def meetings(parent, now, count):
    """Let a family have met every week."""
    from routines.models import Meeting

    Meeting.objects.bulk_create(
        Meeting(
            household_id=parent.household_id,
            on=(at := now - timedelta(weeks=week)).date(),
            chair_id=parent.member_id,
            begun_by_id=parent.member_id,
            begun_at=at,
            ended_at=at + timedelta(minutes=20),
        )
        for week in range(count, 0, -1)
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3])
