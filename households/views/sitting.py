"""On a tablet: sitting down, perhaps with a picture code, and leaving."""

import secrets
from random import Random

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from households import seat
from households.actions.picture_codes import code_of, seconds_to_wait
from households.actions.refusal import Missing, Refused
from households.actions.sitting import leave, sit
from households.models import Member
from households.pictograms import PICTOGRAMS
from households.rules.tablets import CODE_LENGTH, GRID
from households.words import refusal

BIGGEST_SEED = 2**31
# Where somebody goes who has sat down: to what they are asked, unless their morning was meant, or how it was.
THEN = {"run": "tablet_run", "notice": "tablet_notice"}


@require_http_methods(["GET", "HEAD", "POST"])
def tablet_sit(request: HttpRequest, member_id: int) -> HttpResponse:
    """Sit down. Whoever has a picture code is shown the nine pictures, each time in another order."""
    member = seat.face_on(request.tablet, member_id)
    if member is None:
        return not_here(request, refusal("face_not_here"))
    if code_of(member) is None:
        return _sit(request, member, ()) if request.method == "POST" else redirect("tablet")
    so_far = tuple(request.POST.getlist("code"))[:CODE_LENGTH]
    if len(so_far) == CODE_LENGTH:
        return _sit(request, member, so_far)
    return _code_page(request, member, so_far=tuple(each for each in so_far if each in GRID))


@require_POST
def tablet_leave(request: HttpRequest) -> HttpResponse:
    """Go back to the faces."""
    try:
        leave(tablet=request.tablet)
    except Missing as missing:
        raise Http404 from missing
    return redirect("tablet")


@require_safe
def tablet_here(request: HttpRequest) -> HttpResponse:
    """Tell the tablet's script who sits, and give it the token its kept taps are sent with."""
    sitting = request.tablet.seat_id and seat.face_on(request.tablet, request.tablet.seat_id)
    return JsonResponse({"token": get_token(request), "member": sitting.id if sitting else None})


def not_here(request: HttpRequest, sentence: str) -> HttpResponse:
    """Say kindly that somebody or something is not on this tablet, with the way back to the faces."""
    return render(request, "tablet/not_here.html", {"sentence": sentence}, status=404)


def _sit(request: HttpRequest, member: Member, code: tuple[str, ...]) -> HttpResponse:
    try:
        sit(tablet=request.tablet, member_id=member.id, code=code, at=timezone.now())
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        if refused.code == "face_not_here":
            return not_here(request, refusal(refused.code))
        return _code_page(request, member, refused=refused)
    return redirect(THEN.get(request.POST.get("then", ""), "tablet_seat"), member.id)


def _code_page(
    request: HttpRequest, member: Member, *, so_far: tuple[str, ...] = (), refused: Refused | None = None
) -> HttpResponse:
    """Show the nine pictures; within one try they keep their places, `seed` says which."""
    request.member = member  # the page is in their size and language
    translation.activate(member.language or request.household.language)
    kept = code_of(member)
    wait = seconds_to_wait(kept, timezone.now()) if kept else 0
    sentence = refusal(refused.code, refused.params) if refused else ""
    if wait != 0 and not sentence:
        sentence = refusal("code_locked") if wait is None else refusal("code_wait", {"seconds": wait})
    seed = _seed(request) if so_far else secrets.randbelow(BIGGEST_SEED)
    order = Random(seed).sample(GRID, len(GRID))  # noqa: S311, an order on a page is no secret
    context = {
        "member": member,
        "pictures": [PICTOGRAMS[name] for name in order],
        "seed": seed,
        "so_far": so_far,
        "missing": range(CODE_LENGTH - len(so_far)),
        "wait": wait,
        "sentence": sentence,
        "then": _then(request),
    }
    response = render(request, "tablet/code.html", context, status=_status(refused, wait))
    if wait:
        response["Retry-After"] = str(wait)
    return response


def _then(request: HttpRequest) -> str:
    """Return which page was meant, by the link to the pictures or by the try before."""
    asked = request.POST.get("then", "") or request.GET.get("then", "")
    return asked if asked in THEN else ""


def _status(refused: Refused | None, wait: int | None) -> int:
    if refused is None:
        return 200
    return 422 if wait == 0 else 429


def _seed(request: HttpRequest) -> int:
    text = request.POST.get("seed", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 11 else 0
