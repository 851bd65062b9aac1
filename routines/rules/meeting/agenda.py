"""What belongs on the agenda of the family meeting, in which order, and why it is there.

First what was promised by a day, then what is being asked, how steps felt, what the young ones wish for, and what
somebody wanted to do differently. Each thing stands there once.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta

from routines.rules.count import option_key
from routines.rules.lanes import as_planned
from routines.rules.meeting.facts import Account, Facts, Thing, Why
from routines.rules.state import Kind
from routines.rules.voices import live, missing

LOOKS_BACK = timedelta(weeks=4)
SOON = timedelta(days=7)
YOUNG = (Kind.CHILD, Kind.TEEN)


def agenda(facts: Facts) -> tuple[Thing, ...]:
    """Return what the family meeting talks about, in order, each thing once."""
    return (*_due(facts), *_asked(facts), *_felt(facts), *_wished(facts), *_untried(facts), *_unchanged(facts))


def shown_from(until: datetime, asked: Collection[int], told: Mapping[int, datetime]) -> datetime:
    """Return from when a meeting may read how one step of a morning felt to everybody.

    That is once all who had a part in it have told or passed, so that the small do not copy the big, at the latest when
    the morning can no longer be noticed (`until`). `asked` are those who had a part and are still of the household,
    `told` maps who has told of the morning to when.
    """
    if asked and set(asked) <= set(told):
        return min(until, max(told[each] for each in asked))
    return until


def _due(facts: Facts) -> Iterable[Thing]:
    """What was promised by a day, the earliest first: overrides to review, trials and agreements due within a week."""
    steps = {step.id: step for step in facts.steps}
    for item in sorted(facts.due, key=lambda each: (each.due_on, each.id)):
        step = steps.get(item.step)
        if step and (item.kind in (Why.OVERRIDE, Why.STEP) or item.due_on <= facts.today + SOON):
            yield Thing(f"agenda-{item.id}", Why(item.kind), step.id, step.title, step.pictogram, day=item.due_on)


def _asked(facts: Facts) -> Iterable[Thing]:
    """Open questions, those with a deadline first, then those that have waited longest."""
    asked = [step for step in facts.steps if step.question]
    came = {change.question: change for change in facts.changes if change.question}
    for step in sorted(asked, key=lambda each: (each.question.deadline or date.max, each.question.id)):
        question, change = step.question, came.get(step.question.id)
        yield Thing(
            f"question-{question.id}",
            Why.QUESTION,
            step.id,
            step.title,
            step.pictogram,
            about=missing(question),
            text=question.text,
            day=change.on if change else None,
            ideas=tuple(idea for idea in live(question) if _young(facts, idea.by)),
            morning=change.morning if change else None,
        )


def _felt(facts: Facts) -> Iterable[Thing]:
    """Steps that felt otherwise than planned to somebody since they were talked about, with every account of them."""
    told: dict[str, list[Account]] = {}
    for account in sorted(facts.accounts, key=lambda each: (each.on, each.morning_step)):
        key = f"felt-{account.step}" if account.step else f"felt-m{account.morning_step}"
        if facts.noted.get(key, facts.since) < account.shown_at <= facts.now:
            told.setdefault(key, []).append(account)
    order = {person.id: place for place, person in enumerate(facts.people)}
    for key, accounts in told.items():
        otherwise = {each.member for each in accounts if not as_planned(each.felt, each.rung)}
        if otherwise:
            last = accounts[-1]
            yield Thing(
                key,
                Why.FELT,
                last.step,
                last.title,
                last.pictogram,
                about=tuple(sorted(otherwise, key=lambda member: order.get(member, len(order)))),
                accounts=tuple(sorted(accounts, key=lambda each: order.get(each.member, len(order)))),
                rungs=tuple(dict.fromkeys(each.rung for each in accounts)),
                morning=last.morning,
            )


def _wished(facts: Facts) -> Iterable[Thing]:
    """Wishes of the young ones to climb that wait for their answer, the oldest first."""
    steps = {step.id: step for step in facts.steps}
    came = {(change.step, change.by, change.text): change for change in facts.changes}
    for wish in sorted(facts.wishes, key=lambda each: each.id):
        step, change = steps.get(wish.step), came.get((wish.step, wish.member, wish.reason))
        if step and _young(facts, wish.member):
            yield Thing(
                f"wish-{wish.id}",
                Why.WISH,
                step.id,
                step.title,
                step.pictogram,
                about=(wish.member,),
                text=wish.reason,
                day=change.on if change else None,
                rung=wish.to_rung,
                morning=change.morning if change else None,
            )


def _untried(facts: Facts) -> Iterable[Thing]:
    """Ideas of the young ones that another was chosen over lately, and that nobody has tried or listed again since."""
    steps = {step.id: step for step in facts.steps}
    taken = {(idea.step, option_key(idea.text)) for idea in facts.listed if idea.chosen}
    taken |= {
        (step.id, option_key(idea.text)) for step in facts.steps if step.question for idea in step.question.options
    }
    for idea in sorted(facts.listed, key=lambda each: each.id, reverse=True):
        step, same = steps.get(idea.step), (idea.step, option_key(idea.text))
        late = facts.now - idea.settled_at > LOOKS_BACK
        if step is None or same in taken or late or not _young(facts, idea.by):
            continue
        taken.add(same)
        key = f"idea-{idea.id}"
        if key not in facts.noted:
            yield Thing(key, Why.IDEA, step.id, idea.text, idea.pictogram, about=(idea.by,), text=step.title)


def _unchanged(facts: Facts) -> Iterable[Thing]:
    """Changes somebody wanted that were kept as a remark; one that is asked or wished for stands there as that."""
    wished = {(wish.step, wish.member, wish.reason) for wish in facts.wishes if _young(facts, wish.member)}
    for change in sorted(facts.changes, key=lambda each: each.id):
        key = f"repair-{change.id}"
        there = change.question or (change.step, change.by, change.text) in wished
        if not there and key not in facts.noted:
            yield Thing(
                key,
                Why.REPAIR,
                change.step,
                change.title,
                change.pictogram,
                about=(change.by,),
                text=change.text,
                day=change.on,
                morning=change.morning,
            )


def _young(facts: Facts, member: int) -> bool:
    return any(each.id == member and each.kind in YOUNG and not each.left for each in facts.people)
