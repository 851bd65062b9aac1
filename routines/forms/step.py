"""The form of a step: what happens, for whom, how long, and how much say they have."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from households.forms.fields import WordsField
from households.pictograms import exists
from routines.actions.step import FIELDS, StepDraft
from routines.forms.opened import OpenedForm, ReasonField
from routines.forms.pictures import picture_for
from routines.models import Step
from routines.rules.state import Kind, Person, Rung
from routines.words import RUNG_NAMES

NOT_HERE = _("Choose people of this household.")


class PeopleField(forms.TypedMultipleChoiceField):
    """Some of the household's people, by their ids."""

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("error_messages", {}).setdefault("invalid_choice", NOT_HERE)
        super().__init__(coerce=int, empty_value=[], widget=forms.CheckboxSelectMultiple, **kwargs)

    def clean(self, value) -> list[int]:
        """Return their ids in order, each once."""
        return sorted(set(super().clean(value)))


class PictogramField(forms.CharField):
    """A picture of the catalogue."""

    def to_python(self, value) -> str:
        """Return the picture's name; one that is not in the catalogue counts as none."""
        name = super().to_python(value)
        return name if exists(name) else ""


class StepForm(OpenedForm):
    """A step. Its rung is chosen once, when it is new; afterwards it climbs and steps down."""

    fields_of_plan = FIELDS

    title = WordsField(
        label=_("What happens?"),
        max_length=Step._meta.get_field("title").max_length,
        error_messages={"required": _("Give the step a name, for example “Get dressed”.")},
    )
    minutes = forms.IntegerField(
        label=_("How many minutes?"),
        min_value=0,
        max_value=600,
        widget=forms.NumberInput(attrs={"class": "input-short", "inputmode": "numeric"}),
        error_messages={
            "required": _("Write how many minutes it takes. A guess is fine."),
            "invalid": _("Write the minutes as a whole number, for example 10."),
            "min_value": _("Write the minutes as a whole number from 0 to 600."),
            "max_value": _("A step takes 600 minutes at most. Divide it into several steps."),
        },
    )
    least = forms.IntegerField(
        label=_("At least, when time is scarce"),
        required=False,
        min_value=0,
        max_value=600,
        widget=forms.NumberInput(attrs={"class": "input-short", "inputmode": "numeric"}),
        help_text=_("How many of the minutes it cannot do without. Left empty, half of them."),
        error_messages={
            "invalid": _("Write the minutes as a whole number, or leave this empty."),
            "min_value": _("Write the minutes as a whole number from 0 to 600, or leave this empty."),
            "max_value": _("Write the minutes as a whole number from 0 to 600, or leave this empty."),
        },
    )
    pictogram = PictogramField(required=False)
    affected = PeopleField(error_messages={"required": _("Say whom this step is for.")})
    doers = PeopleField(required=False)
    alongside = forms.BooleanField(
        label=_("At the same time as the step before"),
        required=False,
        help_text=_("For different people side by side: one dresses while another eats."),
    )
    rung = forms.TypedChoiceField(
        choices=[(int(rung), name) for rung, name in RUNG_NAMES.items()],
        coerce=lambda value: Rung(int(value)),
        error_messages={
            "required": _("Choose how much say people have. You can climb later."),
            "invalid_choice": _("Choose one of the four rungs."),
        },
    )
    decider = forms.TypedChoiceField(
        coerce=int, empty_value=None, required=False, error_messages={"invalid_choice": NOT_HERE}
    )
    why = WordsField(
        label=_("Why do we do this?"),
        max_length=2000,
        lines=True,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("In words a child can read."),
    )
    limits = WordsField(
        label=_("What is fixed?"),
        max_length=2000,
        lines=True,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What cannot change, stated before anybody votes."),
    )
    small_steps = WordsField(
        label=_("Small steps"),
        max_length=Step._meta.get_field("small_steps").max_length,
        lines=True,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("For whoever wants it piece by piece: one a line, eight at most. Pictures come by themselves."),
    )
    over_to_you = forms.BooleanField(
        label=_("Over to you"),
        required=False,
        help_text=_("On Inform: the people it is for do it their own way."),
    )
    safety = forms.BooleanField(
        label=_("A matter of safety"),
        required=False,
        help_text=_("Explained on Inform, never voted on."),
    )
    reason = ReasonField(label=_("Why this change?"), help_text=_("Everybody can read it under “What changed”."))

    def __init__(self, data=None, *, people: Iterable[Person], reader: Person, new: bool, rung: Rung, **kwargs) -> None:
        """`people` can be named, `reader` fills it in; `rung` is the step's, if it is not new."""
        super().__init__(data, new=new, **kwargs)
        self.people = tuple(people)
        named = [(person.id, person.name) for person in self.people]
        self.fields["affected"].choices = self.fields["doers"].choices = named
        self.deciders = tuple(each for each in self.people if each.kind in (Kind.PARENT, Kind.TEEN))
        self.fields["decider"].choices = [("", "")] + [(p.id, p.name) for p in self.deciders]
        for field in _not_here(reader, new=new, rung=rung):
            del self.fields[field]

    def draft(self) -> StepDraft:
        """Return what was asked for, once valid."""
        rung = {"rung": self.cleaned_data["rung"]} if "rung" in self.fields else {}
        return StepDraft(**self.typed(), **rung)

    def clean_pictogram(self) -> str:
        """Return the chosen picture, else one that goes with the title."""
        return self.cleaned_data["pictogram"] or picture_for(self.cleaned_data.get("title", ""))

    @property
    def affected_ids(self) -> list[int]:
        """Return whom the step is for, as chosen now."""
        return _ids(self["affected"].value())

    @property
    def doer_ids(self) -> list[int]:
        """Return who does it, as chosen now."""
        return _ids(self["doers"].value())

    @property
    def decider_id(self) -> int | None:
        """Return who decides, as chosen now."""
        return next(iter(_ids([self["decider"].value()])), None) if "decider" in self.fields else None


def _not_here(reader: Person, *, new: bool, rung: Rung) -> list[str]:
    """Return the fields a reader does not get: what only parents say, what another rung needs."""
    parent = reader.kind == Kind.PARENT
    left_out = {
        "rung": not new,
        "reason": new,
        "decider": not new and rung != Rung.CONSULT,
        "safety": not parent or (not new and rung != Rung.INFORM),
        "over_to_you": (not parent and not new) or (not new and rung != Rung.INFORM),
    }
    return [field for field, out in left_out.items() if out]


def _ids(values) -> list[int]:
    return [int(each) for each in values or [] if str(each or "").isdigit()]
