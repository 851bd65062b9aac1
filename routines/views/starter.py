"""Choosing a routine to begin with."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from households.forms.verb import read_tap
from routines.actions.starter import begin_from_starter
from routines.rules.ladder import Deed
from routines.starters import STARTERS, starter
from routines.views.asking import PAGE_OR_FORM, answering, ask, look_at, routine_url, went


@require_http_methods(PAGE_OR_FORM)
@answering
def routine_start(request: HttpRequest, household_id: int) -> HttpResponse:
    """Offer routines to begin with; the chosen one becomes the family's own."""
    look = look_at(request)
    ask(look, Deed.EDIT_ROUTINE)
    if request.method != "POST":
        return render(request, "routines/starter.html", {"starters": STARTERS, "nav": "home"})
    chosen = starter(request.POST.get("starter", ""))
    if chosen is None:
        raise Http404
    routine = begin_from_starter(actor=request.actor, starter=chosen, at=timezone.now(), tap=read_tap(request.POST))
    text = _("“%(title)s” is yours now. Change what does not fit.") % {"title": routine.title}
    return went(request, routine_url(request, routine.id), text)
