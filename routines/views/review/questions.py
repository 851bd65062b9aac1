"""Asking the family, taking a question back, closing it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from households.actions.refusal import Missing
from routines.actions.review_question import ask_family, close_question, take_back_question
from routines.models import ReviewQuestion, Step
from routines.regions.review.tokens import named
from routines.regions.review.values import NoView
from routines.views.posted import Posted
from routines.views.review.coming_back import coming_back
from routines.views.review.gate import reviewing, went
from routines.views.review.pages import overview, step_page

LONGEST = 300


def _asked_from(request: HttpRequest, no: NoView) -> HttpResponse:
    """Return the page a question was asked on: a step's, or the household's."""
    token = Posted(request).raw("step")
    return step_page(request, token, no) if token else overview(request, no)


@require_POST
@reviewing
@coming_back(_asked_from, "ask")
def review_ask(request: HttpRequest) -> HttpResponse:
    """Ask the family something, about one of the shared steps or nothing in particular."""
    posted, onlooker = Posted(request), request.onlooker
    token = posted.raw("step")
    step = shared_step(request, token) if token else None
    ask_family(
        onlooker=onlooker,
        text=posted.words("text", LONGEST),
        starter=posted.raw("starter"),
        step_id=step.id if step else None,
        at=timezone.now(),
        tap=posted.tap,
    )
    return went(request, _where(request, token), _("Asked. Whoever wants to answers."))


@require_POST
@reviewing
@coming_back(overview)
def review_ask_back(request: HttpRequest, token: str) -> HttpResponse:
    """Take a question back."""
    about = {"question_id": _question(request, token).id, "at": timezone.now(), "tap": Posted(request).tap}
    take_back_question(onlooker=request.onlooker, **about)
    return went(request, _where(request), _("Taken back."))


@require_POST
@reviewing
@coming_back(overview)
def review_ask_close(request: HttpRequest, token: str) -> HttpResponse:
    """Close a question."""
    about = {"question_id": _question(request, token).id, "at": timezone.now(), "tap": Posted(request).tap}
    close_question(onlooker=request.onlooker, **about)
    return went(request, _where(request), _("Closed. What was answered stays."))


def shared_step(request: HttpRequest, token: str) -> Step:
    """Return the step of a shared routine a token names; raises `Missing`."""
    onlooker = request.onlooker
    steps = Step.objects.of(onlooker.household_id).filter(routine_id__in=onlooker.routine_ids)
    step = named(token, onlooker.key, "step", steps, lambda each: each.id)
    if step is None:
        raise Missing
    return step


def _question(request: HttpRequest, token: str) -> ReviewQuestion:
    onlooker = request.onlooker
    mine = ReviewQuestion.objects.of(onlooker.household_id).filter(consent__facilitator_id=onlooker.facilitator_id)
    question = named(token, onlooker.key, "question", mine, lambda each: each.id)
    if question is None:
        raise Missing
    return question


def _where(request: HttpRequest, step_token: str = "") -> str:
    if step_token:
        return reverse("review_step", args=[request.onlooker.key, step_token])
    return reverse("review", args=[request.onlooker.key]) + "#asked"
