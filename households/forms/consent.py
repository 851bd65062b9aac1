"""The form of what is shared with a facilitator: kinds, routines, people, and the last day."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from households.consent_words import KINDS, KindWords
from households.forms.verb import VerbForm
from households.rules.consent import PROPOSED_KINDS, Terms, usual_until
from households.words import REFUSALS


class SomeField(forms.TypedMultipleChoiceField):
    """Some of a few things, chosen by tapping them."""

    def __init__(self, *, none: str, **kwargs) -> None:
        said = {"required": REFUSALS[none], "invalid_choice": _("Choose one of those shown.")}
        super().__init__(widget=forms.CheckboxSelectMultiple, error_messages=said, **kwargs)


class TermsForm(VerbForm):
    """Terms. `routines` are pairs of ids and titles: this app does not know the family's routines itself."""

    use_required_attribute = False

    kinds = SomeField(
        none="consent_no_kind",
        label=_("What do you show?"),
        choices=[(kind, words.name) for kind, words in KINDS.items()],
    )
    routines = SomeField(none="consent_no_routine", label=_("Of which routines?"), coerce=int)
    members = SomeField(none="consent_nobody", label=_("Whose part?"), coerce=int)
    until_on = forms.DateField(
        label=_("Until which day?"),
        help_text=_("It ends by itself after this day. A year is the longest."),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "input-short"}),
        error_messages={
            "required": _("Choose a last day."),
            "invalid": _("Write the day like 2026-03-02, or choose it."),
        },
    )

    def __init__(
        self,
        data=None,
        *,
        today: date,
        routines: Iterable[tuple[int, str]],
        people: Iterable[object],
        terms: Terms | None = None,
        sent: QueryDict | None = None,
    ) -> None:
        """`people` are those here, by `id` and `name`; `terms` what stands; `sent` what was chosen already."""
        super().__init__(data, initial=_initial(today, terms, sent))
        self.people = tuple(people)
        self.fields["routines"].choices = tuple(routines)
        self.fields["members"].choices = [(each.id, each.name) for each in self.people]

    @property
    def kinds_shown(self) -> list[tuple[str, KindWords, bool]]:
        """Return each kind with its words, and whether it is chosen now."""
        chosen = self._chosen("kinds")
        return [(kind, words, kind in chosen) for kind, words in KINDS.items()]

    @property
    def routines_shown(self) -> list[tuple[int, str, bool]]:
        """Return each routine's id and title, and whether it is chosen now."""
        chosen = self._chosen("routines")
        return [(key, title, str(key) in chosen) for key, title in self.fields["routines"].choices]

    @property
    def members_chosen(self) -> list[int]:
        """Return the ids of those whose part is chosen now."""
        chosen = self._chosen("members")
        return [each.id for each in self.people if str(each.id) in chosen]

    def terms(self) -> Terms:
        """Return what was asked for, once valid."""
        given = self.cleaned_data
        return Terms(tuple(given["kinds"]), tuple(given["routines"]), tuple(given["members"]), given["until_on"])

    def _chosen(self, field: str) -> set[str]:
        return {str(each) for each in self[field].value() or ()}


def _initial(today: date, terms: Terms | None, sent: QueryDict | None) -> dict[str, object]:
    if sent and "until_on" in sent:
        return {field: sent.getlist(field) for field in ("kinds", "routines", "members")} | {
            "until_on": sent["until_on"]
        }
    if terms is None:
        return {"kinds": PROPOSED_KINDS, "until_on": usual_until(today)}
    return {
        "kinds": terms.kinds,
        "routines": terms.routine_ids,
        "members": terms.member_ids,
        "until_on": max(terms.until_on, today),
    }
