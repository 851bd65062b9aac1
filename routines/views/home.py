"""A household's home page, and its agenda."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from households.forms.verb import read_tap
from households.rules.onboarding import Onboarding, onboarding
from routines.actions.agenda import talked_about
from routines.event_words import done_words
from routines.models import Question
from routines.models.snapshots import routine_states
from routines.regions.asking.page import asked_line
from routines.regions.home import HomeView, home_view
from routines.regions.look import Look
from routines.regions.looking_in.known import who_asks, who_looks_in
from routines.regions.morning.day import day_of
from routines.regions.morning.today import home_card
from routines.regions.noticing.asked import asked_how
from routines.regions.noticing.gifts import unanswered
from routines.regions.wanted import wanted_view, wishes
from routines.views.asking import answering, look_at, went
from routines.views.board import live_hook
from routines.views.posted import Posted


@require_safe
@answering
def household(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show what wants the reader, the routines, and what there is to talk about."""
    look = look_at(request)
    lookers = who_looks_in(request.household, look.today)
    routines = routine_states(household_id, look.now)
    home = home_view(look, routines)
    steps = tuple(step for routine in routines for step in look.visible(routine).steps)
    context = {
        "home": home,
        "wanted": wanted_view(look, wishes(look, steps)),
        "onboarding": _onboarding(look, home, asked=any(s.question or s.last for s in steps)),
        "today": home_card(day_of(look, routines)),
        "how_was": asked_how(look),
        "gifts_for_me": unanswered(look),
        "asked_line": asked_line(look) if lookers else "",
        "lookers": lookers,
        "asking": who_asks(request.household) if request.actor.is_parent else (),
        "nav": "home",
        "live": live_hook(request, page="home"),
    }
    return render(request, "routines/home.html", context)


@require_POST
@answering
def agenda_done(request: HttpRequest, household_id: int, item_id: int) -> HttpResponse:
    """Note that the family talked about something."""
    event = talked_about(
        actor=request.actor,
        item_id=item_id,
        why=Posted(request).words("why", 500),
        at=timezone.now(),
        tap=read_tap(request.POST),
    )
    return went(request, reverse("household", args=[household_id]), done_words(event), event)


def _onboarding(look: Look, home: HomeView, *, asked: bool) -> Onboarding | None:
    """Return the way to the first question, for parents of a household that has not walked it.

    `asked` is whether a question is known; only where none is, the database is asked.
    """
    if not home.may_plan:
        return None
    first = home.routines[0].id if home.routines else None
    return onboarding(
        people=sum(not person.left for person in look.people),
        routines=len(home.routines) + len(home.put_away),
        questions=asked or Question.objects.filter(household_id=look.household_id).exists(),
        people_url=reverse("member_new", args=[look.household_id]),
        routine_url=reverse("routine_start", args=[look.household_id]),
        question_url=reverse("routine", args=[look.household_id, first]) if first else "",
    )
