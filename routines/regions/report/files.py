"""A report as a file: CSV for a spreadsheet, JSON for whatever comes after. Exactly what the page shows.

JSON, `format` 1: `family`, `made_on`, `period` {first, last}, `about`, `consent` (null in the family's own report, else
facilitator, organisation, shared [{kind, shows, never}], not_shared, routines, people, given_on, until_on), `note`,
`steps` [{routine, step, rung, put_away, felt: [{person, felt, times}]}] (`rung` and `felt` are null where they are not
shared; `felt` is [] where nobody told), `measures` [{key, name, rule, total, counts: [{what,
count}], time}], `said` [{on, person, by, step, said, words, answer, because, answered_on, owed}], `moves` [{on, step,
what, because}], `decisions` [{on, step, rung, question, open, decided, because}], `questions` [{on, by, step, question,
answers: [{on, person, by, text, picture}]}], `summaries` [{on, facilitator, text, signed_on, family_signed_on,
family_signed_by}]. Days are ISO dates of the family's clock; words are in the reader's language. A later format has
another number.

CSV: rows of comment that begin with "#" say whose it is, what was shared and how it was counted; then a head and one
row a thing. There are no ids in either.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from households.pictograms import PICTOGRAMS
from routines.exports.cells import plain
from routines.regions.report.values import AnswerLine, MeasureLine, Report, SaidLine, StepLine, Terms
from routines.words import joined
from routines.words.measures import app_not_kitchen

FORMAT = 1
COLUMNS = ("part", "on", "routine", "step", "person", "what", "count", "words", "because")


def csv_of(report: Report) -> str:
    """Return a report as CSV; no cell can be taken for a formula."""
    file = io.StringIO()
    writer = csv.writer(file)
    for row in (*_preamble(report), COLUMNS, *_rows(report)):
        writer.writerow([plain(each) for each in row])
    return file.getvalue()


def data_of(report: Report) -> dict:
    """Return a report as plain data, as this module's text describes it."""
    return {
        "format": FORMAT,
        "family": report.family,
        "made_on": _iso(report.made_on),
        "period": {"first": _iso(report.first), "last": _iso(report.last)},
        "about": list(report.about),
        "consent": _consent(report.terms) if report.terms else None,
        "note": app_not_kitchen(),
        "steps": [
            {
                "routine": step.routine,
                "step": step.title,
                "rung": step.rung_name or None,
                "put_away": step.archived,
                "felt": _felt(step),
            }
            for step in report.steps
        ],
        "measures": [_measure(each) for each in report.measures],
        "said": [_said(each) for each in report.said],
        "moves": [
            {"on": _iso(each.on), "step": each.step, "what": each.sentence, "because": each.reason}
            for each in report.moves
        ],
        "decisions": [
            {
                "on": _iso(each.on),
                "step": each.step,
                "rung": each.rung_name,
                "question": each.text,
                "open": each.open,
                "decided": each.decided,
                "because": each.reason,
            }
            for each in report.decisions
        ],
        "questions": [
            {
                "on": _iso(each.on),
                "by": each.by,
                "step": each.step,
                "question": each.text,
                "answers": [_answer(answer) for answer in each.answers],
            }
            for each in report.questions
        ],
        "summaries": [
            {
                "on": _iso(each.on),
                "facilitator": each.facilitator,
                "text": each.text,
                "signed_on": _iso(each.signed_on),
                "family_signed_on": _iso(each.family_signed_on),
                "family_signed_by": each.family_signed_by,
            }
            for each in report.summaries
        ],
    }


def consent_words(terms: Terms) -> str:
    """Return the consent in one sentence."""
    who = terms.facilitator
    if terms.organisation:
        who = _("%(name)s (%(organisation)s)") % {"name": who, "organisation": terms.organisation}
    words = {"who": who, "given": _iso(terms.given_on), "until": _iso(terms.until_on)}
    return _("Shared with %(who)s from %(given)s until %(until)s; the family can end it at any time.") % words


def not_shared_words(terms: Terms) -> str:
    """Return what the consent does not show in one sentence."""
    return _("Not shared: %(kinds)s") % {"kinds": ", ".join(terms.withheld)}


def _preamble(report: Report) -> Iterator[tuple[str, ...]]:
    """Return the comment: whose it is, the consent, and every counting rule."""
    yield (f"# Rungs, format {FORMAT}",)
    yield (f"# {report.family}, {_iso(report.first)} – {_iso(report.last)}, {', '.join(report.about)}",)
    if report.terms:
        terms = report.terms
        yield (f"# {consent_words(terms)}",)
        yield (f"# {joined(terms.people)}; {joined(terms.routines)}",)
        for name, shows, never in terms.kinds:
            yield (f"# {name}: {shows} {never}",)
        if terms.withheld:
            yield (f"# {not_shared_words(terms)}",)
    else:
        yield ("# " + _("The family’s own report: what this member of it may read."),)
    if report.measures:
        yield (f"# {app_not_kitchen()}",)
    for each in report.measures:
        yield (f"# {each.name}: {each.rule}",)


def _rows(report: Report) -> Iterator[tuple[object, ...]]:
    """Return one row for each thing, in the order of `COLUMNS`."""
    for step in report.steps:
        if step.rung:
            yield ("planned", "", step.routine, step.title, "", step.rung_name, "", "", "")
        for each in step.felt or ():
            yield ("felt", "", step.routine, step.title, each.person.name, each.felt, each.times, "", "")
    for measure in report.measures:
        yield from _measure_rows(measure)
    for each in report.said:
        yield from _said_rows(each)
    for each in report.moves:
        yield ("move", _iso(each.on), "", each.step, "", each.sentence, "", "", each.reason)
    for each in report.decisions:
        yield ("decision", _iso(each.on), "", each.step, "", each.text, "", each.decided, each.reason)
    for question in report.questions:
        yield ("question", _iso(question.on), "", question.step, question.by, question.text, "", "", "")
        for each in question.answers:
            words = each.text or _picture(each)
            yield ("answer", _iso(each.on), "", question.step, each.person.name, question.text, "", words, "")
    for each in report.summaries:
        yield ("summary", _iso(each.on), "", "", each.facilitator, each.family_signed_by, "", each.text, "")


def _measure_rows(measure: MeasureLine) -> Iterator[tuple[object, ...]]:
    if measure.total:
        yield ("measure", "", "", "", "", measure.name, measure.total, measure.time, "")
    for what, count in measure.counts:
        yield ("measure", "", "", "", "", f"{measure.name}: {what}", count, "", "")


def _said_rows(line: SaidLine) -> Iterator[tuple[object, ...]]:
    said = line.view
    what = f"{said.kind}: {said.what}" if said.what else said.kind
    yield ("said", _iso(line.on), "", said.step, said.person.name, what, "", said.words, "")
    if said.answer:
        yield ("did", _iso(line.answered_on), "", said.step, said.person.name, said.answer_word, "", "", said.because)


def _consent(terms: Terms) -> dict:
    return {
        "facilitator": terms.facilitator,
        "organisation": terms.organisation,
        "shared": [{"kind": name, "shows": shows, "never": never} for name, shows, never in terms.kinds],
        "not_shared": list(terms.withheld),
        "routines": list(terms.routines),
        "people": list(terms.people),
        "given_on": _iso(terms.given_on),
        "until_on": _iso(terms.until_on),
    }


def _felt(step: StepLine) -> list[dict] | None:
    if step.felt is None:
        return None
    return [{"person": each.person.name, "felt": each.felt, "times": each.times} for each in step.felt]


def _measure(measure: MeasureLine) -> dict:
    return {
        "key": measure.key,
        "name": measure.name,
        "rule": measure.rule,
        "total": measure.total,
        "counts": [{"what": what, "count": count} for what, count in measure.counts],
        "time": measure.time,
    }


def _said(line: SaidLine) -> dict:
    said = line.view
    return {
        "on": _iso(line.on),
        "person": said.person.name,
        "by": line.by,
        "step": said.step,
        "said": f"{said.kind}: {said.what}" if said.what else said.kind,
        "words": said.words,
        "answer": said.answer_word,
        "because": said.because,
        "answered_on": _iso(line.answered_on),
        "owed": said.owed,
    }


def _answer(line: AnswerLine) -> dict:
    return {
        "on": _iso(line.on),
        "person": line.person.name,
        "by": line.by,
        "text": line.text,
        "picture": _picture(line),
    }


def _picture(line: AnswerLine) -> str:
    known = PICTOGRAMS.get(line.pictogram)
    return str(known.label) if known else ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
