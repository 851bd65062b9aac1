"""The household's review page, and one step of it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from households.actions.refusal import Missing
from routines.regions.review.mirror import mirror_html
from routines.regions.review.period import wanted_of
from routines.regions.review.questions import PER_PAGE, answered_lately, asked_by, question_views, starters
from routines.regions.review.step import step_known, step_view
from routines.regions.review.values import NoView
from routines.views.numbers import number
from routines.views.review.gate import noted, page, reviewing, scene_of

# Nobody turns further back than this many pages of questions.
FARTHEST = 10_000


@require_safe
@reviewing
def review(request: HttpRequest) -> HttpResponse:
    """Show planned and felt, what the numbers can say, and what was asked and answered; `?waiting=1` what was not."""
    return overview(request)


@require_safe
@reviewing
def review_step(request: HttpRequest, token: str) -> HttpResponse:
    """Show all that is shared of one step."""
    return step_page(request, token)


def overview(request: HttpRequest, no: NoView | None = None, **_tokens: str) -> HttpResponse:
    """Return the household's page, noted as opened, with what was refused on it."""
    scene = scene_of(request)
    noted(request, scene, "review")
    place = min(max(number(request.GET, "asked") or 1, 1), FARTHEST)
    waiting = request.GET.get("waiting") == "1"
    rows = asked_by(scene, page=place, waiting=waiting)
    context = {
        "place": "review",
        "mirror": mirror_html(scene, wanted_of(request.GET)),
        "questions": question_views(scene, rows[:PER_PAGE]),
        "waiting": waiting,
        "older": place + 1 if len(rows) > PER_PAGE else None,
        "newer": place - 1,
        "lately": answered_lately(scene, rows) if place == 1 else 0,
        "starters": starters(),
    }
    return page(request, scene, "review/page.html", context, here=scene.url("review"), no=no)


def step_page(request: HttpRequest, token: str, no: NoView | None = None) -> HttpResponse:
    """Return one step's page, noted as opened, with what was refused on it; raises `Missing`."""
    scene = scene_of(request)
    step = step_known(scene, token)
    if step is None:
        raise Missing
    noted(request, scene, "step", routine=step.routine, step=step.id)
    context = {
        "step": step_view(scene, step),
        "questions": question_views(scene, asked_by(scene, about=step.id)),
        "starters": starters(),
    }
    return page(request, scene, "review/step.html", context, here=scene.url("review_step", token), no=no)
