"""Makes years of mornings for a household, to try what they look like and to measure with."""

from datetime import date, timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from households.models import Household, Member
from routines.actions.stage import local_date
from routines.past import AlreadyLived, Made, make_past

DAYS_A_YEAR = 365


class Command(BaseCommand):
    """`manage.py mornings --household 1 --years 3`: mornings up to yesterday, as if they had been lived.

    They follow the plan and the days away as they are now. Nobody is asked and no rule is: it is for trying and for
    measuring, not for a family that has begun.
    """

    help = "Make years of mornings for a household, up to yesterday; refused where some were lived, unless told."

    def add_arguments(self, parser) -> None:
        """Add whose they are and how many."""
        parser.add_argument("--household", type=int, required=True, help="its number, as in its address /h/1/")
        parser.add_argument("--years", type=float, default=1, help="how far back; 0.1 is five weeks (default: 1)")
        parser.add_argument("--every", type=int, default=1, help="take each so-manieth day only (default: 1)")
        parser.add_argument("--add", action="store_true", help="add to the mornings that are there in that time")

    def handle(self, *args, household: int, years: float, every: int, add: bool, **options) -> None:
        """Make them, all or none, and say what was made."""
        first, last = self._days(household, years)
        if every < 1:
            raise CommandError("--every takes 1 for each day, 2 for each second one, and so on.")
        try:
            made = make_past(household, first, last, timezone.now(), every=every, add=add)
        except AlreadyLived:
            raise CommandError("This household has mornings in that time. Add to them with --add.") from None
        except Member.DoesNotExist:
            raise CommandError("Nobody lives there who could have begun a morning.") from None
        self.stdout.write(_told(made, first, last))

    def _days(self, household: int, years: float) -> tuple[date, date]:
        found = Household.objects.filter(id=household).first()
        if found is None:
            raise CommandError(f"There is no household {household}.")
        days = round(years * DAYS_A_YEAR)
        if days < 1:
            raise CommandError("--years is less than a day.")
        yesterday = local_date(timezone.now(), found.time_zone) - timedelta(days=1)
        return yesterday - timedelta(days=days - 1), yesterday


def _told(made: Made, first: date, last: date) -> str:
    lines = [f"From {first} to {last}:"]
    lines += [f"  {count:8} {kind}" for kind, count in sorted(made.rows.items())]
    lines += [f"  Left out, as it was settled before: {text}" for text in made.left_out]
    return "\n".join(lines)
