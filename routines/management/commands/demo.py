"""Loads the demo household, and says how to get in as each of its people."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from households.models import Account, Household
from routines.demo import PASSWORD, SIGN_INS, begin_demo


class Command(BaseCommand):
    """`manage.py demo`: six weeks of mornings of one parent, a teenager, a five-year-old and a three-year-old."""

    help = "Load the demo household; nothing is changed where it is there already."

    def add_arguments(self, parser) -> None:
        """Add `--if-empty`: load nothing where there is any household."""
        parser.add_argument("--if-empty", action="store_true", dest="if_empty")

    def handle(self, *args, if_empty: bool = False, **options) -> None:
        """Load it once, and print the ways in."""
        there = Account.objects.filter(email__in=SIGN_INS).exists()
        if not there and not (if_empty and Household.objects.exists()):
            if not settings.LOCAL:
                raise CommandError("The password of the demo is known to everybody: load it with LOCAL=1 only.")
            begin_demo()
            there = True
        if there:
            self.stdout.write(_ways_in())


def _ways_in() -> str:
    lines = ["", "The demo household. The password of all: " + PASSWORD]
    lines += [f"  {name}: {email}" for email, name in SIGN_INS.items()]
    lines += [
        "  Ivy (5) and Bo (3) have no sign-in: as Maya, add a tablet under People,",
        "  then open /tablet in a private window.",
        "Six weeks of their mornings are told. Today’s is for you to begin: sign in and open Today.",
    ]
    return "\n".join(lines)
