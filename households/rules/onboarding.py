"""The three steps that lead an empty household to its first question."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OnboardingStep:
    """One step: which one ("people", "routine" or "question"), whether it is done or the next, and where it is."""

    key: str
    done: bool
    next: bool
    url: str


@dataclass(frozen=True, slots=True)
class Onboarding:
    """The way to the first question, while it is not yet walked."""

    steps: tuple[OnboardingStep, ...]

    @property
    def done(self) -> int:
        """Return how many steps are done."""
        return sum(step.done for step in self.steps)


def onboarding(
    *, people: int, routines: int, questions: int, people_url: str, routine_url: str, question_url: str
) -> Onboarding | None:
    """Return the steps, or None once all are done.

    `people`, `routines` and `questions` count those there are or ever were; the addresses say where each step is
    taken. `question_url` is empty while there is no routine to ask on.
    """
    facts = (
        ("people", people > 1, people_url),
        ("routine", routines > 0, routine_url),
        ("question", questions > 0, question_url),
    )
    if all(done for _key, done, _url in facts):
        return None
    first = next(key for key, done, _url in facts if not done)
    return Onboarding(tuple(OnboardingStep(key, done, key == first, url) for key, done, url in facts))
