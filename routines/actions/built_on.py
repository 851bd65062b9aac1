"""What something later rests on cannot be taken back."""

from households.actions.refusal import Refused
from routines.rules.codes import Code


def built_on() -> Refused:
    """Return the refusal for what something later rests on."""
    return Refused(str(Code.OTHERS_BUILT_ON_IT))


def closed() -> Refused:
    """Return the refusal for what was said to a question that closed since."""
    return Refused(str(Code.CLOSED))
