"""Measures as pages show them: plain counts, the rule beside each, a bar only where there are enough to compare."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from routines.regions.mirror.values import MeasureGroup, MeasureRow, MeasureView
from routines.rules.mirror.measure import Measure, Tally
from routines.words.measures import left_out, measure_name, measure_rule, tally_words, together_words
from routines.words.mirror import hours_words


def measure_views(
    measures: Iterable[Measure], names: Mapping[int, str], *, outside: bool = False
) -> tuple[MeasureView, ...]:
    """Return measures in words; `names` maps the members a reader may know to their names.

    To who reads from `outside` each rule says what is left out for them.
    """
    return tuple(_measure(each, names, outside=outside) for each in measures)


def _measure(measure: Measure, names: Mapping[int, str], *, outside: bool) -> MeasureView:
    rule = measure_rule(measure.key)
    whole = measure.whole
    return MeasureView(
        key=str(measure.key),
        name=measure_name(measure.key),
        rule=f"{rule} {left_out(measure.key)}" if outside else rule,
        whole=_row(measure, whole, names) if whole else None,
        groups=tuple(_groups(measure, names)),
        hours=hours_words(measure.hours) if measure.hours is not None else "",
        has=measure.has,
        together=together_words() if measure.together else "",
    )


def _groups(measure: Measure, names: Mapping[int, str]) -> Iterator[MeasureGroup]:
    """Return all counts but everybody's whole, those about one thing together under its name."""
    by_about: dict[str, list[MeasureRow]] = {}
    for each in measure.tallies:
        if each is not measure.whole or each.member is not None:
            by_about.setdefault(each.about, []).append(_row(measure, replace(each, about=""), names))
    return (MeasureGroup(about, tuple(rows)) for about, rows in by_about.items())


def _row(measure: Measure, tally: Tally, names: Mapping[int, str]) -> MeasureRow:
    label, figure = tally_words(measure, tally, names)
    return MeasureRow(label, figure, tally.percent)
