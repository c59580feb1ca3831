"""What every live source is: something that listens until it is closed, and tells what it heard."""

from collections.abc import Callable
from typing import Protocol

from app.domain.beat import Beat
from app.domain.call_report import Heard
from app.domain.problem import mark

#: Called on the source's own thread; it must only hand over, and never raise.
Tell = Callable[[Heard], None]
#: Looks at the clocks; sources stamp whatever they hear at once.
Look = Callable[[], Beat]
#: The reason of a source whose thread met a fault; a sentence without gaps, as all of them.
FAULT = mark("Listening ended because of a fault of this program. Its log tells more.")


class LiveSource(Protocol):
    """A source of calls that are under way."""

    def start(self) -> None:
        """Begin to listen on a thread of its own; how that goes is told as SourceNews."""
        ...

    def take_back(self) -> None:
        """Seek at once: a person wants the line that another program took, or to try again."""
        ...

    def close(self) -> None:
        """Listen no longer: the thread has ended when this returns, within a second."""
        ...
