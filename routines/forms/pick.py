"""The form of a pick: what is asked each morning, from what, and until when."""

from django import forms
from django.utils.translation import gettext_lazy as _

from households.actions.refusal import Refused
from households.forms.fields import WordsField
from households.rules import writing
from routines.actions.pick_plan import FIELDS, OptionDraft, PickDraft
from routines.forms.opened import OpenedForm, ReasonField
from routines.forms.pictures import picture_for
from routines.forms.routine import ClockField
from routines.models import Pick
from routines.rules.codes import Code

ROWS = 6
NO_PICTURE = "thought-balloon"
NEW = {"text": "", "until": None}


class LinesField(forms.Field):
    """Several lines of words, each in an input of its own; empty ones count for nothing."""

    widget = forms.MultipleHiddenInput

    def clean(self, value) -> tuple[str, ...]:
        """Return the words that were written; raises `ValidationError` for signs that cannot be shown."""
        texts = tuple(text for each in value or () if (text := writing.tidy(str(each))))
        if any(writing.hidden_signs(text) for text in texts):
            raise forms.ValidationError(WordsField.default_error_messages["hidden"], code="hidden")
        return texts


class PickForm(OpenedForm):
    """What is picked each morning on a step. What can be picked is listed once, when it is new, and added to later."""

    fields_of_plan = FIELDS

    text = WordsField(
        label=_("What do you pick?"),
        max_length=Pick._meta.get_field("text").max_length,
        help_text=_("As a question: “What is for breakfast?”, “Which song in the car?”"),
        error_messages={"required": _("Write what is picked, for example “What is for breakfast?”.")},
    )
    options = LinesField(
        label=_("From what?"),
        required=False,
        help_text=_("At least two. Each gets a picture that goes with its words; more can be added any time."),
    )
    until = ClockField(
        label=_("When does picking end?"),
        required=False,
        help_text=_(
            "By the clock at home. Without a time it ends when the step begins, or as soon as all have tapped."
        ),
        error_messages={"invalid": _("Write the time like 7:45.")},
    )
    reason = ReasonField(label=_("Why this change?"), help_text=_("Everybody can read it under “What happened”."))

    def __init__(self, data=None, *, new: bool = False, **kwargs) -> None:
        super().__init__(data, new=new, **kwargs)
        del self.fields["reason" if new else "options"]

    @property
    def option_rows(self) -> list[str]:
        """Return what the inputs hold, with empty ones up to a handful."""
        written = [str(each) for each in self["options"].value() or () if str(each).strip()]
        return written + [""] * max(ROWS - len(written), 1)

    def draft(self) -> PickDraft:
        """Return what was asked for, once valid."""
        return PickDraft(**self.typed())

    def options_drafted(self) -> tuple[OptionDraft, ...]:
        """Return what is to be picked from, each with a picture that goes with its words."""
        return tuple(OptionDraft(text, picture_for(text, NO_PICTURE)) for text in self.cleaned_data["options"])


def options_sent(text: str | None) -> tuple[int, ...]:
    """Return the options a tap sends, "3,5" for two of them and nothing for a pass.

    Raises `Refused` where nothing was sent at all, and for nonsense.
    """
    numbers = [] if text == "" else (text or "none").split(",")
    if not all(each.isascii() and each.isdigit() and len(each) < 19 for each in numbers):
        raise Refused(str(Code.SAY_FIRST))
    return tuple(int(each) for each in numbers)


# Which field a refusal of the rules is about.
ABOUT = {
    "pick_text_first": "text",
    "pick_two_first": "options",
    "idea_there": "options",
    "ideas_enough": "options",
    "too_long": "options",
}


def field_of(form: PickForm, refused: Refused) -> str | None:
    """Return which of the form's fields a refusal is about, if one."""
    field = ABOUT.get(refused.code)
    return field if field in form.fields else None
