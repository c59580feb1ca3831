"""What the icon draws, free of Qt: equal symbols are the same picture."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.meter import Level, Meter, Status, Trust
from ui.text.tones import tone_of
from ui.theme.tone import Tone

#: The arc fills in so many steps: finer ones could not be seen at 32 px.
STEPS = 40


class Mark(StrEnum):
    """The shape in the middle of the arc: what a level is told by besides its colour.

    ``BLOCKED`` is the only one that is a full disc. Trust has shapes too, seen where no level has.
    """

    NONE = "none"
    AHEAD = "ahead"
    NEAR = "near"
    BLOCKED = "blocked"
    COULD_BE_BILLED = "could_be_billed"
    BILLED = "billed"
    UNKNOWN = "unknown"
    STALE = "stale"
    OFFLINE = "offline"
    SIGN_IN = "sign_in"
    DIFFERS = "differs"


class Badge(StrEnum):
    """What stands in the gap of the arc, whatever the level."""

    NONE = "none"
    CALL = "call"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Symbol:
    """The icon; ``filled`` counts of :data:`STEPS`. ``old``: the arc is broken, and has no tone."""

    filled: int = 0
    tone: Tone = Tone.QUIET
    mark: Mark = Mark.NONE
    old: bool = False
    badge: Badge = Badge.NONE


#: The icon before anything is known.
WAITING = Symbol()

_OLD = frozenset({Trust.STALE, Trust.OFFLINE, Trust.SIGN_IN})
_LEVELS = {
    Level.NO_DATA: Mark.UNKNOWN,
    Level.NEAR: Mark.NEAR,
    Level.BLOCKED: Mark.BLOCKED,
    Level.COULD_BE_BILLED: Mark.COULD_BE_BILLED,
    Level.BILLED: Mark.BILLED,
}
_TRUSTS = {
    Trust.STALE: Mark.STALE,
    Trust.OFFLINE: Mark.OFFLINE,
    Trust.SIGN_IN: Mark.SIGN_IN,
    Trust.DIFFERS: Mark.DIFFERS,
}
#: The marks that say something of trust.
TRUST_MARKS = frozenset(_TRUSTS.values())


def symbol_of(status: Status, meter: Meter | None, *, paused: bool) -> Symbol:
    """Make the icon of a meter of a status; of none where no plan is chosen."""
    badge = _badge(status, paused=paused)
    if meter is None or meter.level is Level.NO_DATA:
        return Symbol(mark=Mark.UNKNOWN, badge=badge)
    return Symbol(
        filled=_filled(meter),
        tone=tone_of(meter.level),
        mark=_LEVELS.get(meter.level) or _TRUSTS.get(status.trust) or _mild(meter),
        old=status.trust in _OLD,
        badge=badge,
    )


def _mild(meter: Meter) -> Mark:
    return Mark.AHEAD if meter.level is Level.AHEAD else Mark.NONE


def _badge(status: Status, *, paused: bool) -> Badge:
    if status.live:
        return Badge.CALL
    return Badge.PAUSE if paused else Badge.NONE


def _filled(meter: Meter) -> int:
    """Count the steps that are used: none only for nothing, all only for everything."""
    if meter.included <= 0:
        return STEPS if meter.billed else 0
    if meter.used >= meter.included:
        return STEPS
    return min(STEPS - 1, -(-meter.used * STEPS // meter.included))
