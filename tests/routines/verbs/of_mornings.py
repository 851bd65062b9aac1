"""The verbs of a running morning, ready to be done."""

from routines.actions.doing import mark_done, mark_undone, tick, unfold
from routines.actions.leaving import come_back, leave_morning
from routines.actions.start_morning import start_morning
from routines.actions.today_ask import TodayDraft, answer_today, ask_today, withdraw_today
from tests.routines.mornings.run import Run
from tests.routines.verbs.every import of


@of(start_morning)
def _start(m):
    return m.leo, {"routine_id": m.routine.id}, None


def _step(run, step):
    return {"morning_id": run.id, "morning_step_id": run.step(step).id}


@of(mark_done)
def _done(m):
    return m.leo, _step(Run(m), m.car), None


@of(mark_undone)
def _undone(m):
    run = Run(m)
    run.done(m.leo, m.car)
    return m.leo, _step(run, m.car), None


def _washing(m) -> dict:
    wash = m.step("Wash", 5, (m.leo,), small_steps="Water\nSoap")
    return _step(Run(m), wash)


@of(tick)
def _tick(m):
    return m.leo, {**_washing(m), "place": 1, "done": True}, None


@of(unfold)
def _unfold(m):
    return m.leo, {**_washing(m), "unfolded": True}, None


@of(leave_morning)
def _leave(m):
    return m.leo, {"morning_id": Run(m).id}, None


@of(come_back)
def _back(m):
    run = Run(m)
    run.leave()
    return m.leo, {"morning_id": run.id}, None


@of(ask_today)
def _ask(m):
    return m.leo, {**_step(Run(m), m.car), "draft": TodayDraft("skip", reason="I cycle.")}, None


def _asked(m) -> int:
    run = Run(m)
    run.ask(m.leo, m.car, "skip", reason="I cycle.")
    return run.last_ask


@of(answer_today)
def _answer(m):
    return m.maya, {"ask_id": _asked(m), "agrees": True}, None


@of(withdraw_today)
def _withdraw(m):
    return m.leo, {"ask_id": _asked(m)}, None
