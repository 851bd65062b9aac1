"""An organisation's numbers as CSV, with the rules by which they were counted."""

import csv
from collections.abc import Iterable
from io import StringIO

from django.utils.translation import gettext as _

from routines.exports.cells import plain
from routines.regions.caseload.organisation import NumberRow, NumbersView


def numbers_csv(name: str, numbers: NumbersView, rules: Iterable[str]) -> str:
    """Return the numbers of an organisation called `name`, one a line, and after them the rules."""
    out = StringIO()
    lines = csv.writer(out)
    lines.writerow([plain(name), plain(numbers.first), plain(numbers.last)])
    lines.writerow([_("Number"), _("Rung"), _("Count"), _("Of"), _("Families behind it")])
    for each in numbers.felt:
        lines.writerow(_line(_("Felt as planned"), each))
    for each in numbers.steps:
        lines.writerow(_line(_("Steps standing there now"), each))
    lines.writerow(_line(_("Views that got an answer"), numbers.views))
    lines.writerows([plain(each)] for each in rules)
    return out.getvalue()


def _line(what: str, row: NumberRow) -> list[str | int]:
    rung = row.about if row.rung else ""
    if not row.told:
        return [what, rung, _("too few families"), "", ""]
    return [what, rung, row.n, "" if row.of is None else row.of, row.families]
