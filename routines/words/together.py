"""How an organisation's numbers are counted, in sentences."""

from django.utils.translation import gettext as _


def rules() -> tuple[str, ...]:
    """Return the rules, each a sentence or two."""
    return (
        _("Counted are only families that said yes to a part in these numbers, and only what they share."),
        _("A number is shown where at least five families and five people stand behind it, else not at all."),
        _(
            "It is also left out where you look in at nearly all of the families behind it: otherwise you could work "
            "out the others."
        ),
        _(
            "Felt as planned: of all the times somebody told how a step felt, how often it felt like the rung it "
            "stood on."
        ),
        _("Steps: how many steps stand on a rung now, as far as they are for somebody whose part is shared."),
        _("Views: what people said on questions settled in these weeks, and how often they got an answer to it."),
        _("These count what happened in the app. They do not hear the kitchen."),
    )
