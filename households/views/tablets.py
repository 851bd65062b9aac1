"""For parents: the tablets of the household, adding one, changing one, putting one away, and how it is for a child."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from households.actions.guard import asking, guard
from households.actions.pairing import confirm_pairing, offer_pairing, pairing_of, why_closed, withdraw_pairing
from households.actions.refusal import Refused
from households.actions.tablets import change_tablet, revoke_tablet, tablet_in_use
from households.exports.qr import qr_code
from households.forms.tablets import PairedForm, TabletForm
from households.forms.verb import read_tap
from households.models import Pairing, Tablet
from households.pictograms import PICTOGRAMS
from households.regions.tablets import children_of, tablets_view
from households.rules.tablets import may_look_after_tablets
from households.views.fresh import ask_again, signed_in_lately
from households.views.only_here import only_here
from households.views.people import people_live
from households.views.telling import telling
from households.words import refusal

PAGE_OR_FORM = ["GET", "HEAD", "POST"]


@require_safe
@telling(then="tablets")
def tablets(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show the tablets, or what one would be good for."""
    guard(may_look_after_tablets(asking(request.actor)))
    view = tablets_view(household_id=household_id, now=timezone.now())
    return render(request, "households/tablets.html", {"tablets": view, "nav": "people", "live": people_live(request)})


@require_http_methods(PAGE_OR_FORM)
@telling(then="tablets", again=gettext_lazy("The code was shown once already. Make a new one if you need it."))
def tablet_add(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show the code for a new tablet, this one time, after a fresh sign-in."""
    guard(may_look_after_tablets(asking(request.actor)))
    if not signed_in_lately(request):
        return ask_again(request.path)
    if request.method != "POST":
        return render(request, "households/tablet_add.html", {"nav": "people"})
    offer = offer_pairing(actor=request.actor, at=timezone.now(), tap=read_tap(request.POST))
    link = request.build_absolute_uri(reverse("tablet_key", args=[offer.key]))
    context = _adding(offer.pairing) | {
        "qr": qr_code(link),
        "digits": f"{offer.digits[:3]} {offer.digits[3:]}",
        "only_here": only_here(link),
        "place": request.build_absolute_uri(reverse("tablet")),
        "nav": "people",
    }
    return render(request, "households/tablet_add.html", context)


@require_safe
@telling(then="tablets")
def tablet_adding(request: HttpRequest, household_id: int, pairing_id: int) -> HttpResponse:
    """Say how far a pairing is: the part of the page that asks for itself, or a page of its own."""
    guard(may_look_after_tablets(asking(request.actor)))
    context = _adding(pairing_of(request.actor, pairing_id), name=request.GET.get("name", ""))
    template = "households/tablet_adding.html" if request.htmx else "households/tablet_add.html"
    return render(request, template, context | {"nav": "people"})


@require_POST
@telling(then="tablets")
def tablet_confirm(request: HttpRequest, household_id: int, pairing_id: int) -> HttpResponse:
    """Say that the pictures are the same, and give the tablet its name."""
    guard(may_look_after_tablets(asking(request.actor)))
    pairing = pairing_of(request.actor, pairing_id)
    if not signed_in_lately(request):
        there = reverse("tablet_adding", args=[household_id, pairing_id])
        return ask_again(f"{there}?{urlencode({'name': request.POST.get('name', '')[:80]})}")
    form = PairedForm(request.POST)
    if not form.is_valid() or not (tablet := _confirmed(request, form, pairing)):
        context = _adding(pairing, form=form) | {"nav": "people"}
        return render(request, "households/tablet_add.html", context, status=422)
    messages.success(request, _("“%(name)s” is a tablet of your household now.") % {"name": tablet.name})
    return redirect("tablet_change", household_id, tablet.id)


def _confirmed(request: HttpRequest, form: PairedForm, pairing: Pairing) -> Tablet | None:
    try:
        return confirm_pairing(
            actor=request.actor,
            pairing_id=pairing.id,
            name=form.cleaned_data["name"],
            at=timezone.now(),
            tap=read_tap(request.POST),
        )
    except Refused as refused:
        form.refuse(refused)
        return None


@require_POST
@telling(then="tablets")
def tablet_withdraw(request: HttpRequest, household_id: int, pairing_id: int) -> HttpResponse:
    """Take a code back, also because the pictures are not the same."""
    withdraw_pairing(actor=request.actor, pairing_id=pairing_id, at=timezone.now(), tap=read_tap(request.POST))
    messages.success(request, _("The code is taken back. No tablet was added."))
    return redirect("tablets", household_id)


@require_http_methods(PAGE_OR_FORM)
@telling(then="tablets")
def tablet_change(request: HttpRequest, household_id: int, tablet_id: int) -> HttpResponse:
    """Change a tablet's name, and whose faces it shows."""
    guard(may_look_after_tablets(asking(request.actor)))
    tablet = tablet_in_use(request.actor, tablet_id)
    form = TabletForm.of(
        tablet,
        people=children_of(household_id),
        revision=request.household.revision,
        data=request.POST if request.method == "POST" else None,
    )
    if form.is_bound and form.is_valid() and _changed(request, form, tablet):
        return redirect("tablets", household_id)
    context = {"form": form, "tablet": tablet, "nav": "people"}
    return render(request, "households/tablet.html", context, status=422 if form.is_bound else 200)


def _changed(request: HttpRequest, form: TabletForm, tablet: Tablet) -> bool:
    try:
        change_tablet(
            actor=request.actor,
            tablet_id=tablet.id,
            name=form.cleaned_data["name"],
            hidden=form.hidden(),
            revision=form.cleaned_data["revision"],
            at=timezone.now(),
            tap=read_tap(request.POST),
        )
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(request, _("Saved."))
    return True


@require_POST
@telling(then="tablets")
def tablet_revoke(request: HttpRequest, household_id: int, tablet_id: int) -> HttpResponse:
    """Put a tablet away. One quick step, without asking for the password: it may have been stolen."""
    tablet = revoke_tablet(actor=request.actor, tablet_id=tablet_id, at=timezone.now(), tap=read_tap(request.POST))
    messages.success(
        request,
        _("“%(name)s” is put away: it opens nothing any more. What was said on it stays.") % {"name": tablet.name},
    )
    return redirect("tablets", household_id)


def _adding(pairing: Pairing, *, form: PairedForm | None = None, name: str = "") -> dict[str, object]:
    """Return how far a pairing is: "waiting", "claimed", "done" or "over" with its sentence."""
    over = why_closed(pairing, at=timezone.now())
    state = "claimed" if pairing.claimed_at else "waiting"
    if over:
        state = "done" if pairing.confirmed_at else "over"
    return {
        "pairing": pairing,
        "state": state,
        "sentence": refusal(over) if over else "",
        "pictures": [PICTOGRAMS[name] for name in pairing.pictures],
        "form": form or PairedForm(initial={"name": name}),
    }
