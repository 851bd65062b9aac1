"""The verbs of a morning at the tablet: each is one tap, also one made without a net and sent later."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from households.actions.refusal import Missing
from routines.actions.doing import mark_done, mark_undone
from routines.actions.doing import tick as tick_small
from routines.actions.doing import unfold as unfold_step
from routines.actions.leaving import come_back, leave_morning
from routines.actions.slip import notice_slip
from routines.actions.start_morning import start_morning
from routines.actions.today_ask import answer_today, withdraw_today
from routines.models import TodayAsk
from routines.views.posted import Posted
from routines.views.tablet.answers import Act, Tapped
from routines.views.tablet.limit import tapping
from routines.views.tablet.morning_answers import answer_morning

YES = "1"


@require_POST
@tapping
def start(request: HttpRequest, member_id: int, routine_id: int) -> HttpResponse:
    """Begin today's morning."""

    def act(tapped: Tapped):
        return start_morning(actor=tapped.actor, routine_id=routine_id, at=tapped.at, tap=tapped.posted.tap)

    return answer_morning(request, act)


@require_POST
@tapping
def leave(request: HttpRequest, member_id: int, morning_id: int) -> HttpResponse:
    """Say "we're off", for all."""
    return answer_morning(request, _late(leave_morning, morning_id=morning_id))


@require_POST
@tapping
def back(request: HttpRequest, member_id: int, morning_id: int) -> HttpResponse:
    """Say that they are not off yet."""

    def act(tapped: Tapped):
        return come_back(actor=tapped.actor, morning_id=morning_id, at=tapped.at, tap=tapped.posted.tap)

    return answer_morning(request, act)


@require_POST
@tapping
def done(request: HttpRequest, member_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Be done with a step."""
    return answer_morning(request, _late(mark_done, morning_id=morning_id, morning_step_id=morning_step_id))


@require_POST
@tapping
def undone(request: HttpRequest, member_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Not be done with it after all."""

    def act(tapped: Tapped):
        about = {"morning_id": morning_id, "morning_step_id": morning_step_id}
        return mark_undone(actor=tapped.actor, **about, at=tapped.at, tap=tapped.posted.tap)

    return answer_morning(request, act)


@require_POST
@tapping
def tick(request: HttpRequest, member_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Tick a small step off (`tick` is its place), or take the tick away (`untick`)."""

    def act(tapped: Tapped):
        ticked, unticked = tapped.posted.number("tick"), tapped.posted.number("untick")
        place = unticked if ticked is None else ticked
        if place is None:
            raise Missing
        return tick_small(
            actor=tapped.actor,
            morning_id=morning_id,
            morning_step_id=morning_step_id,
            place=place,
            done=ticked is not None,
            at=tapped.at,
            tap=tapped.posted.tap,
        )

    return answer_morning(request, act)


@require_POST
@tapping
def unfold(request: HttpRequest, member_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Show the small steps, or fold them."""

    def act(tapped: Tapped):
        return unfold_step(
            actor=tapped.actor,
            morning_id=morning_id,
            morning_step_id=morning_step_id,
            unfolded=tapped.posted.raw("unfolded") == YES,
            at=tapped.at,
            tap=tapped.posted.tap,
        )

    return answer_morning(request, act)


@require_POST
@tapping
def slip(request: HttpRequest, member_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Say that this turned into pushing."""
    return answer_morning(request, _late(notice_slip, morning_id=morning_id, morning_step_id=morning_step_id))


@require_POST
@tapping
def say_today(request: HttpRequest, member_id: int, morning_id: int, wish_id: int) -> HttpResponse:
    """Say yes or no to a change of today."""

    def act(tapped: Tapped):
        _of_morning(request, morning_id, wish_id)
        agrees = tapped.posted.raw("agrees") == YES
        return answer_today(actor=tapped.actor, ask_id=wish_id, agrees=agrees, at=tapped.at, tap=tapped.posted.tap)

    return answer_morning(request, act)


@require_POST
@tapping
def withdraw(request: HttpRequest, member_id: int, morning_id: int, wish_id: int) -> HttpResponse:
    """Take back one's own wish."""

    def act(tapped: Tapped):
        _of_morning(request, morning_id, wish_id)
        return withdraw_today(actor=tapped.actor, ask_id=wish_id, at=tapped.at, tap=tapped.posted.tap)

    return answer_morning(request, act)


def _late(verb, **about: int) -> Act:
    """Return a tap of a verb that knows how long ago it was made."""

    def act(tapped: Tapped):
        return verb(actor=tapped.actor, **about, at=tapped.at, age=_age(tapped.posted), tap=tapped.posted.tap)

    return act


def _age(posted: Posted) -> int:
    """Return how many seconds ago a tap was made, as the tablet measured it; 0 where it does not say."""
    return posted.number("age") or 0


def _of_morning(request: HttpRequest, morning_id: int, wish_id: int) -> None:
    """Raise `Missing` for a wish of another morning than the address says."""
    about = {"household_id": request.actor.household_id, "morning_id": morning_id, "id": wish_id}
    if not TodayAsk.objects.filter(**about).exists():
        raise Missing
