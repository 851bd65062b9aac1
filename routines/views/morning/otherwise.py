"""Today otherwise than planned: choosing a step, saying what shall be otherwise, answering others' wishes."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from households.actions.refusal import Missing, Refused
from households.models import Event
from households.pictograms import exists
from routines.actions.today_ask import TodayDraft, answer_today, ask_today, withdraw_today
from routines.forms.pictures import picture_for
from routines.models import TodayAsk
from routines.regions.morning.otherwise import choices_view, otherwise_view, put_in_view
from routines.regions.morning.page import scene_for
from routines.regions.morning.scene import MorningScene
from routines.regions.page import look_of
from routines.views.answers import refusal_sentence
from routines.views.asking import PAGE_OR_FORM, answering
from routines.views.morning.answers import answer, shown, viewer_of_morning
from routines.views.numbers import number
from routines.views.posted import Posted

KINDS = ("skip", "swap", "move", "later")


@require_safe
@answering
def morning_otherwise(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Let somebody choose the step that shall be otherwise today, or get more time."""
    scene = _scene(request, morning_id)
    steps = choices_view(scene)
    more = request.GET.get("more") == "time"
    context = {"morning": scene.morning, "steps": steps, "more": more, "insert": put_in_view(scene), "nav": "today"}
    return render(request, "morning/otherwise.html", context)


@require_http_methods(PAGE_OR_FORM)
@answering
def morning_today(request: HttpRequest, household_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Show what may be otherwise today about a step, with its cost, and take the wish."""
    if request.method != "POST":
        return _step_page(request, morning_id, morning_step_id, request.GET.get("kind", ""))
    posted = Posted(request)
    kind = posted.one_of("kind", KINDS)
    draft = _draft(posted, kind)
    return _asked(
        request,
        morning_id,
        lambda: _ask(request, posted, morning_id, draft(), morning_step_id),
        lambda refusal: _step_page(request, morning_id, morning_step_id, kind, posted, refusal),
    )


@require_http_methods(PAGE_OR_FORM)
@answering
def morning_insert(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Show the form to put something in today, and take the wish."""
    if request.method != "POST":
        return _insert_page(request, morning_id)
    posted = Posted(request)
    draft = _draft(posted, "insert")
    return _asked(
        request,
        morning_id,
        lambda: _ask(request, posted, morning_id, draft(), posted.number("behind") or None),
        lambda refusal: _insert_page(request, morning_id, posted, refusal),
    )


@require_POST
def today_answer(request: HttpRequest, household_id: int, wish_id: int) -> HttpResponse:
    """Say yes or no to a wish for today."""

    def act(posted: Posted) -> Event | None:
        return answer_today(
            actor=request.actor,
            ask_id=wish_id,
            agrees=posted.raw("agrees") == "1",
            note=posted.words("note", 500),
            speaker_id=posted.speaker,
            at=timezone.now(),
            tap=posted.tap,
        )

    return answer(request, _morning_of(request, wish_id), act)


@require_POST
def today_withdraw(request: HttpRequest, household_id: int, wish_id: int) -> HttpResponse:
    """Take back one's own wish."""

    def act(posted: Posted) -> Event | None:
        return withdraw_today(actor=request.actor, ask_id=wish_id, at=timezone.now(), tap=posted.tap)

    return answer(request, _morning_of(request, wish_id), act)


def _morning_of(request: HttpRequest, ask_id: int) -> int:
    asks = TodayAsk.objects.filter(household_id=request.actor.household_id, id=ask_id)
    morning_id = asks.values_list("morning_id", flat=True).first()
    if morning_id is None:
        raise Http404
    return morning_id


def _scene(request: HttpRequest, morning_id: int) -> MorningScene:
    viewer = viewer_of_morning(request, morning_id)
    look = look_of(viewer, request.household, timezone.now())
    scene = scene_for(viewer, look) if look else None
    if scene is None:
        raise Missing
    return scene


def _ask(
    request: HttpRequest, posted: Posted, morning_id: int, draft: TodayDraft, morning_step_id: int | None
) -> Event | None:
    return ask_today(
        actor=request.actor,
        morning_id=morning_id,
        morning_step_id=morning_step_id,
        draft=draft,
        speaker_id=posted.speaker,
        at=timezone.now(),
        tap=posted.tap,
    )


def _draft(posted: Posted, kind: str) -> Callable[[], TodayDraft]:
    """Return what reads the wish; reading may refuse, as words that are too long."""

    def read() -> TodayDraft:
        title = posted.words("title", 80)
        picture = posted.raw("pictogram")
        return TodayDraft(
            kind=kind,
            reason=posted.words("reason"),
            title=title,
            pictogram=picture if exists(picture) else picture_for(title) if title else "",
            minutes=posted.number("own") or posted.number("minutes") or 0,
            after=posted.number("after") or None,
            members=posted.numbers("members"),
        )

    return read


def _asked(
    request: HttpRequest, morning_id: int, act: Callable[[], Event | None], again: Callable[[str], HttpResponse]
) -> HttpResponse:
    """Do what was wished and lead to the morning; refused, show the form again with all that was typed."""
    try:
        event = act()
    except Refused as refused:
        return again(refusal_sentence(request, refused))
    return shown(request, morning_id, event)


def _step_page(
    request: HttpRequest,
    morning_id: int,
    morning_step_id: int,
    kind: str = "",
    posted: Posted | None = None,
    refusal: str = "",
) -> HttpResponse:
    scene = _scene(request, morning_id)
    step = next((each for each in scene.steps if each.id == morning_step_id), None)
    if step is None:
        raise Missing
    typed = dict(posted.typed()) if posted else {}
    minutes = number(typed, "own") or number(request.GET, "minutes")
    view = otherwise_view(scene, step, minutes)
    context = {"view": view, "kind": kind, "typed": typed, "refusal": refusal, "nav": "today", "minutes": minutes}
    return render(request, "morning/today_step.html", context, status=422 if refusal else 200)


def _insert_page(
    request: HttpRequest, morning_id: int, posted: Posted | None = None, refusal: str = ""
) -> HttpResponse:
    view = put_in_view(_scene(request, morning_id))
    typed = dict(posted.typed()) if posted else {}
    chosen = posted.numbers("members") if posted else ()
    context = {"view": view, "typed": typed, "chosen": chosen, "refusal": refusal, "nav": "today"}
    return render(request, "morning/insert.html", context, status=422 if refusal else 200)
