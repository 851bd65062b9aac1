"""The verbs on a question, each posted by one form of the panel."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from households.actions.refusal import Refused
from households.pictograms import exists
from routines.actions.option import propose as propose_option
from routines.actions.option import veto as veto_option
from routines.actions.settle import Ending, choose, close_unchanged
from routines.actions.settle import settle as settle_question
from routines.actions.voice import put_on_table, record_concern, take_task
from routines.actions.voice import say as say_voice
from routines.forms.pictures import picture_for
from routines.regions.refusal import VETO
from routines.rules.state import AnswerState, Say
from routines.views.answers import answer, now, step_of_question
from routines.views.posted import Posted

NO_PICTURE = "thought-balloon"


def _about(request: HttpRequest, question_id: int) -> int:
    return step_of_question(request.actor.household_id, question_id)


@require_POST
def question_say(request: HttpRequest, household_id: int, question_id: int) -> HttpResponse:
    """Give a voice."""

    def act(posted: Posted):
        option = posted.number("option")
        word = posted.one_of("say", tuple(Say)) or (Say.CHOICE if option else "")
        if not word:
            raise Refused("say_first")
        return say_voice(
            actor=request.actor,
            question_id=question_id,
            word=Say(word),
            option_id=option,
            note=posted.words("note"),
            sticker=picture(posted, "sticker"),
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "say", act, lambda: _about(request, question_id))


@require_POST
def question_propose(request: HttpRequest, household_id: int, question_id: int) -> HttpResponse:
    """Add an idea."""

    def act(posted: Posted):
        text = posted.words("text", 120)
        return propose_option(
            actor=request.actor,
            question_id=question_id,
            text=text,
            pictogram=picture(posted, "pictogram") or picture_for(text, NO_PICTURE),
            consequence=posted.words("consequence"),
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "propose", act, lambda: _about(request, question_id))


@require_POST
def question_veto(request: HttpRequest, household_id: int, question_id: int, option_id: int) -> HttpResponse:
    """Rule an idea out, for safety."""

    def act(posted: Posted):
        return veto_option(
            actor=request.actor,
            question_id=question_id,
            option_id=option_id,
            ground=posted.raw("ground")[:10],
            reason=posted.words("reason"),
            at=now(),
            tap=posted.tap,
        )

    return answer(request, f"{VETO}{option_id}", act, lambda: _about(request, question_id))


@require_POST
def question_concern(request: HttpRequest, household_id: int, question_id: int) -> HttpResponse:
    """Say what matters before anything is proposed."""

    def act(posted: Posted):
        return record_concern(
            actor=request.actor,
            question_id=question_id,
            text="" if posted.raw("nothing") else posted.words("text", 1000),
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "concern", act, lambda: _about(request, question_id))


@require_POST
def question_table(request: HttpRequest, household_id: int, question_id: int) -> HttpResponse:
    """Put an idea on the table."""

    def act(posted: Posted):
        option = posted.number("option")
        if option is None:
            raise Refused("which_one")
        return put_on_table(
            actor=request.actor,
            question_id=question_id,
            option_id=option,
            trial_days=posted.number("trial_days") or None,
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "table", act, lambda: _about(request, question_id))


@require_POST
def question_task(request: HttpRequest, household_id: int, question_id: int) -> HttpResponse:
    """Take a task."""

    def act(posted: Posted):
        return take_task(
            actor=request.actor,
            question_id=question_id,
            text=posted.words("text", 200),
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "task", act, lambda: _about(request, question_id))


@require_POST
def question_settle(request: HttpRequest, household_id: int, question_id: int) -> HttpResponse:
    """End the question as its rung ends."""

    def act(posted: Posted):
        ending = Ending(
            option=posted.number("option"),
            text=posted.words("text", 500),
            reason=posted.words("reason", 2000),
            answers=_answers(posted),
            trial_days=posted.number("trial_days") or None,
            review_on=posted.date("review_on"),
        )
        return settle_question(
            actor=request.actor,
            question_id=question_id,
            ending=ending,
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "settle", act, lambda: _about(request, question_id))


@require_POST
def question_unchanged(request: HttpRequest, household_id: int, question_id: int) -> HttpResponse:
    """Leave things as they are."""

    def act(posted: Posted):
        return close_unchanged(actor=request.actor, question_id=question_id, at=now(), tap=posted.tap)

    return answer(request, "unchanged", act, lambda: _about(request, question_id))


@require_POST
def question_choose(request: HttpRequest, household_id: int, question_id: int) -> HttpResponse:
    """Choose in one's own matter."""

    def act(posted: Posted):
        option = posted.number("option")
        if option is None:
            raise Refused("which_one")
        return choose(
            actor=request.actor,
            question_id=question_id,
            option_id=option,
            speaker_id=posted.speaker,
            at=now(),
            tap=posted.tap,
        )

    return answer(request, "choose", act, lambda: _about(request, question_id))


def picture(posted: Posted, name: str) -> str:
    """Return a picture's name, or nothing where there is no such picture."""
    value = posted.raw(name)
    return value if exists(value) else ""


def _answers(posted: Posted) -> tuple[AnswerState, ...]:
    return tuple(
        AnswerState(
            member=member,
            did=posted.one_of(f"did_{member}", ("did", "partly", "didnt")),
            because=posted.words(f"because_{member}"),
        )
        for member in posted.members("because_")
    )
