"""The page on which somebody tells how a morning was, in under a minute."""

from dataclasses import replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from routines.models import Repair
from routines.models.accounts import account_of
from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.regions.noticing.gifts import gift_view
from routines.regions.noticing.values import Feel, NoticeView, Picture, StepTelling
from routines.regions.values import RefusalView
from routines.rules.felt import AccountState, steps_of, took_part
from routines.rules.morning.deeds import MorningDeed, MorningSituation, offered_today
from routines.rules.morning.noticing import PUSHED
from routines.rules.morning.state import MorningState, MorningStepState
from routines.rules.people import may_act_for
from routines.rules.state import Person
from routines.words import rung_name
from routines.words.days import day_name
from routines.words.noticing import AGAIN, FEELS, HARD, felt_name, felt_words, how_was


def notice_html(look: Look, morning: MorningState, speaker: Person, refusal: RefusalView | None = None) -> SafeString:
    """Return the page's region: a speaker's account of a morning. Three queries."""
    view = notice_view(look, morning, speaker)
    if refusal:
        view = replace(view, refusal=refusal)
    return fragment("routines/noticing/notice.html", panel=view)


def speakers(look: Look, morning: MorningState) -> tuple[Person, ...]:
    """Return whose account of a morning the viewer may tell, their own first: they took part, and are here."""
    part = took_part(morning)
    may = [each for each in look.people if each.id in part and not each.left and may_act_for(look.viewer, each)]
    return tuple(sorted(may, key=lambda person: person.id != look.viewer.id))


def notice_view(look: Look, morning: MorningState, speaker: Person) -> NoticeView:
    """Return a speaker's account of a morning, and all they can tell, give and try."""
    account = account_of(look.household_id, morning.id, speaker.id)
    situation = situation_of(look, morning, speaker)
    verdict = offered_today(MorningDeed.NOTICE, situation)
    return NoticeView(
        household_id=look.household_id,
        morning_id=morning.id,
        title=morning.title,
        heading=how_was(morning.title, morning.on, look.today),
        day=day_name(morning.on, look.today),
        viewer=look.viewer,
        speaker=speaker,
        for_whom=None if speaker.id == look.viewer.id else speaker.id,
        speakers=speakers(look, morning),
        again=again_pictures(account),
        told=account.told,
        passed=account.passed,
        hard=account.hard,
        hards=hard_pictures(account),
        steps=tuple(_step(look, step, account, speaker) for step in steps_of(morning, speaker.id)),
        others=tuple(each for each in look.people if each.id != speaker.id and not each.left),
        given=_given(look, morning, speaker),
        readers=_readers(look),
        closed=look.why_not(verdict),
    )


def situation_of(look: Look, morning: MorningState, speaker: Person) -> MorningSituation:
    """Return what the rules of a morning are asked about."""
    return MorningSituation(
        now=look.now,
        today=look.today,
        actor=look.viewer,
        speaker=speaker,
        members=look.people,
        morning=morning,
    )


def again_pictures(account: AccountState) -> tuple[Picture, ...]:
    """Return the three faces."""
    return tuple(Picture(each.name, each.pictogram, str(each.words), each.name == account.again) for each in AGAIN)


def hard_pictures(account: AccountState) -> tuple[Picture, ...]:
    """Return what can have been hard."""
    return tuple(Picture(each.name, each.pictogram, str(each.words), each.name == account.picture) for each in HARD)


def _step(look: Look, step: MorningStepState, account: AccountState, speaker: Person) -> StepTelling:
    feeling = account.feeling(step.id)
    felt = feeling.felt if feeling else ""
    return StepTelling(
        id=step.id,
        title=step.title,
        pictogram=step.pictogram,
        planned=int(step.rung),
        planned_name=rung_name(step.rung),
        feels=tuple(
            Feel(
                value=each.name,
                rung=each.rung,
                icon=each.icon,
                name=felt_name(each.name),
                words=felt_words(each.name, speaker.kind, speaker.age_band),
                mine=each.name == felt,
            )
            for each in FEELS
        ),
        felt=felt,
        words=feeling.words if feeling else "",
        shared=bool(feeling and feeling.shared),
        may_share=felt == PUSHED and speaker.id == look.viewer.id,
        in_plan=step.step,
    )


def _given(look: Look, morning: MorningState, speaker: Person):
    rows = Repair.objects.filter(
        household_id=look.household_id, morning_id=morning.id, by_id=speaker.id, taken_back_at=None
    )
    rows = rows.exclude(kind=Repair.Kind.CHANGE).select_related("morning_step").order_by("id")
    return tuple(gift_view(look, row) for row in rows)


def _readers(look: Look) -> str:
    """Return who will read it."""
    if look.viewer.kind == "supporter":
        return _("The family reads this once they have told theirs.")
    return _("The family reads this once they have told theirs. “Pushed” stays in the family unless you share it.")
