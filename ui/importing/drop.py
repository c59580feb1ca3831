"""The drop zone: the whole window takes files, and says so while they are held over it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.fonts import Role
from ui.widgets.labels import label

_EDGE = 14


class DropZone(QFrame):
    """Lies over a window while files are held over it; ``files_dropped`` carries their paths."""

    files_dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("part", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint = label(Role.HEADLINE)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self._hint)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.hide()

    def set_hint(self, hint: str) -> None:
        """Say what dropping does."""
        self._hint.setText(hint)
        self.setAccessibleName(hint)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._on_enter(event)
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._on_drop(event)
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        return super().eventFilter(watched, event)

    def _on_enter(self, event: QDragEnterEvent) -> bool:
        if not _files(event.mimeData()):
            return False
        event.acceptProposedAction()
        self.setGeometry(self._window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
        self.raise_()
        self.show()
        return True

    def _on_drop(self, event: QDropEvent) -> bool:
        self.hide()
        files = _files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
        return bool(files)


def _files(dragged: QMimeData) -> tuple[Path, ...]:
    """The local files that are dragged, folders left out."""
    paths = (Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())
