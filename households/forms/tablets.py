"""Forms about shared tablets: adding one, its name and faces, how it is for somebody, and their picture code."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from households.actions.tablets import Comfort, tablet_facts
from households.forms.fields import ChosenField, WordsField
from households.forms.verb import RevisionField, VerbForm
from households.models import Member, Tablet
from households.pictograms import PICTOGRAMS
from households.rules.tablets import CODE_LENGTH, GRID
from households.words import REFUSALS


class NameField(WordsField):
    """What a tablet is called."""

    def __init__(self) -> None:
        super().__init__(
            label=_("What is this tablet called?"),
            help_text=_("For example after the place where it stands: Kitchen."),
            max_length=Tablet._meta.get_field("name").max_length,
            error_messages={"required": _("Give the tablet a name. Any name will do.")},
        )


class PairedForm(VerbForm):
    """The name a parent gives a tablet while they say that it is the right one."""

    name = NameField()


class DigitsField(forms.Field):
    """Six digits; spaces and dashes between them do not matter."""

    default_error_messages = {"required": REFUSALS["digits_six"], "invalid": REFUSALS["digits_six"]}
    widget = forms.TextInput({"inputmode": "numeric", "autocomplete": "one-time-code"})

    def to_python(self, value) -> str:
        """Return the digits alone."""
        digits = re.sub(r"[\s.–-]", "", value or "")
        if digits and not re.fullmatch(r"[0-9]{6}", digits):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return digits


class DigitsForm(forms.Form):
    """The digits of a pairing, typed on the tablet."""

    digits = DigitsField(label=_("Six digits"))


class TabletForm(VerbForm):
    """A tablet's name, and whose faces it shows. `people` are the children and teens it could show."""

    name = NameField()
    faces = forms.TypedMultipleChoiceField(
        label=_("Whose faces does it show?"),
        required=False,
        coerce=int,
        error_messages={"invalid_choice": _("Somebody here is no longer in your household. Please look once more.")},
    )
    revision = RevisionField()
    shown_as = {"hidden": "faces"}

    def __init__(self, *args, people: Iterable[Member], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.people = list(people)
        self.fields["faces"].choices = [(each.id, each.name) for each in self.people]

    @classmethod
    def of(cls, tablet: Tablet, *, people: Iterable[Member], revision: int, data=None) -> "TabletForm":
        """Return the form of a tablet as it is now, bound where `data` is given."""
        people, facts = list(people), tablet_facts(tablet)
        faces = [each.id for each in people if each.id not in facts["hidden"]]
        return cls(data, people=people, initial={**facts, "faces": faces, "revision": revision})

    def hidden(self) -> set[int]:
        """Return the ids of those it does not show, once valid. Whom the form did not offer stays as they were."""
        offered = {int(each) for each in self.data.get("offered", "").split() if each.isdecimal() and len(each) < 19}
        return (offered - set(self.cleaned_data["faces"])) | (set(self.initial["hidden"]) - offered)

    @property
    def offered(self) -> str:
        """Return who can be chosen, as the form sends it back."""
        return " ".join(str(each.id) for each in self.people)

    @property
    def chosen(self) -> set[int]:
        """Return who is ticked."""
        return {int(each) for each in self["faces"].value() or [] if str(each).isdecimal()}

    def put(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Return the form's fields and their values for a tablet's facts."""
        fields = super().put(facts)
        if "hidden" in facts:
            fields["faces"] = [each.id for each in self.people if each.id not in facts["hidden"]]
        return fields

    def _words_of(self, field: str, value: Any) -> str:
        if field != "faces":
            return super()._words_of(field, value)
        return ", ".join(each.name for each in self.people if each.id in value) or str(_("nobody"))


class ComfortForm(VerbForm):
    """How every tablet is for one child or teen."""

    text_size = ChosenField(label=_("How large are the words?"), choices=Member.TextSize.choices)
    reads_aloud = forms.BooleanField(
        label=_("Read everything aloud"),
        help_text=_("As soon as something new is shown, without a tap. The speaker button reads aloud at any time."),
        required=False,
    )
    language = ChosenField(label=_("Which language does the tablet speak?"), required=False)
    revision = RevisionField()

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("As everywhere in the household")), *settings.LANGUAGES]

    @classmethod
    def of(cls, member: Member, *, revision: int, data=None) -> "ComfortForm":
        """Return the form of a member as they are now, bound where `data` is given."""
        return cls(data, initial={**Comfort.of(member).facts(), "revision": revision})

    def comfort(self) -> Comfort:
        """Return what was asked for, once valid."""
        return Comfort(**{field: self.cleaned_data[field] for field in ("text_size", "reads_aloud", "language")})


class CodeForm(VerbForm):
    """Three pictures in order."""

    labels = (_("First picture"), _("Second picture"), _("Third picture"))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        pictures = [(name, PICTOGRAMS[name].label) for name in GRID]
        for place, label in enumerate(self.labels[:CODE_LENGTH]):
            self.fields[f"picture{place}"] = ChosenField(label=label, choices=pictures)

    def pictures(self) -> list[forms.BoundField]:
        """Return the fields, first to last."""
        return [self[name] for name in self.fields]

    def code(self) -> tuple[str, ...]:
        """Return the code, once valid."""
        return tuple(self.cleaned_data[name] for name in self.fields)
