"""Why a drawing or a recording could not be kept, in the reader's words: for grown-ups, and for children."""

from django.utils.translation import gettext_lazy as _

FILES = {
    "drawing_too_big": (
        _("This drawing is too big to send. Use fewer colours, or draw a new one."),
        _("This drawing is too big. Draw a smaller one."),
    ),
    "drawing_not_png": (
        _("This is not a drawing from the tablet. Draw it here, or choose a picture."),
        _("This is not a drawing. Draw one here, or choose a picture."),
    ),
    "drawing_too_wide": (
        _("This drawing is too wide or too tall. Draw it here, or choose a picture."),
        _("This drawing is too big. Draw a smaller one."),
    ),
    "drawing_broken": (
        _("This drawing did not arrive whole. Send it again."),
        _("Your drawing did not arrive whole. Send it again."),
    ),
    "drawing_empty": (
        _("There is nothing on the paper yet. Draw something, or choose a picture."),
        _("There is nothing on the paper yet. Draw something first."),
    ),
    "sound_first": (
        _("There is nothing to hear. Record it again."),
        _("There is nothing to hear."),
    ),
    "sound_too_big": (
        _("This is too long: a line has at most 20 seconds. Record it again, a little shorter."),
        _("This is too long."),
    ),
    "sound_unknown": (
        _("This is not a recording from this page. Record it here."),
        _("This is not a recording."),
    ),
    "recording_gone": (
        _("This recording is gone already."),
        _("This recording is gone."),
    ),
}
