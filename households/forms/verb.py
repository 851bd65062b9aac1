"""What every form of a change has in common: it shows why its verb said no, and keeps what was typed."""

from collections.abc import Mapping
from typing import Any

from django import forms

from households.actions.merging import ChangedMeanwhile
from households.actions.refusal import Refused
from households.words import changed_by, refusal


def read_tap(data: Mapping[str, str]):
    """Return the tap a POST carries as a UUID, or None where it carries none or nonsense."""
    try:
        return forms.UUIDField().clean(data.get("tap"))
    except forms.ValidationError:
        return None


class RevisionField(forms.IntegerField):
    """The household's revision when the form was drawn. Without a sound one, everything counts as changed since."""

    def __init__(self) -> None:
        super().__init__(required=False, min_value=0, max_value=2**62, widget=forms.HiddenInput)

    def clean(self, value) -> int:
        """Return the revision, 0 for none or nonsense."""
        try:
            return super().clean(value) or 0
        except forms.ValidationError:
            return 0


class VerbForm(forms.Form):
    """A form whose verb may refuse. `shown_as` names the form's field for a fact stored under another name."""

    shown_as: Mapping[str, str] = {}

    def refuse(self, refused: Refused) -> None:
        """Show why the verb said no, beside the field it is about."""
        if isinstance(refused, ChangedMeanwhile):
            self._show_both(refused)
        else:
            self._say(refused.field, refusal(refused.code, refused.params))

    def put(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Return the form's fields and their values for these facts."""
        return {field: value for field, value in facts.items() if field in self.fields}

    def _show_both(self, clash: ChangedMeanwhile) -> None:
        """Keep mine, say what is there now, and let the next sending build on that."""
        now = self.put({**clash.merged, **clash.theirs})
        self.data = {**self.data.dict(), **self.put(clash.merged), "revision": clash.revision}
        for field in {self.shown_as.get(each, each): None for each in clash.theirs}:
            self._say(field, changed_by(clash.by, self._words_of(field, now[field])))

    def _say(self, fact: str, sentence: str) -> None:
        field = self.shown_as.get(fact, fact)
        self.add_error(field if field in self.fields else None, sentence)

    def _words_of(self, field: str, value: Any) -> str:
        choices = getattr(self.fields[field], "choices", None)
        return str(dict(choices).get(value, value)) if choices else str(value)
