"""Count the segments of a text, and find what makes it dearer."""

from dataclasses import dataclass

from app.domain.cheaper import Cheaper, cheaper
from app.domain.segments import Costly, Counted, costly, count, parts


@dataclass(frozen=True, slots=True)
class SegmentCount:
    """What a text weighs, the segments it parts into, and the characters outside GSM-7."""

    counted: Counted
    parts: tuple[str, ...]
    costly: tuple[Costly, ...]


def count_segments(text: str) -> SegmentCount:
    """Count a text as it is; nothing is stripped and nothing is kept."""
    return SegmentCount(count(text), parts(text), costly(text))


def check_text(text: str) -> tuple[SegmentCount, Cheaper]:
    """Count a text, and look for what could be written instead of its costly characters."""
    found = count_segments(text)
    return found, cheaper(text, found.costly, found.counted)
