"""Which tone a level has."""

from app.domain.meter import Level
from ui.theme.tone import Tone

_TONES = {
    Level.NO_DATA: Tone.QUIET,
    Level.FINE: Tone.PLAIN,
    Level.AHEAD: Tone.PLAIN,
    Level.NEAR: Tone.NEAR,
    Level.BLOCKED: Tone.STOP,
    Level.COULD_BE_BILLED: Tone.STOP,
    Level.BILLED: Tone.BILLED,
}


def tone_of(level: Level) -> Tone:
    """The tone in which a level is drawn; being ahead of pace is said, not coloured."""
    return _TONES[level]
