"""The number of segments, said to screen readers once the typing rests."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.widgets.announce import announce

#: How long nobody types before the number is said: a word is not interrupted.
_REST_MS = 900


class SpokenFigure(QObject):
    """Says a sentence about a widget after a rest, where it is another one than was said last."""

    def __init__(self, about: QWidget) -> None:
        super().__init__(about)
        self._about = about
        self._wanted = self._said = ""
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._say)

    def tell(self, sentence: str) -> None:
        """Say a sentence later, unless another one comes first; "" begins anew."""
        if sentence == self._wanted:
            return
        self._wanted = sentence
        if sentence:
            self._rest.start()
        else:
            self._rest.stop()
            self._said = ""

    def typed(self) -> None:
        """Somebody goes on typing."""
        if self._rest.isActive():
            self._rest.start()

    def _say(self) -> None:
        if self._wanted != self._said and self._about.isVisible():
            self._said = self._wanted
            announce(self._about, self._said)
