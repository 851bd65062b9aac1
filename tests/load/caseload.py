"""Families that let one facilitator look in: `python -m tests.load.caseload 500 cases.json`.

Each family has a routine of four steps, one on each rung, two people, and some mornings of which they told. Written
row by row in bulk: five hundred founded by the product's verbs would take minutes.
"""

import json
import sys
from datetime import timedelta

import django

RUNGS = (1, 2, 3, 4)
FELT = ("inform", "consult", "codesign", "coproduce", "engaged", "pushed", "consult")
MORNINGS = 8
EVERYTHING = ["rungs", "counts", "feelings", "together"]


def main(count, target):
    """Make a facilitator with so many families, and describe them in a file."""
    django.setup()
    from households.models import Account
    from tests.load.family import session_of

    account = Account.objects.create_user("caseload@example.org", "only-for-measuring")
    facilitator = facilitator_of(account)
    families(facilitator, count)
    with open(target, "w") as out:
        json.dump({"session": session_of(account), "families": count}, out)


def facilitator_of(account):
    """Make an account a facilitator."""
    from django.utils import timezone

    from households.actions.facilitators import Introduction, become_facilitator

    about = Introduction("Sam", "Family worker")
    return become_facilitator(account=account, introduction=about, organisation="Together", at=timezone.now())


def families(facilitator, count, kinds=EVERYTHING, people=2):
    """Make households that all let a facilitator look in, and return their ids."""
    from django.utils import timezone

    from households.models import Consent, Household, Member
    from routines.models import Routine

    now = timezone.now()
    houses = Household.objects.bulk_create(
        Household(name=f"Family {number:03}", time_zone="Europe/London", created_at=now) for number in range(count)
    )
    looks = list(zip(("Maya", "Leo", "Ivy"), ("potted-plant", "guitar", "t-rex"), ("sun", "mint", "rose"), strict=True))
    members = Member.objects.bulk_create(
        Member(
            household=house,
            name=name,
            kind="parent" if place == 0 else "teen",
            face=face,
            colour=colour,
            position=place,
            joined_at=now,
        )
        for house in houses
        for place, (name, face, colour) in enumerate(looks[:people])
    )
    routines = Routine.objects.bulk_create(Routine(household=house, title="Monday", created_at=now) for house in houses)
    of = [members[place * people : (place + 1) * people] for place in range(count)]
    Consent.objects.bulk_create(
        Consent(
            household=house,
            facilitator=facilitator,
            given_by=theirs[0],
            given_at=now,
            kinds=list(kinds),
            routine_ids=[routine.id],
            member_ids=[each.id for each in theirs],
            until_on=(now + timedelta(weeks=12)).date(),
        )
        for house, routine, theirs in zip(houses, routines, of, strict=True)
    )
    for house, routine, theirs in zip(houses, routines, of, strict=True):
        lived(house, routine, theirs, now)
    return [each.id for each in houses]


def lived(house, routine, members, now):
    """Let a family have told of some mornings."""
    from households.models import Event
    from routines.models import Feeling, Morning, MorningStep, Step, StepPerson

    steps = Step.objects.bulk_create(
        Step(
            household=house,
            routine=routine,
            position=rung,
            title=f"Step {rung}",
            minutes=10,
            pictogram="play",
            rung=rung,
            created_at=now,
        )
        for rung in RUNGS
    )
    StepPerson.objects.bulk_create(
        StepPerson(household=house, step=step, member=member, part="affected") for step in steps for member in members
    )
    mornings = Morning.objects.bulk_create(
        Morning(
            household=house,
            routine=routine,
            title="Monday",
            on=(now - timedelta(days=5 + day)).date(),
            time_zone="Europe/London",
            started_at=now - timedelta(days=5 + day),
            started_by=members[0],
        )
        for day in range(MORNINGS)
    )
    copies = MorningStep.objects.bulk_create(
        MorningStep(
            household=house,
            morning=morning,
            step=step,
            position=step.rung,
            title=step.title,
            pictogram="play",
            minutes=10,
            least=5,
            rung=step.rung,
        )
        for morning in mornings
        for step in steps
    )
    Feeling.objects.bulk_create(
        Feeling(
            household=house,
            morning=copy.morning,
            morning_step=copy,
            member=member,
            felt=FELT[(place + member.position) % len(FELT)],
            said_at=now,
        )
        for place, copy in enumerate(copies)
        for member in members
    )
    Event.objects.create(
        household=house,
        revision=1,
        at=now - timedelta(days=2),
        kind="rung.climbed",
        actor=members[0],
        routine_key=routine.id,
        step_key=steps[1].id,
        title=steps[1].title,
        changes={"rung": [1, 2]},
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
