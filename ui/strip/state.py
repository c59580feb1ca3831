"""What the small window of a call shows."""

from dataclasses import dataclass

from app.wording.words import Words
from ui.live.state import LiveState


@dataclass(frozen=True, slots=True)
class StripState:
    """Rows of calls and the names of the buttons; ``spoken`` tells the calls in a sentence."""

    rows: tuple[LiveState, ...]
    title: str
    open: str
    hide: str
    hint: str
    spoken: str


def strip_state(words: Words, rows: tuple[LiveState, ...]) -> StripState:
    """Make the window of these calls."""
    return StripState(
        rows=rows,
        title=words.say("Call · Talktally"),
        open=words.say("Open Talktally"),
        hide=words.say("Hide for this call"),
        hint=words.say("Drag it or use the arrow keys to move it. Esc hides it for this call."),
        spoken=". ".join(row.spoken for row in rows),
    )
