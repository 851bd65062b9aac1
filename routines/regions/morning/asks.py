"""Changes of today that wait: what is wished, who agrees, and whose answer is missing."""

from routines.regions.morning.scene import MorningScene, moment_of
from routines.regions.morning.values import AskView
from routines.rules.morning.agreeing import weigh
from routines.rules.morning.blocks import doings
from routines.rules.morning.deeds import MorningDeed, offered_today
from routines.rules.morning.lateness import cost, may_be_later
from routines.rules.morning.state import MorningStepState, TodayAsk
from routines.rules.people import may_act_for
from routines.rules.state import Kind, Person
from routines.words.days import clock_words
from routines.words.ladder import rung_name
from routines.words.today_asks import cost_words, waiting_words, wish_words


def asks_view(scene: MorningScene, speaker: Person | None = None) -> tuple[AskView, ...]:
    """Return the changes of today that wait, as the reader sees them; a supporter only those about their steps.

    `speaker` is in whose name they would answer, by default their own.
    """
    if not scene.running:
        return ()
    seen = {step.id for step in scene.steps}
    supporter = scene.look.viewer.kind is Kind.SUPPORTER and scene.look.viewer.id
    asks = (ask for ask in scene.morning.asks if not supporter or ask.step in seen)
    return tuple(_ask(scene, ask, speaker or scene.look.viewer) for ask in asks)


def _ask(scene: MorningScene, ask: TodayAsk, speaker: Person) -> AskView:
    look = scene.look
    step, after = scene.morning.step(ask.step), scene.morning.step(ask.after)
    said = {ask.by: True} | {voice.member: voice.agrees for voice in ask.voices}
    waiting = look.persons(weigh(ask).waiting_for)
    may = _may_answer(scene, ask)
    mine = said.get(speaker.id)
    return AskView(
        id=ask.id,
        kind=ask.kind,
        sentence=wish_words(
            ask.kind,
            who=look.person(ask.by).name,
            what=step.title if step else "",
            new=ask.title,
            after=after.title if after else "",
            minutes=ask.minutes,
        ),
        consequence=cost_sentence(scene, ask.minutes, step) if ask.kind == "later" else "",
        pictogram=ask.pictogram or (step.pictogram if step else "stopwatch"),
        reason=ask.reason,
        by=look.person(ask.by),
        acted_by=look.maybe(ask.acted_by),
        rung=ask.rung,
        rung_name=rung_name(ask.rung),
        yes=look.persons(tuple(member for member, agrees in said.items() if agrees)),
        no=look.persons(tuple(member for member, agrees in said.items() if not agrees)),
        waiting=waiting,
        waiting_words=waiting_words((each.name for each in waiting), one_is_enough=bool(ask.deciders)),
        mine="" if mine is None else "yes" if mine else "no",
        may_answer=speaker in may,
        may_withdraw=look.viewer.id in (ask.by, ask.acted_by) or speaker.id == ask.by,
        for_whom=tuple(person for person in may if person.id not in said),
    )


def _may_answer(scene: MorningScene, ask: TodayAsk) -> tuple[Person, ...]:
    """Return whom the reader may answer for, themselves included; on a page that is nobody's, everybody asked."""
    viewer = scene.look.viewer
    step = scene.morning.step(ask.step)
    people = scene.look.persons((*ask.asked, *ask.deciders))
    found = []
    for person in people:
        actor = person if not viewer.id else viewer
        if not may_act_for(actor, person):
            continue
        if offered_today(MorningDeed.AGREE, scene.situation(person, actor, step, ask)):
            found.append(person)
    return tuple(found)


def cost_sentence(scene: MorningScene, minutes: int, step: MorningStepState | None) -> str:
    """Return what so many more minutes for a step cost now, or nothing where there is no time to leave."""
    morning = scene.morning
    if not may_be_later(minutes, morning.leave):
        return ""
    price = cost(minutes, morning, moment_of(morning, scene.look), step.id if step else None)
    titles = {each.id: each.title for each in morning.steps if doings(each)}
    return cost_words(
        minutes_later=price.minutes_later,
        leave=clock_words(scene.local(price.new_leave)),
        gives=(titles[each] for each, _seconds in price.gives if each in titles),
    )
