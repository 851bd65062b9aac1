"""Some weeks of mornings, stored together: a few statements for each kind of row, however many mornings there are."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Model

from households.models import Event
from routines.past.copied import copy_plan
from routines.past.household import Past
from routines.past.lived import Lived, begin
from routines.past.noticed import notice_it
from routines.past.otherwise import do_otherwise
from routines.past.picked import pick_it

# So many rows go into one statement at most, which SQLite allows for the widest of them.
BATCH = 500


class Chapter:
    """The mornings of some days, made by one parent within one change of their household."""

    def __init__(self, past: Past, parent: int, revision: int) -> None:
        self.past, self.parent, self.revision = past, parent, revision
        self.made: Counter = Counter()

    def store(self, days: Iterable[date], lived: set[tuple[int, date]]) -> Counter:
        """Store the mornings of some days, without those that were lived; return how many rows of each kind."""
        mornings = list(self._mornings(days, lived))
        rows: dict[type[Model], list[Model]] = {}
        for morning in mornings:
            for row in _rows(morning):
                rows.setdefault(type(row), []).append(row)
        for model, found in rows.items():
            self._store(model, found)
        self._store(Event, [event for morning in mornings for event in morning.history()])
        return self.made

    def _mornings(self, days: Iterable[date], lived: set[tuple[int, date]]) -> Iterable[Lived]:
        for day in days:
            for routine in self.past.routines:
                if (routine.id, day) in lived or not self.past.runs(routine, day):
                    continue
                morning = begin(self.past, routine, day, self.parent, self.revision)
                if morning is not None:
                    yield morning

    def _store(self, model: type[Model], rows: list[Model]) -> None:
        """Store rows after those they point to: what they point to has its number by then."""
        model.objects.bulk_create(rows, batch_size=BATCH)
        self.made[model._meta.verbose_name_plural] += len(rows)


def _rows(morning: Lived) -> Iterable[Model]:
    """Return all rows of a morning, each after what it points to."""
    copy_plan(morning)
    asked = do_otherwise(morning)
    return (morning.row, *morning.steps, *morning.doings, *asked, *pick_it(morning), *notice_it(morning))
