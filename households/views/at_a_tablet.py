"""How shared tablets are for one child or teen: text, reading aloud, language, and their picture code."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from households.actions.guard import asking, guard, member_of, standing
from households.actions.picture_codes import code_of, forgive_tries, remove_code, seconds_to_wait, set_code
from households.actions.refusal import Refused
from households.actions.tablets import change_comfort
from households.forms.tablets import CodeForm, ComfortForm
from households.forms.verb import VerbForm, read_tap
from households.models import Member
from households.rules.tablets import may_prepare
from households.views.fresh import ask_again, signed_in_lately
from households.views.telling import telling


@require_http_methods(["GET", "HEAD", "POST"])
@telling(then="people")
def member_tablet(request: HttpRequest, household_id: int, member_id: int) -> HttpResponse:
    """Change how tablets are for somebody. What is about their code asks for a fresh sign-in."""
    member = member_of(request.actor, member_id)
    guard(may_prepare(asking(request.actor), standing(member)), name=member.name)
    wanted = request.POST.get("what", "") if request.method == "POST" else request.GET.get("what", "")
    if wanted in CODE_DEEDS:
        if not signed_in_lately(request):
            return ask_again(f"{request.path}?what=code")
        return CODE_DEEDS[wanted](request, member)
    return _comfort(request, member)


def _comfort(request: HttpRequest, member: Member) -> HttpResponse:
    form = ComfortForm.of(
        member, revision=request.household.revision, data=request.POST if request.method == "POST" else None
    )
    if form.is_bound and form.is_valid() and _done(request, form, change_comfort, member, **_asked(form)):
        messages.success(request, _("Saved."))
        return redirect("people", member.household_id)
    return _page(request, member, status=422 if form.is_bound else 200, form=form)


def _code(request: HttpRequest, member: Member) -> HttpResponse:
    """Show the pictures to choose from; then set the code."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _done(request, form, set_code, member, code=form.code()):
        return _said(request, member, _("%(name)s has a picture code now."))
    return _page(request, member, status=422 if form.is_bound else 200, code_form=form)


def _no_code(request: HttpRequest, member: Member) -> HttpResponse:
    if request.method == "POST":
        remove_code(actor=request.actor, member_id=member.id, at=timezone.now(), tap=read_tap(request.POST))
        return _said(request, member, _("%(name)s sits down without a code now."))
    return _code(request, member)


def _forgive(request: HttpRequest, member: Member) -> HttpResponse:
    if request.method == "POST":
        forgive_tries(actor=request.actor, member_id=member.id, at=timezone.now(), tap=read_tap(request.POST))
        return _said(request, member, _("%(name)s can try the pictures again."))
    return _code(request, member)


# What can be asked for about a picture code, in the form or the address.
CODE_DEEDS = {"code": _code, "no-code": _no_code, "again": _forgive}


def _done(request: HttpRequest, form: VerbForm, verb, member: Member, **asked: object) -> bool:
    try:
        verb(actor=request.actor, member_id=member.id, at=timezone.now(), tap=read_tap(request.POST), **asked)
    except Refused as refused:
        form.refuse(refused)
        return False
    return True


def _asked(form: ComfortForm) -> dict[str, object]:
    return {"comfort": form.comfort(), "revision": form.cleaned_data["revision"]}


def _said(request: HttpRequest, member: Member, sentence: str) -> HttpResponse:
    messages.success(request, sentence % {"name": member.name})
    return redirect("member_tablet", member.household_id, member.id)


def _page(request: HttpRequest, member: Member, *, status: int, **forms: VerbForm) -> HttpResponse:
    code = code_of(member)
    wait = seconds_to_wait(code, timezone.now()) if code else 0
    context = {"member": member, "code": code, "stuck": wait is None, "nav": "people", **forms}
    return render(request, "households/member_tablet.html", context, status=status)
