"""The part of a form where somebody gets their face and colour."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from households.actions.people import Look
from households.forms.fields import ChosenField
from households.models import Member
from households.pictograms import FACES, PICTOGRAMS


class LookFields(forms.Form):
    """Face and colour, each somebody's own. `look_name` is the field that holds their name."""

    face = ChosenField(
        label=_("Choose a face"),
        error_messages={
            "required": _("Choose a face."),
            "invalid_choice": _("Somebody else has this face. Choose another one."),
        },
    )
    colour = ChosenField(
        label=_("Choose a colour"),
        error_messages={
            "required": _("Choose a colour."),
            "invalid_choice": _("Somebody else has this colour. Choose another one."),
        },
    )
    look_name = "name"

    def __init__(self, *args, others: Iterable[Member] = (), **kwargs) -> None:
        super().__init__(*args, **kwargs)
        others = list(others)
        self.taken_faces = {each.face for each in others}
        self.taken_colours = {each.colour for each in others}
        self.all_colours = Member.Colour.choices
        self._offer("face", [(name, PICTOGRAMS[name].label) for name in FACES if name not in self.taken_faces])
        self._offer("colour", [each for each in self.all_colours if each[0] not in self.taken_colours])

    def _offer(self, field: str, choices: list) -> None:
        """Offer what is free; the first of it is chosen until somebody chooses."""
        self.fields[field].choices = choices
        if choices:
            self.initial.setdefault(field, choices[0][0])

    def look(self) -> Look:
        """Return how they want to look, once valid."""
        return Look(
            name=self.cleaned_data[self.look_name], face=self.cleaned_data["face"], colour=self.cleaned_data["colour"]
        )
