"""Picking at a tablet: each tap sends all that who sits would like, so that none is lost on the way."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from households.actions.refusal import Missing, Refused
from households.models import Event
from routines.actions.pick_options import add_option
from routines.actions.pick_plan import OptionDraft
from routines.actions.pick_tap import TOO_LATE, keep_late_tap, tap_pick
from routines.forms.pick import NO_PICTURE, options_sent
from routines.forms.pictures import picture_for
from routines.models.pickings import picking_state
from routines.rules.tablet import AskKind
from routines.views.tablet.answers import Tapped, answer
from routines.views.tablet.limit import tapping
from routines.views.tablet.sentence import by_script

LATE = 409
SHORT = 80


@require_POST
@tapping
def pick(request: HttpRequest, member_id: int, picking_id: int) -> HttpResponse:
    """Pick what one would like today. What arrives after the reveal is kept, never counted, and said kindly (409)."""
    kept: list[Event] = []

    def act(tapped: Tapped) -> Event | None:
        about = {
            "actor": tapped.actor,
            "picking_id": picking_id,
            "options": options_sent(request.POST.get("options")),
            "at": tapped.at,
            "tap": tapped.posted.tap,
        }
        try:
            return tap_pick(**about)
        except Refused as refused:
            if refused.code not in TOO_LATE:
                raise
        kept.append(keep_late_tap(**about))
        return kept[0]

    answered = answer(request, act, shown=f"{AskKind.DAILY}-{picking_id}")
    if kept and by_script(request):
        answered.status_code = LATE
    return answered


@require_POST
@tapping
def more(request: HttpRequest, member_id: int, picking_id: int) -> HttpResponse:
    """Add something that can be picked, today and on the mornings to come."""

    def act(tapped: Tapped) -> Event:
        picking = picking_state(request.actor.household_id, picking_id)
        if picking is None:
            raise Missing
        text = tapped.posted.words("text", SHORT)
        return add_option(
            actor=tapped.actor,
            pick_id=picking.pick,
            draft=OptionDraft(text, picture_for(text, NO_PICTURE)),
            at=tapped.at,
            tap=tapped.posted.tap,
        )

    return answer(request, act, shown=f"{AskKind.DAILY}-{picking_id}")
