"""The verbs of who sits at a tablet: each is one tap, with words where somebody likes to write."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from households.actions.refusal import Missing, Refused
from households.models import Event
from routines.actions.choose_again import choose_again
from routines.actions.comment import comment
from routines.actions.late import see_late
from routines.actions.override import reply as reply_to_override
from routines.actions.settle import choose as choose_own
from routines.actions.take_back import take_back
from routines.actions.undo_tap import undo_tap as undo_by_tap
from routines.actions.voice import put_on_table, record_concern, take_task
from routines.actions.voice import say as say_voice
from routines.regions.tablet.seat import NEXT
from routines.rules.codes import Code
from routines.rules.state import Say
from routines.rules.tablet import TAKEN_BACK_HERE, AskKind
from routines.views.posted import Posted
from routines.views.tablet.answers import Act, Saying, Tapped, answer
from routines.views.tablet.limit import tapping
from routines.views.tablet.morning_answers import answer_morning
from routines.words.tablet import CONCERNS, HELPS, REPLIES, TASKS, picture_words


@require_POST
@tapping
def say(request: HttpRequest, member_id: int, question_id: int) -> HttpResponse:
    """Say something to a question: an idea, a thumb, "got it", a pass, or what would make it OK."""

    def said(posted: Posted) -> Saying:
        option, help_ = posted.number("option"), picture_words(HELPS, posted.raw("help"))
        word = posted.one_of("say", tuple(Say)) or (Say.NO if help_ else Say.CHOICE if option else "")
        if not word:
            raise Refused(str(Code.SAY_FIRST))
        return Saying(question_id, Say(word), option, help_ or posted.words("note"))

    def act(tapped: Tapped):
        saying = said(tapped.posted)
        return say_voice(
            actor=tapped.actor,
            question_id=question_id,
            word=saying.word,
            option_id=saying.option_id,
            note=saying.note,
            at=tapped.at,
            tap=tapped.posted.tap,
        )

    return answer(request, act, shown=str(question_id), late=said)


@require_POST
@tapping
def concern(request: HttpRequest, member_id: int, question_id: int) -> HttpResponse:
    """Say what matters, by a picture or in words; "nothing from me" is an answer too."""

    def said(posted: Posted) -> Saying:
        text = picture_words(CONCERNS, posted.raw("picture")) or posted.words("text", 1000)
        if not text and not posted.raw("nothing"):
            raise Refused(str(Code.SAY_SOMETHING))
        return Saying(question_id, note="" if posted.raw("nothing") else text)

    def act(tapped: Tapped):
        return record_concern(
            actor=tapped.actor,
            question_id=question_id,
            text=said(tapped.posted).note,
            at=tapped.at,
            tap=tapped.posted.tap,
        )

    return answer(request, act, shown=f"{AskKind.CONCERN}-{question_id}", late=said)


@require_POST
@tapping
def task(request: HttpRequest, member_id: int, question_id: int) -> HttpResponse:
    """Take a task of one's own choosing, by a picture or in words."""

    def said(posted: Posted) -> Saying:
        return Saying(question_id, note=picture_words(TASKS, posted.raw("picture")) or posted.words("text", 200))

    def act(tapped: Tapped):
        return take_task(
            actor=tapped.actor,
            question_id=question_id,
            text=said(tapped.posted).note,
            at=tapped.at,
            tap=tapped.posted.tap,
        )

    return answer(request, act, shown=f"{AskKind.TASK}-{question_id}", late=said)


@require_POST
@tapping
def choose(request: HttpRequest, member_id: int, question_id: int) -> HttpResponse:
    """Choose in one's own matter: it is theirs at once, and for ten minutes another tap chooses something else."""

    def act(tapped: Tapped):
        about = {"actor": tapped.actor, "question_id": question_id, "option_id": _option(tapped.posted)}
        try:
            return choose_own(**about, at=tapped.at, tap=tapped.posted.tap)
        except Refused as refused:
            again = refused.code == Code.CLOSED and choose_again(**about, at=tapped.at, tap=tapped.posted.tap)
            if not again:
                raise
            return again

    return answer(request, act, late=lambda posted: _wanted(question_id, posted))


@require_POST
@tapping
def table(request: HttpRequest, member_id: int, question_id: int) -> HttpResponse:
    """Put an idea on the table, perhaps for some days to try."""

    def act(tapped: Tapped):
        return put_on_table(
            actor=tapped.actor,
            question_id=question_id,
            option_id=_option(tapped.posted),
            trial_days=tapped.posted.number("trial_days") or None,
            at=tapped.at,
            tap=tapped.posted.tap,
        )

    return answer(request, act, shown=str(question_id), late=lambda posted: _wanted(question_id, posted))


@require_POST
@tapping
def reply(request: HttpRequest, member_id: int, step_id: int) -> HttpResponse:
    """Answer a safety override, with a picture or in words. Where it has ended meanwhile, it is a remark."""

    def act(tapped: Tapped):
        posted = tapped.posted
        sticker = next((each.pictogram for each in REPLIES if each.name == posted.raw("sticker")), "")
        words = {"text": picture_words(REPLIES, posted.raw("sticker")) or posted.words("text"), "sticker": sticker}
        about = {"actor": tapped.actor, "step_id": step_id, "at": tapped.at, "tap": posted.tap}
        try:
            return reply_to_override(**about, **words)
        except Refused as refused:
            if refused.code != Code.NO_OVERRIDE:
                raise
        return comment(**about, **words)

    return answer(request, act, shown=f"{AskKind.REPLY}-{step_id}")


@require_POST
@tapping
def late(request: HttpRequest, member_id: int, late_id: int) -> HttpResponse:
    """Put away the card that says that something came too late."""

    def act(tapped: Tapped):
        return see_late(actor=tapped.actor, late_id=late_id, at=tapped.at, tap=tapped.posted.tap)

    return answer(request, act, shown=NEXT)


@require_POST
@tapping
def undo(request: HttpRequest, member_id: int, event_id: int) -> HttpResponse:
    """Say "oops": take back what one did, for ten minutes."""

    def act(tapped: Tapped):
        said_here = Event.objects.of(request.actor.household_id).filter(id=event_id, kind__in=TAKEN_BACK_HERE)
        if not said_here.exists():
            raise Missing
        return take_back(actor=tapped.actor, event_id=event_id, at=tapped.at, tap=tapped.posted.tap)

    return _taken_back(request, act)


@require_POST
@tapping
def undo_tap(request: HttpRequest, member_id: int, uuid) -> HttpResponse:
    """Say "oops" to a tap whose answer has not come yet."""

    def act(tapped: Tapped):
        return undo_by_tap(actor=tapped.actor, of_tap=uuid, at=tapped.at)

    return _taken_back(request, act)


def _taken_back(request: HttpRequest, act: Act) -> HttpResponse:
    """Answer with the page it was taken back on: one of a morning says so (`on`), else it is the seat."""
    if "on" in request.POST:
        return answer_morning(request, act)
    return answer(request, act, shown=request.POST.get("q", ""))


def _option(posted: Posted) -> int:
    option = posted.number("option")
    if option is None:
        raise Refused(str(Code.WHICH_ONE))
    return option


def _wanted(question_id: int, posted: Posted) -> Saying:
    return Saying(question_id, Say.CHOICE, _option(posted))
