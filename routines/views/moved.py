"""The verbs on a step: asking, talking, climbing, stepping down, overriding."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from households.actions.refusal import Refused
from households.actor import Actor
from routines.actions.comment import comment as say_comment
from routines.actions.override import end_override, override, reply
from routines.actions.question import open_question
from routines.actions.rung import answer_ask, ask_climb, climb, step_down
from routines.actions.stage import local_date
from routines.models import Step
from routines.rules.state import Rung
from routines.views.answers import answer, now
from routines.views.posted import Posted
from routines.views.said import picture

DAYS = {"end_of_day": 0, "tomorrow": 1, "week": 6}


def _known(request: HttpRequest, step_id: int) -> int:
    """Return the step's id if it is this household's, else 404."""
    if not Step.objects.of(request.actor.household_id).filter(id=step_id).exists():
        raise Http404
    return step_id


@require_POST
def step_open(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Open a question."""

    def act(posted: Posted):
        return open_question(
            actor=request.actor,
            step_id=step_id,
            text=posted.words("text", 200),
            limits=posted.words("limits"),
            decider_id=posted.number("decider"),
            deadline=posted.date("deadline"),
            why=posted.words("why"),
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "open", act, lambda: _known(request, step_id))


@require_POST
def step_comment(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Say something."""

    def act(posted: Posted):
        return say_comment(
            actor=request.actor,
            step_id=step_id,
            text=posted.words("text"),
            sticker=picture(posted, "sticker"),
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "comment", act, lambda: _known(request, step_id))


@require_POST
def step_climb(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Put the step on a higher rung."""

    def act(posted: Posted):
        return climb(
            actor=request.actor,
            step_id=step_id,
            to_rung=_rung(posted),
            reason=posted.words("reason"),
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "climb", act, lambda: _known(request, step_id))


@require_POST
def step_step_down(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Put the step on a lower rung."""

    def act(posted: Posted):
        return step_down(
            actor=request.actor,
            step_id=step_id,
            to_rung=_rung(posted),
            reason=posted.words("reason"),
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "step_down", act, lambda: _known(request, step_id))


@require_POST
def step_ask_climb(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Ask that the step climb."""

    def act(posted: Posted):
        return ask_climb(
            actor=request.actor,
            step_id=step_id,
            to_rung=_rung(posted),
            reason=posted.words("reason"),
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "ask_climb", act, lambda: _known(request, step_id))


@require_POST
def step_answer_ask(request: HttpRequest, household_id: int, step_id: int, ask_id: int) -> HttpResponse:
    """Answer a wish to climb."""

    def act(posted: Posted):
        said = posted.one_of("granted", ("0", "1"))
        if not said:
            raise Refused("yes_or_no")
        return answer_ask(
            actor=request.actor,
            step_id=step_id,
            ask_id=ask_id,
            granted=said == "1",
            answer=posted.words("answer"),
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "answer_ask", act, lambda: _known(request, step_id))


@require_POST
def step_override(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Set a safety override."""

    def act(posted: Posted):
        at = now()
        return override(
            actor=request.actor,
            step_id=step_id,
            ground=posted.raw("ground")[:10],
            reason=posted.words("reason"),
            expires_at=_end_of_day(request.actor, at, DAYS.get(posted.raw("expires"), 0)),
            at=at,
            tap=posted.tap,
        )

    return answer(request, "override", act, lambda: _known(request, step_id))


@require_POST
def step_override_end(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """End the override."""

    def act(posted: Posted):
        return end_override(actor=request.actor, step_id=step_id, at=now(), tap=posted.tap)

    return answer(request, "override_end", act, lambda: _known(request, step_id))


@require_POST
def step_reply(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Reply to an override."""

    def act(posted: Posted):
        return reply(
            actor=request.actor,
            step_id=step_id,
            text=posted.words("text"),
            sticker=picture(posted, "sticker"),
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "reply", act, lambda: _known(request, step_id))


def _rung(posted: Posted) -> Rung:
    number = posted.number("to_rung")
    if number not in tuple(Rung):
        raise Refused("which_rung", field="to_rung")
    return Rung(number)


def _end_of_day(actor: Actor, at: datetime, days: int) -> datetime:
    """Return the last minute of a local day, today or some days ahead."""
    day = local_date(at, actor.time_zone) + timedelta(days=days)
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(actor.time_zone))
