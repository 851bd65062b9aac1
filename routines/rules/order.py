"""The order of steps."""

from collections.abc import Sequence


def reordered(ids: Sequence[int], step_id: int, to_index: int) -> tuple[int, ...]:
    """Return the order with one step moved to an index, counted from 0 in the new order.

    An index beyond either end means that end. ValueError when the step is not among them.
    """
    others = list(ids)
    others.remove(step_id)
    others.insert(max(0, min(to_index, len(others))), step_id)
    return tuple(others)
