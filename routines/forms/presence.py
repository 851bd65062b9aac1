"""The form of the weeks somebody lives by: a first day, and the days of two weeks."""

from datetime import date, timedelta

from django import forms
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _

from households.forms.fields import ChosenField
from routines.forms.pause import DayField
from routines.rules.morning.presence import TWO_WEEKS, monday
from routines.words.days import week, week_start

SAME, TURNS = "same", "turns"


class UsualForm(forms.Form):
    """On which days somebody is here, every week or two weeks in turn.

    A day is named by its place: 0 is the first day of the reader's week in which it begins, 13 the last of the week
    after. Which dates these are depends on the first day, so a week may begin on any day a reader is used to.
    """

    use_required_attribute = False

    from_on = DayField(label=_("From"), help_text=_("What was before that day stays as it was."))
    turns = ChosenField(
        label=_("Which weeks?"),
        choices=[(SAME, _("Every week the same")), (TURNS, _("Two weeks in turn"))],
    )
    days = forms.TypedMultipleChoiceField(
        choices=[(place, place) for place in range(TWO_WEEKS)],
        coerce=int,
        required=False,
        empty_value=[],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose days of these two weeks.")},
    )

    def __init__(self, data=None, *, mask: int, today: date) -> None:
        """`mask` is what holds now, its first bit the Monday of this week."""
        chosen = places(mask, today)
        first, second = ({each % 7 for each in chosen if each // 7 == row} for row in (0, 1))
        initial = {"from_on": today, "turns": SAME if first == second else TURNS, "days": chosen}
        super().__init__(data, initial=initial)

    def mask(self) -> int:
        """Return the days as the verb takes them, once valid: the first bit is the Monday of the first day's week."""
        chosen, first = set(self.cleaned_data["days"]), self.cleaned_data["from_on"]
        if self.cleaned_data["turns"] == SAME:
            chosen = {row + place for place in chosen if place < 7 for row in (0, 7)}
        offset = (week_start(first) - monday(first)).days
        return sum(1 << (place + offset) % TWO_WEEKS for place in chosen)

    @property
    def weeks(self) -> list[list[tuple[int, str, str, bool]]]:
        """Return both weeks, each day with its place, its short and its whole name, and whether it is chosen."""
        chosen = {str(each) for each in self["days"].value() or []}
        return [
            [
                (row + place, str(WEEKDAYS_ABBR[day]), str(WEEKDAYS[day]), str(row + place) in chosen)
                for place, day in enumerate(week())
            ]
            for row in (0, 7)
        ]


def places(mask: int, day: date) -> list[int]:
    """Return the places of a mask's days, which begins with the Monday of a day's week, in the reader's weeks."""
    first = week_start(day)
    ahead = (first + timedelta(days=place) - monday(day) for place in range(TWO_WEEKS))
    return [place for place, after in enumerate(ahead) if mask >> after.days % TWO_WEEKS & 1]
