"""One row of the table: what is measured, beside what, and what is asked of it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run found; ``ours`` and ``against`` as a person reads them."""

    ours: str
    against: str
    ratio: float


@dataclass(frozen=True, slots=True)
class Row:
    """A figure that can be measured.

    ``at_least`` and ``aim`` are the ratios asked for; ``higher``: a higher ratio is better.
    ``small_print`` tells what is measured on each side.
    """

    name: str
    figure: str
    against: str
    at_least: float
    aim: float
    small_print: str
    measure: Callable[[], Measured]
    higher: bool = False

    def meets(self, found: Measured, wanted: float) -> bool:
        """Tell whether a ratio is as good as wanted, to the two places that are shown."""
        ratio = round(found.ratio, 2)
        return ratio >= wanted if self.higher else ratio <= wanted
