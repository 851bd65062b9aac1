"""Why a pick came out as it did, in one line for whoever reads; the rule is in `routines.rules.fair_share`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routines.rules.fair_share import DecidedBy, Ending, Member, Option, Story
from routines.rules.state import Kind
from routines.words.fractions import compared
from routines.words.ladder import audience
from routines.words.names import joined


def reason(
    story: Story,
    names: Mapping[Member, str],
    options: Mapping[Option, str],
    reader_kind: Kind | str,
    age_band: str = "",
    reader_id: Member | None = None,
) -> str:
    """Return why an option won, in a reader's words.

    `names` maps members to names, `options` maps options to their texts. A child, told by `reader_id`, who did
    not get their wish also reads what that means for the next time.
    """
    told = _Told(story, names, options)
    voice = audience(reader_kind, age_band)
    if len(story.outcome.options) == 1:
        sentences = [_only_one(told)]
    elif voice == "teen":
        sentences = _for_teen(told)
    elif voice == "parent":
        sentences = _for_parent(told)
    else:
        sentences = [*_for_child(told), _for_loser(told, reader_id)]
    return " ".join(sentence for sentence in sentences if sentence)


def tie_words(story: Story, names: Mapping[Member, str], options: Mapping[Option, str]) -> str:
    """Return which step told tied options apart, in a sentence; nothing where none had to."""
    return _tie_step(_Told(story, names, options))


@dataclass(frozen=True, slots=True)
class _Told:
    """A story with what its members and options are called."""

    story: Story
    names: Mapping[Member, str]
    options: Mapping[Option, str]

    @property
    def kind(self) -> Ending:
        return self.story.outcome.kind

    @property
    def decided_by(self) -> DecidedBy:
        return self.story.outcome.decided_by

    @property
    def winner(self) -> dict[str, str]:
        return {"option": self.options.get(self.story.outcome.winner, "")}

    def called(self, members: Iterable[Member]) -> str:
        return joined(self.names.get(member, "") for member in members) or _("somebody")


def _only_one(told: _Told) -> str:
    return _("“%(option)s” was the only one left. No jar fills.") % told.winner


def _for_child(told: _Told) -> list[str]:
    if told.kind is Ending.AGREED:
        return [*_all_wanted(told), _("No jar fills.")]
    if told.kind is Ending.NOBODY:
        return [_("%(option)s! Nobody had a special wish.") % told.winner, _tie_step(told)]
    if told.decided_by is not DecidedBy.LEVEL:
        return [_("%(option)s!") % told.winner, _same(told), _tie_step(told)]
    story = told.story
    if story.emptiest is not None:
        who = told.called([story.emptiest])
        return [_("%(option)s! %(who)s’s jar was emptiest.") % {**told.winner, "who": who}]
    return [_("%(option)s! %(names)s share this wish.") % {**told.winner, "names": told.called(story.outcome.fans)}]


def _for_loser(told: _Told, reader: Member | None) -> str:
    if all(miss.member != reader for miss in told.story.misses):
        return ""
    return _("Your jar got emptier, so your wish is stronger next time.")


def _for_teen(told: _Told) -> list[str]:
    if told.kind is Ending.AGREED:
        return [*_all_wanted(told), _("Agreement is free: no jar moves.")]
    if told.kind is Ending.NOBODY:
        return [_nobody(told), _tie_step(told)]
    story = told.story
    level, other_level = compared(story.level, story.runner_up_level)
    other = {"other": told.options.get(story.runner_up, ""), "level": level, "other_level": other_level}
    ends = _("Fans of “%(option)s” end at %(level)s; of “%(other)s” at %(other_level)s.") % {**told.winner, **other}
    back = _("One cup went to its fans; each participant got 1/%(count)s back.") % {"count": len(story.outcome.taps)}
    if told.decided_by is DecidedBy.LEVEL:
        return [ends, _("Lowest wins."), back]
    return [ends, back, _("A tie."), _tie_step(told)]


def _for_parent(told: _Told) -> list[str]:
    if told.kind is Ending.AGREED:
        return [*_all_wanted(told), _("That costs nobody a turn.")]
    if told.kind is Ending.NOBODY:
        return [_nobody(told), _tie_step(told)]
    story = told.story
    if told.decided_by is not DecidedBy.LEVEL:
        why = [_("%(option)s: a tie.") % told.winner, _tie_step(told)]
    elif story.emptiest is not None:
        who = told.called([story.emptiest])
        why = [_("%(option)s: %(who)s had had least so far.") % {**told.winner, "who": who}]
    else:
        fans = told.called(story.outcome.fans)
        why = [_("%(option)s: %(names)s share this wish.") % {**told.winner, "names": fans}]
    return [*why, _missed(told)]


def _missed(told: _Told) -> str:
    """Return who has missed most running now, and what the limit says about it."""
    misses = told.story.misses
    longest = [miss for miss in misses if miss.running == misses[0].running]
    values = {
        "names": told.called(miss.member for miss in longest),
        "count": misses[0].running,
        "limit": told.story.limit,
    }
    if misses[0].running == 1:
        text = _("%(names)s missed this one; limit %(limit)s running when all take part.")
    elif all(miss.bound for miss in longest):
        text = ngettext(
            "%(names)s has missed %(count)s running; limit %(limit)s when all take part.",
            "%(names)s have missed %(count)s running; limit %(limit)s when all take part.",
            len(longest),
        )
    else:
        text = ngettext(
            "%(names)s has missed %(count)s running; no limit, since not all took part each time.",
            "%(names)s have missed %(count)s running; no limit, since not all took part each time.",
            len(longest),
        )
    return text % values


def _all_wanted(told: _Told) -> list[str]:
    """Return that all wanted this, and what told it from others that all wanted; waits can not have."""
    everyone = _("Everyone wanted “%(option)s”.")
    if not told.story.all_took_part:
        everyone = _("Everyone who had a wish wanted “%(option)s”.")
    step = "" if told.decided_by is DecidedBy.LONGEST_WAIT else _tie_step(told)
    return [everyone % told.winner, step]


def _nobody(told: _Told) -> str:
    return _("%(option)s: nobody had a special wish, so no jar moves.") % told.winner


def _same(told: _Told) -> str:
    count = len(told.story.outcome.tied)
    return _("Same for both.") if count == 2 else _("Same for all %(count)s.") % {"count": count}


def _tie_step(told: _Told) -> str:
    """Return which step told tied options apart, nothing where none had to."""
    match told.decided_by:
        case DecidedBy.LEVEL:
            return ""
        case DecidedBy.LONGEST_WAIT:
            return _waited(told)
        case DecidedBy.GUESTS:
            return _("Guests wanted it most.")
        case DecidedBy.TURN_LIST:
            return _("%(names)s’s turn to choose.") % {"names": told.called(told.story.outcome.turn_members)}
        case DecidedBy.LEAST_RECENT if told.story.first_time:
            return _("It was never chosen before.")
        case DecidedBy.LEAST_RECENT:
            return _("It was chosen longest ago.")
        case DecidedBy.LISTED_ORDER:
            return _("It is first on the list.")


def _waited(told: _Told) -> str:
    waited = told.story.waited
    values = {"names": told.called(waited.members)}
    if waited.together:
        return _("Together, %(names)s waited longer.") % values
    return _("%(names)s waited longest.") % values
