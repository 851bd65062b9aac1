"""Reports as they are drawn, kept for as long as nothing of the household changes and it is the same day."""

from django.utils.translation import get_language

from routines.models.cache import Recent
from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.regions.mirror.period import Asked
from routines.regions.report.report import family_report, shared_report
from routines.regions.review.period import Wanted
from routines.regions.review.scene import ReviewScene

_drawn: Recent[str] = Recent(64)


def forget() -> None:
    """Forget all reports drawn so far."""
    _drawn.clear()


def family_report_html(look: Look, family: str, asked: Asked) -> str:
    """Return the family's own report as one of them may read it."""
    key = (look.household_id, look.revision, look.today, look.time_zone, look.viewer.id, family, get_language(), asked)
    return _drawn.get(key) or _drawn.keep(key, fragment("report/body.html", report=family_report(look, family, asked)))


def shared_report_html(scene: ReviewScene, wanted: Wanted) -> str:
    """Return a facilitator's report. Who looks in is in the key, with all that they may see."""
    key = (scene.onlooker, scene.today, get_language(), wanted)
    return _drawn.get(key) or _drawn.keep(key, fragment("report/body.html", report=shared_report(scene, wanted)))
