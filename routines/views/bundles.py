"""Picks that share their turns: asking, answering, ending."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from households.actions.refusal import Missing, Refused
from households.models import Event
from routines.actions.pick_bundle import answer_bundle, end_bundle, propose_bundle
from routines.event_words import done_words
from routines.models import Bundle
from routines.rules.codes import Code
from routines.views.answers import now
from routines.views.asking import answering, went
from routines.views.posted import Posted


@require_POST
@answering
def bundle_new(request: HttpRequest, household_id: int) -> HttpResponse:
    """Ask everybody who picks there whether some picks may share their turns."""
    posted = Posted(request)
    event = propose_bundle(
        actor=request.actor,
        pick_ids=posted.numbers("pick"),
        speaker_id=posted.speaker,
        at=now(),
        tap=posted.tap,
    )
    return _back(request, event)


@require_POST
@answering
def bundle_say(request: HttpRequest, household_id: int, bundle_id: int) -> HttpResponse:
    """Say yes or no to sharing turns."""
    posted = Posted(request)
    if not Bundle.objects.filter(household_id=household_id, id=bundle_id).exists():
        raise Missing
    said = posted.one_of("agrees", ("yes", "no"))
    if not said:
        raise Refused(str(Code.YES_OR_NO))
    event = answer_bundle(
        actor=request.actor,
        bundle_id=bundle_id,
        agrees=said == "yes",
        speaker_id=posted.speaker,
        at=now(),
        tap=posted.tap,
    )
    return _back(request, event)


@require_POST
@answering
def bundle_end(request: HttpRequest, household_id: int, bundle_id: int) -> HttpResponse:
    """Let each pick go on with its own turns."""
    posted = Posted(request)
    event = end_bundle(actor=request.actor, bundle_id=bundle_id, speaker_id=posted.speaker, at=now(), tap=posted.tap)
    return _back(request, event)


def _back(request: HttpRequest, event: Event) -> HttpResponse:
    return went(request, reverse("picks", args=[request.actor.household_id]), done_words(event), event)
