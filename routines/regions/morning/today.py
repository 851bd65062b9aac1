"""Today: the routine whose turn it is, who is here for it, and what else the day has."""

from zoneinfo import ZoneInfo

from routines.models import Morning, Routine
from routines.models.snapshots import RoutineState
from routines.regions.board import times_of
from routines.regions.look import Look
from routines.regions.morning.day import Day, standings
from routines.regions.morning.today_values import AwayView, DoneView, HomeCard, LaterView, RestView, TodayView, TopView
from routines.rules.clock import on
from routines.rules.morning.deeds import MorningDeed, MorningSituation, may_today
from routines.rules.morning.forecast import MOST, Forecast, forecast
from routines.rules.morning.leaving import left_beside_plan
from routines.rules.morning.presence import Away, paused
from routines.rules.morning.today import Standing, Turn, Why
from routines.rules.state import Kind
from routines.rules.verdict import Verdict
from routines.rules.weekdays import next_day
from routines.words.days import clock_words, date_words
from routines.words.mornings import left_words
from routines.words.presence import lasting_words
from routines.words.today import away_words, forecast_words, rest_words


def today_view(day: Day) -> TodayView:
    """Return today as the viewer sees it; one more query for the forecast of what is on top."""
    routines = {each.id: each for each in day.routines}
    found = [(each, routines[each.routine]) for each in standings(day)]
    waiting = [pair for pair in found if pair[0].state in (Turn.NOW, Turn.LATER)]
    top = waiting[0] if waiting else None
    return TodayView(
        date=date_words(day.look.today),
        running=tuple(each for each in (_done(day, routine, over=False) for _s, routine in found) if each),
        top=_top(day, *top) if top else None,
        later=tuple(_later(routine) for _s, routine in waiting[1:]),
        done=tuple(each for each in (_done(day, routine, over=True) for _s, routine in found) if each),
        rest=tuple(_rest(day, *pair) for pair in found if pair[0].state is Turn.NOT_TODAY),
        none=not day.routines,
        may_plan=day.look.viewer.kind is Kind.PARENT,
    )


def home_card(day: Day) -> HomeCard | None:
    """Return the morning that goes on, or the one whose turn it is now, for the home page; None where there is none."""
    routines = {each.id: each for each in day.routines}
    first = next(iter(standings(day)), None)
    if first is None or first.state not in (Turn.RUNNING, Turn.NOW):
        return None
    routine = routines[first.routine]
    running, times = day.running(routine.id), times_of(routine)
    return HomeCard(
        id=routine.id,
        title=routine.title,
        pictogram=_picture(routine),
        morning=running.id if running else 0,
        started=clock_words(running.started.astimezone(ZoneInfo(running.zone))) if running else "",
        start=clock_words(times.start),
        leave=clock_words(times.leave),
        may_start=bool(_may_start(day, routine)),
    )


def _may_start(day: Day, routine: RoutineState) -> Verdict:
    look = day.look
    situation = MorningSituation(
        now=look.now,
        today=look.today,
        actor=look.viewer,
        speaker=look.viewer,
        members=look.people,
        planned=len(routine.steps),
        for_today=len(day.here_for(routine)),
    )
    return may_today(MorningDeed.START, situation)


def _top(day: Day, standing: Standing, routine: RoutineState) -> TopView:
    look, times = day.look, times_of(routine)
    here = day.here_for(routine)
    verdict = _may_start(day, routine)
    found = _forecast(look, routine, times.total_minutes)
    return TopView(
        household_id=look.household_id,
        id=routine.id,
        title=routine.title,
        pictograms=tuple(step.pictogram for step in look.visible(routine).steps[:5]),
        now=standing.state is Turn.NOW,
        start=clock_words(times.start),
        leave=clock_words(times.leave),
        minutes=times.total_minutes,
        steps=len(look.visible(routine).steps),
        here=look.persons(here) if day.family else (),
        away=_away_from(day, routine) if day.family else (),
        may_start=bool(verdict),
        why_not=look.why_not(verdict),
        forecast=forecast_words(found, clock_words(found.start_by)),
    )


def _forecast(look: Look, routine: RoutineState, planned: int) -> Forecast:
    """Return how long a routine's mornings really took, the last twenty that were left. One query."""
    rows = Morning.objects.of(look.household_id).filter(routine_id=routine.id).exclude(left_at=None).latest_first()
    took = rows.values_list("started_at", "left_at")[:MOST]
    minutes = [round((left - started).total_seconds() / 60) for started, left in took]
    real = on(look.today, look.time_zone, times_of(routine)) if routine.anchor == Routine.Anchor.LEAVE else None
    return forecast(minutes, planned, real.leave if real else None)


def _away_from(day: Day, routine: RoutineState) -> tuple[AwayView, ...]:
    """Return whom a routine names that are not here today, and why."""
    named = {member for step in routine.steps for member in (*step.affected, *step.doers)}
    return tuple(_away(day, each) for each in day.away.get(routine.id, ()) if each.member in named)


def _away(day: Day, away: Away) -> AwayView:
    until = day.look.day(away.until) if away.until and away.until != day.look.today else ""
    return AwayView(day.look.person(away.member), away_words(away.why, until))


def _later(routine: RoutineState) -> LaterView:
    times = times_of(routine)
    return LaterView(routine.id, routine.title, _picture(routine), clock_words(times.start), clock_words(times.leave))


def _picture(routine: RoutineState) -> str:
    return routine.steps[0].pictogram if routine.steps else "sun-with-face"


def _done(day: Day, routine: RoutineState, *, over: bool) -> DoneView | None:
    morning = day.finished(routine.id) if over else day.running(routine.id)
    if morning is None:
        return None
    late = left_beside_plan(morning)
    zone = ZoneInfo(morning.zone)
    return DoneView(
        morning=morning.id,
        title=morning.title,
        pictogram=_picture(routine),
        started=clock_words(morning.started.astimezone(zone)),
        left_at=clock_words(morning.left.astimezone(zone)) if morning.left else "",
        left=left_words(late.minutes, late.chosen) if late else "",
    )


def _rest(day: Day, standing: Standing, routine: RoutineState) -> RestView:
    look = day.look
    pause = paused(look.today, day.pauses, routine.id)
    nearest = next_day(routine.weekdays, look.today) if standing.why is Why.WEEKDAY else None
    return RestView(
        id=routine.id,
        title=routine.title,
        pictogram=_picture(routine),
        why=rest_words(
            str(standing.why),
            pause=pause.kind if pause and day.family else "other",
            lasts=lasting_words(pause.from_on, pause.until_on, look.today) if pause else "",
            following=look.day(nearest),
        ),
        may_start=standing.why in (Why.WEEKDAY, Why.MISSED) and bool(day.here_for(routine)),
    )
