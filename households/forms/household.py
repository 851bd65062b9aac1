"""Forms of the household: founding it, and its settings."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from households.actions.household import Home
from households.forms.fields import ChosenField, TimeZoneField, WordsField
from households.forms.looks import LookFields
from households.forms.verb import RevisionField, VerbForm
from households.models import Household, Member


class HouseholdForm(VerbForm):
    """What a household is called, and its clock and language."""

    name = WordsField(
        label=_("What is your household called?"),
        max_length=Household._meta.get_field("name").max_length,
        error_messages={"required": _("Give your household a name. Any name will do.")},
    )
    time_zone = TimeZoneField(
        label=_("Which clock is yours?"),
        help_text=_("Type a large town near you, and choose it from the list."),
        widget=forms.TextInput({"list": "time-zones", "autocomplete": "off", "data-time-zone": ""}),
    )
    language = ChosenField(label=_("Which language do you speak here?"), choices=lambda: settings.LANGUAGES)
    revision = RevisionField()

    @classmethod
    def of(cls, household: Household, data=None) -> "HouseholdForm":
        """Return the form of a household as it is now, bound where `data` is given."""
        return cls(data, initial={**Home.of(household).facts(), "revision": household.revision})

    def home(self) -> Home:
        """Return what was asked for, once valid."""
        return Home(
            name=self.cleaned_data["name"],
            time_zone=self.cleaned_data["time_zone"],
            language=self.cleaned_data["language"],
        )


class FoundingForm(LookFields, HouseholdForm):
    """A household and its first parent."""

    my_name = WordsField(
        label=_("What do they call you at home?"),
        max_length=Member._meta.get_field("name").max_length,
        error_messages={"required": _("Write the name they call you at home.")},
    )
    look_name = "my_name"
