"""The bell of a desktop with a notification server on the session bus."""

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from ui.notices.bell import Bell, Notice
from ui.notices.messages import Acted, Gone, News, Presence, Show, Unheard, Wake, Withdraw
from ui.notices.picture import picture_of
from ui.notices.thread import ServerThread

#: How long the server may take to answer, seconds; nobody waits for it but one thread.
_PATIENCE = 5.0


class DesktopBell(Bell):
    """Rings through a thread of its own, which is begun with the first wish."""

    _heard = Signal(object)

    def __init__(self, parent: QObject, *, patience_seconds: float = _PATIENCE) -> None:
        super().__init__(parent)
        self._patience = patience_seconds
        self._thread: ServerThread | None = None
        self._presenting: bool | None = None
        self._closed = False
        self._heard.connect(self._on_heard)

    @property
    @override
    def presenting(self) -> bool | None:
        return self._presenting

    @override
    def wake(self) -> None:
        self._wish(Wake())

    @override
    def ring(self, notice: Notice) -> None:
        self._wish(Show(notice, picture_of(notice)))

    @override
    def withdraw(self, slot: str) -> None:
        if self._thread is not None:
            self._thread.wish(Withdraw(slot))

    @override
    def close(self) -> None:
        self._closed = True
        if self._thread is not None:
            self._thread.close()
            self._thread = None

    def _wish(self, wish: Wake | Show) -> None:
        if self._closed:
            return
        if self._thread is None:
            self._thread = ServerThread(self._tell, patience_seconds=self._patience)
        self._thread.wish(wish)

    def _tell(self, news: News) -> None:
        """Bring news home; called on the thread."""
        if not self._closed:
            self._heard.emit(news)

    def _on_heard(self, news: News) -> None:
        if self._closed:
            return
        match news:
            case Acted(slot, "", token):
                self.clicked.emit(slot, token)
            case Acted(slot, action, _):
                self.pressed.emit(slot, action)
            case Gone(slot):
                self.gone.emit(slot)
            case Unheard(notice):
                self.unheard.emit(notice)
            case Presence(presenting):
                self._presenting = presenting
                self.known.emit()
