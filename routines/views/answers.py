"""How verbs are answered: the changed regions and a way to undo, or a sentence that loses nothing."""

from collections.abc import Callable
from secrets import token_hex

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.live.change import Change
from households.models import Event
from routines.actions.take_back import takes_back
from routines.event_words import done_words
from routines.models import Question, Step
from routines.regions.fragment import fragment, on_page, on_stream, part
from routines.regions.page import panel_html
from routines.regions.push import pusher_at
from routines.regions.values import RefusalView
from routines.views.board import board_page, viewer_for
from routines.views.posted import Posted
from routines.words import sentence

# Stands for the address where a toast can be taken back. Nobody can have written it: it is new with every start.
UNDO = f"undo-{token_hex(12)}"
MOVES_BOARD = ("rung.", "step.", "routine.", "taken_back")


def answer(
    request: HttpRequest,
    deed: str,
    act: Callable[[Posted], Event | None],
    find_step: Callable[[], int],
) -> HttpResponse:
    """Call a verb on a step and answer with what changed.

    `deed` names the form, so that a refusal stands in it with everything that was typed. A tap that
    was applied before is answered like the first time; `find_step` says which step's panel then
    answers, and raises 404 where there is none.
    """
    posted = Posted(request)
    try:
        event = act(posted)
    except AlreadyApplied:
        event = None
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        return _refused(request, find_step(), deed, posted, refused)
    step_id = event.step_key if event else find_step()
    if request.htmx:
        return _regions(request, step_id, posted, event)
    tell(request, event)
    return redirect(_step_url(request, step_id, posted.speaker))


def step_of_question(household_id: int, question_id: int) -> int:
    """Return the step a question stands on; 404 for an unknown or foreign one."""
    found = Question.objects.filter(household_id=household_id, id=question_id)
    step_id = found.values_list("step_id", flat=True).first()
    if step_id is None:
        raise Http404
    return step_id


def tell(request: HttpRequest, event: Event | None) -> None:
    """Leave a word about what was done, with its undo, for the next page."""
    if event is not None:
        messages.success(request, done_words(event), extra_tags=undo_url(event))


def undo_url(event: Event) -> str:
    """Return where an event can be taken back, or nothing."""
    if not takes_back(event.kind):
        return ""
    return reverse("undo", args=[event.household_id, event.id])


def refusal_sentence(request: HttpRequest, refused: Refused) -> str:
    """Return why something was refused, in the words of the person reading it."""
    return sentence(refused.code, refused.params, request.actor.kind)


def toast(request: HttpRequest, text: str, undo: str = "") -> str:
    """Return the small message at the page's edge, as a part of an answer."""
    html = fragment("components/toast.html", text=text, undo=UNDO if undo else "").replace(UNDO, undo)
    return part("toast", on_stream(html), "innerHTML")


def _regions(request: HttpRequest, step_id: int, posted: Posted, event: Event | None) -> HttpResponse:
    """Answer with the regions of the actor's own screen, just as they are pushed: its script brings token and tap."""
    revision = event.revision if event else None
    pusher = pusher_at(request.actor.household_id, revision)
    routine_id = event.routine_key if event else _routine_of(request, step_id)
    viewer = viewer_for(request, routine_id, step_id=step_id, speaker_id=posted.speaker)
    moves = event is None or event.kind.startswith(MOVES_BOARD)
    told = pusher.told if event is not None and pusher.told and pusher.told.revision == event.revision else Change(0)
    change = Change(
        household_id=viewer.household_id,
        revision=pusher.household.revision,
        routine_ids=frozenset({routine_id}),
        step_ids=frozenset({step_id}),
        kinds=frozenset({"board"}) if moves else told.kinds & {"voice"},
        member_ids=told.member_ids,
    )
    html = pusher.regions(viewer, change)
    if event is not None:
        html += toast(request, done_words(event), undo_url(event))
    answered = HttpResponse(html)
    answered["X-Revision"] = str(pusher.household.revision)
    return answered


def _refused(request: HttpRequest, step_id: int, deed: str, posted: Posted, refused: Refused) -> HttpResponse:
    """Answer 422 with the panel as it is now, the sentence in it, and all that was typed."""
    refusal = RefusalView(deed, refusal_sentence(request, refused), posted.typed())
    pusher = pusher_at(request.actor.household_id)
    routine_id = _routine_of(request, step_id)
    viewer = viewer_for(request, routine_id, step_id=step_id, speaker_id=posted.speaker)
    scene = pusher.scene(viewer)
    step = scene and scene.step(step_id)
    if not step:
        raise Http404
    if not request.htmx:
        return board_page(request, viewer, refusal=refusal, status=422)
    html = panel_html(scene, pusher.talked(scene, step), refusal, talked=True)
    return HttpResponse(on_page(html, request), status=422)


def _routine_of(request: HttpRequest, step_id: int) -> int:
    steps = Step.objects.of(request.actor.household_id).filter(id=step_id)
    routine_id = steps.values_list("routine_id", flat=True).first()
    if routine_id is None:
        raise Http404
    return routine_id


def _step_url(request: HttpRequest, step_id: int, speaker: int | None) -> str:
    url = reverse("step", args=[request.actor.household_id, step_id])
    return f"{url}?speaker={speaker}" if speaker else url


def now():
    """Return the moment of this request, given to the verbs."""
    return timezone.now()
