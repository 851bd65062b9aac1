"""What a form showed when it was opened, carried along, so that two people's changes can be merged."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from django import forms
from django.core import signing

from households.forms.fields import WordsField
from routines.actions.routine import plain

SALT = "routines.opened"
KEEP = "keep_"
# Beside the plan's fields in the sealed copy: what fields with a clash held when it was shown.
HELD = "held"
THEIRS, MINE = "theirs", "mine"


@dataclass(frozen=True, slots=True)
class Clash:
    """A field two people changed: who the other was, and all three values in words.

    `theirs` is the other's value as a field for words holds it; nothing for other fields.
    """

    field: str
    label: str
    by: str
    was: str
    now: str
    typed: str
    theirs: str = ""


class OpenedForm(forms.Form):
    """A form of a thing that others may change meanwhile.

    `values` is what the thing is now, by field; a sealed copy travels with the form. `fields_of_plan`
    are those that are merged, a field that is not in the form keeps what it was.
    """

    opened = forms.CharField(required=False, widget=forms.HiddenInput)
    fields_of_plan: tuple[str, ...] = ()
    use_required_attribute = False

    def __init__(self, data=None, *, values: Mapping[str, Any], new: bool = False, **kwargs) -> None:
        """`values` of a `new` thing are what an empty form shows; nobody can have changed those."""
        self.base = dict(values)
        if data is not None and not new:
            self.base = unsealed(data.get("opened"))
            data = self._choices_made(data, self.base.pop(HELD, {}))
        initial = {field: self.shown(field, value) for field, value in values.items()}
        initial["opened"] = sealed(self.base)
        super().__init__(data, initial=initial, **kwargs)
        self.clashes: list[Clash] = []

    def typed(self) -> dict[str, Any]:
        """Return every field of the plan as it was typed, once valid."""
        known = {field: self.base.get(field) for field in self.fields_of_plan}
        return known | {field: self.cleaned_data[field] for field in self.fields_of_plan if field in self.cleaned_data}

    def show_clashes(self, clashes: list[Clash], stored: Mapping[str, Any], conflicts) -> None:
        """Show what both changed, keep what was typed, and let the next sending build on that.

        `stored` is the thing as it is now, `conflicts` the clashes' (base, stored, typed) by field.
        What only the others changed is taken over.
        """
        self.clashes = [replace(each, theirs=self._words(each.field, stored)) for each in clashes]
        self.data = self.data.copy()
        typed = self.typed()
        for field in self.fields_of_plan:
            if field in conflicts:
                self.base[field] = conflicts[field][1]
            elif typed[field] == self.base.get(field) != stored[field]:
                self.base[field] = stored[field]
                self._fill(self.data, field, stored[field])
        self.data["opened"] = sealed({**self.base, HELD: {field: _held(self.data, field) for field in conflicts}})

    def shown(self, field: str, value: Any) -> Any:
        """Return a value as its widget wants it; forms with other widgets say so."""
        return value

    def _choices_made(self, data, held: Mapping[str, list[str]]):
        """Return the data with the others' value wherever that was chosen and nothing written over it since."""
        data = data.copy()
        for field in self.fields_of_plan:
            chosen = data.get(KEEP + field) == THEIRS and field in self.base
            if chosen and held.get(field, _held(data, field)) == _held(data, field):
                self._fill(data, field, self.base[field])
        return data

    def _words(self, field: str, stored: Mapping[str, Any]) -> str:
        shown = self.shown(field, stored[field])
        return "" if isinstance(shown, (bool, list)) or shown is None else str(plain(shown))

    def _fill(self, data, field: str, value: Any) -> None:
        shown = self.shown(field, value)
        if isinstance(shown, list):
            data.setlist(field, [str(each) for each in shown])
        elif shown is None or shown is False:
            data[field] = ""
        else:
            data[field] = "on" if shown is True else str(plain(shown))


def _held(data, field: str) -> list[str]:
    """Return what a field holds, whatever the order of ticks and the kind of line breaks."""
    return sorted(value for each in data.getlist(field) if (value := each.replace("\r\n", "\n").strip()))


class ReasonField(WordsField):
    """Why something is changed, for the history; nobody has to say."""

    def __init__(self, **kwargs) -> None:
        super().__init__(max_length=500, required=False, **kwargs)


def sealed(values: Mapping[str, Any]) -> str:
    """Return values as one signed text for a hidden field."""
    return signing.dumps({key: plain(value) for key, value in values.items()}, salt=SALT, compress=True)


def unsealed(text: str | None) -> dict[str, Any]:
    """Return the values of a sealed text; none from one that is not ours: then everything is compared anew."""
    try:
        values = signing.loads(text or "", salt=SALT)
    except (signing.BadSignature, ValueError):
        return {}
    if values.get("anchor_time"):
        values["anchor_time"] = time.fromisoformat(values["anchor_time"])
    return values
