"""The front door: what Rungs is for those who are new, the way home for those who are not."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from households.looking_in import facilitator_of
from households.memberships import memberships
from households.seat import tablet_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Welcome a stranger; lead a member home and a facilitator to their families; a tablet to its faces.

    Whoever has several of them chooses.
    """
    if not request.user.is_authenticated:
        if tablet_of(request.COOKIES):
            return redirect("tablet")
        return render(request, "households/welcome.html")
    mine, works = memberships(request), facilitator_of(request.session)
    if not mine:
        return redirect("caseload" if works else "household_new")
    return redirect("households") if works or len(mine) > 1 else redirect("household", mine[0].household_id)


@require_safe
@login_required
def households(request: HttpRequest) -> HttpResponse:
    """Show somebody's households, to go from one to another or found one more, and their work with families."""
    context = {"memberships": memberships(request), "facilitator": facilitator_of(request.session)}
    return render(request, "households/households.html", context)
