"""The form of a routine: title, days, and the one time that is fixed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from households.forms.fields import ChosenField, WordsField
from routines.actions.routine import FIELDS, RoutineDraft
from routines.forms.opened import OpenedForm, ReasonField
from routines.models import Routine
from routines.rules.weekdays import days_of, mask_of
from routines.words.days import day_choices

NEW = {"title": "", "weekdays": 0b0011111, "anchor": Routine.Anchor.LEAVE, "anchor_time": None, "tells_minutes": True}


class DaysField(forms.TypedMultipleChoiceField):
    """Days of the week as a bit mask, in the order of the reader's week."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs) -> None:
        super().__init__(choices=day_choices, coerce=int, empty_value=0, **kwargs)

    def clean(self, value) -> int:
        """Return the mask, Monday = 1 to Sunday = 64."""
        return mask_of(set(super().clean(value)))


class ClockField(forms.TimeField):
    """A time of day, whole minutes."""

    def __init__(self, **kwargs) -> None:
        formats = ["%H:%M", "%H:%M:%S", "%H.%M"]
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "input-short"})
        super().__init__(input_formats=formats, widget=widget, **kwargs)

    def clean(self, value):
        """Return the time without seconds, or None."""
        at = super().clean(value)
        return at and at.replace(second=0, microsecond=0)


class RoutineForm(OpenedForm):
    """What a routine is called, on which days it is, and what its clock holds fast."""

    fields_of_plan = FIELDS

    title = WordsField(
        label=_("What do you call it?"),
        max_length=Routine._meta.get_field("title").max_length,
        error_messages={"required": _("Give it a name, for example “School morning”.")},
    )
    weekdays = DaysField(
        label=_("On which days?"),
        error_messages={
            "required": _("Choose at least one day."),
            "invalid_choice": _("Choose days of the week."),
        },
    )
    anchor = ChosenField(label=_("Which time is fixed?"), choices=Routine.Anchor.choices)
    anchor_time = ClockField(
        label=_("When?"),
        required=False,
        help_text=_("Without a time you see how long everything takes, and no clock times."),
        error_messages={"invalid": _("Write the time like 7:45.")},
    )
    tells_minutes = forms.BooleanField(
        label=_("Say how early or late we were"),
        required=False,
        help_text=_("As soon as everybody is off. Without it, nobody is told."),
    )
    reason = ReasonField(label=_("Why this change?"), help_text=_("Everybody can read it under “What changed”."))

    def shown(self, field: str, value: Any) -> Any:
        """Return days as ticks, everything else as it is."""
        return [str(day) for day in days_of(value)] if field == "weekdays" else value

    def draft(self) -> RoutineDraft:
        """Return what was asked for, once valid."""
        return RoutineDraft(**self.typed())


def values_of(routine: Any) -> Mapping[str, Any]:
    """Return a routine's editable fields."""
    return {field: getattr(routine, field) for field in FIELDS}
