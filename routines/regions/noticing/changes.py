"""What was tried instead after a morning, and what became of it."""

from django.utils.translation import gettext as _

from routines.models import Decision, Repair
from routines.regions.look import Look
from routines.regions.noticing.values import ChangeView
from routines.rules.state import Kind
from routines.words.days import date_words

UNCHANGED = Decision.Kind.UNCHANGED


def changes_seen(look: Look):
    """Return the changes the viewer may read: the family all, a supporter their own."""
    rows = Repair.objects.filter(household_id=look.household_id, kind=Repair.Kind.CHANGE, taken_back_at=None)
    if look.viewer.kind is Kind.SUPPORTER:
        rows = rows.filter(by_id=look.viewer.id)
    return rows.select_related("morning", "step", "question__decision__option")


def change_view(look: Look, row: Repair) -> ChangeView:
    """Return a change with what became of it: still asked, settled and how, tried, or kept as a remark."""
    badge, outcome, reason = _outcome(look, row)
    return ChangeView(
        id=row.id,
        by=look.person(row.by_id),
        acted_by=look.maybe(row.acted_by_id),
        text=row.text,
        pictogram=row.pictogram,
        step_title=row.step.title,
        step_id=row.step_id if row.step.archived_at is None else None,
        badge=badge,
        outcome=outcome,
        reason=reason,
        open=row.question is not None and row.question.closed_at is None,
        at=look.day_short(row.at),
    )


def _outcome(look: Look, row: Repair) -> tuple[str, str, str]:
    """Return what became of a change: in a word, in a sentence, and the reason that was given."""
    question = row.question
    if question is None:
        return _("Kept as a remark"), _("It stands on the step, for everybody to read."), ""
    if question.closed_at is None:
        return _("Being asked"), question.text, ""
    decision = getattr(question, "decision", None)
    if decision is None or decision.taken_back_at is not None:
        return _("Put away"), _("The question was closed without a decision."), ""
    if decision.kind == UNCHANGED:
        return _("Left as it was"), question.text, decision.reason
    what = decision.text or (decision.option.text if decision.option else question.text)
    if decision.trial_until and decision.trial_until >= look.today:
        until = date_words(decision.trial_until)
        return _("Being tried"), _("%(what)s, until %(day)s") % {"what": what, "day": until}, decision.reason
    if decision.trial_until:
        return _("Tried"), what, decision.reason
    return _("Settled"), what, decision.reason
