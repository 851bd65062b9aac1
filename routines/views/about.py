"""What Rungs is, what the rungs mean in everybody's words, and whose work it stands on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from routines import credits
from routines.rules.state import Rung
from routines.words.ladder import FELT_NAMES, LADDER_WORDS, RUNG_NAMES


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Explain the ladder, credit it, and name every licence."""
    ages = {
        "small": _("read aloud, at four"),
        "child": _("at nine"),
        "teen": _("to a teenager"),
        "parent": _("to a parent"),
    }
    context = {
        "rungs": [(int(rung), RUNG_NAMES[rung], _by_age(rung, ages)) for rung in sorted(Rung, reverse=True)],
        "felt": [(name, _by_age(key, ages)) for key, name in FELT_NAMES.items()],
        "ladder_url": credits.LADDER_URL,
        "evidence": credits.EVIDENCE,
        "pictures_and_letters": credits.PICTURES_AND_LETTERS,
        "libraries": credits.LIBRARIES,
    }
    return render(request, "routines/about.html", context)


def _by_age(rung: Rung | str, ages: dict[str, str]) -> list[tuple[str, str]]:
    return [(words, LADDER_WORDS[rung][age]) for age, words in ages.items()]
