"""Pages of mornings, each asked within one process: `python -m tests.load.counted houses.json`, which prints JSON.

Per page its queries and its milliseconds of processor time, cold (nothing read before) and warm (nothing changed);
and how long a pick of six people and eight things takes to settle.
"""

import json
import sys
from statistics import median
from time import process_time
from uuid import uuid4

import django

from tests.memory import forget_everything

TIMES = 15


def main(source):
    """Measure the families described in a file."""
    django.setup()
    with open(source) as file:
        houses = json.load(file)
    json.dump({"pages": pages_of(houses[0]), "picks": picks_of(houses)}, sys.stdout)


def addresses(facts):
    """The pages that are measured, by what they are called."""
    from django.urls import reverse

    about = {
        "today": ("today", []),
        "runner": ("morning", [facts["morning"]]),
        "runner of one": ("morning_person", [facts["morning"], facts["members"][0]]),
        "mornings": ("mornings", []),
        "a morning": ("morning", [facts["told"]]),
        "notice": ("notice", [facts["told"]]),
        "repairs": ("repairs", []),
        "story of a step": ("step_story", [facts["step"]]),
        "picks": ("picks", []),
        "a pick": ("pick", [facts["pick"]]),
        "a pick, shown": ("picking", [facts["picked"]]),
        "meeting": ("meeting", []),
        "days": ("days", []),
        "home": ("household", []),
        "history": ("history", []),
        "mirror": ("mirror", []),
        "said and done": ("mirror_said", []),
        "the family's report": ("mirror_report", []),
    }
    paths = {name: reverse(page, args=[facts["household"], *which]) for name, (page, which) in about.items()}
    of_a_year = {name: f"{paths[name]}?routine=0&weeks=52" for name in ("mirror", "the family's report")}
    return paths | of_a_year | {"today": paths["today"] + "?all"}


def reviews(facts):
    """The pages of whoever looks in, over a year."""
    from django.urls import reverse

    key = facts["looked_in"]["key"]
    return {
        "review": reverse("review", args=[key]) + "?weeks=52",
        "reviews together": reverse("review_sessions", args=[key]),
        "a review's report": reverse("review_report", args=[key]) + "?weeks=52",
    }


def client_of(session):
    from django.conf import settings
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    return client


def pages_of(facts):
    """Queries and milliseconds of each page, cold and warm."""
    inside, outside = client_of(facts["sessions"][0]), client_of(facts["looked_in"]["session"])
    asked_by = [(inside, name, path) for name, path in addresses(facts).items()]
    asked_by += [(outside, name, path) for name, path in reviews(facts).items()]
    found = {}
    for client, name, path in asked_by:
        client.get(path)  # templates and addresses load once in a process's life
        cold = [asked(client, path, forget_everything) for _ in range(TIMES)]
        warm = [asked(client, path) for _ in range(TIMES)]
        found[name] = {
            "queries": [cold[0][0], warm[0][0]],
            "ms": [median(ms for _, ms, _ in cold), median(ms for _, ms, _ in warm)],
            "bytes": warm[0][2],
        }
    return found


def asked(client, path, before=None):
    """Ask for a page once; returns its queries, milliseconds of processor time and bytes."""
    from django.db import connection

    if before:
        before()
    queries = []

    def count(execute, *asked):
        queries.append(asked[0])
        return execute(*asked)

    with connection.execute_wrapper(count):
        began = process_time()
        answer = client.get(path)
        took = process_time() - began
    assert answer.status_code == 200, (path, answer.status_code)
    return len(queries), took * 1000, len(answer.content)


def picks_of(houses):
    """Milliseconds to settle a pick of everybody after all these years: nothing read before, and once it was."""
    from django.db import transaction

    cold, warm = [], []
    for facts in houses:
        for times, before in ((cold, forget_everything), (warm, lambda: None)):
            for _ in range(TIMES):
                with transaction.atomic():
                    times.append(settled(facts, before))
                    transaction.set_rollback(True)
    return {"cold": [median(cold), max(cold)], "warm": [median(warm), max(warm)]}


def settled(facts, before):
    """Let everybody tap, and settle; returns the milliseconds of processor time of settling alone."""
    from django.utils import timezone

    from households.actions.change import change
    from households.actor import actor_of
    from households.models import Member
    from routines.actions.picking import settle_picks
    from routines.models import Ballot, Morning, Picking
    from routines.models.snapshots import family

    now = timezone.now()
    parent = actor_of(Member.objects.select_related("household").get(id=facts["members"][0]))
    picking = Picking.objects.get(morning=facts["morning"], pick=facts["pick"])
    options = [each["id"] for each in picking.pick.options.order_by("id").values("id")]
    Ballot.objects.filter(picking=picking).delete()
    Picking.objects.filter(id=picking.id).update(settled_at=None, winner=None)
    for place, member in enumerate(facts["members"]):
        tapped = [options[place % 8], options[uuid4().int % 8]]
        about = {"picking": picking, "member_id": member, "options": sorted(set(tapped)), "said_at": now}
        Ballot.objects.create(household_id=parent.household_id, **about)
    Morning.objects.filter(id=facts["morning"]).update(left_at=None)
    with change(actor=parent, at=now) as begun:
        people = family(parent.household_id, begun.people_revision)
        before()
        began = process_time()
        settle_picks(begun, people, now, ended=facts["morning"])
        took = process_time() - began
    assert Picking.objects.get(id=picking.id).settled_at is not None
    return took * 1000


if __name__ == "__main__":
    main(sys.argv[1])
