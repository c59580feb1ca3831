"""One to one: each of many is given at most one other, the nearest pairs first."""

from collections.abc import Sequence

#: For each of the many: whom it could be given, as (distance, index).
Choices = Sequence[Sequence[tuple[tuple[int, ...], int]]]
# How many may be given another one so that one more gets any.
_SWAPS = 6


def assigned(choices: Choices) -> dict[int, int]:
    """Return whom each is given, by their indexes; of equal distances the lower indexes come first.

    The nearest two are given each other. Where that leaves one without although a few swaps would
    help it, the others give way.
    """
    given: dict[int, int] = {}
    taken: dict[int, int] = {}
    for _, one, other in sorted((d, one, o) for one, each in enumerate(choices) for d, o in each):
        if one not in given and other not in taken:
            given[one], taken[other] = other, one
    nearest = [[other for _, other in sorted(each)] for each in choices]
    for one in range(len(choices)):
        if one not in given:
            _give_way(one, nearest, taken, set(), _SWAPS)
    return {one: other for other, one in taken.items()}


def _give_way(
    one: int, nearest: Sequence[Sequence[int]], taken: dict[int, int], seen: set[int], swaps: int
) -> bool:
    for other in nearest[one]:
        if other in seen:
            continue
        seen.add(other)
        owner = taken.get(other)
        if owner is None or (swaps and _give_way(owner, nearest, taken, seen, swaps - 1)):
            taken[other] = one
            return True
    return False
