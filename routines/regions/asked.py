"""An open question as one viewer sees it, and as whom they speak for may answer it."""

from django.utils.translation import gettext as _

from routines.regions.look import Look
from routines.regions.said import came_from, comment_view, said_view, say_word
from routines.regions.values import OptionView, QuestionView, Said, SayChoice, TaskView
from routines.rules.consent import consent
from routines.rules.ladder import Deed
from routines.rules.state import OptionState, Person, QuestionState, Rung, Say, StepState
from routines.rules.veil import must_answer
from routines.rules.voices import fits, heard, live, missing, sayable, to_answer
from routines.words import rung_name
from routines.words.grounds import ground_name

ICONS = {
    Say.GOT_IT: "thumbs-up",
    Say.QUESTION: "question",
    Say.DISLIKE: "thumbs-down",
    Say.YES: "thumbs-up",
    Say.OK: "thumbs-sideways",
    Say.UNSURE: "thumbs-sideways",
    Say.NO: "thumbs-down",
    Say.PASS: "hand",
}


def question_view(look: Look, step: StepState, seen: StepState, speaker: Person) -> QuestionView:
    """Return the open question of a step.

    `step` is whole and decides what comes next; `seen` is what the viewer may see of it, and all
    words shown come from there.
    """
    whole, asked = step.question, seen.question
    voices = voices_of(look, whole, asked)
    current = tuple(said for said in voices if not said.earlier)
    mine = next((said for said in current if said.person.id == speaker.id and said.say), None)
    choosable = bool(look.may(Deed.CHOOSE, step, speaker))
    options = tuple(_option(look, asked, o, current, mine, choosable) for o in asked.options)
    status = consent(whole) if whole.rung == Rung.COPRODUCE else None
    return QuestionView(
        id=asked.id,
        text=asked.text,
        rung=asked.rung,
        rung_name=rung_name(asked.rung),
        limits=asked.limits,
        opened_by=look.person(asked.opened_by),
        decider=look.maybe(asked.decider),
        deadline=look.day(asked.deadline),
        options=options,
        choosable=tuple((o.id, o.text, o.pictogram, o.drawing) for o in live(whole)),
        says=_says(whole, mine, asked=look.may(Deed.SAY, step, speaker)),
        by_thumbs=len(live(whole)) == 1 and whole.rung in (Rung.CONSULT, Rung.CODESIGN),
        mine=mine,
        heard=look.persons(tuple(voice.member for voice in heard(whole))),
        missing=look.persons(missing(whole)),
        veiled=_veil_words(look, whole) if _veiled(asked) else "",
        voices=voices,
        to_answer=tuple(said for said in voices if said.person.id in to_answer(whole, speaker.id)),
        round=asked.round,
        table=next((option for option in options if option.on_table), None),
        trial_days=asked.trial_days or 0,
        concerns=tuple(
            comment_view(look, concern) for concern in asked.concerns if not getattr(concern, "veiled", False)
        ),
        my_concern=next((comment_view(look, c) for c in asked.concerns if c.member == speaker.id), None),
        concern_missing=look.persons(status.needs_concerns_from) if status else (),
        tasks=tuple(TaskView(look.person(task.member), task.text, look.maybe(task.acted_by)) for task in asked.tasks),
        my_task=next(
            (
                TaskView(speaker, task.text, look.maybe(task.acted_by))
                for task in asked.tasks
                if task.member == speaker.id
            ),
            None,
        ),
        task_missing=look.persons(status.needs_tasks_from) if status else (),
        consent=_consent(look, status) if status and not _veiled(asked) else "",
        suggest_trial=bool(status and status.suggest_trial),
        hidden_comments=asked.hidden_comments,
        lines=((None, asked.text, asked.recording), *((o.id, o.text, o.recording) for o in asked.options)),
        came_from=came_from(look, whole.morning),
    )


def voices_of(look: Look, whole: QuestionState, asked: QuestionState) -> tuple[Said, ...]:
    """Return what was said to a question, of which the viewer sees what is in `asked`."""
    texts = {option.id: option.text for option in asked.options}
    return tuple(said_view(look, voice, texts, earlier=not fits(voice, whole)) for voice in asked.voices)


def faces_of(option: OptionState, voices: tuple[Said, ...]) -> tuple[Person, ...]:
    """Return who is for an idea now."""
    return tuple(said.person for said in voices if said.option == option.id and not said.earlier)


def _veil_words(look: Look, question: QuestionState) -> str:
    """Return when what others said will show to this viewer."""
    if look.viewer.id in question.affected:
        return _("What the others said shows once you have spoken or passed.")
    if must_answer(question, look.viewer):
        return _("What they said shows once everybody was heard.")
    return _("What they said shows when this is settled.")


def _veiled(question: QuestionState) -> bool:
    return any(voice.say is None for voice in question.voices)


def _option(
    look: Look,
    question: QuestionState,
    option: OptionState,
    voices: tuple[Said, ...],
    mine: Said | None,
    choosable: bool,
) -> OptionView:
    on_table = question.table == option.id
    return OptionView(
        id=option.id,
        text=option.text,
        pictogram=option.pictogram,
        consequence=option.consequence,
        by=look.person(option.by),
        acted_by=look.maybe(option.acted_by),
        faces=faces_of(option, voices),
        mine=mine is not None and mine.option == option.id,
        on_table=on_table,
        can_choose=choosable and not option.veto_ground,
        vetoed=ground_name(option.veto_ground) if option.veto_ground else "",
        veto_reason=option.veto_reason,
        vetoed_by=look.maybe(option.vetoed_by),
        drawing=option.drawing,
    )


def _says(question: QuestionState, mine: Said | None, *, asked: object) -> tuple[SayChoice, ...]:
    """Return what can be said besides choosing an idea."""
    if not asked:
        return ()
    words = (say for say in sayable(question) if say is not Say.CHOICE)
    return tuple(
        SayChoice(
            value=str(say),
            label=_label(question, say),
            mine=mine is not None and mine.say == say,
            icon=ICONS[say],
        )
        for say in words
    )


def _label(question: QuestionState, say: Say) -> str:
    if say is Say.NO and question.rung == Rung.COPRODUCE:
        return say_word("not_ok")
    return say_word(say)


def _consent(look: Look, status) -> str:
    """Return where consent stands, in one sentence."""
    if status.reached:
        return _("Nobody objects. It can be agreed.")
    if status.objections:
        names = look.names(look.persons(status.objections))
        return _("Not OK yet for %(names)s. What would make it OK?") % {"names": names}
    if status.waiting_for:
        return _("Waiting for %(names)s. Silence is not a yes.") % {
            "names": look.names(look.persons(status.waiting_for))
        }
    return _("Everybody answered, and nobody said a clear yes yet.")
