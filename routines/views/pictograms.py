"""Pictures for the picker."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from households.pictograms import PICTOGRAMS, search
from routines.templatetags.look import common_pictograms

MOST = 48
LONGEST = 60


@require_safe
def pictograms(request: HttpRequest, household_id: int) -> HttpResponse:
    """Answer with the pictures that go with `q`, as radio buttons called `name`; `value` is chosen."""
    words = request.GET.get("q", "")[:LONGEST].strip()
    value = request.GET.get("value", "")
    found = search(words)[:MOST] if words else common_pictograms(value)
    if value in PICTOGRAMS and PICTOGRAMS[value] not in found:
        found = [PICTOGRAMS[value], *found]
    field = request.GET.get("name", "pictogram")[:40]
    context = {"pictures": found, "field": field, "value": value}
    return render(request, "components/pictogram_choices.html", context)
