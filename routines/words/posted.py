"""Why what a form sent could not be read, in the reader's words: for grown-ups, and for children."""

from django.utils.translation import gettext_lazy as _

POSTED = {
    "hidden_signs": (
        _("There are signs in here that cannot be shown. Type it again without pasting."),
        _("Some signs here cannot be shown. Type it again."),
    ),
    "not_a_date": (
        _("This is not a date. Choose one from the calendar."),
        _("This is not a day. Choose one."),
    ),
}
