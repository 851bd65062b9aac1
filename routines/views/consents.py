"""Letting a facilitator look in: a link with its terms, a code to ask with, a yes to whoever asked, sharing anew."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from households.actions.consent_offers import offer_code, offer_link
from households.actions.consent_requests import request_of, say_yes
from households.actions.consents import give, known_facilitator, terms_of
from households.actions.guard import asking, guard
from households.actions.refusal import Refused
from households.consent_words import kinds_inside
from households.exports.qr import qr_code
from households.forms.consent import TermsForm
from households.forms.verb import read_tap
from households.models import Consent, Facilitator
from households.rules.consent import Terms, may_consent
from households.views.fresh import ask_again, signed_in_lately
from households.views.only_here import only_here
from households.views.telling import telling
from routines.models import Routine
from routines.views.asking import PAGE_OR_FORM, look_at

ONCE = gettext_lazy("It was shown once already. Make a new one if you need it.")


@require_http_methods(PAGE_OR_FORM)
@telling(then="looking_in", again=ONCE)
def looking_in_link(request: HttpRequest, household_id: int) -> HttpResponse:
    """Choose what a link lets a facilitator see, after a fresh sign-in, and show the link, this one time."""
    return _share(request, _link)


@require_POST
@telling(then="looking_in", again=ONCE)
def looking_in_code(request: HttpRequest, household_id: int) -> HttpResponse:
    """Make a code a facilitator can ask with, and show it, this one time. It shows nothing by itself."""
    offer, code = offer_code(actor=request.actor, at=timezone.now(), tap=read_tap(request.POST))
    context = {"offer": offer, "code": code, "place": request.build_absolute_uri(reverse("facilitator_ask"))}
    return render(request, "looking_in/code.html", context | {"nav": "people"})


@require_http_methods(PAGE_OR_FORM)
@telling(then="looking_in")
def looking_in_answer(request: HttpRequest, household_id: int, request_id: int) -> HttpResponse:
    """Answer a facilitator who asked with yes, and with what they may see."""
    asked = request_of(request.actor, request_id)
    if asked.answered_at is not None:
        raise Refused("request_answered")

    def yes(request: HttpRequest, terms: Terms) -> HttpResponse:
        say_yes(actor=request.actor, request_id=request_id, terms=terms, at=timezone.now(), tap=read_tap(request.POST))
        return _given(request, asked.facilitator)

    return _share(request, yes, facilitator=asked.facilitator, words=asked.words)


@require_http_methods(PAGE_OR_FORM)
@telling(then="looking_in")
def looking_in_again(request: HttpRequest, household_id: int, facilitator_id: int) -> HttpResponse:
    """Share with a facilitator anew, with other terms or for longer."""
    facilitator = known_facilitator(household_id, facilitator_id)
    standing = Consent.objects.of(household_id).to(facilitator.id).standing().first()

    def anew(request: HttpRequest, terms: Terms) -> HttpResponse:
        tap = read_tap(request.POST)
        give(actor=request.actor, facilitator_id=facilitator.id, terms=terms, at=timezone.now(), tap=tap)
        return _given(request, facilitator)

    return _share(request, anew, facilitator=facilitator, terms=terms_of(standing) if standing else None)


def _share(
    request: HttpRequest,
    verb: Callable[[HttpRequest, Terms], HttpResponse],
    *,
    facilitator: Facilitator | None = None,
    words: str = "",
    terms: Terms | None = None,
) -> HttpResponse:
    """Show the form of terms and do with them what `verb` does; what was chosen is kept on a refusal and a sign-in."""
    guard(may_consent(asking(request.actor)))
    if not signed_in_lately(request):
        return ask_again(_with_chosen(request))
    form = _form(request, terms)
    if form.is_bound and form.is_valid():
        try:
            return verb(request, form.terms())
        except Refused as refused:
            form.refuse(refused)
    context = {"form": form, "facilitator": facilitator, "words": words, "stands": terms is not None, "nav": "people"}
    return render(request, "looking_in/form.html", context, status=422 if form.is_bound else 200)


def _form(request: HttpRequest, terms: Terms | None) -> TermsForm:
    look = look_at(request)
    return TermsForm(
        request.POST if request.method == "POST" else None,
        today=look.today,
        routines=Routine.objects.of(look.household_id).current().order_by("id").values_list("id", "title"),
        people=tuple(each for each in look.people if not each.left),
        terms=terms,
        sent=request.GET,
    )


def _with_chosen(request: HttpRequest) -> str:
    """Return the form's own address, with what was chosen in it: nothing of it is lost by giving the password."""
    sent = request.POST if request.method == "POST" else request.GET
    chosen = [
        (field, each) for field in ("kinds", "routines", "members", "until_on") for each in sent.getlist(field)[:50]
    ]
    return f"{request.path}?{urlencode(chosen)}" if chosen else request.path


def _link(request: HttpRequest, terms: Terms) -> HttpResponse:
    offer, key = offer_link(actor=request.actor, terms=terms, at=timezone.now(), tap=read_tap(request.POST))
    link = request.build_absolute_uri(reverse("facilitator_offer", args=[key]))
    context = {
        "offer": offer,
        "kinds": kinds_inside(offer.kinds),
        "link": link,
        "qr": qr_code(link),
        "only_here": only_here(link),
        "nav": "people",
    }
    return render(request, "looking_in/link.html", context)


def _given(request: HttpRequest, facilitator: Facilitator) -> HttpResponse:
    messages.success(request, _("%(name)s looks in now. Everybody at home can see that.") % {"name": facilitator.name})
    return redirect("looking_in", request.actor.household_id)
