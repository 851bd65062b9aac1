"""What somebody who looks in asks the family, and the reviews held with them: the family's side."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from households.actions.refusal import Missing, Refused
from households.models import Event
from households.pictograms import exists
from routines.actions.review_answer import answer_review
from routines.actions.review_family import add_family_item, call_off_for_family, remove_family_item, sign_for_family
from routines.event_words import done_words
from routines.regions.asking.page import asked_page
from routines.regions.review.values import NoView
from routines.rules.state import Kind
from routines.views.answers import refusal_sentence
from routines.views.asking import answering, look_at, went
from routines.views.board import live_hook
from routines.views.posted import Posted
from routines.views.review.coming_back import no_view

ITEM = 200


@require_safe
@answering
def asked(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show what was asked, and the reviews held together."""
    return _page(request)


@require_POST
@answering
def asked_answer(request: HttpRequest, household_id: int, review_question_id: int) -> HttpResponse:
    """Answer in words or with a picture, for oneself or for a child who says it; or pass."""
    posted = Posted(request)
    picture = posted.raw("picture")

    def act(**common: object) -> Event | None:
        return answer_review(
            question_id=review_question_id,
            text=posted.words("text", 500),
            pictogram=picture if exists(picture) else "",
            passed=bool(posted.raw("pass")),
            speaker_id=posted.speaker,
            **common,
        )

    return _done(request, act, f"answer-{review_question_id}")


@require_POST
@answering
def asked_item(request: HttpRequest, household_id: int, review_session_id: int) -> HttpResponse:
    """Put something on the agenda of a review."""

    def act(**common: object) -> Event:
        return add_family_item(session_id=review_session_id, text=Posted(request).words("text", ITEM), **common)

    return _done(request, act, f"item-{review_session_id}")


@require_POST
@answering
def asked_item_remove(
    request: HttpRequest, household_id: int, review_session_id: int, review_item_id: int
) -> HttpResponse:
    """Take something off the agenda again."""
    about = {"session_id": review_session_id, "item_id": review_item_id}
    return _done(request, lambda **common: remove_family_item(**about, **common))


@require_POST
@answering
def asked_sign(request: HttpRequest, household_id: int, review_session_id: int) -> HttpResponse:
    """Sign the summary for the family."""
    about = {"session_id": review_session_id, "version": Posted(request).number("version") or 0}
    return _done(request, lambda **common: sign_for_family(**about, **common))


@require_POST
@answering
def asked_call_off(request: HttpRequest, household_id: int, review_session_id: int) -> HttpResponse:
    """Call a review off."""
    return _done(request, lambda **common: call_off_for_family(session_id=review_session_id, **common))


def _done(request: HttpRequest, act: Callable[..., Event | None], form: str = "") -> HttpResponse:
    """Do something and lead back; a refusal stands on the page, by the field of `form`, with what was typed kept."""
    try:
        event = act(actor=request.actor, at=timezone.now(), tap=Posted(request).tap)
    except Refused as refused:
        return _page(request, no_view(request, refused, refusal_sentence(request, refused), form))
    return went(request, _url(request), done_words(event) if event else "", event)


def _page(request: HttpRequest, no: NoView | None = None) -> HttpResponse:
    """Return the page, with what was refused on it; raises `Missing` for supporters."""
    look = look_at(request)
    if look.viewer.kind is Kind.SUPPORTER:
        raise Missing
    live = live_hook(request, page="asked") | {"page": _url(request) if no else ""}
    context = {"asked": asked_page(look), "nav": "home", "live": live, "no": no}
    return render(request, "asked/page.html", context, status=422 if no else 200)


def _url(request: HttpRequest) -> str:
    return reverse("asked", args=[request.actor.household_id])
