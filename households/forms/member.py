"""The form of one person of the household."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from households.actions.people import Who, facts
from households.forms.fields import ChosenField, WordsField
from households.forms.looks import LookFields
from households.forms.verb import RevisionField, VerbForm
from households.models import Member

# Who somebody is and how old, in one choice: only children are told apart by age.
WHO = (
    ("parent", _("Parent or carer")),
    ("teen", _("Teenager")),
    ("child 10-12", _("Child of 10 to 12")),
    ("child 6-9", _("Child of 6 to 9")),
    ("child 3-5", _("Child of 3 to 5")),
    ("supporter", _("Supporter: grandparent, friend, neighbour")),
)


class MemberForm(LookFields, VerbForm):
    """Name, who they are, face and colour. With `may_say_who` false only name, face and colour."""

    name = WordsField(
        label=_("What do you call them?"),
        max_length=Member._meta.get_field("name").max_length,
        error_messages={"required": _("Write the name you call them at home.")},
    )
    who = ChosenField(
        label=_("Who are they?"), choices=WHO, error_messages={"required": _("Choose who they are in your household.")}
    )
    revision = RevisionField()
    shown_as = {"kind": "who", "age_band": "who"}

    def __init__(self, *args, may_say_who: bool = True, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not may_say_who:
            del self.fields["who"]

    @classmethod
    def of(
        cls, member: Member, *, others: Iterable[Member], revision: int, may_say_who: bool, data=None
    ) -> "MemberForm":
        """Return the form of a member as they are now, bound where `data` is given."""
        initial = {**facts(member), "who": f"{member.kind} {member.age_band}".strip(), "revision": revision}
        return cls(data, initial=initial, others=others, may_say_who=may_say_who)

    def put(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Return the form's fields and their values for a member's facts."""
        fields = super().put(facts)
        if "who" in self.fields:
            fields["who"] = f"{facts['kind']} {facts['age_band']}".strip()
        return fields

    def asked_who(self, member: Member | None = None) -> Who:
        """Return who they are, once valid; where the form does not ask, who `member` is."""
        if "who" not in self.fields:
            return Who(member.kind, member.age_band)
        kind, _space, age_band = self.cleaned_data["who"].partition(" ")
        return Who(kind, age_band)
