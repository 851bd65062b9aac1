"""The form that puts a step or a routine away."""

from django import forms
from django.utils.translation import gettext_lazy as _

from households.forms.fields import WordsField


class ArchiveForm(forms.Form):
    """Why something is put away, for the history; nobody has to say."""

    why = WordsField(label=_("Why?"), max_length=500, required=False, widget=forms.TextInput({"autocomplete": "off"}))

    def __init__(self, data=None) -> None:
        super().__init__(data, auto_id="archive-%s")
