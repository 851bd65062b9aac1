"""Writing exact fractions so that people can read them."""

from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

# Beyond this a fraction says less than a decimal number; after a year of rounds it fills whole lines.
LARGEST_DENOMINATOR = 999
DIGITS = range(3, 13)


def fraction_words(value: Fraction) -> str:
    """Return a fraction as "11/24", a whole number as "1", and what nobody can read as "about 0.458"."""
    return compared(value)[0]


def compared(*values: Fraction) -> tuple[str, ...]:
    """Return fractions to be read side by side: those rounded get as many digits as tell them apart."""
    digits = next((count for count in DIGITS if _told_apart(values, count)), DIGITS[-1])
    return tuple(_written(value, digits) for value in values)


def _told_apart(values: tuple[Fraction, ...], digits: int) -> bool:
    return len({round(value, digits) for value in values}) == len(set(values))


def _written(value: Fraction, digits: int) -> str:
    if value.denominator <= LARGEST_DENOMINATOR:
        return str(value).replace("-", "−")
    number = number_format(round(float(value), digits), digits).replace("-", "−")
    return _("about %(number)s") % {"number": number}
