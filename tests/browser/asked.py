"""What a tablet can ask somebody: each brings a family there and returns who sits down."""

PICTURES = (("Music", "musical-notes"), ("Night before", "night-before"), ("Pyjamas!", "pyjamas"))
MORE = (("A race", "running-shoe"), ("A story", "story-time"), ("Just quiet", "quiet-time"), ("A rocket", "rocket"))


def told(family):
    family.ask(family.car, "We leave at ten past eight.", why="Then we are on time.")
    return family.ivy


def picking(family):
    question = family.ask(family.dress, "How shall we get dressed?")
    family.pictured(question, *PICTURES)
    family.say(question, family.leo, "choice", family.pictured(question, ("In the car", "automobile"))[0])
    return family.ivy


def spoken(family):
    question = family.ask(family.dress, "How shall we get dressed?")
    music, night, _pyjamas = family.pictured(question, *PICTURES)
    family.say(question, family.leo, "choice", night, note="Then I can sleep longer.")
    family.say(question, family.bo, "choice", music)
    family.say(question, family.ivy, "choice", music)
    return family.ivy


def many(family):
    question = family.ask(family.game, "What shall we play?")
    family.pictured(question, *PICTURES, *MORE)
    return family.bo


def thumbs(family):
    question = family.ask(family.game, "What shall we play?")
    family.pictured(question, ("A race on the stairs", "running-shoe"))
    return family.bo


def nothing_yet(family):
    family.ask(family.game, "What shall we play?")
    return family.bo


def concerned(family):
    question = family.ask(family.breakfast, "The porridge goes cold.")
    family.concern(question, family.maya, "It shall not take long.")
    return family.ivy


def tabling(family):
    question = family.ask(family.breakfast, "The porridge goes cold.")
    family.concerns(question, family.maya, family.ivy, family.bo)
    family.pictured(question, ("Porridge together", "bowl-with-spoon"), ("Bread", "bread"))
    return family.ivy


def proposed(family):
    family.proposal(trial=2)
    return family.bo


def objected(family):
    question, _option = family.proposal()
    family.say(question, family.ivy, "no")
    return family.ivy


def agreed(family):
    family.consented()
    return family.ivy


def overridden(family):
    family.forbid(family.breakfast, "The stove is broken, it could burn us.")
    return family.ivy


def own(family):
    question = family.ask(family.own, "What do I eat?", family.leo)
    family.pictured(question, ("Toast", "bread"), ("Porridge", "bowl-with-spoon"))
    return family.leo


ASKED = [
    told,
    picking,
    spoken,
    many,
    thumbs,
    nothing_yet,
    concerned,
    tabling,
    proposed,
    objected,
    agreed,
    overridden,
    own,
]
