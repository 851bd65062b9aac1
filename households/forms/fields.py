"""Fields that speak the family's language."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from households.rules import time_zones, writing


class WordsField(forms.CharField):
    """Words of any language. Too long, blank or with hidden signs is refused, never cut or changed.

    `lines` allows several lines. There is no `maxlength` in the page: a browser would cut what is pasted.
    """

    default_error_messages = {
        "required": _("Please write something here."),
        "max_length": _(
            "This is %(show_value)s characters long, and there is room for %(limit_value)s. Please make it shorter."
        ),
        "hidden": _("There are signs in here that cannot be shown. Please type it again without pasting."),
    }

    def __init__(self, *, max_length: int, lines: bool = False, **kwargs) -> None:
        self.lines = lines
        self.room = max_length
        kwargs.setdefault("widget", forms.Textarea if lines else forms.TextInput)
        super().__init__(strip=False, **kwargs)
        self.validators = []

    def to_python(self, value) -> str:
        """Return the words without space around them; blank is empty."""
        return writing.tidy(str(value), lines=self.lines) if value not in self.empty_values else ""

    def validate(self, value: str) -> None:
        """Refuse blank, hidden and too much, each with its sentence."""
        super().validate(value)
        if writing.hidden_signs(value):
            raise ValidationError(self.error_messages["hidden"], code="hidden")
        if len(value) > self.room:
            raise ValidationError(
                self.error_messages["max_length"],
                code="max_length",
                params={
                    "show_value": number_format(len(value), force_grouping=True),
                    "limit_value": number_format(self.room, force_grouping=True),
                },
            )


class TimeZoneField(forms.CharField):
    """A place whose clock counts: `Europe/Berlin`, or as people type it, `berlin`."""

    default_error_messages = {
        "required": _("Choose a place whose clock is yours, for example Europe/Berlin."),
        "unknown": _(
            "We do not know the clock of “%(value)s”. Choose a large town near you, for example Europe/Berlin."
        ),
    }

    def to_python(self, value) -> str:
        """Return the zone's whole name."""
        text = super().to_python(value)
        if not text:
            return ""
        zone = time_zones.meant(text)
        if zone is None:
            shown = text if len(text) <= 40 else f"{text[:40]}…"
            raise ValidationError(self.error_messages["unknown"], code="unknown", params={"value": shown})
        return zone

    def run_validators(self, value) -> None:
        """Nothing is left to check: a zone's name is one of a list."""


class ChosenField(forms.ChoiceField):
    """One of a few things, chosen by tapping it."""

    default_error_messages = {
        "required": _("Please choose one."),
        "invalid_choice": _("This cannot be chosen. Please choose one of those shown."),
    }
    widget = forms.RadioSelect
