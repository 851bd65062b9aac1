"""The checks that several deeds share."""

from collections.abc import Callable
from datetime import date

from routines.rules.codes import Code
from routines.rules.people import is_for_alone, is_parent, names, sees
from routines.rules.situation import Situation
from routines.rules.state import AnswerState, Kind, QuestionState, Rung
from routines.rules.verdict import Verdict, refuse
from routines.rules.voices import has_spoken, live_ids, missing

Check = Callable[[Situation], Verdict | None]

GROUNDS = ("danger", "health", "law", "harm")


def first_refusal(situation: Situation, *checks: Check) -> Verdict | None:
    """Return the first refusal of some checks in order, or None when all let it pass."""
    verdicts = (check(situation) for check in checks)
    return next((verdict for verdict in verdicts if verdict is not None), None)


def is_supporter(situation: Situation) -> bool:
    """Return whether the speaker is a supporter."""
    return situation.speaker.kind is Kind.SUPPORTER


def asked(situation: Situation) -> bool:
    """Return whether the question is asked of the speaker."""
    return situation.speaker.id in situation.question.affected


def plans_own(situation: Situation) -> bool:
    """Return whether the speaker is a teen and the step is for them alone."""
    return situation.speaker.kind is Kind.TEEN and is_for_alone(situation.step, situation.speaker)


def heard_or_due(situation: Situation) -> bool:
    """Return whether everybody was heard, or the deadline came."""
    return not missing(situation.question) or deadline_came(situation.question, situation.today)


def deadline_came(question: QuestionState, today: date) -> bool:
    """Return whether a question's deadline is today or past; without one it never comes."""
    return question.deadline is not None and today >= question.deadline


def parents(situation: Situation) -> Verdict | None:
    """Let only parents."""
    return None if is_parent(situation.speaker) else refuse(Code.PARENTS_ONLY)


def parents_and_teens(situation: Situation) -> Verdict | None:
    """Let parents and teens."""
    if situation.speaker.kind in (Kind.PARENT, Kind.TEEN):
        return None
    return refuse(Code.PARENTS_AND_TEENS)


def step_in_use(situation: Situation) -> Verdict | None:
    """Need a step that is not archived and that the speaker may see."""
    if situation.step is None:
        return refuse(Code.NO_STEP)
    if not sees(situation.speaker, situation.step):
        return refuse(Code.NOT_VISIBLE)
    return refuse(Code.ARCHIVED) if situation.step.archived else None


def question_open(situation: Situation) -> Verdict | None:
    """Need a question that is still open."""
    if situation.question is None:
        return refuse(Code.NO_QUESTION)
    return refuse(Code.CLOSED) if situation.question.closed else None


def no_question_open(situation: Situation) -> Verdict | None:
    """Need a step without an open question."""
    questions = (situation.question, situation.step.question)
    still_open = any(question and not question.closed for question in questions)
    return refuse(Code.QUESTION_OPEN) if still_open else None


def affected(situation: Situation) -> Verdict | None:
    """Let only those the question, or else the step, is about."""
    about = situation.question or situation.step
    if situation.speaker.id in about.affected:
        return None
    return refuse(Code.NOT_AFFECTED, names=situation.names(about.affected))


def named(situation: Situation) -> Verdict | None:
    """Let only those the step names."""
    return None if names(situation.step, situation.speaker) else refuse(Code.NOT_NAMED)


def not_supporters(situation: Situation) -> Verdict | None:
    """Supporters take part; they do not open, count or close."""
    return refuse(Code.SUPPORTER_TAKES_PART) if is_supporter(situation) else None


def coproduced(situation: Situation) -> Verdict | None:
    """Need a co-produced question."""
    return None if situation.question.rung is Rung.COPRODUCE else refuse(Code.ONLY_COPRODUCE)


def not_own_matter(situation: Situation) -> Verdict | None:
    """One person's own matter is not voted on."""
    owner = situation.step.own_matter_of if situation.step else None
    return refuse(Code.OWN_MATTER, who=situation.name(owner)) if owner is not None else None


def everybody_heard(situation: Situation) -> Verdict | None:
    """Need everybody's voice, or the deadline."""
    if heard_or_due(situation):
        return None
    left = missing(situation.question)
    return refuse(Code.VOICES_MISSING, names=situation.names(left), count=len(left))


def spoken_first(situation: Situation) -> Verdict | None:
    """Whoever is asked and also settles speaks before seeing and answering the others."""
    if not asked(situation) or has_spoken(situation.question, situation.speaker.id):
        return None
    return refuse(Code.SPEAK_FIRST)


def option_named(situation: Situation) -> Verdict | None:
    """Need an option that is there and not ruled out."""
    if situation.option is None:
        return refuse(Code.WHICH_ONE)
    return option_live(situation)


def option_live(situation: Situation) -> Verdict | None:
    """An option, if one is named, must be there and not ruled out."""
    if situation.option is None or situation.option in live_ids(situation.question):
        return None
    return refuse(Code.OPTION_GONE)


def trial_of_one_to_three(situation: Situation) -> Verdict | None:
    """A trial, if it is one, lasts one to three days."""
    days = situation.trial_days
    return None if days is None or 1 <= days <= 3 else refuse(Code.TRIAL_LENGTH)


def ground_valid(situation: Situation) -> Verdict | None:
    """Need one of the four grounds; being late is none."""
    if not situation.ground:
        return refuse(Code.GROUND_FIRST)
    if situation.ground == "late":
        return refuse(Code.LATE_IS_NO_GROUND)
    return None if situation.ground in GROUNDS else refuse(Code.GROUND_NOT_VALID)


def answers_given(situation: Situation, members: tuple[int, ...]) -> Verdict | None:
    """Need an answer with its because for each of some members."""
    answered = {each.member for each in situation.answers if _is_answer(each)}
    left = tuple(each for each in members if each not in answered)
    if left:
        return refuse(Code.ANSWER_EACH, names=situation.names(left), count=len(left))
    longest = max((len(each.because) for each in situation.answers), default=0)
    return too_long(longest, 500)


def written(field: str, missing_code: Code, longest: int) -> Check:
    """Return a check that something was written in `field`, at most `longest` characters."""

    def check(situation: Situation) -> Verdict | None:
        value = (getattr(situation, field) or "").strip()
        return too_long(len(value), longest) if value else refuse(missing_code)

    return check


def at_most(field: str, longest: int) -> Check:
    """Return a check that `field`, if anything is written, has at most `longest` characters."""

    def check(situation: Situation) -> Verdict | None:
        return too_long(len((getattr(situation, field) or "").strip()), longest)

    return check


def too_long(length: int, longest: int) -> Verdict | None:
    """Refuse what has more than `longest` characters."""
    if length <= longest:
        return None
    return refuse(Code.TOO_LONG, longest=longest, over=length - longest)


def _is_answer(answer: AnswerState) -> bool:
    return answer.did in ("did", "partly", "didnt") and bool(answer.because.strip())
