"""Friday to Sunday: the first wishes, a breakfast agreed, a game voted on."""

from routines.demo.days import FRIDAY, MONDAY, SATURDAY, SUNDAY
from routines.demo.telling import Telling
from routines.rules.state import Rung, Say


def friday(telling: Telling) -> None:
    """Leo looks at the plan and wishes to be asked."""
    family, days = telling.family, telling.days
    days.on(FRIDAY, "20:40")
    telling.remark("wake", family.leo, "Light first is fine. No singing, please.")
    telling.remark("wake", family.bo, sticker="tired-face")
    telling.kept["leo’s wish"] = telling.wish(
        "dress", family.leo, Rung.CONSULT, "You decide what we wear and then we argue. Ask us before."
    )


def saturday(telling: Telling) -> None:
    """Maya says yes to Leo, and breakfast becomes everybody's."""
    family, days = telling.family, telling.days
    days.on(SATURDAY, "09:10")
    telling.answer(
        "dress",
        telling.kept["leo’s wish"],
        granted=True,
        answer="You are right. I still decide, but I ask first and I answer you.",
    )
    telling.climb(
        "breakfast",
        Rung.COPRODUCE,
        "We eat it together, so we plan it and make it together. My vote counts like yours.",
    )
    _agree_on_breakfast(telling)
    _who_chooses_the_clothes(telling)
    days.on(SATURDAY, "18:20")
    telling.kept["ivy’s wish"] = telling.wish("wake", family.ivy, Rung.COPRODUCE, "I want to say when it is morning.")


def sunday(telling: Telling) -> None:
    """Leo invents a game, and all vote on it; Maya decides about the clothes."""
    family, days = telling.family, telling.days
    days.on(SUNDAY, "10:30")
    telling.answer(
        "wake",
        telling.kept["ivy’s wish"],
        granted=False,
        answer="School decides when morning is. But you may choose the wake-up song.",
    )
    _decide_about_clothes(telling)
    days.on(SUNDAY, "11:15")
    telling.step(
        "game",
        telling.routines["school"],
        "The getting-dressed game",
        (family.leo, family.ivy, family.bo),
        by=family.leo,
        minutes=10,
        pictogram="dressing-game",
        rung=Rung.CODESIGN,
        doers=(family.maya,),
        why="Nobody argues while they play.",
        limits="Indoors, no running on the stairs, dressed at the end.",
    )
    telling.move("game", 5)
    _vote_on_the_game(telling)
    _ask_about_coffee(telling)


def _agree_on_breakfast(telling: Telling) -> None:
    maya, ivy, bo = telling.family.maya, telling.family.ivy, telling.family.bo
    telling.days.on(SATURDAY, "09:40")
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
    telling.days.on(SATURDAY, "10:05")
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
        review_on=telling.day(MONDAY + 14),
    )
    telling.remark("breakfast", bo, sticker="party-popper")
    telling.remark("breakfast", telling.family.nana, "I bring the oats. And I eat what is left.")


def _who_chooses_the_clothes(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    telling.days.on(SATURDAY, "17:30")
    question = telling.ask("dress", "Who chooses what we wear?")
    two = telling.idea(question, maya, "Each of us, from two sets that fit the weather", "t-shirt")
    free = telling.idea(question, ivy, "Each of us, anything at all", "dress", "Sandals in the snow, perhaps.")
    telling.wants(question, leo, free, "I am fifteen.")
    telling.wants(question, ivy, free)
    telling.wants(question, bo, two)
    telling.wants(question, maya, two)
    telling.kept |= {"clothes": question, "two sets": two}


def _decide_about_clothes(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    telling.settle(
        telling.kept["clothes"],
        maya,
        (
            (leo, "did", "For you there is no second set to choose from: you look at the thermometer yourself."),
            (ivy, "partly", "You choose, but not sandals. On Saturdays you may wear anything at all."),
            (bo, "did", "Two sets, and you point."),
        ),
        option=telling.kept["two sets"],
        reason="It is quick, it is warm enough, and each of you still chooses. We try it for three days.",
        trial_days=3,
    )


def _vote_on_the_game(telling: Telling) -> None:
    leo, ivy, bo = telling.family.leo, telling.family.ivy, telling.family.bo
    telling.days.on(SUNDAY, "11:40")
    question = telling.ask("game", "Which game gets us into our clothes?", by=leo)
    song = telling.idea(question, leo, "Be dressed before the song ends", "musical-notes", "Leo picks the song.")
    hunt = telling.idea(question, ivy, "Treasure hunt for socks", "socks", "Somebody hides them in the evening.")
    race = telling.idea(question, bo, "Dinosaurs get dressed", "sauropod", "It is loud.")
    telling.wants(question, leo, song)
    telling.wants(question, ivy, hunt)
    telling.wants(question, bo, race)
    telling.settle(question, leo)
    telling.remark("game", ivy, "Next time it is my turn.")
    telling.remark("game", bo, sticker="crying-face")
    telling.remark("game", leo, "Dinosaurs may dance to my song.")


def _ask_about_coffee(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    telling.days.on(SUNDAY, "19:50")
    question = telling.ask("coffee", "How can I drink my coffee while it is hot?")
    cup = telling.idea(question, leo, "A cup that keeps it hot", "hot-beverage", "It costs as much as two pizzas.")
    quiet = telling.idea(
        question,
        ivy,
        "Nobody asks Maya for anything until the cup is empty",
        "shushing-face",
        "Ten quiet minutes. We look at books.",
    )
    milk = telling.idea(question, bo, "Bo pours the milk", "glass-of-milk", "Some of it lands on the floor.")
    telling.wants(question, leo, cup, "My ears are free until 7:20 anyway.")
    telling.wants(question, ivy, quiet)
    telling.wants(question, bo, milk)
    telling.wants(question, maya, quiet)
    telling.kept |= {"coffee": question, "quiet": quiet}
