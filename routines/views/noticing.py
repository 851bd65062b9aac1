"""Telling how a morning was, and repairing it: the page, and its verbs of one tap each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from households.actions.refusal import Missing, Refused
from routines.actions.feel import feel, share_pushed
from routines.actions.idea import Idea
from routines.actions.notice import PASSED, Noticed, notice
from routines.actions.repair import DEEDS, Gift, answer_repair, give
from routines.actions.slip import notice_slip, withdraw_slip
from routines.actions.try_this import NO_PICTURE, try_this
from routines.forms.pictures import picture_for
from routines.models import Repair, Slip
from routines.regions.fragment import on_page
from routines.regions.idea import Begun, idea_name, question_words
from routines.regions.noticing.notice import notice_html
from routines.rules.codes import Code
from routines.views.asking import answering, look_at, step_seen
from routines.views.board import live_hook
from routines.views.noticing_answers import answer, morning_of, morning_seen, speaker_of
from routines.views.numbers import number
from routines.views.posted import Posted
from routines.words.noticing import ANSWERS, HARD, how_was, word_of


@require_safe
@answering
def notice_page(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Show the page on which somebody tells how a morning was; `?speaker=` says for whom."""
    look = look_at(request)
    morning = morning_seen(look, morning_id)
    speaker = speaker_of(look, morning, number(request.GET, "speaker"))
    if speaker is None:
        return redirect("morning", household_id, morning_id)
    context = {
        "region": on_page(notice_html(look, morning, speaker), request),
        "heading": how_was(morning.title, morning.on, look.today),
        "nav": "today",
        "live": live_hook(request, page="notice"),
    }
    return render(request, "routines/noticing/notice_page.html", context)


@require_POST
def notice_again(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Say whether they would like it again like this, or pass."""

    def act(posted: Posted):
        again = "" if posted.raw("pass") else posted.raw("again")[:5]
        if not again and not posted.raw("pass"):
            raise Refused(str(Code.AGAIN_FIRST))
        noticed = Noticed(again=again) if again else PASSED
        return notice(**_told(request, posted, morning_id), noticed=noticed)

    return answer(request, morning_id, "again", act)


@require_POST
def notice_hard(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Say what was hard, by a picture or in words; what was not sent stays."""

    def act(posted: Posted):
        hard = posted.words("text", 500) if "text" in request.POST else None
        known = word_of(HARD, posted.raw("picture"))
        picture = (known.name if known else "") if "picture" in request.POST else None
        if hard is None and picture is None:
            raise Refused(str(Code.SAY_SOMETHING))
        return notice(**_told(request, posted, morning_id), noticed=Noticed(hard=hard, picture=picture))

    return answer(request, morning_id, "hard", act)


@require_POST
def notice_feel(request: HttpRequest, household_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Say how a step felt, in one tap or in words, or nothing about it any more."""
    in_words = "words" in request.POST

    def act(posted: Posted):
        return feel(
            **_told(request, posted, morning_id),
            morning_step_id=morning_step_id,
            felt="" if posted.raw("remove") else posted.raw("felt")[:10] or "-",
            words=posted.words("words", 500) if in_words else None,
        )

    deed = "words" if in_words else "feel"
    return answer(request, morning_id, f"{deed}-{morning_step_id}", act)


@require_POST
def notice_share(request: HttpRequest, household_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Let others than the family read that one was pushed in a step, or no longer."""

    def act(posted: Posted):
        return share_pushed(
            actor=request.actor,
            morning_id=morning_id,
            morning_step_id=morning_step_id,
            shared=posted.raw("shared") == "1",
            at=timezone.now(),
            tap=posted.tap,
        )

    return answer(request, morning_id, f"feel-{morning_step_id}", act)


@require_POST
def notice_try(request: HttpRequest, household_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Try something another way: an idea for a step, with the morning it came from."""

    def act(posted: Posted):
        words = posted.words("text", 120)
        if not words:
            raise Refused(str(Code.IDEA_FIRST))
        look = look_at(request)
        morning = morning_seen(look, morning_id)
        step = morning.step(morning_step_id)
        if step is None or step.step is None:
            raise Missing
        speaker = look.person(posted.speaker or look.viewer.id)
        idea = Idea(
            name=idea_name(speaker, "", drawn=False),
            question=question_words(speaker, step_seen(look, step.step), Begun()),
            pictogram=picture_for(words, NO_PICTURE),
            words=words,
        )
        return try_this(**_told(request, posted, morning_id), morning_step_id=morning_step_id, idea=idea)

    return answer(request, morning_id, f"try-{morning_step_id}", act)


@require_POST
def repair_give(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Say sorry or thank you, to somebody or to everybody."""

    def act(posted: Posted):
        kind, to = posted.one_of("kind", tuple(DEEDS)), posted.number("to")
        if not kind:
            raise Refused(str(Code.SAY_SOMETHING))
        if to is None and posted.raw("to") != "everybody":
            raise Refused(str(Code.PERSON_NOT_HERE))
        return give(**_told(request, posted, morning_id), gift=Gift(kind, to, posted.words("text", 500)))

    return answer(request, morning_id, f"give-{request.POST.get('kind', '')[:10]}", act)


@require_POST
def repair_answer(request: HttpRequest, household_id: int, repair_id: int) -> HttpResponse:
    """Answer a sorry or a thank-you with a picture."""

    def act(posted: Posted):
        known = next((each for each in ANSWERS if each.pictogram == posted.raw("picture")), None)
        return answer_repair(
            actor=request.actor,
            repair_id=repair_id,
            picture=known.pictogram if known else "",
            speaker_id=posted.speaker,
            at=timezone.now(),
            tap=posted.tap,
        )

    return answer(request, morning_of(Repair, household_id, repair_id), "answer", act)


@require_POST
def morning_slip(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Notice that a step, or the whole morning, turned into pushing."""

    def act(posted: Posted):
        return notice_slip(**_told(request, posted, morning_id), morning_step_id=posted.number("step"))

    return answer(request, morning_id, "slip", act)


@require_POST
def slip_withdraw(request: HttpRequest, household_id: int, slip_id: int) -> HttpResponse:
    """Say that it was no pushing after all."""

    def act(posted: Posted):
        return withdraw_slip(actor=request.actor, slip_id=slip_id, at=timezone.now(), tap=posted.tap)

    return answer(request, morning_of(Slip, household_id, slip_id), "slip", act)


def _told(request: HttpRequest, posted: Posted, morning_id: int) -> dict:
    """Return what every verb about a morning is told: who taps, for whom, and when."""
    return {
        "actor": request.actor,
        "morning_id": morning_id,
        "speaker_id": posted.speaker,
        "at": timezone.now(),
        "tap": posted.tap,
    }
