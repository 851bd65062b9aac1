"""How views answer when a verb says no."""

from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.forms.verb import read_tap
from households.models import Tap
from households.words import refusal


def telling(then: str, again: str = ""):
    """Turn what verbs raise into answers: unknown is 404, a refusal its sentence, a repeated tap the page `then`.

    `again` is what to say to a repeated tap, where the first answer cannot be had twice.
    """

    def decorate(view):
        @wraps(view)
        def answer(request: HttpRequest, household_id: int, *args, **kwargs) -> HttpResponse:
            try:
                _not_applied_yet(request)
                return view(request, household_id, *args, **kwargs)
            except Missing as missing:
                raise Http404 from missing
            except AlreadyApplied:
                if again:
                    messages.info(request, again)
                return redirect(then, household_id)
            except Refused as refused:
                return told_no(request, refusal(refused.code, refused.params))

        return answer

    return decorate


def _not_applied_yet(request: HttpRequest) -> None:
    """Stop a repeated tap before its form is read: what it asks for is there already, and would look taken."""
    tap = read_tap(request.POST) if request.method == "POST" else None
    if tap is not None:
        applied = Tap.objects.filter(household_id=request.actor.household_id, uuid=tap)
        if revision := applied.values_list("revision", flat=True).first():
            raise AlreadyApplied(revision)


def told_no(request: HttpRequest, sentence: str) -> HttpResponse:
    """Answer with the sentence that says why not: 422 to a change, 403 to somebody who only looked."""
    status = 403 if request.method in {"GET", "HEAD"} else 422
    return render(request, "households/refused.html", {"sentence": sentence}, status=status)
