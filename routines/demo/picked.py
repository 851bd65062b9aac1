"""A pick of the demo, by the words the story uses for what can be picked."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Picked:
    """A pick on a step, with its options' ids by the story's own words; `mornings` counts those it was tapped on."""

    id: int
    step: str
    options: dict[str, int] = field(default_factory=dict)
    mornings: int = 0
