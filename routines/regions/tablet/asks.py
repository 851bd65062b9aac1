"""Each thing somebody is asked on the tablet, as it is shown to them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from routines.regions.answered import headline
from routines.regions.look import Look
from routines.regions.said import comment_view, say_word
from routines.regions.tablet.choices import (
    option_choice,
    option_choices,
    picture_choices,
    reply_choices,
    say_choices,
    say_label,
)
from routines.regions.tablet.reading import Late
from routines.regions.tablet.values import Ask, Choice, Words
from routines.rules.consent import consent
from routines.rules.ladder import Deed
from routines.rules.people import is_parent
from routines.rules.state import Person, QuestionState, Say, StepState, VoiceState
from routines.rules.tablet import AskKind, Matter, at_once, in_groups
from routines.rules.veil import must_answer
from routines.rules.voices import fits, live, sayable, tabled
from routines.words import rung_words
from routines.words.tablet import CONCERNS, HELPS, TASKS, asking_words

Undoable = Mapping[tuple[str, int], int]

SENDS = {
    AskKind.OWN: "tablet_choose",
    AskKind.INFORM: "tablet_say",
    AskKind.PICK: "tablet_say",
    AskKind.CONSENT: "tablet_say",
    AskKind.CONCERN: "tablet_concern",
    AskKind.TASK: "tablet_task",
    AskKind.TABLE: "tablet_table",
    AskKind.REPLY: "tablet_reply",
    AskKind.LATE: "tablet_late",
}
# Which sorts of events can be taken back where: what was said there. Whoever puts an idea on the table is led to
# everybody's yes, and takes it back there.
TAKEN_BACK = {
    AskKind.OWN: ("question",),
    AskKind.INFORM: ("voice",),
    AskKind.PICK: ("voice",),
    AskKind.CONSENT: ("voice", "option"),
    AskKind.CONCERN: ("concern",),
    AskKind.TASK: ("task",),
    AskKind.TABLE: ("option",),
    AskKind.REPLY: ("override",),
}


def ask_view(look: Look, matter: Matter, events: Undoable) -> Ask:
    """Return one matter as who sits sees it: what others said is veiled until they have spoken."""
    step = matter.step
    seen = look.veiled(step)
    plain = _frame(look, matter, events)
    return KINDS[matter.kind](look, matter, seen, plain)


def late_view(look: Look, late: Late) -> Ask:
    """Return what came too late: kindly, with what was decided and what had been said."""
    question = late.question
    said = say_label(question, Say(late.say)) if late.say and not late.option else late.option
    about = Choice("", "", late.option, late.option_pictogram, drawing=late.option_drawing) if late.option else None
    if question.decision:
        asking = asking_words("late", look.viewer.kind, look.viewer.age_band)
    elif question.closed:
        asking = _("This was asked anew while you were away.")
    else:
        asking = _("This was put away while you were away.")
    return Ask(
        key=f"late-{late.id}",
        kind=str(AskKind.LATE),
        subject=late.id,
        step_id=late.step_id,
        member_id=look.viewer.id,
        title=late.title,
        pictogram=late.pictogram,
        question=question.text,
        asking=asking,
        rung=question.rung,
        rung_words=rung_words(question.rung, look.viewer.kind, look.viewer.age_band),
        person=look.viewer,
        sees=(),
        helpers=(),
        send=SENDS[AskKind.LATE],
        open=True,
        about=about,
        outcome=option_choice(late.chosen) if late.chosen else None,
        mine=said,
        note=late.note,
        helper=look.maybe(late.helper),
        decided=headline(look, question) if question.decision else "",
    )


def _frame(look: Look, matter: Matter, events: Undoable) -> Ask:
    """Return what every ask has: who is asked what, on which rung, and who may see what they say."""
    step, person = matter.step, look.viewer
    question = step.question
    own = matter.kind is AskKind.OWN
    rung = question.rung if question else step.rung
    return Ask(
        key=matter.key,
        kind=str(matter.kind),
        subject=matter.subject,
        step_id=step.id,
        member_id=person.id,
        title=step.title,
        pictogram=step.pictogram,
        question=question.text if question else step.title,
        asking=asking_words(str(matter.kind), person.kind, person.age_band),
        rung=rung,
        rung_words=asking_words("own", person.kind, person.age_band)
        if own
        else rung_words(rung, person.kind, person.age_band),
        person=person,
        sees=_may_see(look, step),
        helpers=tuple(each for each in look.people if each.id != person.id and not each.left),
        send=SENDS[matter.kind],
        open=matter.open,
        limits=question.limits if question else "",
        waiting="" if matter.open else _waiting(look, matter),
        recording=question.recording if question else None,
        undo=max(events.get((sort, matter.subject), 0) for sort in TAKEN_BACK[matter.kind]),
    )


def _may_see(look: Look, step: StepState) -> tuple[Person, ...]:
    """Return who may come to see what is said: those asked, and whoever must answer it."""
    question = step.question
    if question is None or step.own_matter_of is not None:
        return tuple(each for each in look.people if not each.left and (each.id in step.affected or is_parent(each)))
    return tuple(
        each for each in look.people if not each.left and (each.id in question.affected or must_answer(question, each))
    )


def _waiting(look: Look, matter: Matter) -> str:
    """Return whom everybody waits for, now that this one is answered."""
    coming = matter.coming
    if coming.deed is Deed.SETTLE:
        return look.says("wait_close", {})
    if coming.deed in (None, Deed.TABLE):
        return look.says(str(coming.code), dict(coming.params))
    return ""


def _inform(look: Look, matter: Matter, seen: StepState, ask: Ask) -> Ask:
    whole, mine = matter.step.question, _voice(look, matter.step.question)
    choices = say_choices(look, whole, seen.question, mine)
    return _spoken(
        look, _grouped(look, replace(ask, why=matter.step.why, takes_words="note"), choices), whole, seen, mine
    )


def _pick(look: Look, matter: Matter, seen: StepState, ask: Ask) -> Ask:
    whole, mine = matter.step.question, _voice(look, matter.step.question)
    ideas = live(whole)
    ask = replace(ask, takes_words="note", may_bring=_may_bring(look, matter))
    if len(ideas) == 1:
        words = asking_words("thumbs", look.viewer.kind, look.viewer.age_band)
        ask = replace(ask, about=option_choice(ideas[0]), asking=words)
        choices = say_choices(look, whole, seen.question, mine)
    else:
        choices = option_choices(look, seen.question, mine)
    return _spoken(look, _without_ideas(look, _grouped(look, ask, choices)), whole, seen, mine)


def _consent(look: Look, matter: Matter, seen: StepState, ask: Ask) -> Ask:
    whole, mine = matter.step.question, _voice(look, matter.step.question)
    ask = replace(ask, about=option_choice(tabled(whole)), trial_days=whole.trial_days or 0, takes_words="note")
    ask = _spoken(look, _grouped(look, ask, say_choices(look, whole, seen.question, mine)), whole, seen, mine)
    if mine is None or mine.say is not Say.NO:
        return ask
    helps = picture_choices("help", HELPS, mine.note)
    groups, shown = _groups(look, helps)
    words = asking_words("help", look.viewer.kind, look.viewer.age_band)
    return replace(ask, extras=groups, extra=shown, extras_asking=words)


def _own(look: Look, matter: Matter, seen: StepState, ask: Ask) -> Ask:
    if not matter.open:  # chosen; for as long as it can be taken back, another tap chooses something else
        ended = matter.step.last
        chosen = ended.decision.option
        choices = tuple(option_choice(option, mine=option.id == chosen) for option in live(ended))
        mine = next((choice.text for choice in choices if choice.mine), "")
        return _grouped(look, replace(ask, question=ended.text, mine=mine), choices)
    ask = replace(ask, may_bring=_may_bring(look, matter))
    return _without_ideas(look, _grouped(look, ask, option_choices(look, seen.question, None)))


def _concern(look: Look, matter: Matter, seen: StepState, ask: Ask) -> Ask:
    concerns = seen.question.concerns
    mine = next((each for each in concerns if each.member == look.viewer.id), None)
    others = tuple(
        Words(look.person(each.member), each.text or _("Nothing from me."), look.maybe(each.acted_by))
        for each in concerns
        if each.member != look.viewer.id and not each.veiled
    )
    text = mine.text if mine else ""
    ask = replace(
        ask,
        takes_words="text",
        nothing=True,
        passed=mine is not None and not text,
        mine=(text or _("Nothing from me.")) if mine else "",
        helper=look.maybe(mine.acted_by) if mine else None,
        others=others,
    )
    return _grouped(look, ask, picture_choices("picture", CONCERNS, text))


def _table(look: Look, matter: Matter, seen: StepState, ask: Ask) -> Ask:
    whole = matter.step.question
    tries = tabled(whole) is not None and consent(whole).suggest_trial
    ideas = (option for option in live(whole) if tries or option.id != whole.table)
    choices = tuple(option_choice(option) for option in ideas)
    ask = replace(ask, tries=tries, may_bring=_may_bring(look, matter))
    return _without_ideas(look, _grouped(look, ask, choices))


def _task(look: Look, matter: Matter, seen: StepState, ask: Ask) -> Ask:
    tasks = seen.question.tasks
    mine = next((task for task in tasks if task.member == look.viewer.id), None)
    ask = replace(
        ask,
        takes_words="text",
        about=option_choice(tabled(seen.question)),
        mine=mine.text if mine else "",
        helper=look.maybe(mine.acted_by) if mine else None,
        others=tuple(
            Words(look.person(task.member), task.text, look.maybe(task.acted_by))
            for task in tasks
            if task.member != look.viewer.id
        ),
    )
    return _grouped(look, ask, picture_choices("picture", TASKS, ask.mine))


def _reply(look: Look, matter: Matter, seen: StepState, ask: Ask) -> Ask:
    override = matter.step.override
    said = [comment_view(look, each) for each in override.replies if each.member == look.viewer.id]
    mine = said[-1] if said else None
    ask = replace(
        ask,
        question=matter.step.title,
        why=override.reason,
        limits="",
        waiting="",
        decided=_("Until %(when)s.") % {"when": look.when(override.expires_at)},
        takes_words="text",
        mine=mine.text if mine else "",
        helper=mine.acted_by if mine else None,
        recording=None,
    )
    return _grouped(look, ask, reply_choices(mine.sticker if mine else ""))


KINDS: dict[AskKind, Callable[[Look, Matter, StepState, Ask], Ask]] = {
    AskKind.OWN: _own,
    AskKind.INFORM: _inform,
    AskKind.PICK: _pick,
    AskKind.CONSENT: _consent,
    AskKind.CONCERN: _concern,
    AskKind.TABLE: _table,
    AskKind.TASK: _task,
    AskKind.REPLY: _reply,
}


def _voice(look: Look, question: QuestionState) -> VoiceState | None:
    """Return what who sits said, if it still answers what is asked."""
    return next((v for v in question.voices if v.member == look.viewer.id and fits(v, question)), None)


def _spoken(look: Look, ask: Ask, whole: QuestionState, seen: StepState, mine: VoiceState | None) -> Ask:
    """Return an ask with what was said to it: by who sits, and by others as far as they may know."""
    texts = {option.id: option.text for option in whole.options}
    passes = Say.PASS in sayable(whole)
    if mine is None:
        return replace(ask, may_pass=passes)
    said = texts.get(mine.option) or (say_label(whole, mine.say) if mine.say is not Say.PASS else say_word(Say.PASS))
    return replace(
        ask,
        may_pass=passes,
        passed=mine.say is Say.PASS,
        mine=said,
        note=mine.note,
        helper=look.maybe(mine.acted_by),
        others=tuple(
            Words(look.person(voice.member), voice.note, look.maybe(voice.acted_by))
            for voice in seen.question.voices
            if voice.note and voice.member != look.viewer.id and fits(voice, whole)
        ),
    )


def _groups(look: Look, choices: tuple[Choice, ...]) -> tuple[tuple[tuple[Choice, ...], ...], int]:
    """Return choices as many at once as fit this age, and which group holds the one that was tapped."""
    groups = in_groups(choices, at_once(look.viewer.age_band))
    return groups, next((i for i, group in enumerate(groups) if any(choice.mine for choice in group)), 0)


def _grouped(look: Look, ask: Ask, choices: tuple[Choice, ...]) -> Ask:
    groups, shown = _groups(look, choices)
    return replace(ask, groups=groups, group=shown)


def _without_ideas(look: Look, ask: Ask) -> Ask:
    """Ask for an idea where there is none to choose."""
    if ask.groups:
        return ask
    return replace(ask, asking=asking_words("no_idea", look.viewer.kind, look.viewer.age_band))


def _may_bring(look: Look, matter: Matter) -> bool:
    return bool(look.may(Deed.PROPOSE, matter.step))
