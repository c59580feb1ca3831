"""One connection to baresip, from the first question until it ends."""

import socket
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from time import monotonic

from app.domain.beat import Beat
from app.softphone.baresip.conversation import Conversation, Step
from app.softphone.baresip.line import Bell, received
from app.softphone.baresip.message import read_message
from app.softphone.baresip.netstring import Deframer, NotNetstringsError
from app.softphone.baresip.roster import Roster
from app.softphone.source import Look, Tell

# It answers within milliseconds; one that takes so long hangs, or is something else.
_ANSWER_SECONDS = 5.0


class End(Enum):
    """Why a connection is of no use any more."""

    BROKEN = "it broke"
    LEFT = "it broke after the softphone said that it ends"
    UNANSWERED = "it broke before anything was answered"
    SILENT = "no answer came"
    STRANGER = "what came is nothing that baresip says"


class Visit:
    """Asks for all calls first, and tells what it hears until the connection ends.

    ``answers`` is called once all is asked, before anything is told: with the moment since when it
    is listened to, and whether it could say which calls there are.
    """

    def __init__(
        self,
        line: socket.socket,
        look: Look,
        tell: Tell,
        answers: Callable[[Beat, bool], None],
        roster: Roster,
    ) -> None:
        self._line, self._look, self._tell, self._answers = line, look, tell, answers
        self._talk = Conversation(roster)
        self._frames = Deframer()
        self._welcome = False
        self._deadline = 0.0
        #: When the connection was last looked at; it is listened to since the first time.
        self.at = self._since = look()
        self.ask()

    def ask(self) -> None:
        """Ask for all calls, unless that is under way."""
        self._send(self._talk.ask())

    def listen(self, bell: Bell) -> End | None:
        """Wait until something comes, or somebody rings; return why it ended, if it did."""
        left = max(0.0, self._deadline - monotonic()) if self._talk.asking else None
        readable = bell.wait(left, self._line)
        # Before anything is read, for this is when it came.
        self.at = self._look()
        end = self._hear() if readable else self._late()
        if end is not None:
            self._take(self._talk.give_up())
        return end

    def _hear(self) -> End | None:
        piece = received(self._line)
        if piece is None:
            return self._broken()
        try:
            for payload in self._frames.feed(piece):
                self._take(self._talk.take(read_message(payload), self.at))
        except NotNetstringsError:
            return End.STRANGER
        return None

    def _broken(self) -> End:
        if self._talk.leaving:
            return End.LEFT
        return End.BROKEN if self._talk.answered else End.UNANSWERED

    def _late(self) -> End | None:
        return End.SILENT if self._talk.asking and monotonic() >= self._deadline else None

    def _take(self, step: Step) -> None:
        if self._talk.answered and not self._talk.asking and not self._welcome:
            self._welcome = True
            self._answers(self._since, self._talk.lists)
        for heard in step.heard:
            self._tell(heard)
        self._send(step.send)

    def _send(self, command: bytes) -> None:
        if command:
            self._deadline = monotonic() + _ANSWER_SECONDS
            # Where it cannot be sent, the next look at the line tells why, or no answer comes.
            with suppress(OSError):
                self._line.send(command)
