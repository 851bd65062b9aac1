"""Who is here when: the calendar, breaks, and the weeks everybody lives by."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from households.actions.refusal import Missing, Refused
from households.forms.verb import read_tap
from households.models import Event
from routines.actions.pause import end_pause, set_pause
from routines.actions.presence import set_day, set_presence
from routines.event_words import done_words
from routines.forms.pause import PauseForm
from routines.forms.presence import UsualForm
from routines.models import Routine
from routines.regions.days.known import for_all, known_days, may_say, whom_for
from routines.regions.days.page import days_html
from routines.regions.days.usual import days_from
from routines.regions.fragment import on_page, part
from routines.regions.look import Look
from routines.rules.codes import Code
from routines.rules.morning.deeds import MorningDeed
from routines.rules.state import Kind
from routines.views.answers import refusal_sentence, toast, undo_url
from routines.views.asking import PAGE_OR_FORM, answering, look_at, went
from routines.views.board import live_hook
from routines.words.presence import day_said

ABOUT = {
    "pause_days": "until_on",
    "pause_over": "until_on",
    "days_far": "from_on",
    "day_over": "from_on",
    "person_not_here": "who",
    "only_for_yourself": "who",
    "too_long": "note",
}


@require_safe
@answering
def days(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show where everybody is today and in the next weeks, breaks, and what is usual."""
    look = _family(request)
    context = {
        "days": on_page(days_html(look, week_of(request)), request),
        "nav": "people",
        "live": live_hook(request, page="days"),
    }
    return render(request, "days/page.html", context)


@require_POST
@answering
def days_day(request: HttpRequest, household_id: int) -> HttpResponse:
    """Note that somebody is here, or away, on one day."""
    look = _family(request)
    member_id, on, here = _tapped(request.POST.get("day", ""))
    event = set_day(
        actor=request.actor, member_id=member_id, on=on, here=here, at=timezone.now(), tap=read_tap(request.POST)
    )
    return _answer(request, event, day_said(look.person(member_id).name, here, on))


@require_http_methods(PAGE_OR_FORM)
@answering
def days_break(request: HttpRequest, household_id: int) -> HttpResponse:
    """Note a break: a holiday, somebody sick, or something else."""
    look = _family(request)
    form = _break_form(request, look)
    if form.is_bound and form.is_valid():
        try:
            event = set_pause(actor=request.actor, at=timezone.now(), tap=read_tap(request.POST), **form.asked())
        except Refused as refused:
            form.add_error(ABOUT.get(refused.code), refusal_sentence(request, refused))
        else:
            return _answer(request, event, done_words(event) if event else _("This was noted already."))
    if form.is_bound and request.htmx:
        said = next(iter(form.errors.values()))[0]
        return HttpResponse(toast(request, said), status=422)
    context = {"form": form, "nav": "people"}
    return render(request, "days/break.html", context, status=422 if form.is_bound else 200)


@require_POST
@answering
def days_break_end(request: HttpRequest, household_id: int, pause_id: int) -> HttpResponse:
    """End a break from today on."""
    _family(request)
    event = end_pause(actor=request.actor, pause_id=pause_id, at=timezone.now(), tap=read_tap(request.POST))
    return _answer(request, event, done_words(event))


@require_http_methods(PAGE_OR_FORM)
@answering
def days_usual(request: HttpRequest, household_id: int, member_id: int) -> HttpResponse:
    """Say on which days of two weeks somebody is here."""
    look = _family(request)
    person = look.person(member_id)
    if not person.id:
        raise Missing
    if not may_say(look, MorningDeed.PRESENCE, member_id):
        raise Refused(str(Code.ONLY_FOR_YOURSELF if look.viewer.kind is Kind.TEEN else Code.PARENTS_ONLY))
    mask = days_from(known_days(look), person, look.today)
    form = UsualForm(request.POST if request.method == "POST" else None, mask=mask, today=look.today)
    if form.is_bound and form.is_valid():
        try:
            event = set_presence(
                actor=request.actor,
                member_id=member_id,
                days=form.mask(),
                from_on=form.cleaned_data["from_on"],
                at=timezone.now(),
                tap=read_tap(request.POST),
            )
        except Refused as refused:
            form.add_error("from_on" if refused.code in ABOUT else None, refusal_sentence(request, refused))
        else:
            return went(request, _url(request), done_words(event) if event else _("Nothing was changed."), event)
    context = {"form": form, "person": person, "nav": "people"}
    return render(request, "days/usual.html", context, status=422 if form.is_bound else 200)


def days_parts(request: HttpRequest) -> str:
    """Return the region of an open page of days as it is now, as a part of an answer."""
    request.household.refresh_from_db(fields=["revision", "people_revision"])
    return part("days", on_page(days_html(look_at(request), week_of(request)), request))


def week_of(request: HttpRequest) -> str:
    """Return the day whose weeks a page of days shows, as its address says it: of this request, else of its page."""
    here = urlsplit(request.htmx.current_url or "").query if request.htmx else ""
    return request.POST.get("week") or request.GET.get("week") or parse_qs(here).get("week", [""])[0]


def _family(request: HttpRequest) -> Look:
    """Return how the actor looks at their household; where its people are is not a supporter's to know."""
    look = look_at(request)
    if look.viewer.kind is Kind.SUPPORTER:
        raise Refused(str(Code.SUPPORTER_TAKES_PART))
    return look


def _tapped(text: str) -> tuple[int, date, bool]:
    """Return what a tap on a day says: who, when, and whether they are here; `Refused` for nonsense."""
    try:
        member, day, word = text.split()
        return int(member), date.fromisoformat(day), {"here": True, "away": False}[word]
    except (ValueError, KeyError):
        raise Refused(str(Code.DAY_FIRST)) from None


def _break_form(request: HttpRequest, look: Look) -> PauseForm:
    people = whom_for(look, (person for person in look.people if not person.left))
    if not people:
        raise Refused(str(Code.PARENTS_ONLY))
    routines = Routine.objects.of(look.household_id).current().order_by("title", "id")
    return PauseForm(
        request.POST if request.method == "POST" else None,
        today=look.today,
        people=people,
        for_all=for_all(look),
        routines=routines.values_list("id", "title"),
    )


def _answer(request: HttpRequest, event: Event | None, text: str) -> HttpResponse:
    """Answer a tap on the page of days with its region, or lead back to it."""
    undo = undo_url(event) if event else ""
    if not request.htmx:
        return went(request, _url(request), text, event)
    answer = HttpResponse(days_parts(request) + toast(request, text, undo))
    answer["X-Revision"] = str(request.household.revision)
    return answer


def _url(request: HttpRequest) -> str:
    shown = week_of(request)
    return reverse("days", args=[request.actor.household_id]) + (f"?{urlencode({'week': shown})}" if shown else "")
