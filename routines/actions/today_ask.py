"""Today otherwise than planned: somebody wishes it, those with a say answer, and it is so or not.

Whoever has a say in it by the step's rung is asked; where nobody else has one, it is so at once.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.actions.today_apply import apply
from routines.models import TodayAsk, TodayVoice
from routines.rules.codes import Code
from routines.rules.morning.agreeing import Outcome, Sayers, sayers, weigh
from routines.rules.morning.changing import to_be_done
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.state import AskVoice
from routines.rules.morning.state import TodayAsk as AskState
from routines.rules.state import Rung

DEEDS = {
    "skip": MorningDeed.SKIP,
    "swap": MorningDeed.SWAP,
    "insert": MorningDeed.INSERT,
    "move": MorningDeed.MOVE,
    "later": MorningDeed.LATER,
}
SETTLED = {
    "skip": "today.skipped",
    "swap": "today.swapped",
    "insert": "today.inserted",
    "move": "today.moved",
    "later": "today.later",
}


@dataclass(frozen=True, slots=True)
class TodayDraft:
    """What somebody wants otherwise today.

    `kind` is "skip", "swap", "insert", "move" or "later". `title`, `pictogram` and `minutes` are of what is put in or
    swapped in; for "later", `minutes` is how much more time. `after` is the step behind which a step moves, None for
    the beginning. `members` are those a step that is put in is for.
    """

    kind: str
    reason: str = ""
    title: str = ""
    pictogram: str = ""
    minutes: int = 0
    after: int | None = None
    members: tuple[int, ...] = ()


def ask_today(
    *,
    actor: Actor,
    morning_id: int,
    draft: TodayDraft,
    at: datetime,
    morning_step_id: int | None = None,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Ask for a change of today about a step; done at once where nobody else has a say in it.

    For a step put in it is the one it follows, None for the beginning. Raises `Refused` by the rules.
    """
    with morning_stage(
        actor=actor,
        at=at,
        tap=tap,
        speaker_id=speaker_id,
        morning_id=morning_id,
        morning_step_id=morning_step_id,
    ) as scene:
        if draft.kind not in DEEDS or (scene.step is None and draft.kind != "insert"):
            raise Missing
        away = scene.away()
        scene.ask(
            DEEDS[draft.kind],
            reason=draft.reason,
            title=draft.title,
            minutes=draft.minutes,
            after=draft.after,
            affected=draft.members,
            away=away,
        )
        present = scene.situation(away=away).present
        row = _store(scene, draft, sayers(scene.step, present, draft.kind, scene.speaker.id))
        scene.touch()
        ask = _state(row)
        if weigh(ask).state is Outcome.ACCEPTED:
            return _accept(scene, row)
        about = {"today": ["", draft.kind]}
        return scene.record("today.asked", subject=row.id, why=row.reason, title=_about(scene, row), changes=about)


def answer_today(
    *,
    actor: Actor,
    ask_id: int,
    agrees: bool,
    at: datetime,
    note: str = "",
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Say yes or no to a change of today. It is settled as soon as the rung lets it be.

    Returns None where it was settled or taken back before this arrived.
    """
    row = _row(actor, ask_id)
    with morning_stage(
        actor=actor,
        at=at,
        tap=tap,
        speaker_id=speaker_id,
        morning_id=row.morning_id,
        morning_step_id=row.morning_step_id,
    ) as scene:
        ask = _waiting(scene, ask_id)
        if ask is None:
            return None
        scene.ask(MorningDeed.AGREE, today_ask=ask, reason=note)
        before = _say(scene, ask, agrees, note.strip())
        scene.touch()
        state = weigh(_with_voice(scene, ask, agrees)).state
        if state is Outcome.ACCEPTED:
            _still_possible(scene, ask)
            return _accept(scene, row, before)
        if state is Outcome.DECLINED:
            _settle(scene, row, TodayAsk.State.DECLINED)
            title = _about(scene, row)
            undo = {"before": before}
            return scene.record("today.declined", subject=ask_id, why=note.strip(), title=title, undo=undo)
        return scene.record("today.said", subject=ask_id, title=_about(scene, row), undo={"before": before})


def withdraw_today(*, actor: Actor, ask_id: int, at: datetime, tap: UUID | None = None) -> Event | None:
    """Take back one's own wish, while it waits. Returns None where it does not wait any more."""
    row = _row(actor, ask_id)
    with morning_stage(actor=actor, at=at, tap=tap, morning_id=row.morning_id) as scene:
        ask = _waiting(scene, ask_id)
        if ask is None:
            return None
        if scene.me.id not in (ask.by, ask.acted_by):
            raise Refused(str(Code.NOT_YOURS_TO_TAKE_BACK))
        _settle(scene, row, TodayAsk.State.WITHDRAWN)
        scene.touch()
        return scene.record("today.withdrawn", subject=ask_id, title=_about(scene, row))


def _row(actor: Actor, ask_id: int) -> TodayAsk:
    row = TodayAsk.objects.filter(household_id=actor.household_id, id=ask_id).first()
    if row is None:
        raise Missing
    return row


def _waiting(scene: MorningStage, ask_id: int) -> AskState | None:
    return next((each for each in scene.morning.asks if each.id == ask_id), None)


def _store(scene: MorningStage, draft: TodayDraft, who: Sayers) -> TodayAsk:
    return TodayAsk.objects.create(
        household_id=scene.household_id,
        morning_id=scene.morning.id,
        morning_step_id=scene.step.id if scene.step else None,
        kind=draft.kind,
        rung=scene.step.rung if scene.step else Rung.INFORM,
        asked_by_id=scene.speaker.id,
        acted_by_id=scene.acted_by,
        asked_at=scene.at,
        reason=draft.reason.strip(),
        title=draft.title.strip(),
        pictogram=draft.pictogram,
        minutes=draft.minutes,
        after_id=draft.after if draft.kind == "move" else None,
        asked=list(who.asked),
        deciders=list(who.deciders),
        undo={"members": list(draft.members)},
    )


def _state(row: TodayAsk) -> AskState:
    """Return a wish that was stored a moment ago as the rules weigh it."""
    return AskState(
        id=row.id,
        kind=row.kind,
        by=row.asked_by_id,
        rung=Rung(row.rung),
        asked=tuple(row.asked),
        deciders=tuple(row.deciders),
    )


def _say(scene: MorningStage, ask: AskState, agrees: bool, note: str) -> list | None:
    """Store a voice, and return what was said before: yes or no with its note, or None."""
    said = next((voice for voice in ask.voices if voice.member == scene.speaker.id), None)
    TodayVoice.objects.update_or_create(
        household_id=scene.household_id,
        ask_id=ask.id,
        member_id=scene.speaker.id,
        defaults={"agrees": agrees, "note": note, "said_by_id": scene.acted_by, "said_at": scene.at},
    )
    return [said.agrees, said.note] if said else None


def _with_voice(scene: MorningStage, ask: AskState, agrees: bool) -> AskState:
    """Return a wish with the voice just given; who is first to decide stays the first."""
    others = tuple(each for each in ask.voices if each.member != scene.speaker.id)
    return replace(ask, voices=(*others, AskVoice(scene.speaker.id, agrees)))


def _still_possible(scene: MorningStage, ask: AskState) -> None:
    """Refuse a last yes to what has been overtaken: the step was done or left out meanwhile."""
    verdict = None if ask.kind == "insert" else to_be_done(scene.situation())
    if verdict is not None:
        raise Refused(str(verdict.code), **dict(verdict.params))


def _settle(scene: MorningStage, row: TodayAsk, state: str, undo: dict | None = None) -> None:
    rows = TodayAsk.objects.filter(household_id=scene.household_id, id=row.id)
    rows.update(state=state, decided_at=scene.at, decided_by_id=scene.me.id, undo=undo or row.undo)


def _accept(scene: MorningStage, row: TodayAsk, before: list | None = None) -> Event:
    """Do what was asked for, and remember how it was before; `before` is what the speaker had said until now."""
    undo = {**apply(scene, row), "before": before}
    _settle(scene, row, TodayAsk.State.ACCEPTED, undo)
    return scene.record(
        SETTLED[row.kind],
        subject=row.id,
        why=row.reason,
        title=_about(scene, row),
        changes={"instead": [scene.step.title, row.title]} if row.kind == "swap" else {},
        undo=undo,
    )


def _about(scene: MorningStage, row: TodayAsk) -> str:
    """Return the name of what a wish is about."""
    step = scene.morning.step(row.morning_step_id)
    return row.title if row.kind == "insert" or step is None else step.title
