"""What was refused comes back on the page it was sent from: the sentence by its field, and everything typed kept."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from households.actions.refusal import Refused
from households.words import REFUSALS, refusal
from routines.regions.review.values import NoView
from routines.rules.codes import Code
from routines.views.posted import Posted
from routines.words import sentence


def coming_back(shown: Callable[..., HttpResponse], form: str = "") -> Callable[[Callable], Callable]:
    """Let a view answer a refusal with a page: `shown` is given the request, `no` and the view's tokens.

    `form` names the form of that page, perhaps by a token as in "note-{token}". That the consent is over is no matter
    of a form, and goes on being raised.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answer(request: HttpRequest, **tokens: str) -> HttpResponse:
            try:
                return view(request, **tokens)
            except Refused as refused:
                if refused.code == Code.REVIEW_OVER:
                    raise
                no = no_view(request, refused, _said(refused), form.format(**tokens))
                return shown(request, no=no, **tokens)

        return answer

    return decorate


def no_view(request: HttpRequest, refused: Refused, said: str, form: str) -> NoView:
    """Return a refusal, put into words, with what was typed: by a field of `form`, or above the page."""
    posted = Posted(request)
    typed = {**dict(posted.typed()), "speaker": posted.raw("speaker")}
    if not (form and refused.field):
        return NoView("", said, words=typed.get("text", ""))
    return NoView(form, said, changed=refused.code == Code.REVIEW_CHANGED, typed=typed)


def _said(refused: Refused) -> str:
    """Return why a verb said no, in a grown-up's words."""
    if refused.code in REFUSALS:
        return refusal(refused.code, refused.params)
    return sentence(refused.code, refused.params)
