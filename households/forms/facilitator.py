"""Forms of a facilitator: who they are to families, their organisation, and a family's code."""

from django.utils.translation import gettext_lazy as _

from households.actions.facilitators import Introduction
from households.forms.fields import WordsField
from households.forms.verb import VerbForm
from households.models import ConsentRequest, Facilitator, Organisation

# Longer than any code a family is given, so that a typing error gets its sentence and not this one.
CODE_ROOM = 40


def _room(model, field: str) -> int:
    return model._meta.get_field(field).max_length


class IntroductionForm(VerbForm):
    """What families are told of a facilitator."""

    name = WordsField(
        label=_("What are you called?"),
        max_length=_room(Facilitator, "name"),
        help_text=_("Every person of a family that lets you look in sees this name."),
        error_messages={"required": _("Write the name families know you by.")},
    )
    about = WordsField(
        label=_("What do you do?"),
        max_length=_room(Facilitator, "about"),
        required=False,
        help_text=_("In a few plain words, for example: family worker in Hackney."),
    )

    @classmethod
    def of(cls, facilitator: Facilitator, data=None) -> "IntroductionForm":
        """Return the form of a facilitator as they are now, bound where `data` is given."""
        return cls(data, initial=Introduction.of(facilitator).facts())

    def introduction(self) -> Introduction:
        """Return what was written, once valid."""
        return Introduction(self.cleaned_data["name"], self.cleaned_data["about"])


class StartForm(IntroductionForm):
    """Becoming a facilitator, alone or with a new organisation."""

    organisation = WordsField(
        label=_("Found an organisation for you and your colleagues?"),
        max_length=_room(Organisation, "name"),
        required=False,
        help_text=_("Its name. Leave this empty if you work on your own, or if a colleague sends you a link."),
    )


class OrganisationForm(VerbForm):
    """A new organisation."""

    name = WordsField(
        label=_("What is your organisation called?"),
        max_length=_room(Organisation, "name"),
        error_messages={"required": _("Write what your organisation is called.")},
    )


class CodeForm(VerbForm):
    """Asking a family with the code it gave."""

    code = WordsField(
        label=_("The family's code"),
        max_length=CODE_ROOM,
        error_messages={"required": _("Type the code the family gave you.")},
    )
    words = WordsField(
        label=_("What would you like to look at with them?"),
        max_length=_room(ConsentRequest, "words"),
        required=False,
        lines=True,
        help_text=_("The family reads this before it answers."),
    )
