"""What happened, as sentences. They say who did what, never what somebody said.

A pass reads like any other voice: who has spoken is everybody's to know, what they said is not.
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from households.models import Event
from routines.words import (
    events_consent,
    events_meeting,
    events_mornings,
    events_noticing,
    events_picks,
    events_presence,
    review,
)
from routines.words.telling import Telling, told

_SPOKE = told(
    "hand",
    _("a voice"),
    _("%(who)s spoke on “%(what)s”."),
    _("%(who)s spoke for %(whom)s on “%(what)s”."),
)

HOUSEHOLD = {
    "household.founded": told("home", _("founding"), _("%(who)s founded “%(what)s”.")),
    "household.changed": told("settings", _("a setting"), _("%(who)s changed the household’s settings.")),
    "member.added": told("person", _("adding somebody"), _("%(who)s added %(what)s.")),
    "member.changed": told(
        "person",
        _("a change about somebody"),
        _("%(who)s changed something about themself."),
        _("%(who)s changed something about %(what)s."),
    ),
    "member.joined": told("person", _("joining"), _("%(what)s joined the household.")),
    "member.left": told(
        "person",
        _("leaving"),
        _("%(who)s left the household."),
        _("%(who)s said that %(what)s has left the household."),
    ),
    "member.returned": told("person", _("coming back"), _("%(who)s welcomed %(what)s back.")),
    "invitation.made": told("link", _("an invitation"), _("%(who)s invited %(what)s.")),
    "invitation.withdrawn": told("link", _("an invitation"), _("%(who)s took back the invitation for %(what)s.")),
    "tablet.added": told("tablet", _("a new tablet"), _("%(who)s added the tablet “%(what)s”.")),
    "tablet.changed": told("tablet", _("a change of a tablet"), _("%(who)s changed the tablet “%(what)s”.")),
    "tablet.revoked": told("tablet", _("putting a tablet away"), _("%(who)s put the tablet “%(what)s” away.")),
    "member.tablet": told(
        "tablet",
        _("how a tablet is for somebody"),
        _("%(who)s changed how the tablets are for themself."),
        _("%(who)s changed how the tablets are for %(what)s."),
    ),
    "code.set": told(
        "lock",
        _("a picture code"),
        _("%(who)s chose a picture code."),
        _("%(who)s chose a picture code with %(what)s."),
    ),
    "code.removed": told(
        "lock",
        _("taking a picture code away"),
        _("%(who)s took their picture code away."),
        _("%(who)s took the picture code of %(what)s away."),
    ),
    "code.forgiven": told(
        "lock",
        _("another try of a picture code"),
        _("%(who)s let themself try their picture code again."),
        _("%(who)s let %(what)s try the picture code again."),
    ),
}

PLAN = {
    "routine.made": told("plus", _("a new routine"), _("%(who)s began “%(what)s”.")),
    "routine.changed": told("pencil", _("a change of the routine"), _("%(who)s changed the routine “%(what)s”.")),
    "routine.archived": told("archive", _("putting a routine away"), _("%(who)s put the routine “%(what)s” away.")),
    "routine.restored": told("undo", _("bringing a routine back"), _("%(who)s brought the routine “%(what)s” back.")),
    "step.added": told("plus", _("a new step"), _("%(who)s added the step “%(what)s”.")),
    "step.changed": told("pencil", _("a change of a step"), _("%(who)s changed “%(what)s”.")),
    "step.moved": told("drag", _("a move in the order"), _("%(who)s moved “%(what)s”.")),
    "step.archived": told("archive", _("putting a step away"), _("%(who)s put “%(what)s” away.")),
    "step.restored": told("undo", _("bringing a step back"), _("%(who)s brought “%(what)s” back.")),
}

LADDER = {
    "rung.climbed": told("ladder", _("a climb"), _("%(who)s let “%(what)s” climb the ladder.")),
    "rung.stepped_down": told("ladder", _("a step down"), _("%(who)s moved “%(what)s” down the ladder.")),
    "climb.asked": told(
        "ladder",
        _("a wish to climb"),
        _("%(who)s asked to climb on “%(what)s”."),
        _("%(who)s asked for %(whom)s to climb on “%(what)s”."),
    ),
    "climb.granted": told(
        "ladder",
        _("a yes to climbing"),
        _("%(who)s said yes to climbing on “%(what)s”."),
        _("%(who)s said yes to %(whom)s, who asked to climb on “%(what)s”."),
    ),
    "climb.declined": told(
        "ladder",
        _("a “not now” to climbing"),
        _("%(who)s said “not now” to climbing on “%(what)s”."),
        _("%(who)s said “not now” to %(whom)s, who asked to climb on “%(what)s”."),
    ),
    "override.set": told("shield", _("a safety override"), _("%(who)s set a safety override on “%(what)s”.")),
    "override.ended": told(
        "shield",
        _("the end of a safety override"),
        _("%(who)s ended the safety override on “%(what)s”. The decision is back."),
    ),
    "override.replied": told(
        "comment",
        _("a reply"),
        _("%(who)s replied to the safety override on “%(what)s”."),
        _("%(who)s replied for %(whom)s to the safety override on “%(what)s”."),
    ),
}

TALK = {
    "question.opened": told(
        "question",
        _("a question"),
        _("%(who)s asked something on “%(what)s”."),
        _("%(who)s asked something for %(whom)s on “%(what)s”."),
    ),
    "voice.said": _SPOKE,
    "voice.passed": _SPOKE,
    "voice.changed": told(
        "hand",
        _("a changed voice"),
        _("%(who)s spoke again on “%(what)s”."),
        _("%(who)s spoke again for %(whom)s on “%(what)s”."),
    ),
    "voice.late": told(
        "clock",
        _("a voice that came too late"),
        _("What %(who)s said on “%(what)s” arrived after it was over. It is kept."),
    ),
    "voice.late_seen": told(
        "check",
        _("reading that a voice came too late"),
        _("%(who)s has seen that their voice on “%(what)s” came too late."),
    ),
    "concern.said": told(
        "heart",
        _("what matters to somebody"),
        _("%(who)s said what matters to them on “%(what)s”."),
        _("%(who)s said for %(whom)s what matters to them on “%(what)s”."),
    ),
    "task.taken": told(
        "check",
        _("a task"),
        _("%(who)s took a task on “%(what)s”."),
        _("%(who)s took a task for %(whom)s on “%(what)s”."),
    ),
    "option.proposed": told(
        "plus",
        _("an idea"),
        _("%(who)s had an idea on “%(what)s”."),
        _("%(who)s told an idea of %(whom)s on “%(what)s”."),
    ),
    "option.vetoed": told("x", _("ruling an idea out"), _("%(who)s ruled an idea out on “%(what)s”.")),
    "option.tabled": told(
        "hand",
        _("a proposal"),
        _("%(who)s put an idea on the table on “%(what)s”."),
        _("%(who)s put an idea on the table for %(whom)s on “%(what)s”."),
    ),
    "recording.made": told(
        "microphone", _("recording a line"), _("%(who)s recorded how something sounds on “%(what)s”.")
    ),
    "recording.removed": told("microphone", _("deleting a recording"), _("%(who)s deleted a recording on “%(what)s”.")),
    "comment.said": told(
        "comment",
        _("a comment"),
        _("%(who)s commented on “%(what)s”."),
        _("%(who)s commented for %(whom)s on “%(what)s”."),
    ),
}

ENDING = {
    "question.informed": told(
        "check",
        _("closing a question"),
        _("%(who)s answered everybody on “%(what)s”."),
        _("%(who)s answered everybody for %(whom)s on “%(what)s”."),
    ),
    "question.decided": told(
        "check",
        _("a decision"),
        _("%(who)s decided “%(what)s” and answered every voice."),
        _("%(who)s decided “%(what)s” for %(whom)s and answered every voice."),
    ),
    "question.counted": told(
        "vote",
        _("counting the votes"),
        _("%(who)s counted the votes on “%(what)s”."),
        _("%(who)s counted the votes for %(whom)s on “%(what)s”."),
    ),
    "question.agreed": told(
        "check",
        _("an agreement"),
        _("All agreed on “%(what)s”. %(who)s wrote it down."),
        _("All agreed on “%(what)s”. %(who)s wrote it down for %(whom)s."),
    ),
    "question.own": told(
        "check",
        _("somebody’s own choice"),
        _("%(who)s chose on “%(what)s”, their own matter."),
        _("%(who)s chose for %(whom)s on “%(what)s”, their own matter."),
    ),
    "question.unchanged": told(
        "check",
        _("leaving it as it is"),
        _("“%(what)s” stays as it is. %(who)s closed the question."),
        _("“%(what)s” stays as it is. %(who)s closed the question for %(whom)s."),
    ),
    "agenda.talked": told("calendar", _("“we talked about it”"), _("%(who)s noted that we talked about “%(what)s”.")),
}

LIVED = (events_consent, events_mornings, events_picks, events_presence, events_noticing, events_meeting, review)

TELLINGS: dict[str, Telling] = HOUSEHOLD | PLAN | LADDER | TALK | ENDING
for _room in LIVED:
    TELLINGS |= _room.TELLINGS

DONE = {
    "voice": _("Said."),
    "voice.passed": _("Passed."),
    "voice.changed": _("Changed."),
    "voice.late": _("It came too late, but it is kept."),
    "voice.late_seen": _("Seen."),
    "concern": _("Said what matters."),
    "task": _("The task is taken."),
    "option.proposed": _("The idea is on the list."),
    "option.vetoed": _("Ruled out, with its reason."),
    "option.tabled": _("On the table."),
    "recording.made": _("Recorded. The tablet plays it now."),
    "recording.removed": _("Deleted."),
    "comment": _("Said."),
    "question": _("Settled."),
    "question.opened": _("Asked."),
    "question.unchanged": _("It stays as it is."),
    "rung.climbed": _("Climbed."),
    "rung.stepped_down": _("Moved down the ladder."),
    "climb.asked": _("Asked. A parent answers."),
    "climb": _("Answered."),
    "override.set": _("The safety override is in force."),
    "override.ended": _("The decision is back."),
    "override.replied": _("Said."),
    "agenda": _("Talked about."),
    "step.added": _("The step is in the plan."),
    "step.moved": _("The step has a new place."),
    "step.archived": _("Put away. Nothing of it is lost."),
    "step.restored": _("The step is back."),
    "routine.archived": _("Put away. Nothing of it is lost."),
    "routine.restored": _("The routine is back."),
    "step": _("Saved."),
    "routine": _("Saved."),
    "taken_back": _("Taken back."),
}
for _room in LIVED:
    DONE |= _room.DONE

_UNKNOWN = Telling(
    _("%(who)s did something on “%(what)s”."),
    _("%(who)s did something for %(whom)s on “%(what)s”."),
    _("something"),
    "history",
)
_BACK = _("%(who)s took back %(thing)s (“%(what)s”).")
_BACK_ALONE = _("%(who)s took back %(thing)s.")


def event_sentence(kind: str, *, who: str, whom: str = "", what: str = "", back: str = "") -> str:
    """Return an event as a sentence.

    `who` did it, `whom` names whom it was for or about if that is somebody else, `what` is the step,
    routine or person in the family's words. `back` is the kind of event a "taken_back" undid.
    """
    words = {"who": who or gettext("Somebody"), "whom": whom, "what": what}
    if kind == "taken_back":
        return str(_BACK if what else _BACK_ALONE) % {**words, "thing": _telling(back).thing}
    telling = _telling(kind)
    return str(telling.other if whom else telling.own) % words


def done_words(event: Event | None) -> str:
    """Return what to tell whoever just did it, in a word or two; None is what was done already."""
    if event is None:
        return str(_("Done."))
    return str(DONE.get(event.kind) or DONE.get(event.kind.partition(".")[0]) or _("Done."))


def event_icon(kind: str) -> str:
    """Return the name of the line icon beside an event."""
    return "undo" if kind == "taken_back" else _telling(kind).icon


def _telling(kind: str) -> Telling:
    return TELLINGS.get(kind, _UNKNOWN)
