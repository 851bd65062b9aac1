"""What reviews with a facilitator say: the sentences a question may begin with, and what happened."""

from django.utils.translation import gettext_lazy as _

from routines.rules.review import CONCERNED, LEARNED, NEXT, PLEASED, TRIED
from routines.words.telling import Telling, Words, told

# By starter: what it is called, and how the question begins.
STARTER_WORDS: dict[str, tuple[Words, Words]] = {
    TRIED: (_("Tried"), _("What have you tried?")),
    LEARNED: (_("Learned"), _("What did you find out?")),
    PLEASED: (_("Pleased"), _("What are you glad about?")),
    CONCERNED: (_("Concerned"), _("What still worries you?")),
    NEXT: (_("What next"), _("What would you like to do next?")),
}

# Of what a facilitator did, the title is their name.
TELLINGS: dict[str, Telling] = {
    "review.asked": told("question", _("a question"), _("%(what)s asked the family something.")),
    "review.ask_withdrawn": told("undo", _("a question"), _("%(what)s took a question back.")),
    "review.ask_closed": told("check", _("a question"), _("%(what)s closed a question.")),
    "review.answered": told(
        "comment",
        _("an answer"),
        _("%(who)s answered %(what)s."),
        _("%(who)s wrote down what %(whom)s answered %(what)s."),
    ),
    "review.planned": told("calendar", _("a review"), _("%(what)s planned a review together.")),
    "review.called_off": told("calendar", _("calling a review off"), _("The review with %(what)s was called off.")),
    "review.item": told("plus", _("a thing to talk about"), _("%(who)s put something on the list for the review.")),
    "review.asked_item": told("plus", _("something to talk about"), _("%(what)s put something on the list.")),
    "review.item_removed": told(
        "undo", _("taking a thing off the list"), _("Something was taken off the review’s list.")
    ),
    "review.summed_up": told("pencil", _("a summary"), _("%(what)s wrote down what came of the review.")),
    "review.signed": told("check", _("a signature"), _("%(what)s signed the summary of the review.")),
    "review.family_signed": told("check", _("a signature"), _("%(who)s signed the summary of the review.")),
}

DONE: dict[str, Words] = {
    "review.answered": _("Said. Thank you."),
    "review.item": _("It is on the list."),
    "review.item_removed": _("Taken off the list."),
    "review.family_signed": _("Signed."),
    "review.called_off": _("Called off."),
}
