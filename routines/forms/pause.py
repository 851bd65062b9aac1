"""The form of a break: why, for whom, from when until when."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from households.forms.fields import ChosenField, WordsField
from routines.models import Pause
from routines.rules.state import Person

NOT_HERE = _("Choose somebody of this household.")


class DayField(forms.DateField):
    """A day of the calendar."""

    default_error_messages = {
        "required": _("Choose a day."),
        "invalid": _("Write the day like 2026-03-02, or choose it."),
    }

    def __init__(self, **kwargs) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "input-short"})
        super().__init__(widget=widget, **kwargs)


def _id(value: Any) -> int | None:
    return int(value) if value else None


class PauseForm(forms.Form):
    """A break. `for_all` also offers everybody, which teens cannot choose."""

    use_required_attribute = False

    kind = ChosenField(label=_("What is it?"), choices=Pause.Kind.choices, initial=Pause.Kind.HOLIDAY)
    who = forms.TypedChoiceField(
        label=_("For whom?"),
        coerce=_id,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": NOT_HERE},
    )
    routine = forms.TypedChoiceField(
        label=_("Of which routine?"),
        coerce=_id,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the routines shown.")},
    )
    from_on = DayField(label=_("From"))
    until_on = DayField(label=_("Until its last day"), required=False)
    note = WordsField(label=_("A word about it"), max_length=Pause._meta.get_field("note").max_length, required=False)

    def __init__(
        self, data=None, *, today: date, people: Iterable[Person], for_all: bool, routines: Iterable[tuple[int, str]]
    ) -> None:
        """`people` are those the reader may note a break for, `routines` pairs of ids and titles."""
        super().__init__(data, initial={"from_on": today})
        self.people, self.for_all = tuple(people), for_all
        everybody = [("", _("Everybody"))] if for_all else []
        self.fields["who"].choices = [*everybody, *((each.id, each.name) for each in self.people)]
        self.fields["who"].required = not for_all
        self.fields["who"].error_messages["required"] = NOT_HERE
        self.fields["routine"].choices = [("", _("All of them")), *routines]

    @property
    def who_id(self) -> int | None:
        """Return for whom it is, as chosen now."""
        value = str(self["who"].value() or "")
        return int(value) if value.isdigit() else None

    def asked(self) -> dict[str, Any]:
        """Return what was asked for as the verb takes it, once valid."""
        given = self.cleaned_data
        about = {field: given[field] for field in ("kind", "from_on", "until_on", "note")}
        return about | {"member_id": given["who"], "routine_id": given["routine"]}
