"""The household's review page, and one step of it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from households.actions.refusal import Missing
from routines.regions.review.mirror import mirror_html
from routines.regions.review.period import wanted_of
from routines.regions.review.questions import asked_by, question_views, starters
from routines.regions.review.step import step_known, step_view
from routines.views.review.gate import noted, page, reviewing, scene_of


@require_safe
@reviewing
def review(request: HttpRequest) -> HttpResponse:
    """Show planned and felt, what the numbers can say, and what was asked and answered."""
    scene = scene_of(request)
    noted(request, scene, "review")
    context = {
        "mirror": mirror_html(scene, wanted_of(request.GET)),
        "questions": question_views(scene, asked_by(scene)),
        "starters": starters(),
    }
    return page(request, scene, "review/page.html", context)


@require_safe
@reviewing
def review_step(request: HttpRequest, token: str) -> HttpResponse:
    """Show all that is shared of one step."""
    scene = scene_of(request)
    step = step_known(scene, token)
    if step is None:
        raise Missing
    noted(request, scene, "step", routine=step.routine, step=step.id)
    about = [each for each in asked_by(scene) if each.step_id == step.id]
    context = {
        "step": step_view(scene, step),
        "questions": question_views(scene, about),
        "starters": starters(),
    }
    return page(request, scene, "review/step.html", context)
