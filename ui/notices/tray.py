"""The bell of a desktop that shows notices beside the icon in the tray."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon
from typing_extensions import override

from ui.notices.bell import Bell, Notice
from ui.theme.icons import icon as painted


class TrayBell(Bell):
    """Rings at the icon, one notice at a time; nothing there has buttons or can be taken back.

    ``icon``: the icon while there is one. ``is_presenting``: asks the system whether somebody
    presents.
    """

    def __init__(
        self,
        icon: Callable[[], QSystemTrayIcon | None],
        parent: QObject,
        is_presenting: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._is_presenting = is_presenting
        self._rung: QSystemTrayIcon | None = None
        self._slot = ""

    @property
    @override
    def presenting(self) -> bool | None:
        return self._is_presenting()

    @override
    def ring(self, notice: Notice) -> None:
        icon = self._icon()
        if icon is None or not icon.isVisible() or not icon.supportsMessages():
            self.unheard.emit(notice)
            return
        if self._rung is not icon:
            icon.messageClicked.connect(self._on_clicked)
            self._rung = icon
        self._slot = notice.slot
        icon.showMessage(notice.title, notice.body, painted(notice.mark, notice.ink, size=64))
        self.gone.emit(notice.slot)

    def _on_clicked(self) -> None:
        # The tray's own menu may show messages, too: a click on those is none on ours.
        slot, self._slot = self._slot, ""
        if slot:
            self.clicked.emit(slot, "")
