"""The front door: what Rungs is for those who are new, the way home for those who are not."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from households.memberships import memberships
from households.seat import tablet_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Welcome a stranger; lead a member to their household, or let them choose among several; a tablet to its faces."""
    if not request.user.is_authenticated:
        if tablet_of(request.COOKIES):
            return redirect("tablet")
        return render(request, "households/welcome.html")
    mine = memberships(request)
    if not mine:
        return redirect("household_new")
    return redirect("household", mine[0].household_id) if len(mine) == 1 else redirect("households")


@require_safe
@login_required
def households(request: HttpRequest) -> HttpResponse:
    """Show somebody's households, to go from one to another or found one more."""
    return render(request, "households/households.html", {"memberships": memberships(request)})
