"""A step's panel for one viewer: how it is decided, what was said, and the one next thing."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from routines.forms.pictures import picture_for
from routines.models.snapshots import RoutineState
from routines.regions.answered import headline
from routines.regions.asked import faces_of, question_view, voices_of
from routines.regions.board import times_of
from routines.regions.coming import coming_for
from routines.regions.look import Look
from routines.regions.said import came_from, comment_view, late_view, said_view, say_word
from routines.regions.values import (
    AnswerView,
    AskedView,
    AskView,
    Button,
    Buttons,
    DecisionView,
    Faces,
    NextView,
    OverrideView,
    PanelView,
    SmallStep,
    SpokenView,
    TaskView,
    Voices,
)
from routines.rules import small_steps
from routines.rules.ladder import Deed, may
from routines.rules.morning.picks import votes
from routines.rules.state import Kind, OverrideState, Person, QuestionState, Rung, Say, StepState
from routines.words import how_decided, rung_name
from routines.words.days import clock_words, date_words
from routines.words.fields import minutes_words
from routines.words.grounds import ground_name

BUTTONS = {
    "open": Deed.OPEN,
    "propose": Deed.PROPOSE,
    "say": Deed.SAY,
    "comment": Deed.COMMENT,
    "concern": Deed.CONCERN,
    "table": Deed.TABLE,
    "task": Deed.TAKE_TASK,
    "settle": Deed.SETTLE,
    "unchanged": Deed.CLOSE_UNCHANGED,
    "choose": Deed.CHOOSE,
    "veto": Deed.VETO,
    "record": Deed.RECORD,
    "climb": Deed.CLIMB,
    "ask_climb": Deed.ASK_CLIMB,
    "answer_ask": Deed.ANSWER_ASK,
    "step_down": Deed.STEP_DOWN,
    "override": Deed.OVERRIDE,
    "reply": Deed.REPLY,
    "end_override": Deed.END_OVERRIDE,
    "edit": Deed.EDIT_STEP,
    "archive": Deed.ARCHIVE_STEP,
}


ASKED = ("propose", "say", "concern", "table", "task", "settle", "unchanged", "choose", "record")
# Only these say why not; of the others, what one may not do is simply not there.
EXPLAINED = ("say", "settle", "climb")
NOT_NOW = Button(False)


def panel_view(look: Look, routine: RoutineState, step: StepState, speaker_id: int | None = None) -> PanelView:
    """Return a step's panel.

    `step` is whole, with its talk and without those who left (`look.here`); what the viewer may not
    see is taken out here. `speaker_id` is whom the viewer speaks for, if they may.
    """
    speakers = look.may_speak_for(step)
    speaker = _speaker(look, speakers, speaker_id)
    seen = look.veiled(step, speaker)
    return PanelView(
        household_id=look.household_id,
        routine_id=step.routine,
        step_id=step.id,
        revision=step.revision,
        title=step.title,
        pictogram=step.pictogram,
        rung=step.rung,
        rung_name=rung_name(step.rung),
        how=how_decided(step, look.viewer, {each.id: each.name for each in look.people}),
        why=step.why,
        limits=step.limits,
        minutes=step.minutes,
        least=_least(step),
        small_steps=_small_steps(step),
        start=clock_words(times_of(routine).starts_at(step.id)),
        over_to_you=step.over_to_you,
        safety=step.safety,
        own_matter=look.maybe(step.own_matter_of),
        affected=look.persons(step.affected),
        doers=look.persons(step.doers),
        viewer=look.viewer,
        speaker=speaker,
        for_whom=for_whom(look, speaker),
        speakers=speakers,
        next=_next(look, step, speaker),
        question=question_view(look, step, seen, speaker) if step.question else None,
        last=decision_view(look, step.last) if step.last else None,
        override=_override(look, step.override) if step.override else None,
        asks=tuple(
            AskView(
                id=ask.id,
                person=look.person(ask.member),
                rung=ask.to_rung,
                rung_name=rung_name(ask.to_rung),
                reason=ask.reason,
                acted_by=look.maybe(ask.acted_by),
            )
            for ask in step.asks
        ),
        comments=tuple(comment_view(look, c) for c in _talk(seen)),
        deciders=tuple(each for each in look.people if each.kind in (Kind.PARENT, Kind.TEEN) and not each.left),
        rungs_up=tuple((int(rung), rung_name(rung)) for rung in Rung if rung > step.rung),
        rungs_down=tuple((int(rung), rung_name(rung)) for rung in reversed(Rung) if rung < step.rung),
        today=look.today.isoformat(),
        buttons=_buttons(look, step, speaker),
        votes=votes(step) and not step.archived,
        may_ask_daily=votes(step) and not step.archived and look.viewer.kind in (Kind.PARENT, Kind.TEEN),
    )


def _least(step: StepState) -> str:
    if step.safety or step.least is None:
        return ""
    return minutes_words(step.least)


def _small_steps(step: StepState) -> tuple[SmallStep, ...]:
    return tuple(SmallStep(line, picture_for(line, step.pictogram)) for line in small_steps.lines(step.small_steps))


def asked_view(look: Look, step: StepState, speaker: Person, buttons: Iterable[str] = ASKED) -> AskedView:
    """Return what is asked on a step and may be answered, without its talk; only these buttons are known."""
    return AskedView(
        household_id=look.household_id,
        step_id=step.id,
        revision=step.revision,
        viewer=look.viewer,
        speaker=speaker,
        for_whom=for_whom(look, speaker),
        next=_next(look, step, speaker),
        question=question_view(look, step, look.veiled(step, speaker), speaker),
        why=step.why,
        today=look.today.isoformat(),
        buttons=_buttons(look, step, speaker, buttons),
    )


def spoken_view(look: Look, step: StepState, seen: QuestionState, speaker: Person) -> SpokenView:
    """Return what a voice that somebody else changed changes in a panel, of which the viewer sees what is `seen`."""
    voices = voices_of(look, step.question, seen)
    return SpokenView(
        step_id=step.id,
        for_whom=for_whom(look, speaker),
        question=Voices(voices),
        ideas=tuple(Faces(option.id, faces_of(option, voices)) for option in seen.options),
    )


def speaker_of(look: Look, step: StepState, speaker_id: int | None) -> Person:
    """Return whom the viewer speaks for on a step, themselves where it is nobody they may."""
    return look.viewer if speaker_id is None else _speaker(look, look.may_speak_for(step), speaker_id)


def for_whom(look: Look, speaker: Person) -> int | None:
    """Return whom the viewer speaks for, None where it is themselves."""
    return None if speaker.id == look.viewer.id else speaker.id


def _speaker(look: Look, speakers: tuple[Person, ...], speaker_id: int | None) -> Person:
    """Return whom the viewer speaks for, themselves where it is nobody they may."""
    return next((each for each in speakers if each.id == speaker_id), look.viewer)


def _next(look: Look, step: StepState, speaker: Person) -> NextView:
    coming = coming_for(look, step, speaker)
    return NextView(str(coming.deed or ""), look.says(str(coming.code), dict(coming.params)))


def decision_view(look: Look, question: QuestionState) -> DecisionView:
    """Return how a question ended, with the answer each voice got."""
    decision = question.decision
    chosen = next((o for o in question.options if o.id == decision.option), None)
    texts = {option.id: option.text for option in question.options}
    voices = {voice.member: voice for voice in question.voices}
    return DecisionView(
        question=question.text,
        headline=headline(look, question),
        pictogram=chosen.pictogram if chosen else "",
        drawing=chosen.drawing if chosen else None,
        kind=decision.kind,
        reason=decision.reason,
        by=look.maybe(decision.by),
        at=look.when(decision.at),
        rung=decision.called_rung,
        rung_name=rung_name(decision.called_rung),
        trial_until=_near(look, decision.trial_until),
        review_on=_near(look, decision.review_on),
        answers=tuple(
            AnswerView(
                person=look.person(answer.member),
                said=_in_short(look, voices.get(answer.member), texts),
                did=answer.did,
                did_word=say_word(answer.did),
                because=answer.because,
            )
            for answer in decision.answers
        ),
        tally=tuple((texts.get(option, ""), votes) for option, votes in decision.tally),
        tie=_tie(look, question),
        dissent=tuple(look.person(each) for each in _dissent(question)),
        tasks=tuple(
            TaskView(look.person(task.member), task.text, look.maybe(task.acted_by)) for task in question.tasks
        ),
        seen_by=tuple(look.person(voice.member) for voice in question.voices if voice.say != Say.PASS)
        if question.rung == Rung.INFORM
        else (),
        late=tuple(late_view(look, said, texts) for said in question.late),
        came_from=came_from(look, question.morning),
    )


def _talk(step: StepState) -> tuple:
    """Return the remarks, those on the open question last."""
    asked = step.question.comments if step.question else ()
    return (*step.comments, *(c for c in asked if c.kind == "comment"))


def _buttons(look: Look, step: StepState, speaker: Person, names: Iterable[str] = BUTTONS) -> Buttons:
    situation = look.situation(step, speaker)
    drawn = dict.fromkeys(BUTTONS, NOT_NOW)
    for name in names:
        verdict = may(BUTTONS[name], situation)
        why = look.why_not(verdict) if name in EXPLAINED else ""
        drawn[name] = Button(bool(verdict), why)
    return Buttons(**drawn)


def _override(look: Look, override: OverrideState) -> OverrideView:
    return OverrideView(
        id=override.id,
        ground=ground_name(override.ground),
        reason=override.reason,
        by=look.person(override.by),
        until=look.when(override.expires_at),
        replies=tuple(comment_view(look, reply) for reply in override.replies),
    )


def _in_short(look: Look, voice, texts: dict[int, str]) -> str:
    if voice is None:
        return ""
    said = said_view(look, voice, texts)
    what = said.option_text or said.say_word
    return f"{what}: {said.note}" if said.note else what


def _tie(look: Look, question: QuestionState) -> str:
    """Return what broke a tie, in one sentence."""
    sentences = {
        "turn_list": _("Same number of votes, so it was %(who)s’s turn to tip the scales."),
        "least_recent": _("Same number of votes, so the idea chosen least recently won."),
        "listed_order": _("Same number of votes, so the idea that came first won."),
    }
    sentence = sentences.get(question.decision.tie_rule, "")
    return sentence and sentence % {"who": look.person(question.decision.turn_member).name}


def _dissent(question: QuestionState) -> tuple[int, ...]:
    """Return who had wanted something else, on rungs where the voices bind."""
    chosen = question.decision.option
    if question.decision.kind != "counted":
        return ()
    return tuple(
        voice.member
        for voice in question.voices
        if voice.say == Say.NO or (voice.say == Say.CHOICE and voice.option != chosen)
    )


def _near(look: Look, day) -> str:
    return date_words(day) if day else ""
