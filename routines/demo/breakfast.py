"""How breakfast came to be everybody's: porridge with cold milk, and a job for each."""

from routines.demo.days import SECOND
from routines.demo.picks import pick_porridge
from routines.demo.telling import Telling
from routines.rules.state import Rung, Say

AGREED_ON = SECOND + 5
REVIEWED_ON = AGREED_ON + 16


def breakfast_together(telling: Telling, day: int) -> None:
    """Breakfast climbs to the top, they agree on porridge, and ask each morning what is in it."""
    telling.days.on(day, "09:10")
    telling.climb(
        "breakfast",
        Rung.COPRODUCE,
        "We eat it together, so we plan it and make it together. My vote counts like yours.",
    )
    _agree_on_breakfast(telling, day)
    telling.days.on(day + 1, "17:00")
    pick_porridge(telling)


def _agree_on_breakfast(telling: Telling, day: int) -> None:
    maya, ivy, bo = telling.family.maya, telling.family.ivy, telling.family.bo
    telling.days.on(day, "09:40")
    question = telling.ask("breakfast", "Breakfast takes so long that nobody sits down together.", by=ivy)
    telling.concern(question, ivy, "I want to stir.")
    telling.concern(question, maya, "I would like to sit down once before we leave.")
    telling.concern(question, bo)
    porridge = telling.idea(
        question, ivy, "Porridge, and everybody has a job", "bowl-with-spoon", "It takes five minutes more to stir."
    )
    telling.idea(question, bo, "Toast with honey, from the hand", "honey-pot", "Sticky hands in the car.")
    telling.table(question, ivy, porridge)
    telling.say(question, ivy, Say.YES)
    telling.say(question, bo, Say.NO, "Too hot. Ow.")
    telling.say(question, maya, Say.YES)
    telling.days.on(day, "10:05")
    cold = telling.idea(
        question,
        maya,
        "Porridge with cold milk, and everybody has a job",
        "glass-of-milk",
        "It is cool enough at once.",
    )
    telling.table(question, maya, cold)
    telling.say(question, bo, Say.YES)
    telling.say(question, ivy, Say.YES)
    telling.say(question, maya, Say.OK, "OK for now. I would rather have toast.")
    telling.task(question, ivy, "I put out the bowls and stir.")
    telling.task(question, bo, "I pour the cold milk.")
    telling.task(question, maya, "I cook it, and then I sit down.")
    telling.settle(
        question,
        maya,
        reason="Nobody got everything, everybody got a job.",
        review_on=telling.day(REVIEWED_ON),
    )
    telling.remark("breakfast", bo, sticker="party-popper")
    telling.remark("breakfast", telling.family.nana, "I bring the oats. And I eat what is left.")
