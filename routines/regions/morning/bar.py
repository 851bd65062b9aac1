"""The whole morning as one bar, from its start to the door, each step in the colour of its rung."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from routines.regions.morning.scene import MorningScene, moment_of
from routines.regions.morning.values import Bar, Segment
from routines.rules.morning.course import Span, course
from routines.words.days import clock_words

# From this many percent on there is room for a picture.
WIDE = 4.0
SHORTEST = timedelta(minutes=1)


def bar_view(scene: MorningScene) -> Bar:
    """Return a morning's bar; a supporter's has only the steps that name them."""
    morning, now = scene.morning, moment_of(scene.morning, scene.look)
    spans = course(morning, scene.at, now)
    last = spans[-1].ends if spans else morning.started
    ends = max(last, now, morning.leave or last, morning.started + SHORTEST)
    scale = _Scale(morning.started, ends)
    segments = [segment for span in spans for segment in _segments(scene, span, scale)]
    if morning.leave is not None and morning.leave > max(last, now):
        segments.append(_free(max(last, now), morning.leave, scale))
    return Bar(
        segments=tuple(segments),
        began=milliseconds(morning.started),
        ends=milliseconds(ends),
        now=scale.at(now),
        door=scale.at(morning.leave) if morning.leave and morning.leave < ends else "",
        words=_words(scene, ends),
    )


def milliseconds(at: datetime | None) -> int:
    """Return a moment as scripts know it, 0 for none."""
    return round(at.timestamp() * 1000) if at else 0


class _Scale:
    """Where moments lie on the bar, in percent."""

    def __init__(self, begins: datetime, ends: datetime) -> None:
        self.begins, self.length = begins, (ends - begins).total_seconds()

    def share(self, at: datetime) -> float:
        return min(100.0, max(0.0, 100 * (at - self.begins).total_seconds() / self.length))

    def at(self, at: datetime) -> str:
        return _percent(self.share(at))


def _percent(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _segments(scene: MorningScene, span: Span, scale: _Scale) -> list[Segment]:
    """Return a block's steps: those side by side share its height."""
    shown = {step.id for step in scene.steps}
    steps = [step for step in span.steps if step.id in shown]
    begins, ends = scale.share(span.begins), scale.share(span.ends)
    if not steps or ends <= begins:
        return []
    height = 100 / len(steps)
    return [
        Segment(
            step=step.id,
            title=step.title,
            pictogram=step.pictogram,
            rung=int(step.rung),
            x=_percent(begins),
            width=_percent(ends - begins),
            y=_percent(height * place),
            height=_percent(height),
            middle=_percent((begins + ends) / 2),
            done=span.done,
            wide=ends - begins >= WIDE and len(steps) == 1,
        )
        for place, step in enumerate(steps)
    ]


def _free(begins: datetime, ends: datetime, scale: _Scale) -> Segment:
    x, width = scale.share(begins), scale.share(ends) - scale.share(begins)
    return Segment(
        step=0,
        title=_("Free time"),
        pictogram="",
        rung=0,
        x=_percent(x),
        width=_percent(width),
        y="0",
        height="100",
        middle=_percent(x + width / 2),
        done=False,
        wide=False,
    )


def _words(scene: MorningScene, ends: datetime) -> str:
    begun = clock_words(scene.local(scene.morning.started))
    if scene.morning.leave is None:
        return _("Began at %(start)s") % {"start": begun}
    return _("From %(start)s to the door at %(leave)s") % {
        "start": begun,
        "leave": clock_words(scene.local(scene.morning.leave)),
    }
