"""The weekly meeting, in words."""

from django.utils.translation import gettext_lazy as _

from routines.words.telling import Telling, Words, told

TELLINGS: dict[str, Telling] = {
    "meeting.begun": told(
        "people",
        _("beginning a family meeting"),
        _("%(who)s began a family meeting and chairs it."),
        _("%(who)s began a family meeting. %(whom)s chairs it."),
    ),
    "meeting.passed": told(
        "people",
        _("passing the chair on"),
        _("%(who)s took the chair of the family meeting."),
        _("%(who)s passed the chair of the family meeting to %(whom)s."),
    ),
    "meeting.noted": told(
        "pencil",
        _("a note of a family meeting"),
        _("%(who)s noted what the family meeting said on “%(what)s”."),
    ),
    "meeting.ended": told("check", _("the end of a family meeting"), _("%(who)s ended the family meeting.")),
}

DONE: dict[str, Words] = {
    "meeting.begun": _("The family meeting has begun."),
    "meeting.passed": _("The chair is passed on."),
    "meeting.noted": _("Noted."),
    "meeting.ended": _("Done. What came of it stands here."),
}
