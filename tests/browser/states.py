"""What a step's panel can look like: each brings a family there and returns the step, and who looks at it."""

from tests.browser.hand import answers


def unasked(family):
    return family.car, family.maya


def told(family):
    family.ask(family.car, "We leave at ten past eight.", why="Then we are on time.")
    return family.car, family.leo


def questioned(family):
    question = family.ask(family.car, "We leave at ten past eight.", why="Then we are on time.")
    family.say(question, family.leo, "question", note="Can I go by bike?")
    for each in (family.ivy, family.bo):
        family.say(question, each, "got_it")
    family.wish(family.car, family.leo, 2, "More fun, more time")
    return family.car, family.maya


def informed(family):
    question = family.ask(family.car, "We leave at ten past eight.", why="Then we are on time.")
    for each in (family.leo, family.ivy, family.bo):
        family.say(question, each, "got_it")
    family.settle(question, text="We leave at ten past eight.", reason="Then we are on time.")
    return family.car, family.leo


def consulted(family):
    family.consulted()
    family.remark(family.dress, family.leo, "Not the loud one")
    return family.dress, family.maya


def by_thumbs(family):
    question = family.ask(family.dress)
    family.idea(question, "In pyjamas")
    family.say(question, family.leo, "unsure", note="It is cold.")
    return family.dress, family.leo


def answered(family):
    question, music, _pyjamas = family.consulted()
    everybody = answers(family.leo, family.ivy, family.bo)
    family.settle(question, option=music, reason="It wakes us up.", answers=everybody, trial_days=2)
    return family.dress, family.leo


def ruled_out(family):
    question = family.ask(family.game)
    for words in ("With music", "In pyjamas"):
        family.idea(question, words)
    family.veto(question, family.idea(question, "A race on the stairs"))
    return family.game, family.maya


def counted(family):
    family.settle(family.voted(maya="music", leo="music", ivy="race", bo="race")[0])
    return family.game, family.leo


def concerned(family):
    question = family.ask(family.breakfast, "The porridge goes cold.")
    family.concern(question, family.ivy, "Honey")
    family.idea(question, "Porridge together")
    return family.breakfast, family.maya


def objected(family):
    question, _option = family.proposal(trial=2)
    family.say(question, family.ivy, "no", note="Only with honey")
    family.say(question, family.maya, "yes")
    return family.breakfast, family.maya


def agreed(family):
    question = family.consented()
    family.task(question, family.maya, "Cook it")
    for each in (family.ivy, family.bo):
        family.task(question, each, "Spoons")
    return family.breakfast, family.maya


def overridden(family):
    family.forbid(family.breakfast, "The stove is broken.")
    return family.breakfast, family.maya


def own(family):
    question = family.ask(family.own, "What do I eat?", family.leo)
    family.idea(question, "Toast", family.leo)
    return family.own, family.leo


STATES = [unasked, told, questioned, informed, consulted, by_thumbs, answered, ruled_out, counted, concerned, objected]
STATES += [agreed, overridden, own]
