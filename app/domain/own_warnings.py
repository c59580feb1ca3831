"""When a person wants to be warned, as the settings keep it; light, for each start reads it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnWarnings:
    """Warnings of one's own, beside those of the plan; ``None`` leaves the plan's word alone.

    ``minutes`` and ``calls``: near limit at so many left. ``pool_percent``: near at this share of
    use of a pool, 1 to 100.
    """

    minutes: int | None = None
    calls: int | None = None
    pool_percent: int | None = None
