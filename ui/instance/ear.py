"""Listening for second starts beside the window, which never waits for them."""

from threading import Thread

from PySide6.QtCore import QObject, Signal

from ui.instance.call import Door


class Ear(QObject):
    """``called`` carries each caller to the main thread; whoever hears it answers."""

    called = Signal(object)

    def __init__(self, door: Door) -> None:
        super().__init__()
        self._door = door
        # A daemon, so that a program that ends without closing does not wait for it.
        self._thread = Thread(target=self._listen, name="second starts", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no longer; somebody else may be first from now on."""
        self._door.close()
        self._thread.join()

    def _listen(self) -> None:
        while (caller := self._door.next_caller()) is not None:
            self.called.emit(caller)
