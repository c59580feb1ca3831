"""The thread that talks to the notification server: the window never waits for it."""

import os
from collections.abc import Callable
from queue import Empty, SimpleQueue
from select import select
from threading import Thread
from typing import TYPE_CHECKING

from ui.notices.messages import News, Presence, Show, Stop, Unheard, Wake, Wish, Withdraw

if TYPE_CHECKING:
    from ui.notices.bus import Bus
    from ui.notices.server import Server

#: How long the end of the program waits for notices to be taken back, seconds.
_FAREWELL = 1.0


class ServerThread:
    """Does wishes in their order; ``tell`` is called on the thread with each news.

    A server that hangs makes the thread wait, nobody else. Without one a notice is unheard, and
    the next wish looks again; one that does not answer for ``patience_seconds`` counts as none.
    """

    def __init__(self, tell: Callable[[News], None], *, patience_seconds: float) -> None:
        self._tell, self._patience = tell, patience_seconds
        self._wishes: SimpleQueue[Wish] = SimpleQueue()
        self._heard, self._rung = os.pipe()
        self._bus: Bus | None = None
        self._server: Server | None = None
        self._thread = Thread(target=self._work, name="notices", daemon=True)
        self._thread.start()

    def wish(self, wish: Wish) -> None:
        """Do something soon."""
        self._wishes.put(wish)
        os.write(self._rung, b".")

    def close(self) -> None:
        """Take back what stands, and end; a server that hangs is left alone."""
        self.wish(Stop())
        self._thread.join(_FAREWELL)
        if not self._thread.is_alive():
            os.close(self._heard)
            os.close(self._rung)

    def _work(self) -> None:
        stopped = False
        while not stopped:
            self._listen()
            watched: list[int | Bus] = [self._heard, *([self._bus] if self._bus else [])]
            ready, _, _ = select(watched, [], [])
            if self._heard in ready:
                os.read(self._heard, 4096)
                stopped = self._do_all()

    def _do_all(self) -> bool:
        """Do what was wished for; tell whether it is the end."""
        while True:
            try:
                wish = self._wishes.get_nowait()
            except Empty:
                return False
            self._do(wish)
            if isinstance(wish, Stop):
                self._hang_up()
                return True

    def _do(self, wish: Wish) -> None:
        # Here because the library for the bus is there on Linux alone, and loaded when it is due.
        from ui.notices.bus import TROUBLE

        try:
            self._serve(wish)
        except TROUBLE:
            # What the connection is about to say belongs to a question nobody asks any more.
            self._hang_up()
            if isinstance(wish, Show):
                self._tell(Unheard(wish.notice))
            elif isinstance(wish, Wake):
                self._tell(Presence(presenting=False))

    def _serve(self, wish: Wish) -> None:
        match wish:
            case Show(notice, picture):
                self._connected().show(notice, picture)
            case Withdraw(slot):
                if self._server:
                    self._server.withdraw(slot)
            case Wake():
                self._tell(Presence(self._connected().presenting()))
            case Stop():
                if self._server:
                    self._server.withdraw_all()

    def _listen(self) -> None:
        if self._server is None:
            return
        from ui.notices.bus import TROUBLE  # for the same reason

        try:
            for news in self._server.heard():
                self._tell(news)
        except TROUBLE:
            self._hang_up()

    def _connected(self) -> "Server":
        if self._server is None:
            from ui.notices.bus import Bus  # for the same reason
            from ui.notices.server import Server

            self._bus = Bus(patience=self._patience)
            self._server = Server(self._bus)
        return self._server

    def _hang_up(self) -> None:
        for news in self._server.lost() if self._server else ():
            self._tell(news)
        if self._bus is not None:
            self._bus.close()
        self._bus = self._server = None
