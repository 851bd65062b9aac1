"""The pages of the family's own mirror. Supporters, who see only what names them, have none."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from households.actions.refusal import Missing
from routines.models.mirrors import USUAL
from routines.regions.look import Look
from routines.regions.mirror.behind import behind_view
from routines.regions.mirror.page import mirror_html
from routines.regions.mirror.period import Asked
from routines.regions.mirror.said import said_page
from routines.rules.state import Kind
from routines.views.asking import answering, look_at
from routines.views.board import live_hook
from routines.views.numbers import number


@require_safe
@answering
def mirror(request: HttpRequest, household_id: int) -> HttpResponse:
    """Look back at a routine: `?routine=&weeks=&person=&step=`; what is not there is not asked for."""
    region = mirror_html(_family(request), _asked(request))
    return render(request, "mirror/page.html", {"region": region, **_frame(request)})


@require_safe
@answering
def mirror_mornings(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show the mornings behind a face: `?step=&person=&felt=`."""
    behind = behind_view(_family(request), _asked(request), request.GET.get("felt", ""))
    return render(request, "mirror/mornings.html", {"behind": behind, **_frame(request)})


@require_safe
@answering
def mirror_said(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show what was said and what was answered; `?waiting=1` what was not, `?person=` what one person said."""
    said = said_page(
        _family(request),
        person=number(request.GET, "person"),
        unanswered=request.GET.get("waiting") == "1",
        page=number(request.GET, "page") or 0,
    )
    return render(request, "mirror/said.html", {"said": said, **_frame(request)})


def _family(request: HttpRequest) -> Look:
    look = look_at(request)
    if look.viewer.kind is Kind.SUPPORTER:
        raise Missing
    return look


def _asked(request: HttpRequest) -> Asked:
    weeks = number(request.GET, "weeks") or USUAL
    return Asked(weeks=weeks, **{name: number(request.GET, name) for name in ("routine", "person", "step")})


def _frame(request: HttpRequest) -> dict[str, object]:
    return {"nav": "home", "live": live_hook(request, page="mirror")}
