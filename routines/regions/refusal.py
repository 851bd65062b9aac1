"""Where a refusal stands: in the form it is about, or, where that form has gone meanwhile, above the panel."""

from dataclasses import replace

from routines.regions.values import PanelView, RefusalView

WORDS = ("text", "note", "reason", "consequence", "answer", "why", "limits")
# What is said whenever a question is open, whether there is a form for it or not.
ALWAYS = ("say", "table", "choose")
IN_QUESTION = (*ALWAYS, "propose", "concern", "task", "settle", "unchanged")
# There is one such form for each idea; the deed ends with the idea's id.
VETO = "veto-"
# Forms of which there are several, or none that could show a sentence.
NOWHERE = ("override_end", "record", "recording_remove")


def refused(view: PanelView, refusal: RefusalView) -> PanelView:
    """Return a panel with a refusal in it. One without a form brings back the words that were typed."""
    if has_form(view, refusal.deed):
        return replace(view, refusal=refusal)
    words = tuple(text for name, text in refusal.typed if _is_writing(name) and text.strip())
    return replace(view, refusal=replace(refusal, deed="", typed=(), words=words))


def has_form(view: PanelView, deed: str) -> bool:
    """Return whether a panel shows the form of a deed now."""
    if deed in NOWHERE or (deed in IN_QUESTION and view.question is None):
        return False
    if deed in ALWAYS:
        return True
    if deed.startswith(VETO):
        ideas = view.question.choosable if view.question and view.buttons.veto.allowed else ()
        return deed.removeprefix(VETO) in {str(each[0]) for each in ideas}
    if deed in ("climb", "ask_climb"):
        return bool(view.rungs_up) and (view.buttons.climb.allowed or view.buttons.ask_climb.allowed)
    there = {"open": view.question is None, "reply": view.override is not None, "answer_ask": bool(view.asks)}
    return there.get(deed, True) and getattr(view.buttons, deed).allowed


def _is_writing(name: str) -> bool:
    return name in WORDS or name.startswith("because_")
