"""One of today's picks as one reader sees it."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from routines.regions.look import Look
from routines.regions.picks.reveal import Reveal, gone_from, why
from routines.regions.picks.values import PickCard, PickChoice
from routines.rules.morning.deeds import MorningDeed, MorningSituation, PickState, offered_today
from routines.rules.morning.state import MorningState, MorningStepState
from routines.rules.people import may_act_for
from routines.rules.picking.state import SKIPPED, PickingState, PickOptionState
from routines.rules.picking.times import has_tapped, is_over
from routines.rules.state import Kind, Person
from routines.words.days import clock_words
from routines.words.grounds import ground_name
from routines.words.names import joined


def sees_picking(look: Look, picking: PickingState) -> bool:
    """Return whether a reader may see a pick of a morning: a supporter only where they pick, too."""
    viewer = look.viewer
    return viewer.kind is not Kind.SUPPORTER or viewer.id in picking.guests


def shows(picking: PickingState, reveal: Reveal | None) -> bool:
    """Return whether there is anything to show: not where the step is left out today."""
    return reveal.kind != SKIPPED if reveal else not picking.skipped


def card_view(
    look: Look, morning: MorningState, picking: PickingState, reveal: Reveal | None, speaker: Person | None = None
) -> PickCard:
    """Return a pick of a morning; `reveal` is what came of it, None while it is hidden."""
    speaker = speaker or look.viewer
    step = next((each for each in morning.steps if each.step == picking.step), None)
    ballot = picking.ballot(speaker.id)
    mine = _mine(look, picking, speaker)
    open_now = reveal is None
    choices = tuple(_choice(look, picking, option, mine, reveal, speaker) for option in picking.options)
    asked = _asked(look, picking)
    tapped = tuple(each for each in (*asked, *_guests(look, picking)) if has_tapped(picking, each.id))
    waiting = tuple(person for person in asked if person not in tapped)
    spoken = has_tapped(picking, speaker.id)
    return PickCard(
        household_id=look.household_id,
        morning_id=morning.id,
        id=picking.id,
        pick_id=picking.pick,
        text=picking.text,
        step_title=step.title if step else "",
        step_pictogram=step.pictogram if step else "",
        speaker=speaker,
        viewer=look.viewer,
        open=open_now,
        may_tap=bool(_offered(look, morning, step, picking, MorningDeed.PICK_TAP, speaker)),
        single=picking.treat_for is not None,
        choices=choices,
        spoken=spoken,
        passed=spoken and ballot is not None and not ballot.options,
        tapped=tapped if open_now else (),
        waiting=waiting if open_now else (),
        waiting_words=_waiting_words(waiting) if open_now else "",
        closes=clock_words(picking.closes_at.astimezone(ZoneInfo(morning.zone))) if open_now else "",
        treat_for=look.maybe(picking.treat_for),
        treat_reason=picking.treat_reason,
        winner=next((choice for choice in choices if choice.won), None),
        reason=why(look, picking, reveal, look.viewer) if reveal else "",
        late="" if open_now else _late(picking, speaker),
        cups=reveal is not None and reveal.story is not None and reveal.story.outcome.contested,
        may_rule_out=bool(_offered(look, morning, step, picking, MorningDeed.PICK_VETO)),
        may_treat=bool(_offered(look, morning, step, picking, MorningDeed.PICK_TREAT)),
        for_whom=tuple(
            person
            for person in waiting
            if open_now and person.id != look.viewer.id and may_act_for(look.viewer, person)
        ),
    )


def choice_of(option: PickOptionState, faces: tuple[Person, ...] = (), *, won: bool = False) -> PickChoice:
    """Return an option as a picture without a button."""
    return PickChoice(option.id, option.text, option.pictogram, option.drawing, faces=faces, won=won)


def tapped_by(look: Look, picking: PickingState, option: int) -> tuple[Person, ...]:
    """Return who wanted an option; to be shown after the reveal only."""
    return look.persons(tuple(ballot.member for ballot in picking.ballots if option in ballot.options))


def _mine(look: Look, picking: PickingState, speaker: Person) -> tuple[int, ...]:
    """Return what the speaker tapped, as far as the reader may know: a parent not what a child tapped alone."""
    ballot = picking.ballot(speaker.id)
    known = ballot is not None and look.viewer.id in (speaker.id, ballot.acted_by)
    return tuple(option for option in ballot.options if option in picking.live) if known else ()


def _choice(
    look: Look,
    picking: PickingState,
    option: PickOptionState,
    mine: tuple[int, ...],
    reveal: Reveal | None,
    speaker: Person,
) -> PickChoice:
    tapped = option.id in mine
    others = () if picking.treat_for == speaker.id else tuple(each for each in mine if each != option.id)
    wanted = others if tapped else (*others, option.id)
    return PickChoice(
        id=option.id,
        text=option.text,
        pictogram=option.pictogram,
        drawing=option.drawing,
        mine=tapped,
        sends=",".join(map(str, sorted(wanted))),
        faces=tapped_by(look, picking, option.id) if reveal else (),
        won=reveal is not None and reveal.winner == option.id,
        ground=ground_name(option.ground),
        reason=option.reason,
        ruled_out_by=look.maybe(option.ruled_out_by),
    )


def _asked(look: Look, picking: PickingState) -> tuple[Person, ...]:
    if picking.treat_for:
        return look.persons((picking.treat_for,))
    return look.persons(picking.asked)


def _guests(look: Look, picking: PickingState) -> tuple[Person, ...]:
    return () if picking.treat_for else look.persons(picking.guests)


def _waiting_words(waiting: tuple[Person, ...]) -> str:
    if not waiting:
        return _("All have picked.")
    return _("Still to pick: %(names)s") % {"names": joined(person.name for person in waiting)}


def _late(picking: PickingState, speaker: Person) -> str:
    """Return what the speaker tapped after the reveal."""
    late = next((ballot for ballot in picking.late if ballot.member == speaker.id), None)
    if late is None:
        return ""
    return joined(option.text for option in picking.options if option.id in late.options) or _("Pass")


def _offered(
    look: Look,
    morning: MorningState,
    step: MorningStepState | None,
    picking: PickingState,
    deed: MorningDeed,
    speaker: Person | None = None,
):
    gone = gone_from(look)
    return offered_today(
        deed,
        MorningSituation(
            now=look.now,
            today=look.today,
            actor=look.viewer,
            speaker=speaker or look.viewer,
            members=look.people,
            morning=morning,
            step=step,
            pick=PickState(
                id=picking.id,
                text=picking.text,
                options=tuple((option.id, option.text) for option in picking.options),
                ruled_out=tuple(option.id for option in picking.options if option.ground),
                asked=tuple(member for member in picking.asked if member not in gone),
                guests=tuple(member for member in picking.guests if member not in gone),
                settled=is_over(picking, look.now, gone),
                treat_for=picking.treat_for,
            ),
        ),
    )
