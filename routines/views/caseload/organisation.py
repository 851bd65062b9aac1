"""A facilitator's organisation: who belongs to it, and numbers over the families that agreed to be counted."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from households.models import OrganisationInvitation
from households.views.facilitating import facilitators_only
from routines.exports.together import numbers_csv
from routines.regions.caseload.organisation import numbers_view
from routines.words.together import rules


@require_safe
@facilitators_only
def organisation(request: HttpRequest) -> HttpResponse:
    """Show who belongs to the organisation, open invitations, and its numbers."""
    here = request.facilitator.organisation
    if here is None:
        return render(request, "facilitator/organisation_none.html", {"nav": "organisation"})
    now = timezone.now()
    context = {
        "organisation": here,
        "members": here.facilitators.order_by("name", "id"),
        "invitations": OrganisationInvitation.objects.open_at(now).filter(organisation=here).order_by("id"),
        "numbers": numbers_view(request.facilitator, now),
        "rules": rules(),
        "nav": "organisation",
    }
    return render(request, "facilitator/organisation.html", context)


@require_safe
@facilitators_only
def organisation_csv(request: HttpRequest) -> HttpResponse:
    """Give the organisation's numbers as a file, with the rules by which they were counted."""
    here = request.facilitator.organisation
    if here is None:
        raise Http404
    text = numbers_csv(here.name, numbers_view(request.facilitator, timezone.now()), rules())
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="together.csv"'
    return answer
