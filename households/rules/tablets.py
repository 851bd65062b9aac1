"""Who looks after shared tablets, and how long a wrong code makes somebody wait."""

from households.rules.people import ALLOWED, CHILD, PARENT, Standing, Verdict, may_run_household, refuse

TEEN = "teen"
# The nine pictures of every picture code, and how many of them make one, in order.
GRID = ("cat-face", "frog", "octopus", "automobile", "rocket", "guitar", "star", "deciduous-tree", "house")
CODE_LENGTH = 3
# Seconds to wait after so many wrong picture codes in a row. After one more a parent must help.
CODE_WAITS = {1: 0, 2: 0, 3: 30, 4: 60, 5: 120, 6: 300}
# Wrong digits are free of waiting at first, from one address and from all together; then the waits grow, in seconds.
FREE_FROM_ONE = 4
FREE_FROM_ALL = 50
DIGIT_WAITS = (30, 60, 120, 300)


def may_look_after_tablets(actor: Standing) -> Verdict:
    """Parents add tablets, say who is on them, and put them away."""
    return may_run_household(actor)


def may_prepare(actor: Standing, member: Standing) -> Verdict:
    """Parents say how a tablet is for a child or teen, and set the picture code; a teen does so for themself."""
    if member.left:
        return refuse("has_left")
    if member.kind not in (CHILD, TEEN):
        return refuse("not_at_a_tablet")
    if actor.kind == PARENT or (actor.id == member.id and actor.kind == TEEN):
        return ALLOWED
    return refuse("parents_only")


def is_code(pictures: tuple[str, ...]) -> bool:
    """Return whether these can be a picture code."""
    return len(pictures) == CODE_LENGTH and set(pictures) <= set(GRID)


def wait_after_codes(wrong: int) -> int | None:
    """Return the seconds to wait after `wrong` wrong picture codes in a row; None when a parent must help."""
    return CODE_WAITS.get(wrong) if wrong else 0


def wait_after_digits(wrong: int, free: int) -> int:
    """Return the seconds to wait after `wrong` wrong digits, the first `free` of which make nobody wait."""
    return DIGIT_WAITS[min(wrong - free, len(DIGIT_WAITS)) - 1] if wrong > free else 0
